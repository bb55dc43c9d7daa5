"""Which profiles wait to be verified, and the button that does it."""

import datetime
from collections.abc import Mapping
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.admin.ui.components import Component
from wagtail.admin.utils import get_valid_next_url_from_request

from physicians.models import Physician
from physicians.models.physician_queryset import PhysicianQuerySet
from physicians.services.profile_verification import take_back, verify

DAYS = 90  # that a verified profile stays so
QUEUE = "physicians_verification"  # the name of the queue's address


def may_verify(user: Any) -> bool:
    """Tell whether this person attests what patients read about physicians."""
    return bool(user.has_perm("physicians.publish_physician"))


def due(today: datetime.date) -> PhysicianQuerySet:
    """Return the published profiles that wait to be verified, those who have waited longest first."""
    return Physician.objects.live().unverified_since(today - datetime.timedelta(days=DAYS))


@require_POST
def verify_view(request: HttpRequest, pk: int) -> HttpResponse:
    """Attest one profile as of today, and stay in the queue."""
    if not may_verify(request.user):
        raise PermissionDenied
    physician = get_object_or_404(Physician.objects.live(), pk=pk)
    verify(physician=physician, by=request.user, today=timezone.localdate())  # type: ignore[arg-type]
    messages.success(
        request,
        _("%(name)s: verified today. Patients see the date on the profile.") % {"name": physician.display_name},
    )
    return redirect(get_valid_next_url_from_request(request) or QUEUE)


@require_POST
def take_back_view(request: HttpRequest, pk: int) -> HttpResponse:
    """Undo one's own click of today."""
    if not may_verify(request.user):
        raise PermissionDenied
    physician = get_object_or_404(Physician, pk=pk)
    if take_back(physician=physician, by=request.user, today=timezone.localdate()):  # type: ignore[arg-type]
        done = _("%(name)s: not verified today. The earlier date stands again.")
        messages.success(request, done % {"name": physician.display_name})
    else:
        messages.error(request, _("There is nothing of yours to take back there."))
    return redirect(QUEUE)


class VerificationPanel(Component):
    """What the start page of the CMS tells whoever verifies profiles."""

    name = "profiles_to_verify"
    template_name = "physicians/cms/verification_panel.html"
    order = 240

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        """Return how many wait; nothing for whoever cannot act on it."""
        shown = may_verify(parent_context["request"].user)
        return {"count": due(timezone.localdate()).count() if shown else 0, "days": DAYS}
