"""What PostgreSQL refuses in a request's row."""

import datetime

from django.db import models
from django.utils.translation import gettext_lazy as _

from appointments.workflow import CLOCK_RUNS, ClosedReason, Status

from .own_words import DangerInWords
from .request_choices import ReachBy, VisitType

REQUEST_CONSTRAINTS: list[models.BaseConstraint] = [
    models.CheckConstraint(
        condition=models.Q(status=Status.CLOSED, closed_reason__in=ClosedReason.values)
        | (~models.Q(status=Status.CLOSED) & models.Q(closed_reason="")),
        name="request_closed_has_a_reason",
    ),
    models.CheckConstraint(condition=models.Q(status__in=Status.values), name="request_status_is_known"),
    models.CheckConstraint(
        condition=models.Q(danger_in_words__in=["", *DangerInWords.values]), name="request_danger_is_known"
    ),
    models.CheckConstraint(
        condition=models.Q(danger_in_spanish=False) | ~models.Q(danger_in_words=""),
        name="request_spanish_danger_is_danger",
    ),
    models.CheckConstraint(
        condition=models.Q(status__in=CLOCK_RUNS, clock_since__isnull=False)
        | (~models.Q(status__in=CLOCK_RUNS) & models.Q(clock_since__isnull=True)),
        name="request_clock_runs_while_we_owe_an_answer",
    ),
    models.CheckConstraint(
        condition=models.Q(clock_used__gte=datetime.timedelta()), name="request_clock_is_never_negative"
    ),
    models.CheckConstraint(
        condition=models.Q(duplicate_of__isnull=True) | models.Q(closed_reason=ClosedReason.DUPLICATE),
        name="request_only_a_duplicate_names_another",
    ),
    models.CheckConstraint(
        condition=models.Q(duplicate_of__isnull=True) | ~models.Q(duplicate_of=models.F("id")),
        name="request_is_no_duplicate_of_itself",
    ),
    models.CheckConstraint(
        condition=models.Q(visit_type=VisitType.IN_PERSON) | ~models.Q(patient_state=""),
        name="request_virtual_visit_names_the_state",
    ),
    models.CheckConstraint(
        condition=~models.Q(reach_by=ReachBy.EMAIL) | ~models.Q(email=""),
        name="request_reach_by_email_has_an_email",
    ),
    models.CheckConstraint(
        condition=models.Q(caregiver_name="", caregiver_relationship="", caregiver_phone="", caregiver_consent=False)
        | (
            ~models.Q(caregiver_name="")
            & ~models.Q(caregiver_relationship="")
            & ~models.Q(caregiver_phone="")
            & models.Q(caregiver_consent=True)
        ),
        name="request_caregiver_is_whole_and_may_ask",
        violation_error_message=_("A caregiver has a name, a relationship, a phone and the right to ask."),
    ),
]
