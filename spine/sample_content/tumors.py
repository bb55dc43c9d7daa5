"""The text about tumors of the spine."""

from spine.models import TreatmentPage

from .first_pages import Block, call_to_action, care_card, on_one_line, questions, section


def body(treatment_pages: list[TreatmentPage]) -> list[Block]:
    """Return the blocks of the page, in the order in which a frightened person asks."""
    return [
        WHAT,
        WHERE,
        CLASSES,
        SPREAD,
        SYMPTOMS,
        EMERGENCY,
        URGENT,
        NON_URGENT,
        ("treatments", {**TREATMENT, "pages": treatment_pages}),
        NEXT,
        QUESTIONS,
        DOCTORS,
        ACTION,
        SOURCES,
    ]


WHAT = section(
    "What a spinal tumor is",
    """
    <p>If you have just heard the word “tumor,” you may have taken in very little after it. That is normal. You do
    not have to understand everything today. Read as much as you want, and bring your questions to us.</p>
    <p>A spinal tumor is an abnormal growth. It is in or around the <b>spinal cord</b>, the bundle of nerves that
    runs down your back, or the <b>spinal column</b>, the bones that protect the cord. Spinal tumors often grow
    quickly. That is a good reason to see a specialist soon.</p>
    <p>A tumor is not always cancer. It can be:</p>
    <ul>
    <li><b>benign</b>: not cancer. It can still cause trouble when it presses on the cord or on a nerve.</li>
    <li><b>cancerous</b>: made of cells that can grow into the tissue around them and spread.</li>
    </ul>
    <p>A cancerous tumor of the spine is one of two kinds:</p>
    <ul>
    <li><b>primary</b>: it started in the spine.</li>
    <li><b>metastatic</b>: it started somewhere else in the body and has spread to the spine.</li>
    </ul>
    <p>How a tumor feels does not tell which kind it is. Tests do: often a scan, and sometimes a small sample of the
    tumor, called a biopsy.</p>
    """,
)

WHERE = (
    "spine_drawing",
    {
        "heading": "Where spinal tumors grow",
        "introduction": (
            "A tumor can grow anywhere along the spine, from the neck to its base. Doctors use these names for the "
            "levels, and a letter and a number for each bone:"
        ),
        "cervical": "The neck: 7 bones, C1 to C7",
        "thoracic": "The upper and middle back: 12 bones, T1 to T12",
        "lumbar": "The lower back: 5 bones, L1 to L5",
        "sacral": "Between the hips: 5 joined bones, S1 to S5",
        "note": (
            "Your doctor describes a tumor by its level, and by whether it is at the front or at the back of the "
            "spine. This tells which nerves are close to it, and from which side a surgeon could reach it."
        ),
    },
)

CLASSES = (
    "classes",
    {
        "heading": "The three classes of spinal tumors",
        "introduction": (
            "Doctors sort spinal tumors into three classes by where they grow. The names are long, but each one only "
            "describes a place. The “dura” is the tough outer covering of the cord. “Medullary” means “of the cord.”"
        ),
        "classes": [
            {
                "term": "Intradural-extramedullary",
                "place": "intradural-extramedullary",
                "explanation": "Inside the covering of the spinal cord, but outside the cord.",
                "where": (
                    "In the arachnoid membrane, a thin layer around the spinal cord; in the nerve roots that leave "
                    "the cord; and at the base of the cord."
                ),
                "course": (
                    "Most are benign. Some can turn cancerous with time. They go by several clinical names, such as "
                    "meningioma or schwannoma, so you may hear another word for yours."
                ),
            },
            {
                "term": "Intramedullary",
                "place": "intramedullary",
                "explanation": "Inside the spinal cord.",
                "where": (
                    "Inside the cord or its nerves. Most are in the neck (cervical). A few rare ones are in the upper "
                    "and middle back (thoracic)."
                ),
                "course": (
                    "Because they grow within the cord, they can disturb the nerves that pass through it. What to "
                    "expect depends on the type. Ask your doctor about yours."
                ),
            },
            {
                "term": "Extradural",
                "place": "extradural",
                "explanation": "Outside the covering of the spinal cord.",
                "where": "At the nerve roots, where nerves leave the spine.",
                "course": "Normally they are cancerous and have spread from another part of the body.",
            },
        ],
    },
)

SPREAD = section(
    "Cancer that has spread to the spine",
    """
    <p>When cancer moves from where it started to another place, doctors call it <b>metastasis</b>. When cancer
    spreads to bone, the spine is one of the main places it goes to. Lung, breast and prostate cancers are among those
    that do this.</p>
    <p>The cancer keeps its first name. Breast cancer that has spread to the spine is still breast cancer, and your
    cancer doctor and your spine doctor plan its treatment together.</p>
    <p>If you have ever had cancer and now have new back pain, tell a doctor, even if your treatment ended years
    ago.</p>
    """,
)

SYMPTOMS = (
    "symptoms",
    {
        "heading": "What you may notice",
        "introduction": (
            "Symptoms depend on where the tumor is and on what it presses. You may have one of these, or several."
        ),
        "symptoms": [
            {
                "name": "Back pain",
                "detail": (
                    "In the middle or lower back. It is not mechanical, which means that it does not come from a "
                    "strain or from the way you move. It does not get better with medicine or therapy."
                ),
            },
            {"name": "Numbness or weakness", "detail": "In your arms, your legs or your chest."},
            {
                "name": "Trouble with balance or walking",
                "detail": "You lose your balance, or you become unable to walk.",
            },
            {"name": "Less feeling of heat or cold", "detail": "For example, hot water does not feel hot."},
            {"name": "Bowel or bladder trouble", "detail": "You cannot hold it, or you cannot go."},
            {"name": "Paralysis", "detail": "You cannot move a part of your body."},
        ],
        "note": (
            "Most back pain has another cause. These signs are a reason to get checked; they do not tell you that "
            "you have a tumor. Some of them cannot wait, as the next three boxes say."
        ),
    },
)

