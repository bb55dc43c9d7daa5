"""The answers of a request as one value: what the pages gather, what a row holds, and how each answer reads.

An answer is declared once, below, with the page that asks for it, the question in short, and its wording. The check
page, the patient's own page, the desk and the history of changes all read it from here.
"""

import dataclasses
import datetime
from collections.abc import Sequence
from typing import Any, NamedTuple

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from phonenumber_field.phonenumber import PhoneNumber

from physicians.models import Condition, Location, Physician
from physicians.states import state_name

from .answer_words import Row, Rows, all_of, asked, asked_in_rows, one_of, phone_in_words, rows_of, yes_or_no
from .models import (
    AppointmentRequest,
    HalfDay,
    Need,
    Priority,
    ReachBy,
    Relationship,
    Scan,
    SpokenLanguage,
    VisitType,
    YesNo,
)
from .models.own_words import OWN_WORDS

RANKS = {1: gettext_lazy("First choice"), 2: gettext_lazy("Second choice"), 3: gettext_lazy("Third choice")}


def _condition(condition: Condition | None) -> str:
    return condition.name if condition else _("I'm not sure")


def _clinics(locations: Sequence[Location]) -> str:
    return ", ".join(str(location) for location in locations) or _("Any of them")


def _doctor(physician: Physician | None) -> str:
    return physician.display_name if physician else _("First available doctor")


def _birthday(day: datetime.date) -> str:
    return date_format(day, "F j, Y")


def _has_caregiver(answers: "RequestAnswers") -> bool:
    return bool(answers.caregiver_name)


def _was_referred(answers: "RequestAnswers") -> bool:
    return answers.referred == YesNo.YES


def _may_be_virtual(answers: "RequestAnswers") -> bool:
    return answers.visit_type != VisitType.IN_PERSON


def _may_be_in_person(answers: "RequestAnswers") -> bool:
    return answers.visit_type != VisitType.VIRTUAL


def _who_asks(name: str) -> Rows:
    """Say who the request is for, and the caregiver's name where there is a caregiver."""

    def rows(answers: "RequestAnswers") -> list[Row]:
        question = _("Who is this appointment for?")
        if not answers.caregiver_name:
            return [Row("who", question, _("Me"))]
        return [
            Row("who", question, _("Someone I care for")),
            Row("caregiver", _("Caregiver's name"), answers.caregiver_name),
        ]

    return rows


def _in_order_of_preference(name: str) -> Rows:
    """Say each preferred half day in a row of its own."""
    return lambda answers: [
        Row("times", str(label), f"{date_format(day, 'l, F j, Y')}, {str(HalfDay(half).label).lower()}")
        for label, (day, half) in zip(RANKS.values(), answers.times, strict=False)
    ]


