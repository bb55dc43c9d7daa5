"""The answers of a request as one value: what the pages gather, what a row holds, and how they read.

The check page, the patient's own page and the record of changes all show answers through `in_words`, so that
an answer has one wording.
"""

import dataclasses
import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from physicians.states import state_name

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

if TYPE_CHECKING:
    from phonenumber_field.phonenumber import PhoneNumber

    from physicians.models import Condition, Location, Physician

RANKS = {1: gettext_lazy("First choice"), 2: gettext_lazy("Second choice"), 3: gettext_lazy("Third choice")}


class Row(NamedTuple):
    """One answer as people read it: the slug of the page that asks it, the question, the answer (empty: not given)."""

    step: str
    question: str
    answer: str


@dataclasses.dataclass(frozen=True, kw_only=True)
class RequestAnswers:
    """The checked answers of all pages.

    Names are those of AppointmentRequest's columns, but for `times`, a list of (day, half of the day) in order of
    preference, one to three, and `locations`, which may be empty: any clinic suits.
    """

    urgent_symptoms: bool = False
    caregiver_name: str = ""
    caregiver_relationship: str = ""
    caregiver_phone: "PhoneNumber | str" = ""
    caregiver_consent: bool = False
    condition: "Condition | None"
    reason: str
    seen_before: str = ""
    scans: list[str] = dataclasses.field(default_factory=list)
    biopsy: str = ""
    referred: str = ""
    referrer_name: str = ""
    referrer_practice: str = ""
    referrer_phone: "PhoneNumber | str" = ""
    visit_type: str
    patient_state: str = ""
    locations: list["Location"] = dataclasses.field(default_factory=list)
    physician: "Physician | None"
    times: list[tuple[datetime.date, str]]
    legal_name: str
    preferred_name: str
    date_of_birth: datetime.date
    postal_code: str
    insurance_carrier: str
    phone: "PhoneNumber"
    email: str
    reach_by: str
    may_leave_message: bool
    language: str = ""
    needs: list[str] = dataclasses.field(default_factory=list)
    needs_note: str = ""

    @classmethod
    def of(cls, request: AppointmentRequest) -> "RequestAnswers":
        """Return what a request's row and the rows beside it hold; two queries unless they were prefetched."""
        columns = {name: getattr(request, name) for name in FIELDS if name not in ("times", "locations")}
        return cls(
            **columns,
            locations=list(request.preferred_locations.all()),
            times=[(time.date, time.half) for time in request.preferred_times.all()],
        )

    def columns(self) -> dict[str, Any]:
        """Return the values of the request's own row; a yes in the safety check makes it urgent."""
        values = {name: getattr(self, name) for name in FIELDS if name not in ("times", "locations")}
        return values | ({"priority": Priority.URGENT} if self.urgent_symptoms else {})


FIELDS = [field.name for field in dataclasses.fields(RequestAnswers)]


def phone_in_words(number: "PhoneNumber | str") -> str:
    """Return a number as people in the US write it, one from abroad with its country code."""
    if not number or isinstance(number, str):
        return str(number)
    return number.as_national if number.country_code == 1 else number.as_international


def _listed(values: list[str], choices: Any) -> str:
    return ", ".join(str(choices(value).label) for value in values)


def _choice(value: str, choices: Any) -> str:
    return str(choices(value).label) if value else ""


def _yes_no(value: bool) -> str:
    return _("Yes") if value else _("No")


def _about_whom(answers: RequestAnswers) -> list[Row]:
    rows = [Row("safety", _("A symptom that needs help right now"), _yes_no(answers.urgent_symptoms))]
    if not answers.caregiver_name:
        return [*rows, Row("who", _("Who it is for"), _("Me"))]
    return [
        *rows,
        Row("who", _("Who it is for"), _("Somebody I care for")),
        Row("caregiver", _("Caregiver's name"), answers.caregiver_name),
        Row("caregiver", _("Relationship to the patient"), _choice(answers.caregiver_relationship, Relationship)),
        Row("caregiver", _("Caregiver's phone number"), phone_in_words(answers.caregiver_phone)),
        Row("caregiver", _("May ask on the patient's behalf"), _yes_no(answers.caregiver_consent)),
    ]


def _about_what(answers: RequestAnswers) -> list[Row]:
    rows = [
        Row("condition", _("Condition"), answers.condition.name if answers.condition else _("I'm not sure")),
        Row("condition", _("In your own words"), answers.reason),
        Row("history", _("Seen here before"), _choice(answers.seen_before, YesNo)),
        Row("history", _("Scans"), _listed(answers.scans, Scan)),
        Row("history", _("Biopsy"), _choice(answers.biopsy, YesNo)),
        Row("history", _("Referred by a doctor or nurse"), _choice(answers.referred, YesNo)),
    ]
    if answers.referred == YesNo.YES:
        rows += [
            Row("referral", _("Who referred"), answers.referrer_name),
            Row("referral", _("Their practice"), answers.referrer_practice),
            Row("referral", _("Their phone number"), phone_in_words(answers.referrer_phone)),
        ]
    return rows


def _visit(answers: RequestAnswers) -> list[Row]:
    rows = [Row("visit", _("Kind of visit"), _choice(answers.visit_type, VisitType))]
    if answers.visit_type != VisitType.IN_PERSON:
        rows.append(Row("state", _("State during a virtual visit"), state_name(answers.patient_state)))
    if answers.visit_type != VisitType.VIRTUAL:
        clinics = ", ".join(str(location) for location in answers.locations) or _("Any of them")
        rows.append(Row("locations", _("Clinics that suit you"), clinics))
    doctor = answers.physician.display_name if answers.physician else _("First available doctor")
    rows.append(Row("doctor", _("Doctor"), doctor))
    rows += [
        Row("times", str(label), f"{date_format(day, 'l, F j, Y')}, {str(HalfDay(half).label).lower()}")
        for label, (day, half) in zip(RANKS.values(), answers.times, strict=False)
    ]
    return rows


def _patient(answers: RequestAnswers) -> list[Row]:
    return [
        Row("patient", _("Legal name"), answers.legal_name),
        Row("patient", _("Name to be called by"), answers.preferred_name),
        Row("patient", _("Date of birth"), date_format(answers.date_of_birth, "F j, Y")),
        Row("patient", _("ZIP code"), answers.postal_code),
        Row("patient", _("Insurance company"), answers.insurance_carrier),
        Row("contact", _("Phone number"), phone_in_words(answers.phone)),
        Row("contact", _("E-mail address"), answers.email),
        Row("contact", _("How to get in touch"), _choice(answers.reach_by, ReachBy)),
        Row("contact", _("We may leave a message"), _yes_no(answers.may_leave_message)),
        Row("needs", _("Language"), _choice(answers.language, SpokenLanguage)),
        Row("needs", _("What helps"), _listed(answers.needs, Need)),
        Row("needs", _("What else helps"), answers.needs_note),
    ]


def in_words(answers: RequestAnswers) -> list[Row]:
    """Return every answer that applies, in the order of the pages."""
    return [*_about_whom(answers), *_about_what(answers), *_visit(answers), *_patient(answers)]


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
