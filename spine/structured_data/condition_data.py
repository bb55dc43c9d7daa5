"""A condition."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from physicians.models import BodyRegion
from physicians.structured_data import Node
from spine.pages.condition_pages import ConditionPage

from .treatment_data import therapy

ANATOMY: dict[str, Any] = {
    BodyRegion.CERVICAL: _("Cervical spine"),
    BodyRegion.THORACIC: _("Thoracic spine"),
    BodyRegion.LUMBAR: _("Lumbar spine"),
    BodyRegion.SACRAL: _("Sacrum"),
    BodyRegion.WHOLE: _("Spine"),
}


def condition(page: ConditionPage) -> Node:
    """Return what a condition's page is about."""
    about = page.condition
    return {
        "@type": "MedicalCondition",
        "@id": f"{page.full_url}#condition",
        "name": about.name,
        "description": page.summary,
        "associatedAnatomy": {"@type": "AnatomicalStructure", "name": ANATOMY[about.body_region]},
        "signOrSymptom": symptoms(page),
        "possibleTreatment": treatments(page),
    }


def symptoms(page: ConditionPage) -> list[Node]:
    """Return the symptoms of its blocks, each once."""
    found: dict[str, Node] = {}
    for block in page.body.blocks_by_name("symptoms"):
        for symptom in block.value["symptoms"]:
            node = {"@type": "MedicalSymptom", "name": symptom["name"]}
            found.setdefault(symptom["name"], node | ({"description": d} if (d := symptom["detail"]) else {}))
    return list(found.values())


def treatments(page: ConditionPage) -> list[Node]:
    """Return the treatment pages of its blocks that anybody may open, each once."""
    blocks = page.body.blocks_by_name("treatments")
    return list(
        {open_page.pk: therapy(open_page) for block in blocks for open_page in block.value.open_pages}.values()
    )
