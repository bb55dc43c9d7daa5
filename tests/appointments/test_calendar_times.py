"""Free times are booked, offered and moved to from the calendar."""

import re

import pytest
from django.urls import reverse

from appointments.admin.calendar_page.requests_that_fit import MOST
from appointments.models import Appointment, AppointmentRequest, Notification, NurseReview, Offer, RecordAccess
from appointments.services.requests.closing import close_request
from appointments.services.visits.free_time_value import value_of
from appointments.services.visits.visit_day import check_in
from appointments.workflow import AppointmentStatus, ClosedReason, Status
from tests.factories import make_answers, make_clinic, send_request

from .at_desk import words_of
from .visits import at, book, offer, seen, wanted

DAY = "2026-11-24"  # a Tuesday, eight days after NOW
CALENDAR = "/admin/appointments/appointmentrequest/calendar/"
TIME = f"{CALENDAR}time/"
MOST_STATEMENTS = 26  # the state of the request, its form and everything that the service does are among them


@pytest.fixture
def desk(client, scheduler):
    client.force_login(scheduler)
    return client


@pytest.fixture
def record(visiting, make_request):
    return make_request()


@pytest.fixture
def free(visiting, clinic):
    """Return a function that returns a free time's value."""
    return lambda clock="09:00", place=clinic: value_of(wanted(visiting, place, f"{DAY} {clock}"))


def do(desk, what, record, *times, **more):
    """Press a button of the last time's page, with the others chosen before."""
    record.refresh_from_db()
    query = {"date": DAY, "request": record.pk, "time": times[-1], "chosen": times[:-1]}
    address = f"{TIME}?" + "&".join(
        f"{name}={each}" for name, value in query.items() for each in (value if isinstance(value, tuple) else [value])
    )
    return desk.post(address, {"do": what, "times": times, "seen_version": record.version} | more)


def test_a_free_time_is_booked_for_a_request_in_three_clicks_from_its_page(desk, record, free, scheduler):
    page = desk.get(record.get_absolute_url()).content.decode()
    calendar = desk.get(re.search(r'href="([^"]+)">See the calendar<', page)[1].replace("&amp;", "&"))
    assert "Looking for a time: Pat Doe" in words_of(calendar)
    link = re.search(
        rf'href="({TIME}[^"]+time={free()})"', desk.get(CALENDAR, {"date": DAY, "request": record.pk}).content.decode()
    )[1]
    confirm = desk.get(link.replace("&amp;", "&"))
    assert "Tuesday, November 24, 2026 at 9:00 a.m. EST" in words_of(confirm)
    assert "An email goes to pat@example.com." in words_of(confirm)
    done = do(desk, "book", record, free())
    assert done.status_code == 302
    visit = record.appointments.get()
    assert (visit.status, visit.start) == (AppointmentStatus.BOOKED, at(f"{DAY} 09:00"))
    after = desk.get(done.url)
    assert f"Pat Doe, {record.spoken_reference} : Booked: Tuesday, November 24" in words_of(after)
    assert "Looking for a time" not in words_of(after)


def test_up_to_three_times_are_collected_and_offered_together(desk, record, free):
    first, second, third = (free(clock) for clock in ("09:00", "09:40", "10:20"))
    page = desk.get(TIME, {"date": DAY, "request": record.pk, "time": first}).content.decode()
    more = re.search(r'href="([^"]+)">Choose another time as well', page)[1].replace("&amp;", "&")
    calendar = desk.get(more).content.decode()
    assert "Chosen for the offer:" in calendar
    link = re.search(rf'href="({TIME}[^"]+time={second})"', calendar)[1].replace("&amp;", "&")
    page = desk.get(link).content.decode()
    assert "Offer these 2 times" in page
    assert re.findall(r'name="times" value="([^"]+)"', page) == [first, second]
    both = {"date": DAY, "request": record.pk, "chosen": [first, second]}
    assert "Choose another time as well" not in desk.get(TIME, {**both, "time": third}).content.decode()
    assert do(desk, "offer", record, first, second, third).status_code == 302
    assert Offer.objects.get().appointments.count() == 3
    record.refresh_from_db()
    assert record.status == Status.OFFERED


def test_a_chosen_time_is_taken_off_again(desk, record, free):
    page = desk.get(CALENDAR, {"date": DAY, "request": record.pk, "chosen": [free(), free("09:40")]}).content.decode()
    assert page.count("Remove<") == 2
    without = re.search(r'href="([^"]+)">Remove', page)[1].replace("&amp;", "&")
    assert desk.get(without).content.decode().count("Remove<") == 1


