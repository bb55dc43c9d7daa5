"""What the desk shows of a request: everything the patient said, and what changed since."""

import re

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from appointments.admin.request_page import other_answers
from appointments.admin.timeline import timeline_of
from appointments.models import AnswerChange, AppointmentRequest, RecordAccess
from appointments.services.status_moves import record_move
from appointments.workflow import ClosedReason, Status
from tests.factories import make_clinic

from .at_desk import QUEUE, press, words_of

EVERYTHING = {
    "caregiver_name": "Rosa Hernández",
    "caregiver_relationship": "child",
    "caregiver_phone": "+19195550188",
    "caregiver_consent": True,
    "seen_before": "no",
    "scans": ["mri", "x_ray"],
    "biopsy": "not_sure",
    "referred": "yes",
    "referrer_name": "Dr. Ellen Graham",
    "referrer_practice": "Cary Family Medicine",
    "referrer_phone": "+19195550177",
    "language": "es",
    "needs": ["interpreter", "companion"],
    "needs_note": "Mornings are better.",
}


@pytest.fixture
def desk(client, scheduler):
    client.force_login(scheduler)
    return client


@pytest.fixture
def clinic(db):
    return make_clinic(
        "juniper-ridge", name="Juniper Ridge Clinic", latitude="35.78", longitude="-78.64", phone="+19195550150"
    )


@pytest.fixture
def request_with(make_request):
    """Return a function that sends a request and gives it these further answers."""

    def make(**fields):
        request = make_request()
        AppointmentRequest.objects.filter(pk=request.pk).update(**fields)
        request.refresh_from_db()
        return request

    return make


def change(request, question="Phone number", before="(919) 555-0142", after="(919) 555-0199", **fields):
    return AnswerChange.objects.create(request=request, question=question, before=before, after=after, **fields)


def sentences(request):
    return [f"{entry.who} {entry.what}" for entry in timeline_of(request)]


def test_the_page_shows_all_that_was_said_in_the_order_of_a_call(desk, request_with, clinic):
    request = request_with(urgent_symptoms=True, priority="urgent", **EVERYTHING)
    request.preferred_locations.add(clinic)
    page = desk.get(request.get_absolute_url())
    expected = [
        "The patient answered yes in the safety check, and was told to call 911.",
        "Clinics Juniper Ridge Clinic",
        "Requested by Caregiver Rosa Hernández · Son or daughter Phone (919) 555-0188",
        "May ask on the patient's behalf.",
        "Patient Legal name Pat Doe",
        "Background Seen here before No Scans MRI, X-ray Biopsy Not sure",
        "Referred Dr. Ellen Graham, Cary Family Medicine (919) 555-0177",
        "Language Español (Spanish) At the visit An interpreter Someone comes along",
        "In their own words Mornings are better.",
    ]
    text = words_of(page).replace("&#x27;", "'")
    places = [text.find(words) for words in expected]
    assert -1 not in places
    assert places == sorted(places)
    for number in ("+1-919-555-0188", "+1-919-555-0177", "+1-919-555-0142"):
        assert f'href="tel:{number}"' in page.content.decode()


def test_the_answer_to_a_question_that_no_template_knows_is_in_the_background(desk, request_with, monkeypatch):
    monkeypatch.setattr(other_answers, "SHOWN_BY_NAME", other_answers.SHOWN_BY_NAME - {"needs_note", "language"})
    request = request_with(needs_note="Mornings are better.")
    text = words_of(desk.get(request.get_absolute_url()))
    assert "Background What else helps Mornings are better." in text
    assert "Language" not in text.partition("Emails to the patient")[0]


def test_what_nobody_said_takes_no_room(desk, request_with):
    request = request_with(reason="", insurance_carrier="")
    text = words_of(desk.get(request.get_absolute_url())).partition("Emails to the patient")[0]
    for words in (
        "safety check",
        "Requested by",
        "Background",
        "Access needs",
        "Clinics",
        "In their own words",
        "Insurance",
    ):
        assert words not in text


def test_a_request_with_everything_takes_no_more_queries_than_a_bare_one(desk, request_with, clinic, colleague):
    bare, full = request_with(), request_with(urgent_symptoms=True, **EVERYTHING)
    full.preferred_locations.add(clinic)
    for actor in (None, colleague, None, colleague):
        change(full, actor=actor)
    desk.get(bare.get_absolute_url())
    counts = []
    for request in (bare, full):
        with CaptureQueriesContext(connection) as queries:
            desk.get(request.get_absolute_url())
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 32


