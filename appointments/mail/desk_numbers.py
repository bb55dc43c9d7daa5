"""What's waiting at the desk, as the morning mail to the scheduling staff says it: numbers, no patients."""

import dataclasses
import datetime

from django.conf import settings
from django.db.models import Min
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from appointments.calendar.clinic_days import business_days_between
from appointments.calendar.doctor_away import TAB as AWAY
from appointments.calendar.doctor_away import found_without_doctor
from appointments.models import Appointment, AppointmentRequest, Offer
from appointments.workflow import CLOCK_RUNS, Status

from .calls import to_call

NO_OUTCOME = "no_outcome"  # a tab of the desk


@dataclasses.dataclass(frozen=True)
class DeskNumbers:
    """How many are waiting. `oldest_answer_by` is the longest broken promise, None without one."""

    new: int
    overdue: int
    oldest_answer_by: datetime.date | None
    doctor_away: int
    no_outcome: int
    lapsing: int
    calls: int

    @property
    def any(self) -> bool:
        """Return True if there is anything to say."""
        return any(dataclasses.astuple(self))


@dataclasses.dataclass(frozen=True)
class DigestLine:
    """One sentence and the address of the desk's tab where the work is."""

    words: str
    link: str


def desk_numbers() -> DeskNumbers:
    """Count what's waiting now, in six queries."""
    now = timezone.now()
    today = timezone.localdate(now)
    requests = AppointmentRequest.objects
    overdue = requests.filter(status__in=CLOCK_RUNS, answer_by__lt=today)
    tomorrow = datetime.datetime.combine(
        today + datetime.timedelta(days=1), datetime.time(), timezone.get_default_timezone()
    )
    return DeskNumbers(
        new=requests.filter(status=Status.SUBMITTED).count(),
        overdue=overdue.count(),
        oldest_answer_by=overdue.aggregate(oldest=Min("answer_by"))["oldest"],
        doctor_away=found_without_doctor(now, "request").count(),
        no_outcome=Appointment.objects.without_outcome(now).count(),
        lapsing=Offer.objects.open().filter(held_until__gt=now, held_until__lt=tomorrow).count(),
        calls=len(set(to_call(today).values_list("pk", flat=True))),
    )


def desk_tab(name: str) -> str:
    """Return the full address of one tab of the desk."""
    return f"{settings.SITE_URL}{reverse('admin:appointments_appointmentrequest_changelist')}?tab={name}"


def digest_lines(numbers: DeskNumbers) -> list[DigestLine]:
    """Return what there is to say, the most pressing first."""
    lines = []
    if numbers.doctor_away:
        doctor_away = ngettext(
            "%(count)d patient has a time with a doctor who is away",
            "%(count)d patients have a time with a doctor who is away",
            numbers.doctor_away,
        )
        lines.append(DigestLine(doctor_away % {"count": numbers.doctor_away}, desk_tab(AWAY)))
    if numbers.oldest_answer_by:
        overdue = ngettext("%(count)d overdue request", "%(count)d overdue requests", numbers.overdue)
        late = _late_in_words(numbers.oldest_answer_by, only_one=numbers.overdue == 1)
        lines.append(DigestLine(f"{overdue % {'count': numbers.overdue}} ({late})", desk_tab("overdue")))
    if numbers.no_outcome:
        no_outcome = ngettext(
            "%(count)d past visit has no outcome", "%(count)d past visits have no outcome", numbers.no_outcome
        )
        lines.append(DigestLine(no_outcome % {"count": numbers.no_outcome}, desk_tab(NO_OUTCOME)))
    if numbers.new:
        new = ngettext("%(count)d new request", "%(count)d new requests", numbers.new)
        lines.append(DigestLine(new % {"count": numbers.new}, desk_tab("new")))
    if numbers.lapsing:
        lapsing = ngettext(
            "%(count)d unanswered offer expires today",
            "%(count)d unanswered offers expire today",
            numbers.lapsing,
        )
        lines.append(DigestLine(lapsing % {"count": numbers.lapsing}, desk_tab("offered")))
    if numbers.calls:
        calls = ngettext("%(count)d patient to call", "%(count)d patients to call", numbers.calls)
        lines.append(DigestLine(calls % {"count": numbers.calls}, desk_tab("call")))
    return lines


def _late_in_words(answer_by: datetime.date, *, only_one: bool) -> str:
    days = business_days_between(answer_by, timezone.localdate())
    late = ngettext("%(days)d business day late", "%(days)d business days late", days) % {"days": days}
    return late if only_one else _("the oldest %(late)s") % {"late": late}
