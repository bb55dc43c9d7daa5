"""The two orders of lists of requests, and the indexes that have them ready for every tab."""

from typing import Any

from django.contrib.postgres.indexes import OpClass
from django.db.models import BooleanField, Case, F, Func, Index, Q, TextField, When
from django.db.models.functions import Right, Upper

from appointments.workflow import CLOCK_RUNS, Status

Order = tuple[Case | Any, ...]

OPEN = ~Q(status=Status.CLOSED)
# No one works on these: new ones, what a colleague released, and what a patient wants after all.
UNCLAIMED = Q(status=Status.SUBMITTED) | Q(status=Status.IN_REVIEW, claimed_by=None)
WITH_US = Q(status__in=CLOCK_RUNS)
# A scheduler can do nothing yet, unless the patient's words sound like an emergency: then someone calls now.
ONLY_FOR_NURSE = Q(nurse_review="needed", danger_in_words="")

# The order of work: priority, of the urgent first what no nurse has reviewed yet, then the promised day.
PRIORITY = Case(When(nurse_review="needed", priority="urgent", then=0), When(priority="urgent", then=1), default=2)
PRESSING: Order = (PRIORITY, F("answer_by"), F("submitted_at"), F("id"))
# The order of what was found, from its end: open requests come first, then the newest.
OLDEST: Order = (Case(When(status=Status.CLOSED, then=0), default=1), F("submitted_at"), F("id"))


class ComesAfter(Func):
    """Whether a row comes behind these values of an order, as one comparison that an index answers."""

    output_field = BooleanField()
    conditional = True

    def __init__(self, order: Order, values: tuple[Any, ...], *, backward: bool = False) -> None:
        self.half, self.sign = len(order), "<" if backward else ">"
        super().__init__(*order, *values)

    def as_sql(self, compiler: Any, connection: Any, **context: Any) -> tuple[str, list[Any]]:  # type: ignore[override]
        """Return “(a, b) > (1, 2)”."""
        parts, parameters = [], []
        for expression in self.source_expressions:
            sql, its = compiler.compile(expression)
            parts.append(sql)
            parameters += its
        one, other = ", ".join(parts[: self.half]), ", ".join(parts[self.half :])
        return f"({one}) {self.sign} ({other})", parameters


# A list of the desk reads its first rows from the index that has them in order, however many there are.
DESK_INDEXES = [
    Index(*PRESSING, name="request_unclaimed", condition=UNCLAIMED),
    Index(*PRESSING, name="request_with_us", condition=WITH_US),
    Index("answer_by", name="request_promised", condition=WITH_US),
    Index(F("status"), *PRESSING, name="request_by_status", condition=OPEN),
    Index(F("claimed_by"), *PRESSING, name="request_claimed", condition=OPEN & Q(claimed_by__isnull=False)),
    Index(*PRESSING, name="request_for_nurse", condition=OPEN & Q(nurse_review="needed")),
    Index(*PRESSING, F("next_contact_on"), name="request_to_call", condition=OPEN & Q(next_contact_on__isnull=False)),
    Index(F("physician"), F("status"), name="request_named_doctor", condition=OPEN),
    Index(*OLDEST, name="request_newest"),
    Index(F("language"), *OLDEST, name="request_language"),
    Index(F("visit_type"), *OLDEST, name="request_visit_type"),
]


class DigitsBackward(Func):
    """The digits of a phone number from its end, without an extension: the last four or seven of it come first."""

    output_field = TextField()
    template = r"reverse(regexp_replace(split_part(%(expressions)s, ';', 1), '\D', '', 'g'))"


# What staff type to find a request.
SEARCH_INDEXES = [
    Index(Right("reference", 4), name="request_second_half"),  # the first half has the index of the whole
    Index(OpClass(DigitsBackward("phone"), name="text_pattern_ops"), name="request_phone_digits"),
    Index(OpClass(DigitsBackward("caregiver_phone"), name="text_pattern_ops"), name="request_caregiver_digits"),
    Index(Upper("email"), name="request_email"),  # how `iexact` asks
    Index("date_of_birth", name="request_birth"),
    Index("phone", name="request_phone"),  # for possible duplicates
    Index(Upper("medical_record_number"), name="request_record_number", condition=~Q(medical_record_number="")),
]
