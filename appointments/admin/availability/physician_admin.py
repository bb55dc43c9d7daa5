"""The page of a physician's hours. Editors change the profile in the CMS, not here."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.views.decorators.http import require_POST

from physicians.models import Physician

from .busy_file_form import BusyFileForm
from .busy_file_upload import take_busy_file
from .physician_context import page_of
from .physician_list import PhysicianList


@admin.register(Physician)
class PhysicianHoursAdmin(PhysicianList):
    """Opens the page of one physician from the list of all."""

    class Media:
        css = {"all": ["css/hours.css"]}

    def get_urls(self) -> list[URLPattern]:
        """Add the upload of busy times."""
        upload = path(
            "<int:physician_id>/busy-times/",
            self.admin_site.admin_view(require_POST(self.upload)),
            name="physicians_physician_busy_times",
        )
        return [upload, *super().get_urls()]

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
