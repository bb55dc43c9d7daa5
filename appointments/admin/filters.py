"""What the queue can be narrowed to, in each tab. Each filter is one class in FILTERS."""

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from appointments.models import Appointment, AppointmentRequest, SpokenLanguage, VisitType
from appointments.workflow import TAKES_TIME
from physicians.models import Condition, Location, Physician

from .desk_staff import colleagues
from .queue_filter import Options, QueueFilter


def with_time(times: Q) -> Exists:
    """Return the condition that one of a request's offered or booked times fits."""
    return Exists(Appointment.objects.filter(times, request=OuterRef("pk"), status__in=TAKES_TIME).order_by())


class ClinicFilter(QueueFilter):
    """Where the visit is or would be: the clinic of the offered or booked times; before that, the patient's wish."""

    title = _("clinic")
    parameter_name = "clinic"
    VIRTUAL = "virtual"
    ANY_CLINIC = "any"

    def options(self) -> Options:
        """Return virtual visits, no wish for a clinic, and each location."""
        clinics = [(str(pk), name) for pk, name in Location.objects.live().values_list("pk", "name")]
        return [*clinics, (self.VIRTUAL, _("Virtual visit")), (self.ANY_CLINIC, _("No clinic chosen"))]

    def condition(self, value: str) -> Q:
        """Return the condition for one place."""
        undecided = ~Q(with_time(Q()))
        if value == self.VIRTUAL:
            return Q(with_time(Q(location=None))) | Q(undecided, visit_type=VisitType.VIRTUAL)
        wishes = AppointmentRequest.preferred_locations.through.objects.filter(appointmentrequest=OuterRef("pk"))
        if value == self.ANY_CLINIC:
            return Q(undecided, ~Q(Exists(wishes)), ~Q(visit_type=VisitType.VIRTUAL))
        return Q(with_time(Q(location=int(value)))) | Q(undecided, Q(Exists(wishes.filter(location=int(value)))))


class PhysicianFilter(QueueFilter):
    """Who sees or would see the patient: the physician of the offered or booked times; before that, of the wish."""

    title = _("physician")
    parameter_name = "physician"

    def options(self) -> Options:
        """Return the physicians of the directory."""
        physicians = Physician.objects.live().only("given_name", "family_name", "credentials")
        return [(str(physician.pk), physician.display_name) for physician in physicians]

    def condition(self, value: str) -> Q:
        """Return the condition for one physician."""
        return Q(with_time(Q(physician=value))) | Q(~Q(with_time(Q())), physician=value)


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
        conditions = Condition.objects.live().values_list("pk", "name")
        return [*((str(pk), name) for pk, name in conditions), (self.NOT_SURE, _("Not sure"))]

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
