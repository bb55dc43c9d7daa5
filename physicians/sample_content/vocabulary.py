"""The vocabulary to begin with: what patients have, in both tongues, who treats it, and the languages spoken."""

from django.utils.text import slugify

from physicians.models import BodyRegion, Condition, Language, Specialty

from .rows import create_unless_there

# (name, where in the spine, patients' words)
CONDITIONS = [
    (
        "Tumors of the spine",
        BodyRegion.WHOLE,
        "spine tumor, spinal tumor, spinal cord tumor, tumor in my back, growth on the spine, spine cancer, "
        "cancer in the spine, lump in the spine, benign tumor, intradural tumor, intramedullary tumor, "
        "lesion on the spine, mass on the spine, spot on the spine, "
        "meningioma, schwannoma, ependymoma, neurofibroma, chordoma, sarcoma",
    ),
    (
        "Metastatic cancer to the spine",
        BodyRegion.WHOLE,
        "cancer that spread to the spine, cancer spread to the bones, spine metastasis, spinal metastases, "
        "bone cancer in my back, lung cancer in the spine, breast cancer in the spine, prostate cancer in the spine",
    ),
    (
        "Herniated disk",
        BodyRegion.WHOLE,
        "slipped disk, bulging disk, ruptured disk, disk out of place, pinched nerve, disk pressing on a nerve",
    ),
    (
        "Spinal stenosis",
        BodyRegion.WHOLE,
        "narrowing of the spine, narrow spinal canal, legs hurt when I walk, leg pain when standing, heavy legs",
    ),
    (
        "Sciatica",
        BodyRegion.LUMBAR,
        "pain down my leg, shooting leg pain, leg numbness, sciatic nerve pain, pinched nerve in the lower back, "
        "burning leg pain",
    ),
    (
        "Cervical radiculopathy",
        BodyRegion.CERVICAL,
        "pinched nerve in the neck, pain down my arm, numb fingers, tingling arm, weak grip",
    ),
    (
        "Myelopathy",
        BodyRegion.CERVICAL,
        "pressure on the spinal cord, squeezed spinal cord, clumsy hands, dropping things, unsteady walking, "
        "loss of balance, trouble walking",
    ),
    (
        "Cauda equina syndrome",
        BodyRegion.LUMBAR,
        "numbness between the legs, saddle numbness, loss of bladder control, loss of bowel control",
    ),
    (
        "Compression fracture",
        BodyRegion.THORACIC,
        "broken back, broken vertebra, collapsed vertebra, cracked spine, fractured spine, crushed vertebra",
    ),
    ("Osteoporosis of the spine", BodyRegion.WHOLE, "brittle bones, thin bones, weak bones, getting shorter"),
    (
        "Scoliosis",
        BodyRegion.WHOLE,
        "curved spine, crooked back, crooked spine, curvature of the spine, uneven shoulders, S-shaped spine",
    ),
    ("Kyphosis", BodyRegion.THORACIC, "hunchback, rounded back, stooped back, hump in the upper back"),
    (
        "Spondylolisthesis",
        BodyRegion.LUMBAR,
        "slipped vertebra, slipped bone in the back, vertebra out of place, unstable spine",
    ),
    (
        "Degenerative disk disease",
        BodyRegion.WHOLE,
        "worn disk, disk wear and tear, dried out disk, collapsed disk, worn out back",
    ),
    (
        "Arthritis of the spine",
        BodyRegion.WHOLE,
        "spondylosis, facet joint pain, bone spurs, stiff back, stiff spine, worn joints",
    ),
    (
        "Low back pain",
        BodyRegion.LUMBAR,
        "back pain, backache, bad back, sore back, back hurts, lumbago, pulled back muscle, back spasm",
    ),
    ("Neck pain", BodyRegion.CERVICAL, "neck hurts, stiff neck, sore neck, crick in the neck, neck spasm"),
    ("Whiplash", BodyRegion.CERVICAL, "neck injury, neck pain after a car crash, neck sprain"),
    (
        "Spinal cord injury",
        BodyRegion.WHOLE,
        "hurt spinal cord, spine injury, broken neck, paralysis, paralyzed, paraplegia, tetraplegia",
    ),
    (
        "Spinal infection",
        BodyRegion.WHOLE,
        "infected spine, infected disk, diskitis, osteomyelitis, epidural abscess",
    ),
    (
        "Sacroiliac joint pain",
        BodyRegion.SACRAL,
        "SI joint pain, pain where spine and pelvis meet, buttock pain, tailbone pain",
    ),
    (
        "Pain after back surgery",
        BodyRegion.WHOLE,
        "failed back surgery, still hurts after surgery, back pain that came back after an operation, scar tissue",
    ),
    ("Chiari malformation", BodyRegion.CERVICAL, "headache when coughing, syrinx, syringomyelia, brain slipping down"),
]

# (name, who practices it, patients' words)
SPECIALTIES = [
    (
        "Neurosurgery",
        "Neurosurgeon",
        "spine surgeon, brain and spine surgeon, back surgeon, nerve surgeon, back surgery, spine surgery",
    ),
    (
        "Orthopedic spine surgery",
        "Orthopedic spine surgeon",
        "spine surgeon, bone doctor, bone surgeon, orthopedist, back surgeon, back surgery, spinal fusion",
    ),
    ("Neurology", "Neurologist", "nerve doctor, nerve test, EMG, numbness and weakness"),
    (
        "Physical medicine and rehabilitation",
        "Rehabilitation physician",
        "physiatrist, rehab doctor, back doctor without surgery, exercise, physical therapy, PM&R",
    ),
    (
        "Pain medicine",
        "Pain medicine physician",
        "pain doctor, pain management, pain clinic, back injection, epidural, steroid shot, nerve block",
    ),
    ("Radiation oncology", "Radiation oncologist", "radiation doctor, radiation for cancer, radiosurgery"),
    ("Medical oncology", "Medical oncologist", "cancer doctor, oncologist, chemo, chemotherapy, immunotherapy"),
    (
        "Interventional radiology",
        "Interventional radiologist",
        "needle biopsy, image-guided biopsy, vertebroplasty, kyphoplasty, cement for a broken vertebra",
    ),
]

LANGUAGES = [
    ("en", "English"),
    ("ase", "American Sign Language"),
    ("ar", "Arabic"),
    ("fr", "French"),
    ("hi", "Hindi"),
    ("ko", "Korean"),
    ("cmn", "Mandarin Chinese"),
    ("pl", "Polish"),
    ("pt", "Portuguese"),
    ("es", "Spanish"),
    ("vi", "Vietnamese"),
    ("yo", "Yoruba"),
]


def load_vocabulary() -> None:
    """Create the words that do not exist yet."""
    for name, region, phrases in CONDITIONS:
        values = {"body_region": region, "lay_phrases": phrases.split(", ")}
        create_unless_there(Condition, unique={"name": name, "slug": slugify(name)}, **values)
    for name, practitioner, phrases in SPECIALTIES:
        values = {"practitioner": practitioner, "lay_phrases": phrases.split(", ")}
        create_unless_there(Specialty, unique={"name": name, "slug": slugify(name)}, **values)
    for code, name in LANGUAGES:
        create_unless_there(Language, unique={"code": code, "name": name})
