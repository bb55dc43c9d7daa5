"""Who works on what."""

import datetime
import threading

import pytest
from django.db import connection

from appointments.guards.refusals import AlreadyClaimed, IllegalMove, Refused
from appointments.models import AppointmentRequest, Priority
from appointments.services.requests.claims import claim_next, claim_request, release_request
from appointments.services.requests.closing import close_request
from appointments.services.requests.notes import add_note
from appointments.workflow import ClosedReason, Status

from .visits import seen


def test_claiming_a_new_request_puts_it_in_review_and_says_who_did(make_request, scheduler):
    request = claim_request(request_id=make_request().pk, actor=scheduler)
    assert (request.status, request.claimed_by) == (Status.IN_REVIEW, scheduler)
    assert request.status_changes.last().actor == scheduler


def test_a_colleagues_request_can_be_neither_claimed_nor_released(make_request, scheduler, colleague):
    request = claim_request(request_id=make_request().pk, actor=colleague)
    for action in (claim_request, release_request):
        with pytest.raises(AlreadyClaimed, match="Kim Colleague"):
            action(request_id=request.pk, actor=scheduler)


def test_a_released_request_can_be_taken_by_someone_else(make_request, scheduler, colleague):
    request = claim_request(request_id=make_request().pk, actor=colleague)
    release_request(request_id=request.pk, actor=colleague)
    assert claim_next(actor=scheduler) == request


def test_a_closed_request_cannot_be_claimed(make_request, scheduler):
    request = make_request()
    close_request(**seen(request), actor=scheduler, reason="Not ours.", closed_reason=ClosedReason.DECLINED)
    with pytest.raises(IllegalMove):
        claim_request(request_id=request.pk, actor=scheduler)


def test_take_next_gives_the_urgent_first_then_the_earliest_promise(make_request, scheduler):
    late, urgent, soon = make_request(), make_request(), make_request()
    AppointmentRequest.objects.filter(pk=late.pk).update(answer_by=datetime.date(2026, 11, 20))
    AppointmentRequest.objects.filter(pk=soon.pk).update(answer_by=datetime.date(2026, 11, 18))
    AppointmentRequest.objects.filter(pk=urgent.pk).update(
        answer_by=datetime.date(2026, 11, 25), priority=Priority.URGENT
    )
    assert [claim_next(actor=scheduler) for _ in range(4)] == [urgent, soon, late, None]


@pytest.mark.django_db(transaction=True)
def test_eight_people_who_take_next_at_once_get_eight_different_requests(make_request, make_staff):
    requests = [make_request() for _ in range(8)]
    staff = [make_staff(f"staff{number}@example.com") for number in range(8)]
    barrier, taken = threading.Barrier(8), []

    def take(user):
        barrier.wait()
        try:
            taken.append(claim_next(actor=user))
        finally:
            connection.close()

    threads = [threading.Thread(target=take, args=[user]) for user in staff]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {request.pk for request in taken} == {request.pk for request in requests}


@pytest.mark.parametrize(
    ("text", "sentence"), [("", "Write the note"), (" \n", "Write the note"), ("x" * 4001, "4,000")]
)
def test_a_note_that_says_nothing_or_too_much_is_refused(make_request, scheduler, text, sentence):
    with pytest.raises(Refused, match=sentence):
        add_note(request_id=make_request().pk, author=scheduler, text=text)
