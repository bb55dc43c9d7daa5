"""The page of a physician's hours. Editors change the profile in the CMS, not here."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import Max, OuterRef, QuerySet, Subquery
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from appointments.models import TimeOff, Weekday
from physicians.models import Physician

from .busy_file_upload import take_busy_file
from .hours_forms import BusyFileForm
from .physician_context import page_of


@admin.register(Physician)
class PhysicianHoursAdmin(admin.ModelAdmin):
    """Lists the physicians and opens the page of one."""

    list_display = ["name", "days", "away", "busy_times"]
    list_display_links = ["name"]
    list_per_page = 50
    search_fields = ["family_name", "given_name", "npi"]
    search_help_text = _("Part of the name, or the NPI.")
    sortable_by = ()
    actions = None
    show_full_result_count = False

    class Media:
        css = {"all": ["css/hours.css"]}

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
        return date_format(timezone.localtime(physician.next_off.lower), "N j, Y") if physician.next_off else ""

    @admin.display(description=_("busy times imported"))
    def busy_times(self, physician: Any) -> str:
        """Return when the health record's calendar was last imported."""
        at = physician.imported_at
        return date_format(timezone.localtime(at), "N j, Y, P") if at else gettext("Never")

    def get_urls(self) -> list[URLPattern]:
        """Add the upload of busy times."""
        upload = path(
            "<int:physician_id>/busy-times/",
            self.admin_site.admin_view(require_POST(self.upload)),
            name="physicians_physician_busy_times",
        )
        return [upload, *super().get_urls()]

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """Show the list."""
        return super().changelist_view(request, {**(extra_context or {}), "title": _("Availability")})

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Show the hours of one physician; raises Http404 and PermissionDenied."""
        if request.method != "GET":
            raise PermissionDenied
        usable = object_id.isascii() and object_id.isdecimal() and len(object_id) < 10
        return self.render_page(request, int(object_id) if usable else 0)

    def render_page(
        self, request: HttpRequest, physician_id: int, *, status: int = 200, **more: Any
    ) -> TemplateResponse:
        """Return the page; `more` is what an upload adds to its context."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        physician = Physician.objects.filter(pk=physician_id).first()
        if physician is None:
            raise Http404
        context = {
            **self.admin_site.each_context(request),
            "title": physician.display_name,
            "opts": self.opts,
            "media": self.media,
            "may_change": request.user.has_perm("appointments.change_availabilityrule"),
            "may_import": request.user.has_perm("appointments.add_busyimport"),
            "busy_form": BusyFileForm(),
            **page_of(physician),
            **more,
        }
        return TemplateResponse(request, "admin/appointments/availability/physician.html", context, status=status)

    def upload(self, request: HttpRequest, physician_id: int) -> HttpResponse:
        """Import a file of busy times and show the page with the result."""
        if not request.user.has_perm("appointments.add_busyimport"):
            raise PermissionDenied
        physician = Physician.objects.filter(pk=physician_id).first()
        if physician is None:
            raise Http404
        status, shown = take_busy_file(request, physician)
        return self.render_page(request, physician_id, status=status, **shown)

    def has_view_permission(self, request: HttpRequest, obj: Physician | None = None) -> bool:
        """Allow everyone who may see the rules."""
        return request.user.has_perm("appointments.view_availabilityrule")

    def has_module_permission(self, request: HttpRequest) -> bool:
        """Allow everyone who may see the rules."""
        return self.has_view_permission(request)

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Refuse: profiles are created in the CMS."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Physician | None = None) -> bool:
        """Refuse: profiles are changed in the CMS."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Physician | None = None) -> bool:
        """Refuse: profiles are unpublished in the CMS."""
        return False
