"""The list of physicians, with what it says of their hours."""

from typing import Any

from django.contrib import admin
from django.db.models import Max, OuterRef, QuerySet, Subquery
from django.http import HttpRequest
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from appointments.admin.titled_list import TitledList
from appointments.models import TimeOff, Weekday
from physicians.models import Physician


class PhysicianList(TitledList):
    """All physicians, whether patients see them or not."""

    list_title = _("Availability")
    empty_words = _("No physicians found.")

    list_display = ["name", "days", "away", "busy_times"]
    list_display_links = ["name"]
    list_per_page = 50
    search_fields = ["family_name", "given_name", "npi"]
    search_help_text = _("Part of the name, or the NPI.")
    sortable_by = ()
    actions = None
    show_full_result_count = False

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest | None = None) -> bool:
        """Refuse every filter from the address: the list has none."""
        return False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Physician]:
        """Return all physicians with what the list says of each."""
        now = timezone.now()
        next_off = TimeOff.objects.filter(physician=OuterRef("pk"), period__endswith__gt=now).order_by("period")
        return (
            Physician.objects.prefetch_related("availability_rules")
            .annotate(
                next_off=Subquery(next_off.values("period")[:1]),
                imported_at=Max("busy_imports__at"),
            )
            .order_by("family_name", "given_name", "id")
        )

    @admin.display(description=_("physician"))
    def name(self, physician: Physician) -> str:
        """Return the name, and whether patients see the profile."""
        name = physician.display_name
        return name if physician.live else gettext("%(name)s (not published)") % {"name": name}

    @admin.display(description=_("weekly hours"))
    def days(self, physician: Any) -> str:
        """Return the weekdays of the rules in force."""
        today = timezone.localdate()
        weekdays = sorted(
            {
                rule.weekday
                for rule in physician.availability_rules.all()
                if rule.effective_from <= today and (rule.effective_until is None or rule.effective_until >= today)
            }
        )
        return ", ".join(str(Weekday(day).label) for day in weekdays) or gettext("None")

    @admin.display(description=_("next time off"))
    def away(self, physician: Any) -> str:
        """Return the first day of the next time off."""
        if not physician.next_off:
            return ""
        day = date_format(timezone.localtime(physician.next_off.lower), "N j, Y")
        return gettext("Off from %(day)s") % {"day": day}  # a narrow screen shows no headings

    @admin.display(description=_("busy times"))
    def busy_times(self, physician: Any) -> str:
        """Return when the health record's calendar was last imported."""
        at = physician.imported_at
        if not at:
            return gettext("Never imported")
        return gettext("Imported %(when)s") % {"when": date_format(timezone.localtime(at), "N j, Y, P")}
