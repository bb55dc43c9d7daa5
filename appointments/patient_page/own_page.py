"""The patient's page once it's open: the status of the request and what can be done."""

from typing import Any

from django import forms
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from appointments.answers import RequestAnswers, in_words
from appointments.models import Appointment, AppointmentChange, AppointmentRequest
from appointments.services.requests.amendments import may_change
from appointments.services.requests.cancellations import may_cancel, may_take_back
from appointments.status_words import lost_visit_in_words, status_in_words
from appointments.workflow import CLOCK_RUNS, AppointmentStatus, Status

from .booked_visit import VisitOnPage, active_visit_of, visit_on_page
from .message_thread import messages_on_page
from .offered_times import OffersOnPage, offers_on_page
from .patient_forms import AnswerForm, ChooseTimeForm

# What has just been done, shown once at the top of the page, as long as the request still has the resulting status.
DONE: dict[str, tuple[Status, str | Promise]] = {
    "booked": (Status.BOOKED, _("Thank you. This time is yours now.")),
    "moved": (Status.BOOKED, _("Your visit has been moved. This is its new time.")),
    "refused": (Status.IN_REVIEW, _("Thank you for telling us. We'll look for other times.")),
    "answered": (Status.IN_REVIEW, _("Thank you. We have your answer.")),
    "asked": (
        Status.IN_REVIEW,
        _("We've received your request for a different time. Your current appointment is still booked."),
    ),
}


def done(token: str, what: str) -> HttpResponse:
    """Go back to the patient's page, which says what was done."""
    return redirect(f"{reverse('appointments:manage', args=[token])}?done={what}")


def show_own_page(
    request: HttpRequest,
    appointment_request: AppointmentRequest,
    token: str,
    *,
    form: forms.Form | None = None,
    status: int = 200,
) -> HttpResponse:
    """Render the patient's page. `form` is a submission that wasn't accepted, with its errors."""
    appointment = active_visit_of(appointment_request)
    visit = visit_on_page(appointment_request, appointment) if appointment else None
    offers = offers_on_page(appointment_request)
    rows = in_words(RequestAnswers.of(appointment_request))
    settled = appointment is not None or appointment_request.status == Status.OFFERED
    given: Any = {"status": appointment_request.status, "settled": settled, "by_link": True}
    context = {
        "appointment_request": appointment_request,
        "token": token,
        "done": _done_words(request, appointment_request) if form is None else "",
        "words": _words(appointment_request, visit, offers),
        "act_by": appointment_request.answer_by if appointment_request.status in CLOCK_RUNS else None,
        "offers": offers,
        "visit": visit,
        "past": _past_visit(appointment_request) if appointment is None else None,
        "written": messages_on_page(appointment_request),
        "rows": [(row, may_change(step=row.step, **given)) for row in rows if row.answer],
        "may_cancel": may_cancel(appointment_request),
        "may_take_back": may_take_back(appointment_request),
        "form": form,
        "choose_form": form if isinstance(form, ChooseTimeForm) else ChooseTimeForm(),
        "answer_form": form if isinstance(form, AnswerForm) else AnswerForm(),
    }
    return render(request, "appointments/patient_page/own_page.html", context, status=status)


def _words(appointment_request: AppointmentRequest, visit: VisitOnPage | None, offers: OffersOnPage) -> str:
    """Return the request's status in words. An offer whose time is up already counts as lapsed."""
    if visit and visit.cant_take_place:
        return lost_visit_in_words(appointment_request, times_held=offers.current is not None)
    if appointment_request.status == Status.OFFERED and offers.current is None:
        return str(_("We're looking for other times for you."))
    if offers.current and offers.current.only_one and visit is None:
        return str(_("We're holding a time for you. Does it work for you?"))
    return status_in_words(appointment_request, visit.appointment if visit else None)


def _done_words(request: HttpRequest, appointment_request: AppointmentRequest) -> str:
    status, words = DONE.get(request.GET.get("done", ""), (None, ""))
    return str(words) if appointment_request.status == status else ""


def _past_visit(appointment_request: AppointmentRequest) -> Appointment | None:
    """Return the latest visit that is over or canceled, ignoring times that were only offered.

    While staff look for another time, only a canceled visit is shown, so that the patient doesn't come to it.
    """
    canceled = Q(status=AppointmentStatus.CANCELLED, changes__kind=AppointmentChange.Kind.CANCELLED)
    over = Q(status__in=(AppointmentStatus.FULFILLED, AppointmentStatus.NOSHOW))
    ended = canceled | over if appointment_request.status == Status.CLOSED else canceled
    return appointment_request.appointments.filter(ended).order_by("-id").first()
