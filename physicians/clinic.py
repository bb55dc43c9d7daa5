"""What a clinic's page shows, the same to patients and in an editor's preview."""

from typing import TYPE_CHECKING, Any

from .crumbs import above_location

if TYPE_CHECKING:
    from .models import Location

PHYSICIANS_SHOWN = 24  # of a clinic of hundreds; the directory has them all


def location_context(place: "Location") -> dict[str, Any]:
    """Return what the page's template needs: the first physicians by name, and whether there are more."""
    physicians: list[Any] = []
    if place.pk:  # a draft that was never saved has none
        # The manager is that of Physician, which the model of a location cannot import.
        physicians = list(place.physicians.live().with_card()[: PHYSICIANS_SHOWN + 1])
    return {
        "location": place,
        "physicians": physicians[:PHYSICIANS_SHOWN],
        "more_physicians": len(physicians) > PHYSICIANS_SHOWN,
        "crumbs": above_location(),
    }