@dataclasses.dataclass(frozen=True, kw_only=True)
class RequestAnswers:
    """The checked answers of all pages, in the order of the pages.

    Names are those of AppointmentRequest's columns, except for `times`, a list of one to three (day, half of the day)
    in order of preference, and `locations`, which is empty when any clinic will do.
    """

    urgent_symptoms: bool = asked(
        "safety", gettext_lazy("A symptom that needs help right now"), yes_or_no, default=False
    )
    caregiver_name: str = asked_in_rows(_who_asks, default="")
    caregiver_relationship: str = asked(
        "caregiver",
        gettext_lazy("Relationship to the patient"),
        one_of(Relationship),
        applies=_has_caregiver,
        default="",
    )
    caregiver_phone: PhoneNumber | str = asked(
        "caregiver", gettext_lazy("Caregiver's phone number"), phone_in_words, applies=_has_caregiver, default=""
    )
    caregiver_consent: bool = asked(
        "caregiver", gettext_lazy("May ask on the patient's behalf"), yes_or_no, applies=_has_caregiver, default=False
    )
    condition: Condition | None = asked("condition", gettext_lazy("Condition"), _condition)
    reason: str = asked("condition", gettext_lazy("In your own words"))
    seen_before: str = asked("history", gettext_lazy("Seen here before"), one_of(YesNo), default="")
    scans: list[str] = asked("history", gettext_lazy("Scans"), all_of(Scan), default_factory=list)
    biopsy: str = asked("history", gettext_lazy("Biopsy"), one_of(YesNo), default="")
    referred: str = asked("history", gettext_lazy("Referred by a doctor or nurse"), one_of(YesNo), default="")
    referrer_name: str = asked("referral", gettext_lazy("Who referred"), applies=_was_referred, default="")
    referrer_practice: str = asked("referral", gettext_lazy("Their practice"), applies=_was_referred, default="")
    referrer_phone: PhoneNumber | str = asked(
        "referral", gettext_lazy("Their phone number"), phone_in_words, applies=_was_referred, default=""
    )
    visit_type: str = asked("visit", gettext_lazy("Kind of visit"), one_of(VisitType))
    patient_state: str = asked(
        "state", gettext_lazy("State during a virtual visit"), state_name, applies=_may_be_virtual, default=""
    )
    locations: list[Location] = asked(
        "locations",
        gettext_lazy("Clinics that work for you"),
        _clinics,
        applies=_may_be_in_person,
        default_factory=list,
    )
    physician: Physician | None = asked("doctor", gettext_lazy("Doctor"), _doctor)
    times: list[tuple[datetime.date, str]] = asked_in_rows(_in_order_of_preference)
    legal_name: str = asked("patient", gettext_lazy("Legal name"))
    preferred_name: str = asked("patient", gettext_lazy("Name to be called by"))
    date_of_birth: datetime.date = asked("patient", gettext_lazy("Date of birth"), _birthday)
    postal_code: str = asked("patient", gettext_lazy("ZIP code"))
    insurance_carrier: str = asked("patient", gettext_lazy("Insurance company"))
    phone: PhoneNumber = asked("contact", gettext_lazy("Phone number"), phone_in_words)
    email: str = asked("contact", gettext_lazy("E-mail address"))
    reach_by: str = asked("contact", gettext_lazy("How to get in touch"), one_of(ReachBy))
    may_leave_message: bool = asked("contact", gettext_lazy("We may leave a message"), yes_or_no)
    language: str = asked("needs", gettext_lazy("Language"), one_of(SpokenLanguage), default="")
    needs: list[str] = asked("needs", gettext_lazy("What helps"), all_of(Need), default_factory=list)
    needs_note: str = asked("needs", gettext_lazy("What else helps"), default="")

    @classmethod
    def of(cls, request: AppointmentRequest) -> "RequestAnswers":
        """Return what a request's row and the rows beside it hold; two queries unless they were prefetched."""
        columns = {name: getattr(request, name) for name in FIELDS if name not in ("times", "locations")}
        return cls(
            **columns,
            locations=list(request.preferred_locations.all()),
            times=[(time.date, time.half) for time in request.preferred_times.all()],
        )

    @property
    def own_words(self) -> str:
        """Return everything that the patient wrote freely."""
        return "\n".join(getattr(self, name) for name in OWN_WORDS)

    def columns(self) -> dict[str, Any]:
        """Return the values of the request's own row; a yes in the safety check makes it urgent."""
        values = {name: getattr(self, name) for name in FIELDS if name not in ("times", "locations")}
        return values | ({"priority": Priority.URGENT} if self.urgent_symptoms else {})


FIELDS = [field.name for field in dataclasses.fields(RequestAnswers)]
_ROWS = rows_of(RequestAnswers)


def in_words(answers: RequestAnswers) -> list[Row]:
    """Return every answer that applies, in the order of the pages."""
    return [row for rows in _ROWS for row in rows(answers)]


class Difference(NamedTuple):
    """One answer before and after; either may be empty."""

    step: str
    question: str
    before: str
    after: str


def differences(before: RequestAnswers, after: RequestAnswers) -> list[Difference]:
    """Return what reads differently, in the order of the pages."""
    was = {(row.step, row.question): row.answer for row in in_words(before)}
    now = {(row.step, row.question): row.answer for row in in_words(after)}
    return [
        Difference(*key, was.get(key, ""), now.get(key, ""))
        for key in (now | was)
        if was.get(key, "") != now.get(key, "")
    ]
