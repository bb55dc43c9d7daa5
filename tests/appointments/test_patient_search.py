"""The desk's search: names as people remember them, open requests first."""

import datetime

import pytest
from django.db import connection

from appointments.admin.patient_search.names_found import requests_named
from appointments.admin.patient_search.request_search import requests_meant
from appointments.models import AppointmentRequest, PatientNames, PatientNameWord
from appointments.services.requests.closing import close_request
from tests import factories

from .at_desk import QUEUE
from .visits import book, wanted

pytestmark = pytest.mark.django_db


@pytest.fixture
def called(hospital):
    """Return a function that sends a request of someone with this name."""
    return lambda name, **more: factories.send_request(factories.make_answers(legal_name=name, **more))


def found(text):
    return list(AppointmentRequest.objects.all().in_given_order(requests_meant(text, most=100)))


@pytest.mark.parametrize(
    "typed",
    [
        *("Katherine Rodriguez", "rodriguez katherine", "Rodriguez, Katherine"),
        *("Katherine Rodrigez", "Katherine Rodriguezz", "Katherine Rodrigeuz", "Katherina Rodriguez"),
        *("Kathy Rodriguez", "Kate Rodriguez", "K Rodriguez", "Kath Rodr", "katherinerodriguez", "Rodríguez"),
    ],
)
def test_a_name_is_found_misspelled_turned_around_or_short(called, typed):
    meant = called("Katherine Rodriguez")
    called("Thomas Nguyen")
    assert found(typed)[:1] == [meant]


@pytest.mark.parametrize("typed", ["Pedro Alvarez", "Qxzvyk", "x", "-", "'", "%", "\\", "a:*", "' | n:doe", "\x00"])
def test_a_name_that_no_one_has_finds_no_one(called, typed):
    called("Katherine Rodriguez")
    assert found(typed) == []


def test_the_better_name_comes_first_then_the_open_request_then_the_newest(called, scheduler):
    old, closed, new = (called("Ana Smith") for _ in range(3))
    other = called("Ana Smyth")
    closed.refresh_from_db()
    close_request(
        request_id=closed.pk, seen_version=closed.version, closed_reason="declined", reason="no", actor=scheduler
    )
    assert found("ana smith") == [new, old, closed, other]


def test_a_caregiver_a_preferred_name_and_a_former_name_lead_to_the_request(called):
    request = called("Maria Sanchez", preferred_name="Lupita")
    AppointmentRequest.objects.filter(pk=request.pk).update(
        caregiver_name="Rosa Delgado",
        caregiver_relationship="child",
        caregiver_phone="tel:+1-919-555-0100",
        caregiver_consent=True,
    )
    AppointmentRequest.objects.filter(pk=request.pk).update(legal_name="Maria Okafor")
    for typed in ("Lupita", "Rosa Delgado", "Maria Sanchez", "Maria Okafor"):
        assert found(typed) == [request], typed


@pytest.mark.parametrize("typed", ["4/9/1961", "4/9/61", "04-09-61", "04091961"])
def test_a_date_of_birth_is_found_as_it_is_typed(called, typed):
    meant, _other = called("Maria Sanchez", date_of_birth=datetime.date(1961, 4, 9)), called("Maria Sanchez")
    assert found(typed) == [meant]


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        *(("Jan Kowalczyk", typed) for typed in ("Kowalchuk", "Jan Kowalchuk", "kowalchik")),
        *(("Eva Schmidt", typed) for typed in ("Shmit", "eva shmidt")),
        *(("Ana Wojcik", typed) for typed in ("Wojchik",)),
        *(("Anh Nguyen", typed) for typed in ("Nuyen", "Nguin")),
        *(("Ewa Wójcik", typed) for typed in ("Voychik", "Ewa Voychick")),
        ("Ewa Voychik", "Wojcik"),  # a caller, entered as the scheduler heard it
        *(("Jan Nowicki", typed) for typed in ("Novitsky", "Jan Novitski")),
        ("Hans Schultz", "Shults"),
        ("Rosa Pugliese", "Pulyesi"),
        ("Remy Boudreaux", "Boodro"),
    ],
)
def test_a_name_is_found_as_it_sounds_where_more_than_one_letter_differs(called, name, typed):
    meant = called(name)
    called("Thomas Baker")
    assert found(typed)[:1] == [meant]


