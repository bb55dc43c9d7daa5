"""The filters that staff keep under a name: their row above the queue, saving one, removing one."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from appointments.guards.refusals import Refused
from appointments.models import SavedFilter
from appointments.services.saved_filters import SHARE, remove_filter, save_filter

from .chosen_filters import queue_query
from .desk_staff import staff_of
from .row_keys import is_a_key


def saved_for(request: HttpRequest) -> list[dict[str, Any]]:
    """Return the filters that the viewer sees: name, address, whether it's open, and whether they may remove it."""
    staff, here = staff_of(request), queue_query(request.GET)
    may_share = staff.has_perm(SHARE)
    return [
        {
            "saved": saved,
            "query": f"?{saved.query}",
            "is_open": saved.query == here,
            "may_remove": saved.owner_id == staff.pk or (saved.is_shared and may_share),
        }
        for saved in SavedFilter.objects.seen_by(staff.pk)
    ]


class SavedFilterAdmin(admin.ModelAdmin):
    """The two buttons of saved filters."""

    def get_urls(self) -> list[URLPattern]:
        """Add the addresses of the buttons."""
        wrap = self.admin_site.admin_view
        return [
            path("filters/save/", wrap(require_POST(self.save_filter)), name="appointments_savedfilter_save"),
            path("filters/<str:key>/remove/", wrap(require_POST(self.remove)), name="appointments_savedfilter_remove"),
            *super().get_urls(),
        ]

    def save_filter(self, request: HttpRequest) -> HttpResponse:
        """Keep the filters of the page under the typed name, and show them."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        query = queue_query(request.POST)
        name, is_shared = request.POST.get("name", ""), bool(request.POST.get("is_shared"))
        try:
            saved = save_filter(owner=staff_of(request), name=name, query=query, is_shared=is_shared)
            messages.success(request, _("Saved as “%(name)s”.") % {"name": saved.name})
        except Refused as refusal:
            messages.error(request, str(refusal))
        return redirect(f"{reverse('admin:appointments_appointmentrequest_changelist')}?{query}")

    def remove(self, request: HttpRequest, key: str) -> HttpResponse:
        """Remove a saved filter, and show the queue."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        if is_a_key(key):
            remove_filter(pk=int(key), actor=staff_of(request))
        return redirect("admin:appointments_appointmentrequest_changelist")
