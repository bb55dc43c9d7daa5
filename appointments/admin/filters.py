"""What the queue can be narrowed to, in each tab. Each filter is one class in FILTERS."""

from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from appointments.models import Appointment, AppointmentRequest, PreferredLocation, SpokenLanguage, VisitType
from appointments.models.request_order import OPEN
from appointments.workflow import UNDECIDED, Status

from .desk_staff import colleagues
from .directory_options import Options
from .queue_filter import QueueFilter


def undecided() -> Q:
    """Return the condition that a request has no offered or booked time.

    A trigger holds times and statuses together, so that few requests have to be looked at (`fits_the_request`).
    """
    times = Appointment.objects.taking_time().filter(request=OuterRef("pk")).order_by()
    return Q(status=Status.CLOSED) | Q(~Exists(times), status__in=UNDECIDED)


def with_time(times: Q) -> QuerySet[Any, Any]:
    """Return the keys of the requests of which an offered or booked time fits."""
    return Appointment.objects.taking_time().filter(times).order_by().values("request")


def planned(times: Q, wished: QuerySet[Any, Any]) -> Q:
    """Return the condition that one of a request's offered or booked times fits, or if it has none, its wishes do.

    `wished` has the keys of the requests whose wishes fit. Few fit at all, and these are looked up.
    """
    fitting = with_time(times)
    return Q(Q(pk__in=fitting) | undecided(), pk__in=fitting.union(wished, all=True))


class ClinicFilter(QueueFilter):
    """Where the visit is or would be: the clinic of the offered or booked times; before that, the patient's wish."""

    title = _("clinic")
    parameter_name = "clinic"
    VIRTUAL = "virtual"
    ANY_CLINIC = "any"

    def options(self) -> Options:
        """Return virtual visits, no wish for a clinic, and each location."""
        return [*self.directory.clinics, (self.VIRTUAL, _("Virtual visit")), (self.ANY_CLINIC, _("No clinic chosen"))]

    def condition(self, value: str) -> Q:
        """Return the condition for one place."""
        virtual = Q(visit_type=VisitType.VIRTUAL)
        if value == self.VIRTUAL:  # many are, so that any list soon has some
            return Q(pk__in=with_time(Q(location=None))) | virtual & undecided()
        if value == self.ANY_CLINIC:
            wishes = PreferredLocation.objects.filter(appointmentrequest=OuterRef("pk"))
            return ~virtual & undecided() & ~Q(Exists(wishes))
        return planned(Q(location=int(value)), self.wished(value))

    def open_condition(self, value: str) -> Q:
        """Return the same, found among the wishes of undecided requests."""
        if value in (self.VIRTUAL, self.ANY_CLINIC):
            return self.condition(value)
        fitting = with_time(Q(location=int(value)))
        return Q(pk__in=fitting.union(self.wished(value, is_undecided=True), all=True))

    def closed_condition(self, value: str) -> Q:
        """Return the same of requests that have no offered or booked time."""
        return self.condition(value) if value in (self.VIRTUAL, self.ANY_CLINIC) else Q(pk__in=self.wished(value))

    def wished(self, value: str, **narrower: bool) -> QuerySet[Any, Any]:
        """Return the keys of the requests that wish for a clinic."""
        wishes = PreferredLocation.objects.filter(location=int(value), **narrower)
        return wishes.order_by().values("appointmentrequest")


class PhysicianFilter(QueueFilter):
    """Who sees or would see the patient: the physician of the offered or booked times; before that, of the wish."""

    title = _("physician")
    parameter_name = "physician"

    def options(self) -> Options:
        """Return the physicians of the directory."""
        return self.directory.physicians

    def condition(self, value: str) -> Q:
        """Return the condition for one physician."""
        return planned(Q(physician=value), AppointmentRequest.objects.filter(physician=int(value)).values("pk"))

    def open_condition(self, value: str) -> Q:
        """Return the same, found among undecided requests."""
        named = AppointmentRequest.objects.filter(OPEN, physician=int(value), status__in=UNDECIDED)
        return planned(Q(physician=value), named.values("pk"))

    def closed_condition(self, value: str) -> Q:
        """Return the same of requests that have no offered or booked time."""
        return Q(physician=value)


class ColleagueFilter(QueueFilter):
    """Who has claimed it."""

    title = _("colleague")
    parameter_name = "colleague"
    NO_ONE = "none"

    def options(self) -> Options:
        """Return the colleagues, and no one."""
        return [*((str(staff.pk), str(staff)) for staff in colleagues()), (self.NO_ONE, _("No one"))]

    def condition(self, value: str) -> Q:
        """Return the condition for one colleague."""
        return Q(claimed_by=None if value == self.NO_ONE else value)


class ConditionFilter(QueueFilter):
    """What it is about."""

    title = _("condition")
    parameter_name = "condition"
    NOT_SURE = "none"

    def options(self) -> Options:
        """Return the conditions, and “not sure”."""
        return [*self.directory.conditions, (self.NOT_SURE, _("Not sure"))]

    def condition(self, value: str) -> Q:
        """Return the condition of the query for one condition of a patient."""
        return Q(condition=None if value == self.NOT_SURE else value)


class LanguageFilter(QueueFilter):
    """The language that the patient asked for."""

    title = _("language")
    parameter_name = "language"

    def options(self) -> Options:
        """Return the languages that patients can ask for."""
        return list(SpokenLanguage.choices)

    def condition(self, value: str) -> Q:
        """Return the condition for one language."""
        return Q(language=value)


class VisitTypeFilter(QueueFilter):
    """In person, virtual, or either."""

    title = _("kind of visit")
    parameter_name = "visit"

    def options(self) -> Options:
        """Return the kinds of visit."""
        return list(VisitType.choices)

    def condition(self, value: str) -> Q:
        """Return the condition for one kind of visit."""
        return Q(visit_type=value)


FILTERS: list[type[QueueFilter]] = [
    *(ClinicFilter, PhysicianFilter, ColleagueFilter, ConditionFilter, LanguageFilter, VisitTypeFilter)
]
