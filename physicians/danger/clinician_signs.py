"""What clinicians write of a spine in danger: a nurse looks at a request that says so, and no card comes.

They are the red flags of spinal cord compression, cauda equina syndrome, infection and unstable injury (NICE NG234 and
NG59; ACR Appropriateness Criteria, Low Back Pain). sign_notation.py says how to read the lines. Patients' words for
the same are in english_spine_signs.py.
"""

import functools
from itertools import chain

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .alarms import Alarm
from .detector import Detector
from .sign_notation import Sign, read_sign
from .typed_words import cut_into_words

NO_CARD = ""

LISTS = {
    "LEVEL": "c1 c2 c3 c4 c5 c6 c7 c8 t1 t2 t3 t4 t5 t6 t7 t8 t9 t10 t11 t12 l1 l2 l3 l4 l5 s1 cervical thoracic "
    "lumbar spine spinal vertebra vertebrae vertebral cord conus epidural intradural extradural "
    "intramedullary",
    "LESION": "lesion lesions mass masses tumor tumors tumour tumours met mets metastasis metastases metastatic "
    "metastatic_disease neoplasm plasmacytoma meningioma schwannoma ependymoma chordoma "
    "pathologic_fracture pathologic_fx pathological_fracture pathologic_compression abscess collection",
    "CANCER": "cancer ca carcinoma malignancy myeloma lymphoma melanoma oncology",
    "NEW": "new newly acute acutely sudden suddenly progressive progressively progressing progression "
    "worsening worse worsened rapid rapidly increasing evolving declining deteriorating yesterday today "
    "week wk wks weeks days onset",
    "WEAK": "weak weakness motor_deficit motor_deficits neuro_deficit neuro_deficits neurologic_deficit "
    "neurologic_deficits neurological_deficit neurological_deficits focal_deficit deficit deficits "
    "motor_loss strength_loss loss_of_strength",
    "GAIT": "gait gait_disturbance ataxia ataxic unsteady unsteadiness imbalance balance walking ambulating "
    "ambulation ambulate walk nonambulatory falls falling",
    "TROUBLE": "trouble difficulty difficulties difficult disturbance instability unstable impaired impairment "
    "abnormal abnormality unable cant decline worsening worse wide_based broad_based spastic ataxic "
    "unsteady problem problems changes change",
    "LOW": "decreased diminished reduced absent lax poor loss lost no weak low",
    "PERINEUM": "saddle perineal perineum perianal genital groin buttock buttocks",
    "NUMB": "numb numbness anesthesia anaesthesia hypoesthesia hypesthesia hypoaesthesia paresthesia "
    "paresthesias sensory_loss sensory_deficit sensory_changes sensation",
    "FEVER": "fever fevers febrile chills rigors bacteremia bacteraemia sepsis septic mssa mrsa",
    "IVDU": "ivdu ivda pwid iv_drug iv_drugs iv_drug_use injection_drug injection_drugs injects heroin "
    "fentanyl_use dialysis immunosuppressed immunocompromised endocarditis bacteremia bacteraemia",
    "SMALL": "0 5 10 15 20 25 30 35 40 45 50",  # milliliters left in the bladder
    "OVER": "chronic longstanding long_standing old remote resolved healed treated years_ago yrs_ago year_ago "
    "since_childhood ruled_out normal negative unremarkable history_of hx_of hx s_p status_post",
}


def _sign(name: Promise, *lines: str, unless: str = "") -> Sign:
    return read_sign(name, NO_CARD, "en", LISTS, lines, unless=unless)


