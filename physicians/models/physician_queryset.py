"""Queries over the physicians: who may be shown, who can take which request, and what to fetch with them."""

import datetime
from collections.abc import Collection, Sequence
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db import models
from django.db.models import (
    Count,
    Exists,
    F,
    FloatField,
    Min,
    OuterRef,
    Prefetch,
    Q,
    Subquery,
    prefetch_related_objects,
)
from django.db.models.functions import Cos, Power, Radians

from .location import Location
from .vocabulary import Condition, Language, Procedure, Specialty


class PhysicianQuerySet(models.QuerySet[Any]):
    """The queries that recur."""

    def live(self) -> "PhysicianQuerySet":
        """Return published profiles. No others are ever shown, searched or requested."""
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
            # Not a join: `nearest_to` counts all conditions of the physicians that remain.
            physicians = physicians.filter(
                Exists(Condition.objects.filter(physicians=OuterRef("pk"), pk=condition.pk))
            )
        return physicians

    def speaking(self, code: str) -> "PhysicianQuerySet":
        """Return those who talk with patients in the language of this code; an empty code filters nothing."""
        return self.filter(Exists(Language.objects.filter(physicians=OuterRef("pk"), code=code))) if code else self

    def nearest_to(self, slug: str) -> "PhysicianQuerySet":
        """Order by how well each can replace the physician with this slug: treats the same conditions, works nearby.

        Distance is the square of the distance between clinics in degrees of latitude, as on a flat map, which is
        accurate enough to order the clinics of one region. Physicians without a mapped clinic come last among equals.
        """
        clinic = Location.objects.live().filter(physicians__slug=slug, latitude__isnull=False).order_by("pk")
        latitude, longitude = Subquery(clinic.values("latitude")[:1]), Subquery(clinic.values("longitude")[:1])
        north = Power(F("locations__latitude") - latitude, 2)
        east = Power((F("locations__longitude") - longitude) * Cos(Radians(latitude)), 2)
        conditions = Q(conditions__in=Condition.objects.live().filter(physicians__slug=slug))
        specialties = Q(specialties__in=Specialty.objects.live().filter(physicians__slug=slug))
        return self.annotate(
            treats_same=Count("conditions", filter=conditions, distinct=True),
            shares_field=Count("specialties", filter=specialties, distinct=True),
            near=Min(north + east, filter=Q(locations__live=True), output_field=FloatField()),
        ).order_by("-treats_same", "-shares_field", F("near").asc(nulls_last=True), "family_name", "id")

    def preferring(self, locations: Collection[Location]) -> "PhysicianQuerySet":
        """Put physicians who see patients at one of these locations first."""
        there = Location.objects.filter(physicians=OuterRef("pk"), pk__in=[location.pk for location in locations])
        return self.annotate(is_there=Exists(there)).order_by("-is_there", "family_name", "given_name", "id")

    def unverified_since(self, day: datetime.date) -> "PhysicianQuerySet":
        """Return those not verified after this day: never verified first, then the longest ago."""
        return self.filter(Q(verified_on=None) | Q(verified_on__lte=day)).order_by(
            F("verified_on").asc(nulls_first=True), "family_name", "given_name", "id"
        )

    def with_specialty_names(self) -> "PhysicianQuerySet":
        """Add `specialty_names`, a list, in the same query."""
        specialties = Specialty.objects.live().filter(physicians=OuterRef("pk")).order_by("name").values("name")
        return self.annotate(specialty_names=ArraySubquery(specialties))

    def with_choice(self) -> "PhysicianQuerySet":
        """Add `specialty_names` and `location_names`, for a radio button, in the same query."""
        locations = Location.objects.live().filter(physicians=OuterRef("pk")).order_by("name").values("name")
        return self.with_specialty_names().annotate(location_names=ArraySubquery(locations))

    def with_card(self) -> "PhysicianQuerySet":
        """Fetch the published things on a card in a list, in a fixed number of queries."""
        return self.select_related("photo").prefetch_related(*of_a_card())

    def with_profile(self) -> "PhysicianQuerySet":
        """Fetch what a profile shows in addition to a card, in a fixed number of queries."""
        return self.select_related("photo", "next_free").prefetch_related(
            Prefetch("conditions", Condition.objects.live()),
            Prefetch("procedures", Procedure.objects.live()),
            "languages",
        )


def of_a_card() -> list[str | Prefetch]:
    """Return the lookups of a card for `prefetch_related`, published things only."""
    return [
        "photo__renditions",
        Prefetch("specialties", Specialty.objects.live()),
        Prefetch("locations", Location.objects.live()),
    ]


def fetch_cards(physicians: Sequence[Any]) -> None:
    """Fetch the things on the cards of physicians who are already loaded, in three queries for all."""
    prefetch_related_objects(physicians, *of_a_card())


PhysicianManager = models.Manager.from_queryset(PhysicianQuerySet)
