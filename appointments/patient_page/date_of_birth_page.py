"""The link in a mail opens this page: it asks for the date of birth, then shows the patient's page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views import View
from django.views.decorators.cache import never_cache

from appointments.guards.client_address import client_address
from appointments.guards.limits import DATE_TRIES, use
from appointments.guards.links import find_link, link_tried, open_request
from appointments.guards.outage import keeps_what_was_typed
from appointments.guards.rate_limited import too_many
from appointments.models import AppointmentRequest

from .open_cookie import is_open, keep_open
from .own_page import show_own_page
from .patient_forms import DateOfBirthForm
from .referrer_policy import keep_address_out_of_referer


@method_decorator(never_cache, name="dispatch")
@method_decorator(keep_address_out_of_referer, name="dispatch")
@method_decorator(keeps_what_was_typed(DateOfBirthForm), name="dispatch")
class ManageView(View):
    """Asks for the date of birth, then shows the request. An unknown link looks like any other."""

    def get(self, request: HttpRequest, token: str) -> HttpResponse:
        """Show the request if this device has opened it, otherwise ask for the date of birth."""
        link = find_link(token)
        if link is not None and is_open(request, link):
            appointment_request = AppointmentRequest.objects.select_related("condition", "physician").get(
                pk=link.request_id
            )
            response = show_own_page(request, appointment_request, token)
            keep_open(response, link)
            return response
        return self.ask(request, DateOfBirthForm())

    def post(self, request: HttpRequest, token: str) -> HttpResponse:
        """Open the request. Every failure gets the same words and counts as a try."""
        form = DateOfBirthForm(request.POST)
        if not form.is_valid():
            return self.ask(request, form, status=422)
        again_at = use((DATE_TRIES, client_address(request)))
        if again_at:
            return too_many(request, again_at)
        link = find_link(token)
        opened = open_request(token=token, date_of_birth=form.cleaned_data["date_of_birth"])
        link_tried.send(sender=ManageView, request=request, link=link, opened=opened is not None)
        if opened is None or link is None:
            form.add_error(
                "date_of_birth",
                _(
                    "This link and date of birth don't open a request. Check both. After five wrong dates "
                    "the link is locked for 15 minutes, even for the right date."
                ),
            )
            return self.ask(request, form, status=422)
        response = redirect("appointments:manage", token)
        keep_open(response, link)
        return response

    def ask(self, request: HttpRequest, form: DateOfBirthForm, status: int = 200) -> HttpResponse:
        """Render the form."""
        return render(request, "appointments/patient_page/ask.html", {"form": form}, status=status)
