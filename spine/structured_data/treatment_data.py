"""A treatment."""

from physicians.models import Condition
from physicians.structured_data import Node
from spine.pages.treatment_pages import TreatmentPage


def therapy(page: TreatmentPage) -> Node:
    """Return what a treatment's page is about. No field says that it is an operation, so it is not called one."""
    return {
        "@type": "MedicalTherapy",
        "@id": f"{page.full_url}#treatment",
        "name": page.title,
        "url": page.full_url,
        "description": page.summary,
    }


def treated(condition: Condition) -> Node:
    """Return a condition that a treatment is for."""
    return {"@type": "MedicalCondition", "name": condition.name}
