"""What the selects of the desk offer: physicians, places and languages by name, and “Not said”."""

import dataclasses
from typing import Any

from django.core.cache import caches
from django.db.models import OuterRef, Subquery
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from appointments.calendar.clinic_days import RECENT_SECONDS
from appointments.models import BusyImport
from physicians.models import Condition, Language, Location, Physician

VIRTUAL = "virtual"
NOT_SAID = ("", gettext_lazy("Not said"))
OF_THE_PROFILE = ("biography", "education", "board_certifications")  # long, and no select shows them


def with_specialty(physician: Any) -> str:
    """Return a physician's name and specialties: “Ana Lopez, MD · Neurosurgery”. Needs `with_specialty_names`."""
    return " · ".join([physician.display_name, *physician.specialty_names])


def recent_conditions() -> list[tuple[str, str]]:
    """Return the published conditions as options of a select, as of at most five minutes ago."""
    found: list[tuple[str, str]] | None = caches["process"].get("conditions")
    if found is None:
        found = [(str(key), name) for key, name in Condition.objects.live().values_list("pk", "name")]
        caches["process"].set("conditions", found, RECENT_SECONDS)
    return found


@dataclasses.dataclass(frozen=True)
class Directory:
    """All physicians and places that can be chosen, by key; whose calendar the health record has never given us."""

    physicians: dict[int, Physician]
    locations: dict[int, Location]
    languages: dict[str, Language]  # by code
    never_imported: frozenset[int]  # keys of physicians

    @classmethod
    def load(cls) -> "Directory":
        """Return the published physicians and locations and the languages, in three queries."""
        imports = BusyImport.objects.filter(physician=OuterRef("pk")).order_by().values("pk")
        published = Physician.objects.live().with_specialty_names().defer(*OF_THE_PROFILE)
        physicians = {each.pk: each for each in published.annotate(an_import=Subquery(imports[:1]))}
        return cls(
            physicians=physicians,
            locations={location.pk: location for location in Location.objects.live()},
            languages={language.code: language for language in Language.objects.all()},
            never_imported=frozenset(key for key, each in physicians.items() if each.an_import is None),
        )

    def physician_choices(self, blank: Any) -> list[tuple[str, Any]]:
        """Return the options of a select."""
        return [("", blank), *((str(key), with_specialty(one)) for key, one in self.physicians.items())]

    def clinic_choices(self) -> list[tuple[str, Any]]:
        """Return the options of a list to choose from."""
        return [(str(key), location.name) for key, location in self.locations.items()]

    def language_choices(self, blank: Any) -> list[tuple[str, Any]]:
        """Return the options of a select."""
        return [("", blank), *((code, language.name) for code, language in self.languages.items())]

    def place_choices(self, blank: Any) -> list[tuple[str, Any]]:
        """Return the options of a select: by video, and each location."""
        locations = ((str(key), location.name) for key, location in self.locations.items())
        return [("", blank), (VIRTUAL, _("Virtual visit")), *locations]