def test_a_booked_visit_is_moved_by_two_clicks_and_a_confirmation(desk, record, visiting, clinic, free, scheduler):
    book(record, scheduler, wanted(visiting, clinic))
    page = desk.get(CALENDAR, {"date": DAY}).content.decode()
    move = re.search(r'class="block__move" href="([^"]+)"', page)[1].replace("&amp;", "&")
    moving = words_of(desk.get(move))
    assert "Moving a visit: Pat Doe" in moving
    assert "Now booked: Tuesday, November 24, 2026 at 9:00 a.m. EST, Ana Lopez." in moving
    assert "Stop moving" in moving
    confirm = words_of(desk.get(TIME, {"request": record.pk, "time": free("10:20")}))
    assert "Move the visit here" in confirm
    do(desk, "book", record, free("10:20"))
    visit = record.appointments.get()
    assert (visit.start, visit.sequence) == (at(f"{DAY} 10:20"), 1)
    assert Notification.objects.filter(request=record, kind="moved").exists()


def test_a_request_with_a_visit_leads_to_the_week_of_its_visit(desk, record, visiting, clinic, scheduler):
    book(record, scheduler, wanted(visiting, clinic))
    page = desk.get(record.get_absolute_url()).content.decode()
    week = re.search(r'href="([^"]+)">Move it in the calendar', page)[1].replace("&amp;", "&")
    assert week == f"{CALENDAR}?date={DAY}&request={record.pk}&physician={visiting.pk}&span=week"
    assert "Moving a visit: Pat Doe" in words_of(desk.get(week))


def test_who_comes_too_late_gets_a_sentence_and_the_calendar_again(
    desk, record, visiting, clinic, free, scheduler, make_request
):
    book(make_request(), scheduler, wanted(visiting, clinic))
    refused = do(desk, "book", record, free())
    assert refused.status_code == 409
    said = words_of(refused)
    assert "Ana Lopez has another visit from 9:00 a.m. to 9:30 a.m., so choose another time." in said
    assert "Looking for a time: Pat Doe" in said
    assert not record.appointments.exists()
    again = re.search(r'href="([^"]+)"[^>]*>Next day ', refused.content.decode())[1].replace("&amp;", "&")
    assert "Looking for a time" in words_of(desk.get(again))


def test_a_page_that_is_out_of_date_says_so_and_books_at_the_second_press(desk, record, free):
    stale = do(desk, "book", record, free(), seen_version=-1)
    assert stale.status_code == 409
    assert "There is a problem" in words_of(stale)
    assert f'name="seen_version" value="{record.version}"' in stale.content.decode()
    assert do(desk, "book", record, free()).status_code == 302


def test_a_time_off_the_rules_asks_for_the_reason_and_then_books(desk, record, visiting, free):
    type(visiting).objects.filter(pk=visiting.pk).update(accepting_new_patients=False)
    asked = do(desk, "book", record, free())
    assert asked.status_code == 409
    assert "Ana Lopez is not taking new patients." in words_of(asked)
    assert 'name="off_rules_reason"' in asked.content.decode()
    assert do(desk, "book", record, free(), off_rules_reason="Agreed with her").status_code == 302
    assert record.appointments.get().off_rules_reason == "Agreed with her"


def test_a_time_of_today_is_given_with_a_reason(desk, record, visiting, clinic):
    page = desk.get(CALENDAR, {"date": "2026-11-16", "request": record.pk}).content.decode()
    today = value_of(wanted(visiting, clinic, "2026-11-16 10:20"))
    assert f"time={today}" in page
    assert "needs more notice than this" in words_of(do(desk, "book", record, today))
    assert do(desk, "book", record, today, off_rules_reason="Is here").status_code == 302


@pytest.mark.parametrize(("day", "source"), [("2026-11-16", "walk-in"), (DAY, "phone")])
def test_a_request_that_is_entered_for_a_time_of_today_is_most_likely_a_walk_ins(desk, visiting, clinic, day, source):
    entry = {"date": day, "time": value_of(wanted(visiting, clinic, f"{day} 10:20"))}
    page = desk.get("/admin/appointments/appointmentrequest/add/", entry).content.decode()
    assert re.search(rf'name="source" value="{source}"[^>]* checked', page)


