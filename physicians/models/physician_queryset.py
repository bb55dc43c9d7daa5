"""What may be shown of the physicians, and who can take which request."""

from typing import Any

from django.db import models

from .vocabulary import Condition


class PhysicianQuerySet(models.QuerySet[Any]):
    """Every reading of the physicians that recurs."""

    def live(self) -> "PhysicianQuerySet":
        """Return published profiles: the only ones that are ever shown, searched or requested."""
        return self.filter(live=True)

    def accepting(self) -> "PhysicianQuerySet":
        """Return those who take new patients."""
        return self.filter(accepting_new_patients=True)

    def offering_virtual_visits(self, *, state: str | None = None) -> "PhysicianQuerySet":
        """Return those who see patients by video, and are licensed in `state` (two-letter code) when one is given."""
        physicians = self.filter(offers_virtual_visits=True)
        return physicians if state is None else physicians.filter(licensed_states__contains=[state])

    def able_to_take(
        self, *, virtual: bool, state: str | None = None, condition: Condition | None = None
    ) -> "PhysicianQuerySet":
        """Return published physicians who take new patients for this kind of visit.

        `state` is where the patient will be during a virtual visit; without it a license is not asked for.
        A physician gives the same answer in words (`why_not`).
        """
        physicians = self.live().accepting()
        if virtual:
            physicians = physicians.offering_virtual_visits(state=state)
        if condition is not None:
            physicians = physicians.filter(conditions=condition)
        return physicians

    def with_card(self) -> "PhysicianQuerySet":
        """Fetch what a card in a list shows, in a fixed number of queries."""
        return self.prefetch_related("specialties", "locations", "languages")

    def with_profile(self) -> "PhysicianQuerySet":
        """Fetch what the profile shows, in a fixed number of queries."""
        return self.with_card().prefetch_related("conditions")


PhysicianManager = models.Manager.from_queryset(PhysicianQuerySet)
