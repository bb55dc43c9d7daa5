"""The text about decompression and stabilization."""

from physicians.models import Condition
from spine.models import TreatmentPage

from .first_pages import Block, call_to_action, care_card, questions, section


def page(condition: Condition) -> TreatmentPage:
    """Return the page, not saved yet."""
    return TreatmentPage(
        title="Decompression and stabilization",
        slug="decompression-and-stabilization",
        search_description=(
            "Surgery that takes pressure off nerves and makes the spine stable when a tumor is advanced or has "
            "spread: who it may be for and what to expect."
        ),
        summary=(
            "Surgery that takes pressure off nerves and makes the spine stable. It may help when a tumor is advanced "
            "or has spread to the spine."
        ),
        conditions=[condition],
        body=BODY,
    )


BODY: list[Block] = [
    section(
        "What it is",
        """
        <p>These are two things that are often done in one operation:</p>
        <ul>
        <li><b>Decompression</b> makes room for the spinal cord and the nerves, so that nothing presses on them.</li>
        <li><b>Stabilization</b> holds weak bones of the spine together, often with rods and screws.</li>
        </ul>
        """,
    ),
    section(
        "Who it may be for",
        """
        <p>It may help people with an <b>advanced</b> tumor, or a <b>metastatic</b> one, which is cancer that has
        spread to the spine from another part of the body. The surgery may:</p>
        <ul>
        <li>relieve pressure on nerves</li>
        <li>make the spine stable</li>
        <li>restore neurological function, which means that nerves do their work again: movement, feeling,
        control</li>
        </ul>
        <p>In many cases it also relieves pain and weakness. How much it can do depends on where the tumor is, on its
        type and on how long the nerves have been under pressure.</p>
        """,
    ),
    section(
        "What it cannot do",
        """
        <p>This surgery treats what the tumor does to your spine. By itself it does not cure a cancer that has spread.
        Many people have chemotherapy or radiation as well, because some tumors respond to them. Your cancer doctor
        and your spine doctor plan this together with you.</p>
        """,
    ),
    section(
        "What to expect",
        """
        <h3>Before</h3>
        <p>Scans show where the nerves are under pressure and which bones are weak. You meet the team, hear what is
        planned and ask your questions. Tell them about all your medicines and allergies.</p>
        <h3>During</h3>
        <p>You are asleep and feel nothing. The surgeon takes away what presses on the cord or the nerves: bone,
        tumor, or both. Then the spine is made stable where it needs to be.</p>
        <h3>After</h3>
        <p>You stay in the hospital while you heal. The team treats your pain and helps you to get up and move. Some
        strength or feeling may come back soon, some slowly, and some may not come back. Physical therapy can
        help.</p>
        """,
    ),
    section(
        "What could go wrong",
        """
        <p>As with all surgery, there can be bleeding, infection, blood clots, or problems from the medicine that lets
        you sleep. Nerves can be harmed, and rods or screws can loosen. Your surgeon tells you how likely each of
        these is for you, and helps you to weigh it against what you hope for.</p>
        """,
    ),
    section(
        "Questions to ask your surgeon",
        """
        <ul>
        <li>What is pressing on my nerves, and where?</li>
        <li>What do you expect to get better: pain, walking, strength, bladder or bowels?</li>
        <li>What are the risks for me?</li>
        <li>How does this fit with my other treatment?</li>
        <li>What happens if I wait, or decide against it?</li>
        <li>What help will I need at home?</li>
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
            "Is the tumor taken out?": """
                <p>Sometimes all of it, sometimes a part, sometimes none. The aim of this operation is room for your
                nerves and a spine that holds.</p>
            """,
            "Will I be able to bend?": """
                <p>Bones that are held together with rods and screws do not bend at that place. The rest of your spine
                still does. Ask your surgeon how much of yours would be held.</p>
            """,
        },
    ),
    call_to_action(
        "Ask whether this surgery is for you",
        "Bring your scans and your questions to one of our specialists, in person or in a virtual visit.",
    ),
]
