"""The page of a hand-over: how far it has come, and the button that undoes it."""

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils.translation import gettext as _

from appointments.models import HandOver
from appointments.services.requests.hand_overs import ask_to_undo


class HandOverPage(admin.ModelAdmin):
    """Adds the page to the desk."""

    def get_urls(self) -> list[URLPattern]:
        """Add its address."""
        page = path(
            "hand-over/<int:hand_over_id>/",
            self.admin_site.admin_view(self.hand_over_page),
            name="appointments_appointmentrequest_hand_over",
        )
        return [page, *super().get_urls()]

    def hand_over_page(self, request: HttpRequest, hand_over_id: int) -> HttpResponse:
        """Show it, or undo it; raises Http404 and PermissionDenied."""
        if not self.has_change_permission(request):
            raise PermissionDenied
        hand_over = get_object_or_404(HandOver.objects.select_related("by", "to"), pk=hand_over_id)
        if request.method == "POST":
            ask_to_undo(hand_over_id=hand_over.pk)
            return redirect("admin:appointments_appointmentrequest_hand_over", hand_over.pk)
        context = {
            **self.admin_site.each_context(request),
            "title": _("Hand-over to %(name)s") % {"name": hand_over.to},
            "opts": self.opts,
            "hand_over": hand_over,
            "done": len(hand_over.handed) + hand_over.refused,
        }
        return TemplateResponse(request, "admin/appointments/appointmentrequest/hand_over.html", context)
