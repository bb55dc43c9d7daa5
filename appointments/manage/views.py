"""The patient's own page: a link and a date of birth open it."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views import View
from django.views.decorators.cache import never_cache

from appointments.models import AppointmentRequest
from appointments.services.links import find_link, open_request

from .device import is_open, keep_open
from .forms import DateOfBirthForm
from .status_words import in_words


@method_decorator(never_cache, name="dispatch")
class ManageView(View):
    """Asks for the date of birth, then shows the request. An unknown link looks like any other."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Keep the address, which holds the token, out of the Referer of every request that the page makes.

        Not `no-referrer`: browsers then send `Origin: null`, which Django's CSRF check refuses.
        """
        response = super().dispatch(request, *args, **kwargs)
        response["Referrer-Policy"] = "strict-origin"
        return response

    def get(self, request: HttpRequest, token: str) -> HttpResponse:
        """Show the request on a device that has opened it, else the question."""
        link = find_link(token)
        if link is not None and is_open(request, link):
            return self.show_request(request, AppointmentRequest.objects.get(pk=link.request_id))
        return self.ask(request, DateOfBirthForm())

    def post(self, request: HttpRequest, token: str) -> HttpResponse:
        """Open the request; every way to fail gives the same words."""
        form = DateOfBirthForm(request.POST)
        if not form.is_valid():
            return self.ask(request, form, status=422)
        opened = open_request(token=token, date_of_birth=form.cleaned_data["date_of_birth"])
        link = find_link(token)
        if opened is None or link is None:
            form.add_error(
                "date_of_birth",
                _(
                    "This link and this date of birth do not open a request. "
                    "After five tries, wait 15 minutes or call us."
                ),
            )
            return self.ask(request, form, status=422)
        response = redirect("appointments:manage", token)
        keep_open(response, request, link)
        return response

    def ask(self, request: HttpRequest, form: DateOfBirthForm, status: int = 200) -> HttpResponse:
        """Render the question."""
        return render(request, "appointments/manage/ask.html", {"form": form}, status=status)

    def show_request(self, request: HttpRequest, record: AppointmentRequest) -> HttpResponse:
        """Render the request."""
        context = {
            "record": record,
            "words": in_words(record.status),
            "preferred_times": record.preferred_times.all(),
        }
        return render(request, "appointments/manage/request.html", context)
