"""The desk's home page, its sections, and the filters of the queue."""

import re

import pytest
from django.urls import reverse

from appointments.admin.sections import SECTIONS
from appointments.services.requests.claims import claim_request
from appointments.services.visits.visit_day import check_in
from tests.factories import make_answers, make_clinic, make_physician, send_request

from .at_desk import QUEUE, references, words_of
from .visits import book, seen, wanted

HOME = "/admin/"


@pytest.fixture
def desk(client, scheduler):
    client.force_login(scheduler)
    return client


def count_of(page, label):
    """Return the number beside a label on the home page."""
    return int(re.search(rf'__count">([\d,]+)</span> {label}</a>', page)[1].replace(",", ""))


def test_home_says_how_much_is_waiting_and_each_number_leads_to_its_requests(desk, make_request, scheduler):
    make_request()
    claim_request(request_id=make_request().pk, actor=scheduler)
    page = desk.get(HOME).content.decode()
    assert count_of(page, "New") == count_of(page, "Mine") == 1
    for address in re.findall(r'class="desk-number[^>]*><a href="([^"]+)"', page):
        assert desk.get(address.replace("&amp;", "&")).status_code == 200
    ours, others = page.split("Waiting for the patient, or for a time")
    waiting = ["Waiting on patient", "Offered", "Waitlist"]
    assert not any(f"</span> {label}<" in ours for label in waiting)
    assert [count_of(others, label) for label in waiting] == [0, 0, 0]


@pytest.mark.parametrize("section", SECTIONS, ids=lambda section: section.view)
def test_each_section_is_in_reach_from_each_page(client, make_staff, section):
    client.force_login(make_staff("avery@example.com", is_superuser=True))
    page = client.get(section.address)
    row = re.search(r'<nav class="desk-sections".*?</nav>', page.content.decode(), re.DOTALL)[0]
    assert re.findall(r'href="([^"]+)"', row) == [each.address for each in SECTIONS]
    assert re.findall(r'href="([^"]+)" aria-current', row) == [section.address]


def test_a_section_without_its_right_is_not_shown(desk):
    page = desk.get(HOME).content.decode()
    assert "Availability" in page
    assert "Access log" not in page


def test_a_page_below_a_section_is_in_it(desk, make_request):
    for address in (make_request().get_absolute_url(), reverse("admin:appointments_appointmentrequest_add")):
        assert f'href="{QUEUE}" aria-current' in desk.get(address).content.decode()


def test_the_visits_of_today_are_counted_by_clinic(desk, now, visiting, clinic, make_request, scheduler):
    booked, tomorrow = make_request(), make_request()
    book(booked, scheduler, wanted(visiting, clinic))
    book(tomorrow, scheduler, wanted(visiting, clinic, "2026-11-25 09:00"))
    now.move_to("2026-11-24T13:00:00+00:00")
    desk.force_login(scheduler)
    page = desk.get(HOME)
    assert f"{clinic} 1 next at 9:00 a.m." in words_of(page)
    address = re.search(rf'href="([^"]+clinic={clinic.pk})"', page.content.decode())[1].replace("&amp;", "&")
    listed = desk.get(address).content.decode()
    assert f'id="visit-{booked.pk}"' in listed
    assert f'id="visit-{tomorrow.pk}"' not in listed


def test_the_visits_of_today_are_those_of_a_clinic_and_a_physician(
    desk, now, visiting, clinic, make_request, scheduler
):
    """Those who have arrived as well."""
    other = make_physician("Bea", "Adler", locations=[clinic, mill := make_clinic("mill-heron")])
    mine, hers, elsewhere = make_request(), make_request(), make_request()
    book(mine, scheduler, wanted(visiting, clinic))
    book(hers, scheduler, wanted(other, clinic, "2026-11-24 10:00"), off_rules_reason="agreed")
    book(elsewhere, scheduler, wanted(other, mill, "2026-11-24 14:00"), off_rules_reason="agreed")
    now.move_to("2026-11-24T14:00:00+00:00")
    check_in(**seen(hers), actor=scheduler)
    desk.force_login(scheduler)

    def shown(**filters):
        found = references(desk, tab="visits", **filters)
        return {record for record in (mine, hers, elsewhere) if record.spoken_reference in found}

    assert shown(clinic=clinic.pk) == {mine, hers}
    assert shown(physician=other.pk) == {hers, elsewhere}
    assert shown(clinic=clinic.pk, physician=other.pk) == {hers}


def test_the_clinic_is_that_of_the_visit_and_before_that_of_the_wish(desk, visiting, clinic, make_request, scheduler):
    wish = make_answers(locations=[other := make_clinic("mill-heron")])
    wished, booked, no_wish = send_request(wish), send_request(wish), make_request()
    book(booked, scheduler, wanted(visiting, clinic))
    assert references(desk, clinic=other.pk) == {wished.spoken_reference}
    assert references(desk, clinic=clinic.pk) == {booked.spoken_reference}
    assert references(desk, clinic="any") == {no_wish.spoken_reference}


def test_filters_go_together_and_stay_from_tab_to_tab_with_their_counts(desk, hospital, scheduler, physician):
    spanish = make_answers(language="es")
    claimed = [claim_request(request_id=send_request(spanish).pk, actor=scheduler) for _ in range(2)]
    with_doctor = send_request(make_answers(language="es", physician=physician))
    claim_request(request_id=send_request(make_answers()).pk, actor=scheduler)
    both = {"language": "es", "colleague": scheduler.pk}
    assert references(desk, **both) == {each.spoken_reference for each in claimed}
    assert references(desk, language="es", physician=physician.pk) == {with_doctor.spoken_reference}
    page = desk.get(QUEUE, {"tab": "new", **both}).content.decode()
    mine = re.search(r'href="(\?tab=mine[^"]*)">Mine <span[^>]*>(\d+)<', page)
    assert mine[2] == "2"
    assert mine[1].endswith(f"colleague={scheduler.pk}&amp;language=es")
    assert "Only: Sam Scheduler, Español (Spanish)" in words_of(desk.get(QUEUE, both))
