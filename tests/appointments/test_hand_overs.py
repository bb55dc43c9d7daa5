"""Many requests at once: asked first, bounded, done in the background, undone."""

import re

import pytest
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME

from appointments.admin import bulk_actions
from appointments.guards.refusals import Refused
from appointments.models import AppointmentRequest, HandOver, RecordAccess
from appointments.services.requests import hand_overs
from appointments.services.requests.claims import assign_request
from appointments.services.requests.closing import close_request
from wakemed.periodic_tasks import TASKS

from .at_desk import QUEUE, words_of


@pytest.fixture
def desk(client, scheduler):
    client.force_login(scheduler)
    return client


@pytest.fixture
def three(make_request, monkeypatch):
    monkeypatch.setattr(bulk_actions, "A_PAGE", 2)
    return [make_request() for _ in range(3)]


def choose_all(desk, action, request, **more):
    """Choose one row and “select all” above it, and press Go."""
    fields = {"action": action, ACTION_CHECKBOX_NAME: request.pk, "select_across": 1, "index": 0}
    return desk.post(QUEUE, fields | more)


def holders():
    return list(AppointmentRequest.objects.order_by("pk").values_list("claimed_by__email", flat=True))


def test_handing_over_more_than_a_page_is_asked_first_and_done_by_the_clock(desk, three, colleague):
    asked = choose_all(desk, "assign_chosen", three[0], colleague=colleague.pk)
    assert "Hand 3 requests to Kim Colleague?" in words_of(asked)
    assert holders() == [None] * 3
    assert not HandOver.objects.exists()
    answer = choose_all(desk, "assign_chosen", three[0], colleague=colleague.pk, confirmed=1)
    page = answer.url
    assert "0 of 3 requests have been handed over" in words_of(desk.get(page))
    assert hand_overs.work_on_hand_overs in TASKS
    hand_overs.work_on_hand_overs()
    assert holders() == [colleague.email] * 3
    assert "3 of 3 requests have been handed over" in words_of(desk.get(page))


def test_a_few_that_were_handed_over_at_once_can_be_returned_too(desk, make_request, colleague, scheduler):
    mine, new, closed = (make_request() for _ in range(3))
    assign_request(request_id=mine.pk, to=scheduler, actor=scheduler)
    close_request(
        request_id=closed.pk, seen_version=closed.version, closed_reason="declined", reason="x", actor=scheduler
    )
    chosen = [each.pk for each in (mine, new, closed)]
    fields = {"action": "assign_chosen", ACTION_CHECKBOX_NAME: chosen, "colleague": colleague.pk}
    answer = desk.post(f"{QUEUE}?tab=all", fields, follow=True)
    assert f"{closed.spoken_reference}: " in words_of(answer)
    assert "2 requests are now with Kim Colleague. See or undo it" in words_of(answer)
    page = re.search(r'href="([^"]+)">See or undo it', answer.content.decode())[1]
    assert "3 of 3 requests have been handed over. 1 stayed where they were" in words_of(desk.get(page))
    desk.post(page)
    hand_overs.work_on_hand_overs()
    assert holders() == [scheduler.email, None, None]


def test_an_undone_hand_over_returns_what_no_one_has_touched_since(desk, three, colleague, scheduler):
    closed, passed_on, untouched = three
    assign_request(request_id=untouched.pk, to=scheduler, actor=scheduler)
    asked = hand_overs.ask_for_hand_over(request_ids=[each.pk for each in three], to=colleague, by=scheduler)
    hand_overs.work_on_hand_overs()
    closed.refresh_from_db()
    close_request(
        request_id=closed.pk, seen_version=closed.version, closed_reason="declined", reason="x", actor=scheduler
    )
    assign_request(request_id=passed_on.pk, to=scheduler, actor=scheduler)
    desk.post(page := f"{QUEUE}hand-over/{asked.pk}/")
    hand_overs.work_on_hand_overs()
    assert holders() == [colleague.email, scheduler.email, scheduler.email]
    assert "3 of 3 requests have been checked" in words_of(desk.get(page))
    assert untouched.notes.last().text == "The hand-over was undone."


def test_a_hand_over_that_is_undone_before_its_end_stops(three, colleague, scheduler):
    asked = hand_overs.ask_for_hand_over(request_ids=[each.pk for each in three], to=colleague, by=scheduler)
    hand_overs._next_step(asked.pk)
    hand_overs.ask_to_undo(hand_over_id=asked.pk)
    hand_overs.work_on_hand_overs()
    assert holders() == [None] * 3


def test_what_is_closed_stays_and_is_counted(three, colleague, scheduler):
    close_request(
        request_id=three[0].pk, seen_version=three[0].version, closed_reason="declined", reason="x", actor=scheduler
    )
    asked = hand_overs.ask_for_hand_over(request_ids=[each.pk for each in three], to=colleague, by=scheduler)
    hand_overs.work_on_hand_overs()
    asked.refresh_from_db()
    assert (asked.refused, len(asked.handed)) == (1, 2)


def test_a_hand_over_has_a_bound(three, colleague, scheduler, monkeypatch):
    monkeypatch.setattr(hand_overs, "MOST_AT_ONCE", 2)
    with pytest.raises(Refused):
        hand_overs.ask_for_hand_over(request_ids=[each.pk for each in three], to=colleague, by=scheduler)


def test_a_large_export_is_asked_first_bounded_and_recorded(desk, three, monkeypatch):
    monkeypatch.setattr(bulk_actions, "MOST_EXPORTED", 2)
    monkeypatch.setattr(bulk_actions, "A_PAGE", 1)
    asked = choose_all(desk, "export_chosen", three[0])
    assert "Export 2 requests?" in words_of(asked)
    assert "These are the first 2 of the list." in words_of(asked)
    before = RecordAccess.objects.count()
    answer = choose_all(desk, "export_chosen", three[0], confirmed=1)
    lines = answer.getvalue().decode("utf-8-sig").splitlines()
    assert [line[:9] for line in lines] == ["Reference", three[0].spoken_reference, three[1].spoken_reference]
    assert RecordAccess.objects.count() == before + 2


def test_the_page_of_a_hand_over_is_for_the_desk(client, three, colleague, scheduler, make_staff):
    asked = hand_overs.ask_for_hand_over(request_ids=[three[0].pk], to=colleague, by=scheduler)
    client.force_login(make_staff("visitor@example.com"))
    assert client.post(f"{QUEUE}hand-over/{asked.pk}/").status_code == 403
    client.force_login(scheduler)
    assert client.get(f"{QUEUE}hand-over/{asked.pk + 1}/").status_code == 404
