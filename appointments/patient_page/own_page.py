"""The patient's own page, once it is open: where the request stands and what can be done."""

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
from appointments.status_words import status_in_words
from appointments.workflow import CLOCK_RUNS, AppointmentStatus, Status

from .booked_visit import standing_visit_of, visit_on_page
from .message_thread import messages_on_page
from .offered_times import OffersOnPage, offers_on_page
from .patient_forms import AnswerForm, ChooseTimeForm

# What has just been done, said once above the page; only as long as the request is in the state that came of it.
DONE: dict[str, tuple[Status, str | Promise]] = {
    "booked": (Status.BOOKED, _("Thank you. This time is yours now.")),
    "moved": (Status.BOOKED, _("Your visit has been moved. This is its new time.")),
    "refused": (Status.IN_REVIEW, _("Thank you for telling us. We look for other times.")),
    "answered": (Status.IN_REVIEW, _("Thank you. We have your answer.")),
    "asked": (
        Status.IN_REVIEW,
        _("We have your wish for another time, and contact you. Your visit stands meanwhile."),
    ),
}


def done(token: str, what: str) -> HttpResponse:
    """Lead back to the own page, which says what was done."""
    return redirect(f"{reverse('appointments:manage', args=[token])}?done={what}")


def show_own_page(
    request: HttpRequest, record: AppointmentRequest, token: str, *, form: forms.Form | None = None, status: int = 200
) -> HttpResponse:
    """Render it. `form` is what was sent and not accepted, with the reason."""
    appointment = standing_visit_of(record)
    offers = offers_on_page(record)
    rows = in_words(RequestAnswers.of(record))
    settled = appointment is not None or record.status == Status.OFFERED
    given: Any = {"status": record.status, "settled": settled, "by_link": True}
    context = {
        "record": record,
        "token": token,
        "done": _done_words(request, record) if form is None else "",
        "words": _words(record, appointment, offers),
        "act_by": record.answer_by if record.status in CLOCK_RUNS else None,
        "offers": offers,
        "visit": visit_on_page(record, appointment) if appointment else None,
        "past": _past_visit(record) if appointment is None else None,
        "written": messages_on_page(record),
        "rows": [(row, may_change(step=row.step, **given)) for row in rows if row.answer],
        "may_cancel": may_cancel(record),
        "may_take_back": may_take_back(record),
        "form": form,
        "choose_form": form if isinstance(form, ChooseTimeForm) else ChooseTimeForm(),
        "answer_form": form if isinstance(form, AnswerForm) else AnswerForm(),
    }
    return render(request, "appointments/patient_page/request.html", context, status=status)


def _words(record: AppointmentRequest, appointment: Appointment | None, offers: OffersOnPage) -> str:
    """Return where the request stands; in the minute between an offer's end and its lapse as after it."""
    if record.status == Status.OFFERED and offers.current is None:
        return str(_("We look for other times for you."))
    if offers.current and offers.current.only_one and appointment is None:
        return str(_("We hold a time for you. Does it suit you?"))
    return status_in_words(record, appointment)


def _done_words(request: HttpRequest, record: AppointmentRequest) -> str:
    status, words = DONE.get(request.GET.get("done", ""), (None, ""))
    return str(words) if record.status == status else ""


def _past_visit(record: AppointmentRequest) -> Appointment | None:
    """Return the visit that came last, took place or not; times that were only offered are none.

    Once another one is looked for, only a canceled one is worth a word: its time is not to be kept free any more.
    """
    canceled = Q(status=AppointmentStatus.CANCELLED, changes__kind=AppointmentChange.Kind.CANCELLED)
    over = Q(status__in=(AppointmentStatus.FULFILLED, AppointmentStatus.NOSHOW))
    ended = canceled | over if record.status == Status.CLOSED else canceled
    return record.appointments.filter(ended).order_by("-id").first()
