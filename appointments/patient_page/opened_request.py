"""The base of every page behind the date of birth."""

from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.decorators import method_decorator
from django.views import View
from django.views.decorators.cache import never_cache

from appointments.guards.links import find_link
from appointments.guards.outage import keeps_what_was_typed
from appointments.models import AppointmentRequest

from .open_cookie import is_open, keep_open
from .patient_forms import NOT_TYPED, AnswerForm, AskToMoveForm, CancelForm, NoneSuitsForm
from .referrer_policy import keep_address_out_of_referer


@method_decorator(never_cache, name="dispatch")
@method_decorator(keep_address_out_of_referer, name="dispatch")
@method_decorator(
    keeps_what_was_typed(CancelForm, NoneSuitsForm, AnswerForm, AskToMoveForm, not_typed=NOT_TYPED), name="dispatch"
)
class OpenRequestView(View):
    """A page behind the date of birth. A device that hasn't given it is asked for it first."""

    appointment_request: AppointmentRequest
    token: str

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Find the request that the link opens."""
        self.token = kwargs["token"]
        link = find_link(self.token)
        if link is None or not is_open(request, link):
            return redirect("appointments:manage", self.token)
        self.appointment_request = AppointmentRequest.objects.select_related("condition", "physician").get(
            pk=link.request_id
        )
        response = super().dispatch(request, *args, **kwargs)
        keep_open(response, link)
        return response
