"""A sample of the accessibility statement."""

from .first_pages import Block, section

TITLE = "Accessibility"
SLUG = "accessibility"
DESCRIPTION = "What we do so that everybody can use this site, and how to tell us about what does not work."
SUMMARY = "This site is meant for everybody. If something on it does not work for you, tell us, and we will help."

BODY: list[Block] = [
    section(
        "What we aim for",
        """
        <p>We want this site to meet the Web Content Accessibility Guidelines (WCAG) 2.2 at level AA. You should be
        able to:</p>
        <ul>
        <li>use all of it with a keyboard alone</li>
        <li>use it with a screen reader</li>
        <li>make the text twice as large without losing anything</li>
        <li>use it on a small phone</li>
        <li>read it in light or dark colors, as your device is set</li>
        <li>use it without JavaScript</li>
        </ul>
        """,
    ),
    section(
        "If something does not work",
        """
        <p>Call or write to us. The phone number and the e-mail address are at the bottom of every page. Tell us what
        you wanted to do and what got in the way. We will give you the information or make the appointment in another
        way, and we will look into the problem.</p>
        """,
    ),
    section(
        "In our clinics",
        """
        <p>The page of each <a href="/locations/">location</a> says how to get in. If you use a wheelchair, or need an
        interpreter or help with seeing or hearing, say so when you request an appointment, and we will be ready.</p>
        """,
    ),
    section(
        "How we check",
        """
        <p>Sample: who checked this site, how, when, and which problems are known goes here.</p>
        """,
    ),
]
