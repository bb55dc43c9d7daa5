"""Booked visits at the desk: the day's list, the request's page, what the health record knows."""

import pytest

from appointments.models import Appointment, AppointmentRequest, Notification, RecordAccess
from appointments.services.visits.visit_day import record_numbers
from appointments.workflow import Status

from .at_desk import QUEUE, buttons_on, press, words_of
from .visits import at, book, offer, wanted

ON_THE_DAY = "2026-11-24T14:05:00+00:00"  # five past nine in Raleigh


@pytest.fixture
def desk(client, scheduler):
    client.force_login(scheduler)
    return client


@pytest.fixture
def later(now, desk, scheduler):
    """Return a function that moves the clock; the session of days ago has ended."""

    def move(moment):
        now.move_to(moment)
        desk.force_login(scheduler)

    return move


@pytest.fixture
def booked(visiting, clinic, make_request, scheduler):
    record = make_request()
    book(record, scheduler, wanted(visiting, clinic))
    return record


def test_the_days_visits_stand_in_the_order_of_time_and_are_checked_in_with_one_click(
    desk, later, booked, make_request, scheduler, visiting, clinic
):
    early, tomorrow = make_request(), make_request()
    book(early, scheduler, wanted(visiting, clinic, "2026-11-24 08:00"), off_rules_reason="agreed")
    book(tomorrow, scheduler, wanted(visiting, clinic, "2026-11-25 09:00"))
    later(ON_THE_DAY)
    page = desk.get(QUEUE, {"tab": "visits"})
    text = words_of(page)
    assert text.index(early.spoken_reference) < text.index(booked.spoken_reference)
    assert tomorrow.spoken_reference not in text
    assert "Today's visits 2" in text
    assert f"{booked.spoken_reference} 9:00 a.m. Ana Lopez, MD · Raleigh clinic Check in" in text
    version = AppointmentRequest.objects.get(pk=booked.pk).version
    button = f'formaction="{QUEUE}{booked.pk}/check_in/?then=visits" name="seen_version" value="{version}"'
    assert button in page.content.decode()
    after = press(desk, booked, "check_in", then="visits")
    assert after.url == f"{QUEUE}?tab=visits"
    assert f"{booked.spoken_reference} 9:00 a.m. Ana Lopez, MD · Raleigh clinic · Checked in Mark completed" in (
        words_of(desk.get(after.url))
    )


def test_a_visit_at_the_edge_of_the_day_belongs_to_the_day_of_its_place(desk, later, booked):
    Appointment.objects.filter(request=booked).update(time_zone="Pacific/Honolulu")
    later("2026-11-24T06:00:00+00:00")  # still the 23rd on Hawaii, 1 am in Raleigh
    assert "Today's visits 0" in words_of(desk.get(QUEUE))
    later("2026-11-24T11:00:00+00:00")
    assert "Today's visits 1" in words_of(desk.get(QUEUE))


def test_buttons_of_a_visit_appear_when_their_time_has_come(desk, later, booked):
    visit_buttons = {"check_in", "undo_check_in", "complete", "no_show", "keep", "cancel"}
    assert buttons_on(desk, booked) & visit_buttons == {"cancel"}
    assert "close" not in buttons_on(desk, booked)
    later("2026-11-24T10:50:00+00:00")  # ten to six
    assert buttons_on(desk, booked) & visit_buttons == {"cancel"}
    assert "Check-in opens at 6:00 a.m." in words_of(desk.get(booked.get_absolute_url()))
    assert "Check-in opens at 6:00 a.m." in words_of(press(desk, booked, "check_in"))
    later("2026-11-24T13:00:00+00:00")
    assert buttons_on(desk, booked) & visit_buttons == {"cancel", "check_in"}
    later(ON_THE_DAY)
    assert buttons_on(desk, booked) & visit_buttons == {"cancel", "check_in", "complete", "no_show"}
    press(desk, booked, "check_in")
    assert buttons_on(desk, booked) & visit_buttons == {"cancel", "undo_check_in", "complete"}
    assert not buttons_on(desk, booked) & {"offer", "book"}
    assert "Undo that first" in words_of(press(desk, booked, "no_show"))
    press(desk, booked, "undo_check_in")
    page = press(desk, booked, "no_show", follow=True)
    assert "closed the request: The patient did not come" in words_of(page)


def test_a_visit_of_an_earlier_day_has_an_outcome_and_is_neither_moved_nor_canceled(
    desk, later, booked, visiting, clinic
):
    assert "Move the visit" in words_of(desk.get(booked.get_absolute_url()))
    later("2026-11-25T14:00:00+00:00")
    page = desk.get(booked.get_absolute_url())
    assert not buttons_on(desk, booked) & {"check_in", "offer", "book", "cancel"}
    assert {"complete", "no_show"} <= buttons_on(desk, booked)
    text = words_of(page)
    assert "This visit was on an earlier day. Record what happened." in text
    assert "Move" not in text.partition("History")[0]
    values = {"by_patient": "yes", "still_wanted": "no", "reason": "Called."}
    refused = press(desk, booked, "cancel", **values)
    assert refused.status_code == 409
    assert "The visit was on an earlier day. Record what happened first." in words_of(refused)
    assert "Who is canceling?: The patient" in words_of(refused)  # what was chosen, in words


