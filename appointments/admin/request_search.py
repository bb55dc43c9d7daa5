"""What staff type to find a request: a reference, a date of birth, a phone number, an e-mail address, a name."""

import datetime
import re
import unicodedata

import phonenumbers
from django.db.models import Q

from appointments.models.request import REFERENCE_ALPHABET, REFERENCE_LENGTH
from physicians.storable import storable

REFERENCE = re.compile(rf"[{REFERENCE_ALPHABET}]{{{REFERENCE_LENGTH}}}", re.IGNORECASE)
DATE_FORMATS = ("%m/%d/%Y", "%Y-%m-%d", "%m-%d-%Y")
LONGEST_SEARCH = 100  # characters


def _as_date(text: str) -> datetime.date | None:
    for pattern in DATE_FORMATS:
        try:
            return datetime.datetime.strptime(text, pattern).date()  # noqa: DTZ007 (a date of birth has no zone)
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


def matching(text: str) -> Q:
    """Return the condition for what was typed; its shape decides what it is.

    References may have their dash, phone numbers any punctuation; names may lack accents or carry a typing
    mistake (each word is looked for by trigram similarity). Names and numbers are the patient's or the caregiver's.
    """
    text = unicodedata.normalize("NFC", storable(text).strip()[:LONGEST_SEARCH])
    if REFERENCE.fullmatch(compact := re.sub(r"[\s-]", "", text)):
        return Q(reference=compact.upper())
    if born := _as_date(text):
        return Q(date_of_birth=born)
    if "@" in text:
        return Q(email__iexact=text)
    if phone := _as_phone(text):
        return Q(phone__startswith=phone) | Q(caregiver_phone__startswith=phone)  # with or without an extension
    condition = Q()
    for word in text.split():
        condition &= (
            Q(legal_name__unaccent__icontains=word)
            | Q(preferred_name__unaccent__icontains=word)
            | Q(legal_name__trigram_word_similar=word)
            | Q(caregiver_name__unaccent__icontains=word)
            | Q(caregiver_name__trigram_word_similar=word)
        )
    return condition