@pytest.mark.parametrize(
    ("source", "day", "reason"),
    [("walk-in", "2026-11-16", "The patient is here."), ("walk-in", DAY, ""), ("phone", "2026-11-16", "")],
)
def test_the_reason_for_a_time_of_today_is_known_where_the_patient_walked_in(
    desk, record, visiting, clinic, source, day, reason
):
    AppointmentRequest.objects.filter(pk=record.pk).update(source=source)
    time = value_of(wanted(visiting, clinic, f"{day} 10:20"))
    page = desk.get(TIME, {"date": day, "request": record.pk, "time": time}).content.decode()
    filled = re.findall(r'name="off_rules_reason" value="([^"]*)"', page)
    assert filled == ([reason] * 2 if reason else [])  # to book, and to offer
    if reason:
        assert do(desk, "book", record, time, off_rules_reason=filled[0]).status_code == 302


def test_before_a_nurse_has_finished_a_box_must_be_ticked(desk, record, free):
    AppointmentRequest.objects.filter(pk=record.pk).update(nurse_review=NurseReview.NEEDED)
    asked = do(desk, "offer", record, free())
    assert asked.status_code == 422
    assert "A nurse hasn't reviewed this yet." in words_of(asked)
    assert do(desk, "offer", record, free(), before_review="on").status_code == 302


def test_by_video_a_license_is_asked_for_as_everywhere(desk, record, free):
    said = words_of(do(desk, "book", record, free("13:00", None)))
    assert "Ask which state the patient will be in" in said
    assert not record.appointments.exists()


@pytest.mark.parametrize("what", ["cancel", "close", "", "x\u202e"])
def test_no_other_button_can_be_pressed_here(desk, record, free, what):
    answer = do(desk, what, record, free())
    assert answer.status_code == 409
    assert "Nothing was done." in words_of(answer)


def test_without_a_request_the_free_time_lists_who_waits_for_it(
    desk, record, visiting, clinic, free, make_request, physician, condition, scheduler
):
    no_wish = send_request(make_answers(condition=condition, times=[], legal_name="Later Doe"))
    AppointmentRequest.objects.filter(pk=no_wish.pk).update(priority="urgent")
    wished = send_request(
        make_answers(physician=physician, times=[(at(f"{DAY} 09:00").date(), "morning")], legal_name="Wish Doe")
    )
    elsewhere = send_request(make_answers(locations=[make_clinic("mill-heron")], legal_name="Elsewhere Doe"))
    online = send_request(make_answers(visit_type="virtual", patient_state="NC", legal_name="Video Doe"))
    closed, booked = make_request(), make_request()
    close_request(**seen(closed), actor=scheduler, reason="x", closed_reason=ClosedReason.DECLINED)
    book(booked, scheduler, wanted(visiting, clinic, f"{DAY} 11:00"))
    page = desk.get(TIME, {"time": free()})
    said = words_of(page)
    assert said.index("Asked for this half day") < said.index("Wish Doe") < said.index("Others it would suit")
    assert said.index("Others it would suit") < said.index("Later Doe") < said.index(record.spoken_reference)
    for other in (elsewhere, online, closed, booked):
        assert other.spoken_reference not in said
    listed = {row.request_id for row in RecordAccess.objects.filter(kind=RecordAccess.Kind.LISTED)}
    assert listed == {record.pk, no_wish.pk, wished.pk}
    link = re.search(r'href="([^"]+)">Book for Wish Doe', page.content.decode())[1].replace("&amp;", "&")
    assert "Book: agreed with the patient" in words_of(desk.get(link))
    by_video = words_of(desk.get(TIME, {"time": free("13:00", None)}))
    assert "Video Doe" in by_video
    assert "Wish Doe" not in by_video


def test_the_list_of_who_waits_is_bounded(desk, visiting, free, make_request):
    for _ in range(MOST + 3):
        make_request()
    assert desk.get(TIME, {"time": free()}).content.decode().count("Book for ") == MOST


