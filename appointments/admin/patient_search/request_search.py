"""What staff type to find a request: a reference or another number, a date of birth, an e-mail address, a name."""

import datetime
import re
import unicodedata

from django.db.models import Q
from django.db.models.functions import Right
from django.db.models.lookups import Exact, StartsWith
from django.utils import timezone

from appointments.admin.bounded_counts import FURTHEST
from appointments.models import Appointment, AppointmentRequest
from appointments.models.request import REFERENCE_ALPHABET, REFERENCE_LENGTH
from appointments.models.request_order import DigitsBackward
from appointments.workflow import Status
from physicians.storable import storable

from .names_found import requests_named

HALF = REFERENCE_LENGTH // 2
REFERENCE = re.compile(rf"[{REFERENCE_ALPHABET}]{{{HALF},{REFERENCE_LENGTH}}}")
PHONE, EXTENSION = re.compile(r"[-+0-9\s().]+"), re.compile(r"[;x]|ext", re.IGNORECASE)
FROM_ABROAD = re.compile(r"^011(?=[0-9]{8})")
FEWEST_DIGITS = 4
DATE_FORMATS = ("%m/%d/%Y", "%Y-%m-%d", "%m-%d-%Y")
BIRTH_FORMATS = (*DATE_FORMATS, "%m/%d/%y", "%m-%d-%y")
SHORT_YEAR = re.compile(r"[0-9]{1,2}[/-][0-9]{1,2}[/-][0-9]{2}")
LONGEST_SEARCH = 100  # characters


def with_slashes(text: str) -> str:
    """Return a date that was typed as eight digits, 03271962, with its slashes."""
    digits = text.strip()
    return f"{digits[:2]}/{digits[2:4]}/{digits[4:]}" if re.fullmatch(r"[0-9]{8}", digits) else text


def not_in_the_future(day: datetime.date, typed: str) -> datetime.date:
    """Return a date of birth whose year was typed with two digits in the past: 4/9/61 is in 1961."""
    if day > timezone.localdate() and SHORT_YEAR.fullmatch(typed.strip()):
        return day.replace(year=day.year - 100)
    return day


def _as_date(text: str) -> datetime.date | None:
    text = with_slashes(text)
    for pattern in BIRTH_FORMATS:
        try:
            day = datetime.datetime.strptime(text, pattern).date()  # noqa: DTZ007 (a date of birth has no zone)
            return not_in_the_future(day, text)
        except ValueError:
            continue
    return None


def _phone_digits(text: str) -> str:
    """Return the digits of a phone number, whole or its end, without an extension; nothing for anything else."""
    number = EXTENSION.split(text.removeprefix("tel:"), maxsplit=1)[0]
    digits = FROM_ABROAD.sub("", re.sub("[^0-9]", "", number))
    return digits if PHONE.fullmatch(number) and len(digits) >= FEWEST_DIGITS else ""


def condition_of(text: str) -> Q | None:
    """Return the condition for what was typed if its shape says what it may be; None for what can only be a name.

    References may have their dash, and half of one will do. Phone numbers may have any punctuation, or be only the end
    of one, from four digits. They are the patient's or the caregiver's.
    """
    if "@" in text:
        return Q(email__iexact=text)
    if born := _as_date(text):
        return Q(date_of_birth=born)
    meant = []
    if REFERENCE.fullmatch(compact := re.sub(r"[\s-]", "", text).upper()):
        meant.append(_has_reference(compact))
    if digits := _phone_digits(text):
        meant += [_ends_with(name, digits) for name in ("phone", "caregiver_phone")]
    if any(letter.isdigit() for letter in text):
        meant += [_has_record_number(text), Q(pk__in=_with_visit_number(text))]
    return Q(*meant, _connector=Q.OR) if meant else None


def _has_reference(typed: str) -> Q:
    """Return the condition for a reference, or for one that begins or ends with what was typed."""
    if len(typed) == REFERENCE_LENGTH:
        return Q(reference=typed)
    its_end = Q(Exact(Right("reference", HALF), typed[-HALF:]), reference__endswith=typed)
    return Q(reference__startswith=typed) | its_end


def _ends_with(phone: str, digits: str) -> Q:
    return Q(StartsWith(DigitsBackward(phone), digits[::-1]))


def _has_record_number(text: str) -> Q:
    return ~Q(medical_record_number="") & Q(medical_record_number__iexact=text)


def _with_visit_number(text: str) -> list[int]:
    """Return the keys of the requests whose visit has this number in the health record.

    They are read first: with a subquery among the conditions, PostgreSQL would use no index for the others.
    """
    visits = Appointment.objects.exclude(visit_number="").filter(visit_number__iexact=text)
    return list(visits.order_by().values_list("request", flat=True)[:FURTHEST])


def requests_meant(typed: str, *, most: int) -> list[int]:
    """Return the keys of so many requests that were meant: what its shape says first, then names.

    Of those found by shape, open ones come first, then the newest.
    """
    text = unicodedata.normalize("NFC", storable(typed).strip()[:LONGEST_SEARCH])
    found = _requests_with(condition) if (condition := condition_of(text)) else []
    if not any(letter.isdigit() or letter == "@" for letter in text):
        found += requests_named(text, most=most)
    return list(dict.fromkeys(found))[:most]


def _requests_with(condition: Q) -> list[int]:
    # Sorted here, because PostgreSQL might read all requests in order to find the few that match.
    found = AppointmentRequest.objects.filter(condition).values_list("pk", "status", "submitted_at")[:FURTHEST]
    newest = sorted(found, key=lambda row: (row[1] != Status.CLOSED, row[2], row[0]), reverse=True)
    return [key for key, _status, _at in newest]
