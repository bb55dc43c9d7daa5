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


def test_a_medical_record_number_leads_to_its_request(called):
    request = called("Maria Sanchez")
    AppointmentRequest.objects.filter(pk=request.pk).update(medical_record_number="MRN-0042")
    assert found("mrn-0042") == [request]
    assert found("MRN-0043") == []


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
