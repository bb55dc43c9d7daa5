"""The context of a clinic's page, for patients and for an editor's preview."""

from typing import Any

from .crumbs import above_location

PHYSICIANS_SHOWN = 24  # of a clinic that may have hundreds; the directory has them all


def location_context(place: Any) -> dict[str, Any]:
    """Return the context for a Location: the first physicians by name, and whether there are more."""
    physicians: list[Any] = []
    if place.pk:  # a draft that was never saved has no physicians
        physicians = list(place.physicians.live().with_card()[: PHYSICIANS_SHOWN + 1])
    return {
        "location": place,
        "physicians": physicians[:PHYSICIANS_SHOWN],
        "more_physicians": len(physicians) > PHYSICIANS_SHOWN,
        "crumbs": above_location(),
    }
