"""A patient with a row of every kind, each with words that are nowhere else."""

import datetime
from types import SimpleNamespace

import time_machine
from django.db import connection

from appointments.models import (
    AnswerChange,
    Channel,
    ContactAttempt,
    ContactOutcome,
    DeskSearch,
    LostLink,
    Message,
    Note,
    Notification,
    NurseReview,
    RecordAccess,
    RequestDraft,
    RequestLink,
)
from appointments.services.requests.claims import claim_request
from appointments.services.visits.bookings import book_visit, cancel_visit
from appointments.services.visits.offers import offer_times, refuse_offer
from appointments.services.visits.reservations import Wanted
from appointments.services.visits.visit_day import complete_visit, record_numbers
from tests import factories
from wakemed.models import SecurityEvent

THEN = datetime.datetime(2018, 3, 5, 15, tzinfo=datetime.UTC)  # a Monday, longer ago than anything is kept
TOLD = datetime.datetime(2018, 3, 12, 15, tzinfo=datetime.UTC)
# What only this patient has: in names, words, addresses, numbers and dates, as they are written anywhere.
CANARIES = ("zebrafinch", "5550187", "555-0187", "ZF-4711", "1931-01-09", "203.0.113.77")
BOOKED = "at the clinic, zebrafinch"


def plant(*, doctor, clinic, staff, at=THEN):
    """Return a fulfilled request, closed a week after it came, and the search that has found it now."""
    with time_machine.travel(at, tick=False):
        request = factories.send_request(_answers(doctor, clinic, at))
        _work(request, doctor, clinic, staff, at)
    with time_machine.travel(at + (TOLD - THEN), tick=False):
        complete_visit(**_seen(request), actor=staff)
    request.refresh_from_db()
    return SimpleNamespace(request=request, search=_logs(request, staff))


def _answers(doctor, clinic, at):
    return factories.make_answers(
        physician=doctor,
        locations=[clinic],
        times=[((at + (TOLD - THEN)).date(), "morning")],
        legal_name="Zebrafinch Quill",
        preferred_name="Zebrafinch",
        date_of_birth=datetime.date(1931, 1, 9),
        phone=factories.phone("919-555-0187"),
        email="quill@zebrafinch.example",
        reason="Zebrafinch: my back hurts.",
        insurance_carrier="Zebrafinch Mutual",
        needs_note="A chair for zebrafinch.",
        caregiver_name="Ann Zebrafinch",
        caregiver_relationship="child",
        caregiver_phone=factories.phone("919-555-0187"),
        caregiver_consent=True,
        referred="yes",
        referrer_name="Dr. Zebrafinch",
        referrer_practice="Zebrafinch Family Practice",
        referrer_phone=factories.phone("919-555-0187"),
    )


def _seen(request):
    request.refresh_from_db()
    return {"request_id": request.pk, "seen_version": request.version}


def _work(request, doctor, clinic, staff, at):
    """Do what the desk does in a week: an offer refused, a visit canceled and another one booked, words everywhere."""

    def time(hours):
        start = at + (TOLD - THEN) + datetime.timedelta(hours=hours)
        return Wanted(physician_id=doctor.pk, location_id=clinic.pk, start=start, minutes=30)

    claim_request(request_id=request.pk, actor=staff)
    offer_times(**_seen(request), times=[time(-1)], actor=staff, off_rules_reason="zebrafinch agreed")
    offer = request.offers.get()
    refuse_offer(request_id=request.pk, offer_id=offer.pk, text="Not for a zebrafinch.", actor=None)
    book_visit(**_seen(request), wanted=time(-2), actor=staff, off_rules_reason=BOOKED)
    cancel_visit(**_seen(request), reason="Zebrafinch called.", by_patient=True, still_wanted=True, actor=staff)
    book_visit(**_seen(request), wanted=time(0), actor=staff, off_rules_reason=BOOKED)
    record_numbers(request_id=request.pk, actor=staff, medical_record_number="ZF-4711", visit_number="ZF-4711-1")
    request.refresh_from_db()
    request.nurse_review, request.nurse_question, request.nurse_note = NurseReview.DONE, "zebrafinch?", "zebrafinch!"
    request.legal_name = "Zebrafinch Quillon"
    request.save(update_fields=["nurse_review", "nurse_question", "nurse_note", "legal_name"])
    call = ContactAttempt.objects.create(
        request=request, author=staff, channel=Channel.PHONE, outcome=ContactOutcome.REACHED, text="zebrafinch"
    )
    Note.objects.create(request=request, author=staff, text="Zebrafinch is polite.")
    Message.objects.create(request=request, author=staff, text="Which scans, zebrafinch?")
    Message.objects.create(request=request, text="None, says zebrafinch.")
    AnswerChange.objects.create(request=request, question="Name", before="Zebrafinch", after="Zebrafinch Quill")
    Notification.objects.filter(request=request).update(state="sent", told_in=call, last_error="zebrafinch")
    RequestLink.objects.create(request=request)
    RequestDraft.objects.create(
        secret_digest="0" * 64, answers={"contact": {"email": "quill@zebrafinch.example"}}, request=request
    )


def _logs(request, staff):
    search = DeskSearch.objects.create(staff=staff, typed="zebrafinch")
    for kind in RecordAccess.Kind.values:
        found = search if kind == RecordAccess.Kind.FOUND else None
        RecordAccess.objects.create(request=request, staff=staff, kind=kind, search=found)
    SecurityEvent.objects.create(kind="link_opened", patient_request=request, address="203.0.113.77")
    return search


def unsent(at=THEN):
    """Leave what someone typed and never sent, as the clock and the mail sender should have erased it."""
    with time_machine.travel(at, tick=False):
        RequestDraft.objects.create(secret_digest=str(at), answers={"contact": {"email": "quill@zebrafinch.example"}})
        LostLink.objects.create(email="quill@zebrafinch.example")


def found_in(*words):
    """Return the columns of the whole database that hold one of the words, whatever their type: “table.column”."""
    patterns, quote, found = [f"%{word}%" for word in words], connection.ops.quote_name, set()
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT table_name, array_agg(column_name::text) FROM information_schema.columns"
            " WHERE table_schema = 'public' GROUP BY table_name"
        )
        for table, columns in cursor.fetchall():
            asked = ", ".join(f"bool_or({quote(column)}::text ILIKE ANY (%s))" for column in columns)
            cursor.execute(f"SELECT {asked} FROM {quote(table)}", [patterns] * len(columns))
            found |= {f"{table}.{name}" for name, is_there in zip(columns, cursor.fetchone(), strict=True) if is_there}
    return found
