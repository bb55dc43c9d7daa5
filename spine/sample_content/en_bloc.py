"""The text about en bloc resection."""

from physicians.models import Condition
from spine.models import TreatmentPage

from .first_pages import Block, call_to_action, care_card, questions, section


def page(condition: Condition) -> TreatmentPage:
    """Return the page, not saved yet."""
    return TreatmentPage(
        title="En bloc resection",
        slug="en-bloc-resection",
        search_description=(
            "Surgery that takes out a tumor of the spine in one piece: who it may be for, what to expect and what to "
            "ask your surgeon."
        ),
        summary="Surgery that takes out a tumor whole. It may be a choice for a tumor that started in the spine.",
        conditions=[condition],
        body=BODY,
    )


BODY: list[Block] = [
    section(
        "What it is",
        """
        <p>“En bloc” is French for “in one piece.” “Resection” means taking out by surgery. In an en bloc resection
        the surgeon takes the tumor out whole, instead of piece by piece.</p>
        <p>Surgery can also relieve the pain and weakness that a tumor causes.</p>
        """,
    ),
    section(
        "Who it may be for",
        """
        <p>A <b>primary</b> tumor, one that started in the spine, may be removed this way. Whether yours can be
        depends on:</p>
        <ul>
        <li>its type</li>
        <li>its level in the spine, and whether it is at the front or at the back</li>
        <li>which nerves and blood vessels are close to it</li>
        <li>your health as a whole</li>
        </ul>
        <p>It is not right for every tumor. When cancer has spread to the spine from somewhere else, another
        operation, chemotherapy or radiation often does more for you.</p>
        """,
    ),
    section(
        "What to expect",
        """
        <h3>Before</h3>
        <p>Scans show your surgeon where the tumor is. You meet the team, hear what is planned and ask your questions.
        Tell them about all your medicines and allergies.</p>
        <h3>During</h3>
        <p>You are asleep and feel nothing. The surgeon frees the tumor from what is around it and takes it out whole.
        If bone has to come out too, it may be replaced with other material, and rods and screws may hold the spine
        steady.</p>
        <h3>After</h3>
        <p>You stay in the hospital while you heal. The team treats your pain and helps you to get up and move. Some
        people need physical therapy, and some need more treatment. You come back for visits and scans.</p>
        """,
    ),
    section(
        "What could go wrong",
        """
        <p>It is a big operation. As with all surgery, there can be bleeding, infection, blood clots, or problems from
        the medicine that lets you sleep. Nerves near the tumor can be harmed, and a tumor can come back. Your surgeon
        tells you how likely each of these is for you.</p>
        """,
    ),
    section(
        "Questions to ask your surgeon",
        """
        <ul>
        <li>What type of tumor do I have, and where is it?</li>
        <li>Can it be taken out in one piece? If not, what else can be done?</li>
        <li>What do you expect the operation to do for my pain, my strength and my life?</li>
        <li>What are the risks for me?</li>
        <li>What happens if I wait, or decide against it?</li>
        <li>How long until I can walk, drive and work?</li>
        </ul>
        """,
    ),
    care_card(
        "emergency",
        "Before or after surgery: call 911",
        """
        <p>Do this if any of these is new:</p>
        <ul>
        <li>sudden weakness, or weakness that is growing fast</li>
        <li>loss of control of your bladder or bowels, or being unable to urinate</li>
        <li>being unable to walk</li>
        <li>numbness between the legs</li>
        <li>chest pain or trouble breathing</li>
        </ul>
        """,
    ),
    questions(
        "Questions people ask",
        {
            "Does one piece mean that all of the tumor is gone?": """
                <p>That is the aim. A specialist looks at the tumor under a microscope to see whether its edges are
                free of tumor cells. Your surgeon tells you the result and what it means.</p>
            """,
            "Will I need chemotherapy or radiation too?": """
                <p>Some tumors respond to them, and some people have them as well as surgery. It depends on the type
                of tumor.</p>
            """,
        },
    ),
    call_to_action(
        "Ask whether this surgery is for you",
        "Bring your scans and your questions to one of our specialists, in person or in a virtual visit.",
    ),
]
