"""A sample of the Notice of Privacy Practices (45 CFR 164.520 says what one must contain)."""

from .first_pages import Block, section

TITLE = "Notice of Privacy Practices"
SLUG = "privacy-practices"
DESCRIPTION = "How the hospital may use and share your health information, and what rights you have."
# The rule prescribes this header, word for word; many hospitals print it in capitals.
SUMMARY = (
    "This notice describes how medical information about you may be used and disclosed and how you can get access to "
    "this information. Please review it carefully."
)

BODY: list[Block] = [
    section(
        "How we may use and share your information",
        """
        <p>We may use and share health information about you without asking you each time:</p>
        <ul>
        <li><b>to treat you.</b> For example, your surgeon talks with the doctor who did your scan.</li>
        <li><b>to be paid.</b> For example, we send a bill to your health plan.</li>
        <li><b>to run the hospital.</b> For example, we look at records to find out how care can be better.</li>
        </ul>
        <p>The law also allows or requires us to share some information, for example for public health, when there is
        a serious threat to the safety of others, for research under strict rules, for organ donation, with a medical
        examiner, for claims of people hurt at work, with government agencies that oversee health care, or when a
        court orders it.</p>
        """,
    ),
    section(
        "When we ask you first",
        """
        <p>We need your written permission for most uses of psychotherapy notes, for marketing, for selling your
        information, and for every use that this notice does not name. You may take a permission back in writing at
        any time. It then no longer counts for what comes after.</p>
        <p>You may tell us whether to share information with your family or with others who take part in your care,
        and whether to list you in the list of patients in the hospital.</p>
        """,
    ),
    section(
        "Your rights",
        """
        <p>You have the right to:</p>
        <ul>
        <li>see and get a copy of your health record, on paper or electronically</li>
        <li>ask us to correct it</li>
        <li>ask us to reach you in a certain way, for example only on your cell phone</li>
        <li>ask us to limit what we use or share. If you pay for a service in full yourself, you may ask us not to
        tell your health plan about it, and we must agree unless a law requires us to tell</li>
        <li>get a list of everyone we have shared your information with, and why</li>
        <li>get a paper copy of this notice</li>
        <li>choose someone to act for you</li>
        <li>be told if your information may have come into the wrong hands</li>
        </ul>
        """,
    ),
    section(
        "What we must do",
        """
        <p>The law requires us to keep your health information private and safe, to give you this notice and to follow
        it, and to tell you if a breach may have put your information at risk. We may change this notice. The new one
        then holds for all information that we have, and you find it on this page.</p>
        """,
    ),
    section(
        "Questions and complaints",
        """
        <p>Ask our privacy officer. The address and the phone number of the hospital are at the bottom of every
        page.</p>
        <p>If you think that your rights have been violated, you may complain to us, or to the U.S. Department of
        Health and Human Services, Office for Civil Rights: <a
        href="https://www.hhs.gov/ocr/complaints/">hhs.gov/ocr/complaints</a>. No one may treat you worse because you
        have complained.</p>
        """,
    ),
    section("When this notice begins", "<p>Sample: the date on which the checked notice takes effect goes here.</p>"),
]