EMERGENCY = care_card(
    "emergency",
    "Call 911 or go to the nearest emergency department now",
    """
    <p>Do this if any of these is new:</p>
    <ul>
    <li>you lose control of your bladder or bowels, or you cannot urinate</li>
    <li>an arm or a leg is suddenly weak, or weakness is growing fast</li>
    <li>you become unable to walk</li>
    <li>you are numb between the legs</li>
    <li>you have severe pain and weakness after a fall or a crash</li>
    </ul>
    <p>The spinal cord may be under pressure, and every hour counts. Do not wait for an appointment. Do not drive
    yourself.</p>
    """,
)

URGENT = care_card(
    "urgent",
    "Call us today",
    """
    <p>Do this if:</p>
    <ul>
    <li>you have or had cancer, and you have new pain in your back or neck</li>
    <li>your pain gets worse from day to day, or wakes you at night</li>
    <li>numbness or weakness is slowly spreading</li>
    <li>you are less steady on your feet than you were</li>
    </ul>
    <p>When our phones are closed, call the doctor you usually see. If it gets worse, call 911.</p>
    """,
)

NON_URGENT = care_card(
    "non-urgent",
    "Make an appointment",
    """
    <p>Do this if:</p>
    <ul>
    <li>your back pain does not get better with medicine or therapy</li>
    <li>you feel heat or cold less than you used to</li>
    <li>you know that you have a spinal tumor and want to hear about your choices</li>
    </ul>
    """,
)

TREATMENT = {
    "heading": "How spinal tumors are treated",
    "text": on_one_line("""
    <p>It depends on where the tumor is and on its type. You may need one treatment or more than one. Your doctor
    tells you what each could do for you and what it could cost you in strength and time. Then you decide
    together.</p>
    <h3>Chemotherapy and radiation</h3>
    <p>Some spinal tumors respond to chemotherapy and radiation. Chemotherapy is medicine against cancer cells.
    Radiation is a beam of energy aimed at the tumor.</p>
    <h3>Surgery</h3>
    <p>In many cases surgery can remove the tumor and relieve pain and weakness. There are two kinds:</p>
    <ul>
    <li>A <b>primary</b> tumor may be removed whole. This is called en bloc resection.</li>
    <li>For an <b>advanced or metastatic</b> tumor, surgery may take pressure off nerves, make the spine stable, and
    restore neurological function. That is the work of the nerves, such as movement and feeling.</li>
    </ul>
    """),
}

NEXT = section(
    "What happens next",
    """
    <ol>
    <li><b>You ask for an appointment.</b> Choose an in-person or a virtual visit. The questions take about 5
    minutes.</li>
    <li><b>We answer within 2 business days</b> and offer you times.</li>
    <li><b>You meet your doctor.</b> Tell your story in your own words. Bring your scans, a list of your medicines and
    your questions. Ask us whether someone may come with you, or listen by phone.</li>
    <li><b>You may need tests,</b> such as a scan or a biopsy.</li>
    <li><b>You make a plan together.</b> You may take time to think, and you may ask another doctor for a second
    opinion.</li>
    </ol>
    """,
)

QUESTIONS = questions(
    "Questions people ask",
    {
        "Does a spinal tumor mean that I have cancer?": """
            <p>Not always. Some spinal tumors are benign, which means that they are not cancer. Others are cancerous.
            Tests show which kind you have.</p>
        """,
        "How fast does it grow?": """
            <p>Spinal tumors often grow quickly, but no two people are the same. Your scans, and how you feel from
            week to week, tell your doctor more than any rule. If you get worse, do not wait for your next visit: call
            us. If you lose control of your bladder or bowels, or a limb is suddenly weak, call 911.</p>
        """,
        "Will I need surgery?": """
            <p>Some people do and some do not. Surgery can help in many cases, and some tumors respond to chemotherapy
            and radiation. It depends on the type of your tumor and on where it is.</p>
        """,
        "Can surgery take the tumor out?": """
            <p>In many cases it can. A tumor that started in the spine may be removed in one piece. When cancer has
            spread to the spine, the aim of surgery is often another: to take pressure off nerves and to make the
            spine stable.</p>
        """,
        "Which kind of doctor do I need?": """
            <p>Most often a neurologist or a neurosurgeon. A neurologist is an expert in nerves; a neurosurgeon
            operates on them. We partner with many of both. If you are not sure, ask for the first doctor who is
            free.</p>
        """,
        "Can I be seen without coming in?": """
            <p>Yes. Virtual visits are offered at all WakeMed Physician Practice locations. If your doctor needs to
            examine you by hand, you will be asked to come in.</p>
        """,
    },
)

DOCTORS = (
    "physicians",
    {
        "heading": "Doctors who treat spinal tumors",
        "text": "They see people with tumors of the spine and take new patients.",
    },
)

ACTION = call_to_action(
    "Talk to someone who knows spinal tumors",
    "We partner with many neurologists and neurosurgeons. See one in person or in a virtual visit.",
)

SOURCES = (
    "sources",
    {
        "heading": "Sources",
        "sources": [
            {"title": "Spine tumors, the earlier page of the hospital", "publisher": "WakeMed"},
            {
                "title": "Spinal tumor",
                "publisher": "MedlinePlus, National Library of Medicine",
                "address": "https://medlineplus.gov/ency/article/001403.htm",
            },
            {
                "title": "Metastatic cancer: when cancer spreads",
                "publisher": "National Cancer Institute",
                "address": "https://www.cancer.gov/types/metastatic-cancer",
            },
        ],
    },
)
