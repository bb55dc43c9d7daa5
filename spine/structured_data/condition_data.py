"""A condition for search engines, in the words of schema.org."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import StreamValue

from physicians.models import BodyRegion, Condition
from physicians.structured_data import Node

ANATOMY: dict[str, Any] = {
    BodyRegion.CERVICAL: _("Cervical spine"),
    BodyRegion.THORACIC: _("Thoracic spine"),
    BodyRegion.LUMBAR: _("Lumbar spine"),
    BodyRegion.SACRAL: _("Sacrum"),
    BodyRegion.WHOLE: _("Spine"),
}


def explained_condition(condition: Condition, *, address: str, summary: str, body: StreamValue) -> Node:
    """Return a condition as its page explains it. `address`: of the page, with the site's origin."""
    return {
        "@type": "MedicalCondition",
        "@id": f"{address}#condition",
        "name": condition.name,
        "description": summary,
        "associatedAnatomy": {"@type": "AnatomicalStructure", "name": ANATOMY[condition.body_region]},
        "signOrSymptom": symptoms(body),
        "possibleTreatment": treatments(body),
    }


def named_condition(condition: Condition) -> Node:
    """Return a condition that a treatment is for."""
    return {"@type": "MedicalCondition", "name": condition.name}


def symptoms(body: StreamValue) -> list[Node]:
    """Return the symptoms of the blocks, each once."""
    found: dict[str, Node] = {}
    for block in body.blocks_by_name("symptoms"):
        for symptom in block.value["symptoms"]:
            node = {"@type": "MedicalSymptom", "name": symptom["name"]}
            found.setdefault(symptom["name"], node | ({"description": d} if (d := symptom["detail"]) else {}))
    return list(found.values())


def treatments(body: StreamValue) -> list[Node]:
    """Return what the treatment pages of the blocks are about, each once, if anybody may open them."""
    pages = {page.pk: page for block in body.blocks_by_name("treatments") for page in block.value.open_pages}
    return [page.main_entity() for page in pages.values()]
