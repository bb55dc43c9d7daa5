"""The patient moves a booked visit by choosing a free time and confirming it, or asks us to call."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from appointments.guards.client_address import client_address
from appointments.guards.limits import SENDS, use
from appointments.guards.rate_limited import too_many
from appointments.guards.refusals import Refused
from appointments.models import Appointment
from appointments.services.visits.patient_changes import ask_to_move, may_change_visit, move_own_visit
from appointments.services.visits.reservations import Wanted
from appointments.workflow import Status
from physicians.models import Location

from .booked_visit import active_visit_of
from .opened_request import OpenRequestView
from .own_page import done, show_own_page
from .patient_forms import AskToMoveForm, ConfirmMoveForm
from .times_to_move_to import page_of_times, wanted_for, when_of


class VisitView(OpenRequestView):
    """A page about the booked visit. Goes to the patient's page if there is none, or if it's too late to change it."""

    visit: Appointment

    def get(self, request: HttpRequest, token: str) -> HttpResponse:
        """Show the page."""
        if self.find_visit() and may_change_visit(self.visit) and self.appointment_request.status == Status.BOOKED:
            return self.show(request)
        return self.own_page()

    def find_visit(self) -> bool:
        """Fetch the visit and return True if there is one."""
        visit = active_visit_of(self.appointment_request)
        if visit is None:
            return False
        self.visit = visit
        return True

    def show(self, request: HttpRequest) -> HttpResponse:
        """Render the first view of the page."""
        raise NotImplementedError

    def own_page(self) -> HttpResponse:
        """Go to the patient's page."""
        return redirect("appointments:manage", self.token)

    def render(
        self, template: str, *, back: str = "appointments:manage", status: int = 200, **more: Any
    ) -> HttpResponse:
        """Render a template about the visit."""
        context = {
            "appointment_request": self.appointment_request,
            "visit": self.visit,
            "token": self.token,
            "back": reverse(back, args=[self.token]),
        }
        return render(self.request, f"appointments/patient_page/{template}.html", context | more, status=status)


class MoveView(VisitView):
    """Shows the same doctor's free times, a few days at a time."""

    def show(self, request: HttpRequest) -> HttpResponse:
        """Show the free times."""
        return self.show_times()

    def show_times(self, *, problem: str = "", status: int = 200) -> HttpResponse:
        """Show the free times, and what was wrong with the last choice."""
        page = page_of_times(self.request, self.visit)
        return self.render("move", page=page, problem=problem, status=status)


class ConfirmMoveView(MoveView):
    """Shows the old time and the new one before anything is moved."""

    def show(self, request: HttpRequest) -> HttpResponse:
        """Ask the patient to confirm the chosen time. Opening the page doesn't hold it."""
        wanted = wanted_for(self.visit, request.GET.get("time", ""))
        if wanted is None:
            return self.show_times(problem=_("Choose one of the times."), status=422)
        if wanted.start == self.visit.start and wanted.location_id == self.visit.location_id:
            return self.own_page()
        return self.ask(wanted)

    def ask(self, wanted: Wanted) -> HttpResponse:
        """Render the form."""
        location = Location.objects.live().filter(pk=wanted.location_id).first() if wanted.location_id else None
        if wanted.location_id and location is None:
            return self.show_times(problem=_("Choose one of the times."), status=422)
        return self.render(
            "move_confirm",
            back="appointments:move",
            value=self.request.GET["time"],
            when=when_of(wanted, self.visit, location),
            new_location=location if wanted.location_id != self.visit.location_id else None,
        )

    def post(self, request: HttpRequest, token: str) -> HttpResponseBase:
        """Move the visit, or show the times again and say why that didn't work."""
        if not self.find_visit():
            return self.own_page()
        form = ConfirmMoveForm(request.POST)
        wanted = wanted_for(self.visit, form.cleaned_data["time"]) if form.is_valid() else None
        if wanted is None:
            return self.show_times(problem=_("Choose one of the times."), status=422)
        if again_at := use((SENDS, client_address(request))):
            return too_many(request, again_at)
        try:
            move_own_visit(
                request_id=self.appointment_request.pk, seen_sequence=form.cleaned_data["seen_sequence"], wanted=wanted
            )
        except Refused as refusal:
            return self.show_why_not(form, str(refusal))
        return done(token, "moved")

    def show_why_not(self, form: ConfirmMoveForm, why: str) -> HttpResponse:
        """Show the times again, or the patient's page if it's too late to move the visit."""
        self.appointment_request.refresh_from_db(fields=["status", "closed_reason", "answer_by"])
        if self.find_visit() and may_change_visit(self.visit) and self.appointment_request.status == Status.BOOKED:
            return self.show_times(problem=why, status=409)
        form.add_error(None, why)
        return show_own_page(self.request, self.appointment_request, self.token, form=form, status=409)


class AskToMoveView(VisitView):
    """Asks what would work, so that staff can call."""

    def show(self, request: HttpRequest) -> HttpResponse:
        """Show the question."""
        return self.render("ask_to_move", back="appointments:move", form=AskToMoveForm())

    def post(self, request: HttpRequest, token: str) -> HttpResponse:
        """Pass the wish on to staff. The visit stays booked."""
        if not self.find_visit():
            return self.own_page()
        form = AskToMoveForm(request.POST)
        if not form.is_valid():
            return self.render("ask_to_move", back="appointments:move", form=form, status=422)
        if again_at := use((SENDS, client_address(request))):
            return too_many(request, again_at)
        try:
            ask_to_move(request_id=self.appointment_request.pk, text=form.cleaned_data["instead"])
        except Refused as refusal:
            form.add_error(None, str(refusal))
            return self.render("ask_to_move", back="appointments:move", form=form, status=409)
        return done(token, "asked")