@pytest.mark.parametrize("write", [str, str.lower, "{}-".format, "-{}".format, " {} ".format])
def test_half_a_reference_leads_to_its_request(called, write):
    request, other = called("Maria Sanchez"), called("Maria Sanchez")
    for one, reference in ((request, "K7TM4RXW"), (other, "43674RXX")):
        AppointmentRequest.objects.filter(pk=one.pk).update(reference=reference)
        for part in (reference[:4], reference[4:]):
            assert found(write(part)) == [one], part
    assert found("k7tm-4r") == found("7TM-4RXW") == [request]
    assert found("4RX") == found("TM4R") == []


def test_letters_that_may_be_half_a_reference_may_be_a_name_too(called):
    request, wynn = called("Maria Sanchez"), called("Ed Wynn")
    AppointmentRequest.objects.filter(pk=request.pk).update(reference="K7TMWYNN")
    assert found("wynn") == [request, wynn]


@pytest.mark.parametrize(
    "typed",
    [
        *("9195550142", "(919) 555-0142", "+1 919 555 0142", "919.555.0142 x7", "tel:+1-919-555-0142"),
        *("555-0142", "5550142", "555 0142", "0142", "-0142"),
    ],
)
def test_a_phone_number_is_found_without_its_area_code_and_by_its_last_four_digits(called, typed):
    meant, other = called("Maria Sanchez", phone="+1 919-555-0142 ext. 4"), called("Ana Doe", phone="+1 919-555-0143")
    assert found(typed) == [meant]
    AppointmentRequest.objects.filter(pk=meant.pk).update(phone="tel:+1-919-555-0199")
    AppointmentRequest.objects.filter(pk=other.pk).update(
        caregiver_name="Rosa Delgado",
        caregiver_relationship="child",
        caregiver_phone="tel:+1-919-555-0142",
        caregiver_consent=True,
    )
    assert found(typed) == [other]


def test_three_digits_are_no_phone_number_and_four_may_be_a_record_number(called):
    request = called("Maria Sanchez", phone="+1 919-555-0142")
    assert found("142") == found("5551") == []
    AppointmentRequest.objects.filter(pk=request.pk).update(medical_record_number="5551")
    assert found("5551") == [request]


def test_a_medical_record_number_leads_to_its_request(called):
    request = called("Maria Sanchez")
    AppointmentRequest.objects.filter(pk=request.pk).update(medical_record_number="MRN-0042")
    assert found("mrn-0042") == [request]
    assert found("MRN-0043") == []


def test_the_number_of_a_visit_leads_to_its_request(called, scheduler, visiting, clinic):
    request = called("Maria Sanchez")
    booked = book(request, scheduler, wanted(visiting, clinic))
    type(booked).objects.filter(pk=booked.pk).update(visit_number="CSN-10045521")
    assert found("csn-10045521") == found(" CSN-10045521 ") == [request]
    assert found("CSN-1004552") == []


def test_what_the_search_knows_follows_every_write(called):
    request = called("Maria Sanchez")
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE appointments_appointmentrequest SET legal_name = 'Zoe Adler' WHERE id = %s", [request.pk]
        )
    assert requests_named("zoe adlr", most=10) == [request.pk]
    assert "n:adler" in PatientNames.objects.get(pk=request.pk).words
    assert PatientNameWord.objects.filter(word="adler").exists()


def test_a_search_of_the_desk_says_how_many_and_lists_open_ones_first(client, called, scheduler):
    client.force_login(scheduler)
    requests = [called("Ana Smith") for _ in range(3)]
    page = client.get(QUEUE, {"q": "Ana Smitt"}).content.decode()
    assert "3 requests found" in page
    places = [page.index(request.spoken_reference) for request in reversed(requests)]
    assert places == sorted(places)
