"""The text about COVID-19."""

from .first_pages import Block, call_to_action, care_card, questions, section

TITLE = "COVID-19"
SLUG = "covid-19"
DESCRIPTION = "What COVID-19 changes for patients and visitors: who may come in, virtual visits, what to do when sick."
SUMMARY = "What COVID-19 changes for you: who may come in, virtual visits, and what to do when you are sick."

BODY: list[Block] = [
    section(
        "Who may come in",
        """
        <p>Patients may come to their appointments. Until further notice, no visitors may enter our hospitals, to
        protect the health of our community. Limited exceptions may be made: please read our
        <a href="/visitors/">visitor policy</a>.</p>
        """,
    ),
    section(
        "Virtual visits",
        """
        <p>Virtual visits are now offered at all WakeMed Physician Practice locations, for primary and specialty care.
        You talk with your doctor from home. You can ask for one when you
        <a href="/appointments/request/?visit=virtual">request an appointment</a>.</p>
        """,
    ),
    section(
        "If you are sick and have an appointment",
        """
        <p>If you have a fever, a new cough or another sign of COVID-19, or if a test says that you have it, please
        call us before you come. We will find a way to see you that is safe for you and for others. Do not stay away
        from care that you need.</p>
        """,
    ),
    care_card(
        "emergency",
        "Call 911",
        """
        <p>Do this if you, or someone with you, has:</p>
        <ul>
        <li>trouble breathing</li>
        <li>pain or pressure in the chest that does not go away</li>
        <li>new confusion</li>
        <li>trouble waking up or staying awake</li>
        <li>pale, gray or blue skin, lips or nail beds</li>
        </ul>
        <p>Say that it may be COVID-19.</p>
        """,
    ),
    questions(
        "Questions people ask",
        {
            "Should I put off seeing a doctor about my spine?": """
                <p>No. Weakness that is sudden or growing fast, numbness between the legs, or new trouble with your
                bladder or bowels cannot wait: call 911 or go to the nearest emergency department. Other signs can
                often be talked about in a virtual visit first.</p>
            """,
            "What do I need for a virtual visit?": """
                <p>A quiet place, and a phone, tablet or computer that can be on the internet. If you do not have
                these, call us and we will look for another way.</p>
            """,
        },
    ),
    call_to_action("Be seen in person or from home", "Tell us what is wrong, and which kind of visit you prefer."),
]