def test_an_urgent_request_comes_first_and_says_so_in_words(desk, make_request, request_with):
    older, urgent = make_request(), request_with(priority="urgent")
    text = words_of(desk.get(QUEUE))
    assert text.index(f"{urgent.spoken_reference} Urgent") < text.index(older.spoken_reference)
    assert text.count("Urgent") == 1


@pytest.mark.parametrize("typed", ["hernandez", "Rosa", "Hernándes", "919 555 0188"])
def test_a_request_is_found_by_its_caregiver(desk, request_with, make_request, typed):
    other, request = make_request(), request_with(**EVERYTHING)
    text = words_of(desk.get(QUEUE, {"q": typed}))
    assert f"{request.spoken_reference} Pat Doe born 03/27/1962 requested by Rosa Hernández" in text
    assert other.spoken_reference not in text


@pytest.mark.parametrize(
    ("before", "after", "sentence"),
    [
        ("(919) 555-0142", "(919) 555-0199", "The patient changed Phone number: (919) 555-0142 → (919) 555-0199"),
        ("", "(919) 555-0199", "The patient added Phone number: (919) 555-0199"),
        ("(919) 555-0142", "", "The patient removed Phone number: (919) 555-0142"),
    ],
)
def test_a_changed_answer_is_a_sentence_in_the_history(desk, make_request, before, after, sentence):
    request = make_request()
    change(request, before=before, after=after)
    assert sentence in words_of(desk.get(request.get_absolute_url()))


def test_cancelling_and_taking_it_back_are_told_as_the_patients_doing(make_request):
    request = make_request()
    with transaction.atomic():
        record_move(request, to=Status.CLOSED, actor=None, closed_reason=ClosedReason.CANCELLED_BY_PATIENT)
        record_move(request, to=Status.IN_REVIEW, actor=None)
    assert sentences(request)[:2] == [
        "The patient undid the cancellation",
        "The patient canceled the request",
    ]


def test_a_change_since_the_last_opening_is_marked_until_someone_has_looked(desk, make_request):
    request = make_request()
    change(request)
    assert "Changed by patient" not in words_of(desk.get(QUEUE))  # nobody has seen it as it was before
    assert "See what changed" not in words_of(desk.get(request.get_absolute_url()))
    change(request)
    change(request, "ZIP code", "27610", "27601")
    assert f"{request.spoken_reference} Changed by patient" in words_of(desk.get(QUEUE))
    page = desk.get(request.get_absolute_url())
    assert "The patient changed 2 answers, last on" in words_of(page)
    assert 'href="#history"' in page.content.decode()
    assert 'id="history"' in page.content.decode()
    assert "See what changed" not in words_of(desk.get(request.get_absolute_url()))
    assert "Changed by patient" not in words_of(desk.get(QUEUE))


def test_neither_a_look_at_the_list_nor_a_change_by_staff_counts(desk, make_request, colleague):
    request = make_request()
    desk.get(request.get_absolute_url())
    change(request, actor=colleague)
    assert "Changed by patient" not in words_of(desk.get(QUEUE))
    change(request)
    assert RecordAccess.objects.filter(request=request, kind=RecordAccess.Kind.LISTED).exists()
    assert "Changed by patient" in words_of(desk.get(QUEUE))
    assert "Changed by patient" in words_of(desk.get(QUEUE))


def test_every_action_says_what_it_did_and_the_next_request_is_one_click_away(desk, make_request):
    request = make_request()
    told = [
        ("claim", {}, "The request is yours."),
        ("note", {"text": "Called."}, "Note saved."),
        ("waitlist", {}, "The request is on the waitlist."),
        ("release", {}, "The request is back in the queue."),
    ]
    for action, data, sentence in told:
        page = press(desk, request, action, follow=True, **data)
        assert sentence in words_of(page)
    assert reverse("admin:appointments_appointmentrequest_take_next") in page.content.decode()


def test_the_patients_name_stays_out_of_the_title_that_the_browser_remembers(desk, make_request):
    request = make_request()
    title = re.search(r"<title>(.*?)</title>", desk.get(request.get_absolute_url()).content.decode(), re.DOTALL)
    assert request.spoken_reference in title[1]
    assert "Pat Doe" not in title[1]
