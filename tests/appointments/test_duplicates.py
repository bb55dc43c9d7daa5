"""A duplicate points to a request that someone works on, never to a closed one or to another duplicate."""

import dataclasses
import datetime

import pytest
from django.db import IntegrityError

from appointments.guards.refusals import Refused
from appointments.models import AppointmentRequest, Note
from appointments.services.requests.closing import close_request, mark_duplicate, reopen_request
from appointments.services.requests.corrections import correct_details
from tests.factories import send_request

from .at_desk import QUEUE, press, words_of
from .test_offers import check_at_commit
from .visits import seen


@pytest.fixture
def three(visiting, make_request):
    return [make_request() for _ in range(3)]


def duplicate(request, other, actor):
    mark_duplicate(**seen(request), of_reference=other.reference, actor=actor)


def of(request):
    request.refresh_from_db()
    return request.duplicate_of


def test_a_closed_request_is_refused_with_the_way_out(client, three, scheduler):
    client.force_login(scheduler)
    record, other, _third = three
    close_request(**seen(other), actor=scheduler, closed_reason="declined", reason="no")
    page = press(client, record, "duplicate", of_reference=other.reference)
    assert page.status_code == 409
    reference = other.spoken_reference
    assert f"{reference} is closed (Declined), so no one would work on either request." in words_of(page)
    assert f"Reopen {reference} first, or keep this request open." in words_of(page)
    assert f"Close as a duplicate of {reference}" not in words_of(client.get(record.get_absolute_url()))
    reopen_request(**seen(other), actor=scheduler, reason="Still wanted.")
    duplicate(record, other, scheduler)
    assert of(record) == other


def test_what_a_duplicate_asked_for_is_kept_with_the_open_request(three, scheduler):
    record, other, _third = three
    values = {"visit_type": "either", "patient_state": "NC", "physician": None}
    correct_details(**seen(record), actor=scheduler, values=values)
    duplicate(record, other, scheduler)
    (note,) = Note.objects.filter(request=other)
    assert note.author == scheduler
    assert f"{record.spoken_reference} was closed as a duplicate of this request. It said:" in note.text
    assert "Kind of visit: Whichever is sooner" in note.text
    assert "Doctor: First available doctor" in note.text
    assert "Legal name" not in note.text


def test_a_new_request_that_another_open_one_may_repeat_is_flagged(client, scheduler, three, answers):
    client.force_login(scheduler)
    stranger = send_request(dataclasses.replace(answers, date_of_birth=datetime.date(1970, 1, 1)))
    assert words_of(client.get(QUEUE)).count("Maybe a duplicate") == 3
    assert "Maybe a duplicate" not in words_of(client.get(QUEUE, {"tab": "all"}))
    for record in three[:2]:
        close_request(**seen(record), actor=scheduler, closed_reason="declined", reason="no")
    text = words_of(client.get(QUEUE))
    assert "Maybe a duplicate" not in text
    assert stranger.spoken_reference in text


def test_a_duplicate_is_refused_and_the_open_request_is_named(three, scheduler):
    record, other, third = three
    duplicate(other, third, scheduler)
    with pytest.raises(Refused, match=f"Enter {third.spoken_reference} instead"):
        duplicate(record, other, scheduler)


def test_duplicates_follow_when_their_request_turns_out_to_be_one(three, scheduler):
    first, second, third = three
    duplicate(first, second, scheduler)
    duplicate(second, third, scheduler)
    assert (of(first), of(second)) == (third, third)
    check_at_commit()


@pytest.mark.parametrize("circle", [False, True])
def test_the_database_refuses_chains_and_circles(three, scheduler, circle):
    first, second, third = three
    duplicate(first, second, scheduler)
    close_request(**seen(second), actor=scheduler, closed_reason="declined", reason="no")
    AppointmentRequest.objects.filter(pk=second.pk).update(closed_reason="duplicate")
    check_at_commit()
    with pytest.raises(IntegrityError, match="duplicate of a duplicate"):
        AppointmentRequest.objects.filter(pk=second.pk).update(duplicate_of=first if circle else third)
        check_at_commit()