def test_a_caller_without_a_request_gets_one_with_the_time_filled_in_and_then_the_time(desk, visiting, clinic, free):
    page = desk.get(TIME, {"time": free(), "physician": visiting.pk}).content.decode()
    entry = re.search(r'href="([^"]+)">New request for a caller or walk-in', page)[1].replace("&amp;", "&")
    form = desk.get(entry).content.decode()
    assert re.search(r'name="visit_type" value="in_person"[^>]*checked', form)
    assert f'<option value="{visiting.pk}" selected>' in form
    assert 'name="day_1" value="2026-11-24"' in form
    assert '<option value="morning" selected>' in form
    entered = desk.post(
        entry,
        {
            "source": "phone",
            "legal_name": "Cal Caller",
            "date_of_birth": "03/27/1962",
            "phone": "919-555-0142",
            "reach_by": "phone",
            "may_leave_message": "yes",
            "visit_type": "in_person",
            "physician": visiting.pk,
        },
    )
    made = AppointmentRequest.objects.get(legal_name="Cal Caller")
    assert entered.status_code == 302
    assert entered.url == f"{TIME}?date={DAY}&span=day&physician={visiting.pk}&time={free()}&request={made.pk}"
    assert do(desk, "book", made, free()).status_code == 302


@pytest.mark.parametrize("time", ["", "x", "999999999-1-20261124T1400", "1--99999999T9999", "9" * 5000])
def test_what_is_no_free_time_leads_to_the_calendar(desk, visiting, time):
    for answer in (desk.get(TIME, {"time": time}), desk.post(f"{TIME}?time={time}")):
        assert answer.status_code == 200
        assert "Choose a free time from the calendar." in words_of(answer)


@pytest.mark.parametrize("typed", ["0", "9" * 18, "ABCD-EFGH", "x" * 5000, "\u202e", "%00"])
def test_a_request_that_is_not_there_is_said(desk, visiting, typed):
    page = desk.get(CALENDAR, {"date": DAY, "request": typed})
    assert page.status_code == 200
    assert "There's no request with this reference." in words_of(page)


def test_a_request_is_named_by_its_key_or_its_reference(desk, record):
    for typed in (record.pk, record.reference, record.spoken_reference.lower()):
        assert "Looking for a time: Pat Doe" in words_of(desk.get(CALENDAR, {"date": DAY, "request": typed}))


def test_a_closed_request_and_a_checked_in_patient_get_no_time(
    desk, now, record, visiting, clinic, make_request, scheduler
):
    closed = make_request()
    close_request(**seen(closed), actor=scheduler, reason="x", closed_reason=ClosedReason.DECLINED)
    assert "is closed. Reopen it first." in words_of(desk.get(CALENDAR, {"date": DAY, "request": closed.pk}))
    book(record, scheduler, wanted(visiting, clinic))
    now.move_to("2026-11-24T14:05:00+00:00")
    desk.force_login(scheduler)
    check_in(**seen(record), actor=scheduler)
    page = desk.get(CALENDAR, {"date": DAY, "request": record.pk})
    assert "is checked in, so the visit can't be moved." in words_of(page)
    assert "block__move" not in desk.get(CALENDAR, {"date": DAY}).content.decode()


def test_who_may_not_change_requests_sees_no_link_and_gets_no_page(client, make_staff, visiting, free):
    client.force_login(make_staff("view@example.com", permissions=["view_appointmentrequest"]))
    page = client.get(CALENDAR, {"date": DAY}).content.decode()
    assert "9:00 a.m." in page
    assert TIME not in page
    assert client.get(TIME, {"time": free()}).status_code == 403
    assert client.post(f"{TIME}?time={free()}").status_code == 403


def test_a_nurse_may_give_a_time_and_enters_no_callers(client, nurse, record, free):
    client.force_login(nurse)
    page = words_of(client.get(TIME, {"time": free()}))
    assert "Book for Pat Doe" in page
    assert "New request for a caller" not in page
    assert do(client, "book", record, free()).status_code == 302


def test_a_request_with_an_open_offer_can_be_booked_elsewhere_but_not_offered_more(
    desk, record, visiting, clinic, free, scheduler
):
    offer(record, scheduler, wanted(visiting, clinic, f"{DAY} 11:00"))
    page = words_of(desk.get(TIME, {"request": record.pk, "time": free()}))
    assert "Book: agreed with the patient" in page
    assert "Offer this time" not in page
    assert do(desk, "offer", record, free()).status_code == 409
    assert do(desk, "book", record, free()).status_code == 302
    assert Appointment.objects.active().get().start == at(f"{DAY} 09:00")


def test_with_a_request_the_calendar_costs_few_statements(desk, record, django_assert_max_num_queries):
    with django_assert_max_num_queries(MOST_STATEMENTS):
        desk.get(CALENDAR, {"date": DAY, "request": record.pk})


def test_the_address_of_the_page_is_as_the_templates_have_it():
    assert reverse("admin:appointments_calendar_time") == TIME
