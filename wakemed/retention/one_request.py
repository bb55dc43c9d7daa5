"""Erase one request because someone asked for it: the same road, with the searches in which its patient is named."""

from collections.abc import Iterator

from django.db import transaction
from django.db.models import F, Func, Q, QuerySet, Value

from appointments.models import AppointmentRequest, DeskSearch, PatientNames
from appointments.models.request import plain_reference
from appointments.workflow import Status
from wakemed.models.erasure import Erased, Erasure

from .due_requests import erasable, with_duplicates
from .erase_requests import Run, erase_requests, wait_shortly

SHORTEST_NUMBER = 7  # digits; fewer may be anyone's


class Unerasable(Exception):
    """Why the request can't be erased, in a sentence."""


def find_request(reference: str) -> AppointmentRequest:
    """Return the closed request with this reference, or the one that it repeats; raises Unerasable.

    A duplicate is erased with the request that it repeats: a note there says what the duplicate asked for.
    """
    found = (
        AppointmentRequest.objects.filter(reference=plain_reference(reference)).select_related("duplicate_of").first()
    )
    if found is None:
        raise Unerasable(f"No request has the reference {reference}.")
    request = found.duplicate_of or found
    if request.status != Status.CLOSED:
        raise Unerasable(f"{request} is still open. Close it at the desk first.")
    if not erasable().filter(pk=request.pk).exists():
        raise Unerasable(f"LEGAL_HOLDS names {request} or one of its duplicates.")
    return request


def erase_one(run: Run, request: AppointmentRequest) -> Iterator[Erasure]:
    """Erase the request and its duplicates, and yield the row about each transaction."""
    with transaction.atomic():
        wait_shortly()
        number = DeskSearch.objects.filter(pk__in=searches_naming(request)).update(typed="")
        erasure = run.note(Erased.SEARCH_WORDS, rows={DeskSearch._meta.db_table: number})
    yield erasure
    yield from erase_requests(
        run,
        lambda: erasable().filter(pk=request.pk),
        Erased.ONE_REQUEST,
        closed_reason=request.closed_reason,
    )


def searches_naming(request: AppointmentRequest) -> list[int]:
    """Return the keys of searches in which the patient, or who asked for them, is named in full.

    Found without looking at what they found: someone may have looked for the patient before there was a request.
    """
    naming = Q()
    for each in with_duplicates([request.pk]):
        names = PatientNames.objects.filter(request=each).first()
        former = names.former_names.split("; ") if names else []
        for name in (each.legal_name, each.caregiver_name, each.referrer_name, *former):
            naming |= _has_all(name)
        for word in (each.email, each.reference, each.spoken_reference, each.medical_record_number):
            naming |= _has_all(word)
        for phone in (each.phone, each.caregiver_phone, each.referrer_phone):
            if len(digits := str(getattr(phone, "national_number", "") or "")) >= SHORTEST_NUMBER:
                naming |= Q(digits__contains=digits)
    return list(_searches().filter(naming).values_list("pk", flat=True)) if naming else []


def _searches() -> QuerySet[DeskSearch]:
    digits = Func(F("typed"), Value(r"\D"), Value(""), Value("g"), function="regexp_replace")
    return DeskSearch.objects.exclude(typed="").annotate(digits=digits)


def _has_all(name: str) -> Q:
    """Return the condition that each word of the name was typed, in any order; none for an empty name."""
    condition = Q()
    for word in name.split():
        condition &= Q(typed__icontains=word.strip(",."))
    return condition
