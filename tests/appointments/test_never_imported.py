"""Beside free times it says whose calendar the health record has never given us."""

import pytest
from django.urls import reverse

from appointments.models import AppointmentRequest, BusyImport
from appointments.services.visits.free_time_value import value_of

from .at_desk import words_of
from .visits import wanted

OF_BO = "Check the health record: the calendar of Bo Berg was never imported, and a free time may be taken there."
OF_ALL = "Check the health record: no calendar was ever imported, and a free time may be taken there."


@pytest.fixture
def other(visiting, give_hours, make_physician):
    return give_hours(make_physician("bo-berg", given_name="Bo", family_name="Berg"))


@pytest.fixture
def pages(client, scheduler, visiting, other, clinic, make_request):
    """Return a function that returns the words of the pages with free times of both physicians."""
    record = make_request()
    AppointmentRequest.objects.filter(pk=record.pk).update(physician=None)
    client.force_login(scheduler)
    calendar = reverse("admin:appointments_calendar")
    addresses = [record.get_absolute_url(), f"{calendar}?date=2026-11-24"]
    return lambda: [words_of(client.get(address)) for address in addresses]


def imported(*physicians):
    for physician in physicians:
        BusyImport.objects.create(physician=physician, taken=0)


def test_a_physician_whose_calendar_was_never_imported_is_named_once(pages, visiting):
    imported(visiting)
    assert [page.count(OF_BO) for page in pages()] == [1, 1]


def test_nothing_is_said_once_every_calendar_was_imported(pages, visiting, other):
    imported(visiting, other)
    assert not any("Check the health record" in page for page in pages())


def test_one_sentence_is_enough_where_no_calendar_was_ever_imported(pages):
    assert [page.count(OF_ALL) for page in pages()] == [1, 1]


def test_the_page_of_a_time_says_it_of_its_physician(client, scheduler, visiting, other, clinic):
    imported(visiting)
    client.force_login(scheduler)
    address = reverse("admin:appointments_calendar_time")
    for physician, said in ((other, True), (visiting, False)):
        page = client.get(address, {"time": value_of(wanted(physician, clinic))})
        assert (OF_BO in words_of(page)) is said
