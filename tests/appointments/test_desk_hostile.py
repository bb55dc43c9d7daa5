"""What no page of the desk sends: addresses and forms made by hand, and buttons that are not there."""

import html
import re

import pytest
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.messages import get_messages

from appointments.models import AppointmentRequest, Holiday
from appointments.workflow import AppointmentStatus

from .at_desk import QUEUE, press, words_of
from .visits import book, wanted

HOLIDAYS, PHYSICIANS = "/admin/appointments/holiday/", "/admin/physicians/physician/"
READINGS = "/admin/appointments/recordaccess/"
NO_KEYS = ("abc", "1\0", "-1", "9" * 5000)


@pytest.fixture
def desk(client, scheduler):
    client.force_login(scheduler)
    return client


def test_a_time_that_no_clock_can_show_is_none(desk, make_request, visiting):
    record = make_request()
    for start in ("99991231T2359", "99991231T1600", "00010101T0000"):
        for field in ("times", "suggested"):
            for action in ("offer", "book"):
                response = press(desk, record, action, **{field: f"{visiting.pk}-3-{start}"})
                assert response.status_code == 422
                assert "Choose from the list of free times." in words_of(response)


@pytest.mark.parametrize(
    ("path", "action"), [(QUEUE, "export_chosen"), (QUEUE, "assign_chosen"), (HOLIDAYS, "delete_selected")]
)
def test_an_action_on_what_can_be_no_row_does_nothing_and_says_so(desk, make_request, scheduler, path, action):
    record = make_request()
    holiday = Holiday.objects.create(date="2026-12-24", name="Staff day")
    for chosen in NO_KEYS:
        response = desk.post(
            path,
            {"action": action, ACTION_CHECKBOX_NAME: [chosen, record.pk, holiday.pk], "colleague": scheduler.pk},
        )
        assert response.status_code == 302
        assert "Choose from the list. Nothing was done." in [str(one) for one in get_messages(response.wsgi_request)]
    record.refresh_from_db()
    assert record.claimed_by is None


@pytest.mark.parametrize(
    ("path", "queries"),
    [
        (HOLIDAYS, ("date__year=99999", "date__year=0", "date__iso_year=10000", "id__range=1", "name__regex=((")),
        (PHYSICIANS, ("family_name__regex=(((", "id__range=1", "npi__startswith=1")),
        (READINGS, ("id__range=1", "kind__regex=((", "at__year=99999", "at__gte=0001-01-01", "at__lt=9999-12-31")),
    ],
)
def test_no_filter_is_taken_from_the_address_of_a_list(client, make_staff, path, queries):
    client.force_login(make_staff("root@example.com", is_superuser=True))
    for query in queries:
        assert client.get(f"{path}?{query}").status_code in (302, 400), query
    for query in ("e=1", "q=((("):
        assert client.get(f"{path}?{query}").status_code == 200


def test_the_list_of_readings_keeps_the_filters_of_its_own_links(client, make_request, make_staff):
    client.force_login(make_staff("root@example.com", is_superuser=True))
    client.get(make_request().get_absolute_url())
    links = re.findall(r'href="(\?(?:at|kind)_[^"]+)"', client.get(READINGS).content.decode())
    assert len(links) >= 5
    for link in links:
        assert client.get(READINGS + html.unescape(link)).status_code == 200, link


def test_a_button_that_is_not_there_does_nothing_when_pressed_all_the_same(
    desk, make_request, visiting, clinic, scheduler
):
    plain, visit = make_request(), make_request()
    book(visit, scheduler, wanted(visiting, clinic))
    plain.refresh_from_db()
    closing = {"closed_reason": "declined", "reason": "my words"}
    pressed = [
        (visit, "close", closing, "A visit is booked. Cancel the visit: that can close the request too."),
        (visit, "waitlist", {"reason": "my words"}, "A visit is booked. Cancel it first, or keep it."),
        (visit, "keep", {}, "The visit is already kept as booked, or its doctor won't be there."),
        (visit, "check_in", {}, "The visit is on another day ("),
        (visit, "resume", {}, "This request is not waiting."),
        (visit, "close", closing | {"seen_version": 0}, "Someone changed this request while you had it open"),
        (plain, "release", {}, "The request is closed, or it isn't yours."),
        (plain, "nurse_review", {"priority": "urgent", "text": "my words"}, "No nurse review is waiting."),
    ]
    for record, action, fields, sentence in pressed:
        before = AppointmentRequest.objects.filter(pk=record.pk).values().get()
        response = press(desk, record, action, **fields)
        text = words_of(response)
        assert (response.status_code, sentence in text) == (409, True), action
        assert ("my words" in text) == ("my words" in fields.values()), action
        assert AppointmentRequest.objects.filter(pk=record.pk).values().get() == before
    assert visit.appointments.get().status == AppointmentStatus.BOOKED


def test_a_double_click_on_claim_does_no_harm(desk, make_request, scheduler):
    record = make_request()
    for _click in range(2):
        assert press(desk, record, "claim").status_code == 302
    record.refresh_from_db()
    assert record.claimed_by == scheduler
