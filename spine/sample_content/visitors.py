"""The text about visiting."""

from .first_pages import Block, call_to_action, section

TITLE = "Visitors"
SLUG = "visitors"
DESCRIPTION = "Whether you may visit someone in our hospitals, which exceptions there are, and how to stay in touch."
SUMMARY = "Until further notice, no visitors may enter our hospitals. Limited exceptions may be made."

BODY: list[Block] = [
    section(
        "The rule today",
        """
        <p><b>Until further notice, no visitors may enter our hospitals.</b> We know how hard this is. It protects the
        health of our community: your own, that of the person you want to see, and that of everybody in our care.</p>
        """,
    ),
    section(
        "Exceptions",
        """
        <p>Limited exceptions may be made. If you think that one is needed, please call before you set out. Tell us
        who you want to visit, and why. Our phone number is at the bottom of every page. Please do not come before we
        have said yes.</p>
        """,
    ),
    section(
        "If you are the patient",
        """
        <p>You are not a visitor. Come to your appointment as planned. If you need someone with you, for example
        because you cannot walk alone or need help to talk with us, say so when you request your appointment. We will
        tell you what is possible.</p>
        <p>If you would rather not come in, ask for a virtual visit.</p>
        """,
    ),
    section(
        "Staying close from far away",
        """
        <ul>
        <li>Call or video call. If the person you love cannot do it alone, ask the nurses whether they can help.</li>
        <li>Choose one person in the family for the nurses to call, who then tells the others.</li>
        <li>If the patient agrees, you may listen by phone when the doctor explains something.</li>
        </ul>
        """,
    ),
    call_to_action(
        "Be seen from home",
        "Virtual visits are offered at all WakeMed Physician Practice locations, for primary and specialty care.",
        "request-an-appointment",
    ),
]