ALONE = (
    _sign(
        _("Cauda equina syndrome"),
        "cauda_equina|ces",
        "PERINEUM NUMB ~4 !sensation_intact|intact|normal",
        "LOW rectal_tone|anal_tone|sphincter_tone|anal_wink|perianal_sensation|rectal_sensation ~5",
        "urinary|urine|bladder retention|retaining|hesitancy",
        "pvr|post_void|postvoid|bladder_scan !normal|SMALL",
        "NEW incontinence|incontinent|bladder_dysfunction|bowel_dysfunction|bladder_symptoms ~4",
        unless="OVER|chronic|neurogenic_claudication",
    ),
    _sign(
        _("Compression of the spinal cord"),
        "cord compression|compressed|impingement|contusion|edema|hematoma|infarct|infarction ~4",
        "cord signal change|changes|abnormality|abnormal|t2|increased|hyperintensity ~6",
        "myelomalacia",
        "myelopathy|myelopathic",
        "epidural|spinal hematoma|haematoma ~3",
        "sensory_level",
        unless="OVER",
    ),
    _sign(
        _("Signs of an upper motor neuron lesion"),
        "clonus|hyperreflexia|hyperreflexic|babinski|hoffmann|hoffman|hoffmanns|hoffmans|upgoing_toes|lhermitte|"
        "lhermittes|upper_motor_neuron",
        unless="negative|normal|absent|symmetric|downgoing",
    ),
    _sign(
        _("Foot drop or weakness that is new or growing"),
        "foot_drop|drop_foot|footdrop|dropfoot NEW|weakness ~8",
        "WEAK NEW ~5",
        "paraparesis|quadriparesis|tetraparesis|quadriplegia|tetraplegia|paraplegia",
        unless="OVER",
    ),
    _sign(
        _("Unstable fracture or injury of the spinal cord"),
        "burst fx|fracture ~3",
        "unstable fx|fracture|spine|injury|dislocation ~5 !hip|wrist|ankle|gait",
        "retropulsion|retropulsed",
        "cord_injury|sci",
        "jumped_facet|jumped_facets|perched_facet|perched_facets|fracture_dislocation",
        unless="OVER",
    ),
    _sign(
        _("Infection of the spine"),
        "discitis|diskitis|spondylodiscitis|spondylodiskitis",
        "osteomyelitis|osteo LEVEL|vertebral ~4",
        "epidural|paraspinal|psoas|spinal abscess|phlegmon ~3",
        "FEVER IVDU ~14",
        "FEVER spine|back|neck|thoracic|lumbar pain|lbp bacteremia|bacteraemia|crp|esr ~14",
        "lbp|back|neck bacteremia|bacteraemia|sepsis",
        "wound|incision drainage|draining|purulent|pus|dehiscence|dehisced|erythema|infected|infection",
        "csf_leak|cerebrospinal_fluid_leak",
        unless="OVER|afebrile|wound_healed",
    ),
    _sign(
        _("Cancer with new pain of the spine"),
        "CANCER new|night|nocturnal|progressive|worsening back|spine|thoracic|lumbar|neck|lbp pain|lbp ~10",
    ),
)

LESION = _sign(
    _("A lesion of the spine with a deficit"),
    "LESION LEVEL ~8",
    "CANCER",
    unless="hemangioma|benign|incidental|bone_island",
)
DEFICIT = _sign(
    _("A deficit"),
    "GAIT TROUBLE ~4",
    "ataxia|ataxic|unsteady|paraparesis|nonambulatory|falls|wide_based_gait|clumsy|clumsiness",
    "WEAK",
    "urinary|bladder hesitancy|retention",
    "incontinence|incontinent",
    unless="normal|intact|chronic",
)


@functools.cache
def _detectors() -> tuple[Detector, Detector, Detector]:
    return Detector(ALONE), Detector([LESION]), Detector([DEFICIT])


def find_clinician_signs(text: str) -> list[Alarm]:
    """Return the signs that are in a clinician's words and that nothing denies: each with the words that say it.

    A lesion counts where a deficit is in the same text.
    """
    typed = cut_into_words(text)
    alone, lesions, deficits = (list(detector.alarms_in(typed)) for detector in _detectors())
    return list(chain(alone, lesions + deficits if lesions and deficits else ()))
