"""A list of the desk that is longer than a thousand goes on: a tab as well as a search. Here two make a thousand."""

import html
import re

import pytest
from django.contrib import admin
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.utils import timezone

from appointments.admin import bounded_counts, narrowed_counts, open_tab, queue_pages
from appointments.models import AppointmentRequest, TimeOff
from physicians.services.departures import record_departure

from .at_desk import QUEUE, words_of
from .visits import at, book, wanted

STARTS = ("09:00", "09:40", "10:20", "11:00", "11:40")


@pytest.fixture
def desk(client, scheduler):
    client.force_login(scheduler)
    return client


@pytest.fixture
def few_at_once(monkeypatch):
    for module in (bounded_counts, narrowed_counts, open_tab, queue_pages):
        monkeypatch.setattr(module, "MOST_COUNTED", 2)
    monkeypatch.setattr(admin.site._registry[AppointmentRequest], "list_per_page", 1)


@pytest.fixture
def five(make_request):
    return [make_request() for _ in STARTS]


@pytest.fixture
def booked(five, scheduler, visiting, clinic):
    for request, start in zip(five, STARTS, strict=True):
        book(request, scheduler, wanted(visiting, clinic, f"2026-11-24 {start}"), off_rules_reason="x")
    return five


def parts(desk, **asked):
    """Return the references of each part of a list, from its beginning to its end."""
    found, query = [[]], asked | {"p": 1}
    while query:
        page = html.unescape(desk.get(QUEUE, query).content.decode())
        found[-1] += re.findall(r'class="field-reference_link[^>]*>\s*<a [^>]*>([^<]+)</a>', page)
        further = re.search(r'after=(\d+)[^"]*">Show the next thousand', page)
        if further:
            found.append([])
            query = asked | {"after": further[1], "p": 1}
        elif f"p={query['p'] + 1}" in page:
            query = query | {"p": query["p"] + 1}
        else:
            query = None
        assert len(found) < len(STARTS)
    return found


def check(desk, monkeypatch, **asked):
    """See that the parts are those of the whole list, in its order."""
    in_parts = parts(desk, **asked)
    monkeypatch.undo()
    [whole] = parts(desk, **asked)
    assert [len(part) for part in in_parts] == [2, 2, 1]
    assert [reference for part in in_parts for reference in part] == whole


@pytest.mark.parametrize("typed", ["Doe", "Pat Doe", "Doe, Patt", "03/27/1962"])
def test_a_search_goes_on(desk, five, few_at_once, monkeypatch, typed):
    check(desk, monkeypatch, q=typed)


def test_todays_visits_go_on(desk, booked, few_at_once, monkeypatch, now):
    now.move_to(at("2026-11-24 08:00"))
    check(desk, monkeypatch, tab="visits")


def test_visits_without_an_outcome_go_on(desk, booked, few_at_once, monkeypatch, now):
    now.move_to(at("2026-11-24 18:00"))
    check(desk, monkeypatch, tab="no_outcome")


def test_visits_that_the_health_record_lacks_go_on(desk, booked, few_at_once, monkeypatch):
    check(desk, monkeypatch, tab="unrecorded")


def test_visits_without_their_doctor_go_on(desk, booked, few_at_once, monkeypatch, visiting):
    day = DateTimeTZRange(at("2026-11-24 00:00"), at("2026-11-25 00:00"))
    TimeOff.objects.create(physician=visiting, period=day)
    check(desk, monkeypatch, tab="away")


def test_patients_of_a_doctor_who_left_go_on(desk, booked, few_at_once, monkeypatch, visiting, scheduler):
    record_departure(physician=visiting, by=scheduler, note="", now=timezone.now())
    check(desk, monkeypatch, tab="left")


def test_calls_go_on(desk, five, few_at_once, monkeypatch):
    AppointmentRequest.objects.update(next_contact_on="2026-11-10")
    check(desk, monkeypatch, tab="call")


def test_a_filter_looks_behind_the_first_thousand(desk, five, few_at_once):
    AppointmentRequest.objects.update(next_contact_on="2026-11-10")
    *_others, last = AppointmentRequest.objects.most_pressing_first()
    AppointmentRequest.objects.filter(pk=last.pk).update(language="es")
    assert parts(desk, tab="call", language="es") == [[last.spoken_reference]]


@pytest.mark.parametrize("tab", ["new", "call"])
def test_what_a_filter_leaves_goes_on(desk, five, few_at_once, monkeypatch, tab):
    monkeypatch.setattr(narrowed_counts, "MOST_FITTING", 1)
    AppointmentRequest.objects.update(next_contact_on="2026-11-10", language="es")
    check(desk, monkeypatch, tab=tab, language="es")


def test_an_address_that_begins_behind_no_request_of_the_list_shows_the_list(desk, five):
    for after in ("999999", "x", "-1"):
        assert len(parts(desk, q="Doe", after=after)[0]) == len(STARTS)
    assert "Back to the beginning" in words_of(desk.get(QUEUE, {"q": "Doe", "after": five[0].pk}))
