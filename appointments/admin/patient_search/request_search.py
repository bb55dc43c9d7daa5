"""What staff type to find a request: a reference, a date of birth, a phone number, an e-mail address, a name."""

import datetime
import re
import unicodedata

import phonenumbers
from django.db.models import Q
from django.utils import timezone

from appointments.admin.bounded_counts import FURTHEST
from appointments.models import AppointmentRequest
from appointments.models.request import REFERENCE_ALPHABET, REFERENCE_LENGTH
from appointments.workflow import Status
from physicians.storable import storable

from .names_found import requests_named

REFERENCE = re.compile(rf"[{REFERENCE_ALPHABET}]{{{REFERENCE_LENGTH}}}", re.IGNORECASE)
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


def _as_phone(text: str) -> str | None:
    try:
        number = phonenumbers.parse(text, "US")
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_possible_number(number):
        return None
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.RFC3966)


def condition_of(text: str) -> Q | None:
    """Return the condition for what was typed if its shape says what it is; None for a name.

    References may have their dash, phone numbers any punctuation. Numbers are the patient's or the caregiver's.
    """
    if REFERENCE.fullmatch(compact := re.sub(r"[\s-]", "", text)):
        return Q(reference=compact.upper())
    if born := _as_date(text):
        return Q(date_of_birth=born)
    if "@" in text:
        return Q(email__iexact=text)
    if phone := _as_phone(text):
        same = Q(phone__startswith=phone) | Q(caregiver_phone__startswith=phone)  # with or without an extension
        return same | _has_record_number(text)
    return _has_record_number(text) if any(letter.isdigit() for letter in text) else None


def _has_record_number(text: str) -> Q:
    return ~Q(medical_record_number="") & Q(medical_record_number__iexact=text)


def requests_meant(typed: str, *, most: int) -> list[int]:
    """Return the keys of so many requests that were meant: of those found, open ones come first, then the newest."""
    text = unicodedata.normalize("NFC", storable(typed).strip()[:LONGEST_SEARCH])
    condition = condition_of(text)
    if condition is None:
        return requests_named(text, most=most)
    # Sorted here, because PostgreSQL might read all requests in order to find the few that match.
    found = AppointmentRequest.objects.filter(condition).values_list("pk", "status", "submitted_at")[:FURTHEST]
    newest = sorted(found, key=lambda row: (row[1] != Status.CLOSED, row[2], row[0]), reverse=True)
    return [key for key, _status, _at in newest[:most]]
