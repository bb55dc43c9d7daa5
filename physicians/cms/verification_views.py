"""Which profiles are due to be verified, and the buttons that verify and undo."""

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

DAYS = 90  # until a verified profile is due again
QUEUE = "physicians_verification"  # the name of the queue's address


def may_verify(user: Any) -> bool:
    """Return True for users who can verify what patients read about physicians."""
    return bool(user.has_perm("physicians.publish_physician"))


def due(today: datetime.date) -> PhysicianQuerySet:
    """Return the published profiles that are due to be verified, the longest wait first."""
    return Physician.objects.live().unverified_since(today - datetime.timedelta(days=DAYS))


@require_POST
def verify_view(request: HttpRequest, pk: int) -> HttpResponse:
    """Verify one profile as of today, and return to the queue."""
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
    """Undo the user's own verification of today."""
    if not may_verify(request.user):
        raise PermissionDenied
    physician = get_object_or_404(Physician, pk=pk)
    if take_back(physician=physician, by=request.user, today=timezone.localdate()):  # type: ignore[arg-type]
        done = _("%(name)s: verification undone. The earlier date is back.")
        messages.success(request, done % {"name": physician.display_name})
    else:
        messages.error(request, _("You haven't verified this profile today, so there is nothing to undo."))
    return redirect(QUEUE)


class VerificationPanel(Component):
    """The panel on the CMS home page for users who verify profiles."""

    name = "profiles_to_verify"
    template_name = "physicians/cms/verification_panel.html"
    order = 240

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        """Return how many profiles are due; 0 for users who can't verify them."""
        shown = may_verify(parent_context["request"].user)
        return {"count": due(timezone.localdate()).count() if shown else 0, "days": DAYS}
