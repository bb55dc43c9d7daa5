"""“Take next” gives each person what they can work on, and says truly when there's nothing."""

import re

import pytest
from django.urls import reverse

from appointments.models import AppointmentRequest, NurseReview, Priority
from appointments.services.requests.claims import claim_next, claim_request
from appointments.services.requests.next_work import take_next
from appointments.services.requests.nurse_reviews import ask_for_nurse_review

from .at_desk import QUEUE, buttons_on, press, words_of

TAKE_NEXT = reverse("admin:appointments_appointmentrequest_take_next")


@pytest.fixture
def other_nurse(make_staff):
    return make_staff("nell@example.com", "Nurses", first_name="Nell", last_name="Other")


@pytest.fixture
def for_nurse(make_request, scheduler):
    """Return a function that sends a request and asks for its review."""

    def make(nurse=None, **columns):
        request = make_request()
        ask_for_nurse_review(request_id=request.pk, actor=scheduler, nurse=nurse)
        AppointmentRequest.objects.filter(pk=request.pk).update(**columns)
        request.refresh_from_db()
        return request

    return make


def test_a_nurse_takes_the_most_pressing_review_that_is_hers_or_no_ones(for_nurse, nurse, other_nurse):
    routine, urgent = for_nurse(), for_nurse(nurse, priority=Priority.URGENT)
    for_nurse(other_nurse, priority=Priority.URGENT)
    assert take_next(actor=nurse) == urgent
    assert take_next(actor=nurse, but=urgent.pk) == routine
    assert (routine.nurse, take_next(actor=nurse).claimed_by) == (None, None)
    routine.refresh_from_db()
    assert routine.nurse == nurse  # another nurse doesn't get the same one
    assert take_next(actor=other_nurse, but=routine.pk) not in (routine, urgent)


def test_a_review_that_a_nurse_has_left_for_an_hour_is_anyones(client, for_nurse, nurse, other_nurse, now):
    request = for_nurse()
    assert take_next(actor=nurse) == request
    now.shift(3599)
    assert take_next(actor=other_nurse) is None
    client.force_login(nurse)
    page_of(client, request)  # she looks at it again
    now.shift(3599)
    assert take_next(actor=other_nurse) is None
    now.shift(1)
    client.force_login(other_nurse)
    assert "Nurse review: left with Noor Nurse" in words_of(client.get(QUEUE, {"tab": "nurse"}))
    page = client.post(TAKE_NEXT, follow=True)
    assert "It's with Nell Other." in words_of(page)
    assert "Nell Other wrote a note Took the nurse review from Noor Nurse." in words_of(page)
    assert take_next(actor=nurse) is None


def test_the_review_of_a_nurse_who_no_longer_works_here_is_anyones(for_nurse, nurse, other_nurse):
    request = for_nurse(nurse)
    assert take_next(actor=other_nurse) is None
    nurse.is_active = False
    nurse.save()
    assert take_next(actor=other_nurse) == request


def test_a_nurse_takes_a_review_from_its_page_unless_a_colleague_has_it(client, for_nurse, nurse, other_nurse, now):
    request = for_nurse()
    client.force_login(nurse)
    assert "take_review" in buttons_on(client, request)
    assert "The review is yours." in words_of(press(client, request, "take_review", follow=True))
    assert press(client, request, "take_review").status_code == 302  # a second click
    client.force_login(other_nurse)
    assert "take_review" not in buttons_on(client, request)
    refused = press(client, request, "take_review")
    assert (refused.status_code, "Noor Nurse has this review." in words_of(refused)) == (409, True)
    now.shift(3601)
    client.force_login(other_nurse)
    assert "It was left with Noor Nurse. Any nurse can take it." in words_of(client.get(request.get_absolute_url()))
    press(client, request, "take_review")
    request.refresh_from_db()
    assert request.nurse == other_nurse


def test_a_scheduler_takes_no_review(client, for_nurse, scheduler):
    request = for_nurse()
    client.force_login(scheduler)
    assert "take_review" not in buttons_on(client, request)
    assert press(client, request, "take_review").status_code == 409


def test_a_nurse_is_given_no_scheduling(client, make_request, nurse):
    make_request()
    client.force_login(nurse)
    page = client.post(TAKE_NEXT, follow=True)
    assert "No review is waiting for you. Also waiting: New 1." in words_of(page)
    assert "Nothing is waiting." not in words_of(page)
    assert AppointmentRequest.objects.get().claimed_by is None


def test_a_finished_review_leads_to_the_next(client, for_nurse, nurse):
    first, second = for_nurse(priority=Priority.URGENT), for_nurse()
    client.force_login(nurse)
    assert "and take next" in re.search(r'id="do-nurse_review".*?</form>', page_of(client, first), re.DOTALL)[0]
    assert press(client, first, "nurse_review", priority="routine", then="next").url == second.get_absolute_url()
    page = client.post(TAKE_NEXT, {"but": second.pk}, follow=True)
    assert "No other review is waiting for you." in words_of(page)
    assert press(client, second, "nurse_review", priority="routine", then="next", follow=True).status_code == 200


@pytest.mark.parametrize("typed", ["x", "-1", "9" * 40, "\0"])
def test_a_strange_request_to_leave_out_is_none(client, for_nurse, nurse, typed):
    request = for_nurse()
    client.force_login(nurse)
    assert client.post(TAKE_NEXT, {"but": typed}).url == request.get_absolute_url()


def test_schedulers_get_what_only_waits_for_a_nurse_last(for_nurse, make_request, scheduler):
    with_nurse = for_nurse(priority=Priority.URGENT)
    to_call = for_nurse(priority=Priority.URGENT, nurse_review=NurseReview.NEEDED, danger_in_words="911")
    new = make_request()
    assert [claim_next(actor=scheduler) for _ in range(4)] == [to_call, new, with_nurse, None]


def test_nothing_new_says_what_else_there_is(client, for_nurse, make_request, scheduler, nurse):
    for _ in range(2):
        claim_request(request_id=make_request().pk, actor=scheduler)
    client.force_login(scheduler)
    page = client.post(TAKE_NEXT, follow=True)
    assert "No new requests. 2 are yours." in words_of(page)
    assert "Nothing is waiting." not in words_of(page)
    assert page.redirect_chain[0][0].endswith("?tab=mine")


@pytest.mark.parametrize(("priority", "alarms"), [(Priority.URGENT, True), (Priority.ROUTINE, False)])
def test_the_nurse_review_number_stands_out_while_an_urgent_one_waits(client, for_nurse, nurse, priority, alarms):
    for_nurse(priority=priority)
    client.force_login(nurse)
    home, queue = client.get("/admin/").content.decode(), client.get(QUEUE).content.decode()
    tile = re.search(r'<li data-live-count class="([^"]*)"><a href="[^"]*tab=nurse"', home)[1]
    tab = re.search(r'<a data-live-count class="([^"]*)" href="[^"]*tab=nurse"', queue)[1]
    assert ("desk-number--late" in tile, "desk-tab--late" in tab) == (alarms, alarms)


def page_of(client, request):
    return client.get(request.get_absolute_url()).content.decode()
