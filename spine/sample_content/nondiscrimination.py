"""A sample of the notices under Section 1557 of the Affordable Care Act (45 CFR 92.10 and 92.11)."""

from .first_pages import Block, section

TITLE = "Nondiscrimination and language help"
SLUG = "nondiscrimination"
DESCRIPTION = "We treat everybody alike. Free interpreters and aids, and how to complain when something went wrong."
SUMMARY = "We treat everybody alike, and language help and other aids cost you nothing."

BODY: list[Block] = [
    section(
        "Discrimination is against the law",
        """
        <p>We follow the civil rights laws of the United States. We do not discriminate on the basis of race, color,
        national origin (which includes limited English and the first language someone speaks), age, disability or
        sex. We do not exclude people or treat them less favorably because of any of these.</p>
        """,
    ),
    section(
        "Free help",
        """
        <p>If you have a disability, we change what we can so that you can use our services, and we give you free aids
        such as:</p>
        <ul>
        <li>qualified sign language interpreters</li>
        <li>information in large print, in audio or in other formats</li>
        </ul>
        <p>If English is not your first language, we give you free help such as:</p>
        <ul>
        <li>qualified interpreters</li>
        <li>information in your language</li>
        </ul>
        <p>Tell us what you need when you request an appointment, or call us.</p>
        """,
    ),
    section(
        "How to file a grievance",
        """
        <p>If you think that we have not given you this help, or have discriminated against you in another way, you
        can file a grievance with our civil rights coordinator, in person or by mail, phone or e-mail. The address and
        the phone number are at the bottom of every page. If you need help to file it, the coordinator helps you.</p>
        <p>You can also file a complaint with the U.S. Department of Health and Human Services, Office for Civil
        Rights:</p>
        <ul>
        <li>online at <a href="https://ocrportal.hhs.gov/">ocrportal.hhs.gov</a></li>
        <li>by mail: 200 Independence Avenue SW, Room 509F, HHH Building, Washington, DC 20201</li>
        <li>by phone: <a href="tel:+18003681019">1-800-368-1019</a>, or <a href="tel:+18005377697">1-800-537-7697</a>
        (TDD)</li>
        </ul>
        """,
    ),
    section(
        "Other languages",
        """
        <p>Sample: the notice that language help is free, in the 15 languages most spoken in the state by people with
        limited English, goes here.</p>
        """,
    ),
]