def test_the_history_at_djangos_address_is_that_of_the_page(desk, booked):
    answer = desk.get(f"{QUEUE}{booked.pk}/history/")
    assert (answer.status_code, answer.url) == (302, f"{booked.get_absolute_url()}#history")
    assert 'id="history"' in desk.get(booked.get_absolute_url()).content.decode()
    assert desk.get(f"{QUEUE}x/history/").status_code == 404


def test_a_visit_to_be_moved_can_be_kept_and_one_that_is_canceled_says_who_and_whether_another_is_wanted(
    desk, booked, scheduler, visiting, clinic
):
    offer(booked, scheduler, wanted(visiting, clinic, "2026-11-25 09:00"))
    assert "Keep the current visit" in words_of(desk.get(booked.get_absolute_url()))
    press(desk, booked, "keep")
    booked.refresh_from_db()
    assert booked.status == Status.BOOKED
    response = press(desk, booked, "cancel", reason="Their words.")
    assert response.status_code == 422
    assert "Choose who is canceling." in words_of(response)
    assert "Their words." in response.content.decode()
    page = press(desk, booked, "cancel", reason="Has the flu.", by_patient="yes", still_wanted="yes", follow=True)
    assert "The visit is canceled. The request is back in review." in words_of(page)
    assert (
        "canceled the visit: Tuesday, November 24, 2026 at 9:00 a.m. EST, Ana Lopez, Raleigh clinic Has the flu."
        in (words_of(page))
    )


def test_a_visit_stays_in_its_tab_until_the_health_record_knows_it_as_it_is(desk, booked, scheduler, visiting, clinic):
    def unrecorded():
        return booked.spoken_reference in words_of(desk.get(QUEUE, {"tab": "unrecorded"}))

    assert unrecorded()
    press(desk, booked, "numbers", medical_record_number="M-1", visit_number="V-1")
    assert not unrecorded()
    assert "In the health record as V-1." in words_of(desk.get(booked.get_absolute_url()))
    book(booked, scheduler, wanted(visiting, clinic, "2026-11-25 09:00"))
    assert unrecorded()
    assert "The health record (V-1) doesn't know the latest change yet." in words_of(
        desk.get(booked.get_absolute_url())
    )
    record_numbers(request_id=booked.pk, actor=scheduler, medical_record_number="M-1", visit_number="V-1")
    assert not unrecorded()


def test_a_join_link_is_a_secure_address(desk, make_request, scheduler, visiting):
    record = make_request()
    AppointmentRequest.objects.filter(pk=record.pk).update(visit_type="virtual", patient_state="NC")
    book(record, scheduler, wanted(visiting, None, "2026-11-24 13:00"))
    for address in ("javascript:alert(1)", "http://video.example.com/x", "nonsense", "\x00"):
        assert press(desk, record, "join_link", address=address).status_code == 422
    assert press(desk, record, "join_link", address="https://video.example.com/x").status_code == 302
    assert 'href="https://video.example.com/x"' in desk.get(record.get_absolute_url()).content.decode()


def test_mail_that_came_back_stands_out_on_the_page_and_in_the_list(desk, make_request):
    record = make_request()
    Notification.objects.filter(request=record).update(state="bounced", last_error="5.1.1")
    assert "Mail didn't arrive: Request received (came back)." in words_of(desk.get(record.get_absolute_url()))
    assert f"{record.spoken_reference} Mail didn't arrive" in words_of(desk.get(QUEUE))
    Notification.objects.create(request=record, kind="link", cause="again", state="sent")
    assert "Mail didn't arrive" not in words_of(desk.get(QUEUE))


def test_the_age_counts_business_hours_and_rests_while_the_patient_thinks(desk, make_request, now):
    record = make_request()
    now.move_to(at("2026-11-17 10:30"))  # seven hours on Monday, two and a half on Tuesday
    assert "open 9 hours, Nov" in words_of(desk.get(QUEUE))
    press(desk, record, "ask", text="Which clinic suits?")
    now.move_to(at("2026-11-18 10:30"))
    assert "open 9 hours, paused" in words_of(desk.get(QUEUE, {"tab": "waiting"}))


def test_a_possible_duplicate_is_shown_beside_recorded_and_marked_with_one_click(
    desk, make_request, scheduler, visiting, clinic
):
    other, record = make_request(), make_request()
    page = desk.get(record.get_absolute_url())
    text = words_of(page)
    assert "1 other request may be from the same patient" in text
    assert "Pat Doe (same) · 03/27/1962 (same) · (919) 555-0142 (same)" in text
    assert RecordAccess.objects.filter(request=other, kind=RecordAccess.Kind.LISTED).exists()
    assert "Close as a duplicate of" in text
    assert "pat@example.com" in text[text.index("1 other request") : text.index("This request:")]
    assert text.count("My lower back hurts at night.") >= 2
    offer(record, scheduler, wanted(visiting, clinic))
    text = words_of(desk.get(record.get_absolute_url()))
    assert "Close as a duplicate of" not in text
    assert "pat@example.com" not in text[text.index("1 other request") : text.index("This request:")]
    press(desk, record, "duplicate", of_reference=other.reference)
    record.refresh_from_db()
    assert (record.status, record.duplicate_of) == (Status.CLOSED, other)
    text = words_of(page := desk.get(other.get_absolute_url()))
    assert "1 closed request from the same patient" in text
    assert 'class="alert duplicates"' not in page.content.decode()
    assert f"{record.spoken_reference} was closed as a duplicate of this request. It asked for the same." in text
    for reference in ("", "nonsense", record.reference, "\x00"):
        assert press(desk, other, "duplicate", of_reference=reference).status_code in (409, 422)
