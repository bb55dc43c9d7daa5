"""A visit whose doctor won't be there waits at the desk until someone acts, and nobody is reminded of it."""

import contextlib
import datetime
import zoneinfo

import pytest
from django.core.management import call_command
from django.db import transaction
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange

from appointments.guards.refusals import IllegalMove, Refused, TimeTaken
from appointments.mail.desk_numbers import desk_numbers
from appointments.mail.reminders import queue_reminders
from appointments.models import (
    Appointment,
    AppointmentRequest,
    AvailabilityRule,
    BusyTime,
    ExtraSession,
    Holiday,
    Notification,
    TimeOff,
)
from appointments.services.visits.bookings import cancel_visit
from appointments.services.visits.doctor_away_visits import keep_despite_absence
from appointments.services.visits.offers import accept_offer
from appointments.services.visits.visit_day import record_numbers
from tests.factories import make_clinic

from .at_desk import QUEUE, press, words_of
from .test_offers import check_at_commit
from .visits import at, book, offer, seen, wanted

TAB = {"tab": "away"}
VISIT_DAY = DateTimeTZRange(at("2026-11-24 00:00"), at("2026-11-25 00:00"))
NINE_TO_HALF_PAST = DateTimeTZRange(at("2026-11-24 09:00"), at("2026-11-24 09:30"))
DAY = datetime.timedelta(days=1)
HONOLULU = "Pacific/Honolulu"


@pytest.fixture
def record(visiting, make_request):
    return make_request()


@pytest.fixture
def visit(record, scheduler, visiting, clinic):
    return book(record, scheduler, wanted(visiting, clinic))


@pytest.fixture
def desk(client, scheduler):
    client.force_login(scheduler)
    return client


def time_off(physician, period=VISIT_DAY):
    return TimeOff.objects.create(physician=physician, period=period, reason="Conference")


@contextlib.contextmanager
def moved_for_now(visit, period, **fields):
    """Give a visit another time without the history that it would need at COMMIT."""
    with transaction.atomic():
        Appointment.objects.filter(pk=visit.pk).update(period=period, **fields)
        yield
        transaction.set_rollback(True)


def away():
    return desk_numbers().doctor_away


def test_time_off_over_a_visit_puts_it_in_the_tab_with_what_to_do(desk, record, visit, visiting):
    assert "Doctor away 0" in words_of(desk.get(QUEUE))
    time_off(visiting)
    row = "Tue, Nov. 24, 9:00 a.m. Ana Lopez is off at this time. Raleigh clinic · booked"
    assert f"{record.spoken_reference} {row}" in words_of(desk.get(QUEUE, TAB))
    page = words_of(desk.get(record.get_absolute_url()))
    assert "Ana Lopez is off at this time. The patient hasn't been told, and gets no reminder." in page
    assert "The patient will be seen anyway" in page


def test_todays_visits_come_first_then_tomorrows(desk, visiting, clinic, scheduler, make_request, now):
    first, second = make_request(), make_request()
    book(second, scheduler, wanted(visiting, clinic, "2026-11-25 09:00"))
    book(first, scheduler, wanted(visiting, clinic))
    time_off(visiting, DateTimeTZRange(at("2026-11-24 00:00"), at("2026-11-26 00:00")))
    now.move_to(at("2026-11-24 08:00"))
    desk.force_login(scheduler)
    words = words_of(desk.get(QUEUE, TAB))
    assert words.index("Today, 9:00 a.m.") < words.index("Tomorrow, 9:00 a.m.")


def test_the_tab_empties_by_moving_the_visit(record, visit, visiting, clinic, scheduler):
    time_off(visiting)
    assert away() == 1
    book(record, scheduler, wanted(visiting, clinic, "2026-11-25 09:00"))
    assert away() == 0


def test_the_tab_empties_by_canceling_the_visit(record, visit, visiting, scheduler):
    time_off(visiting)
    cancel_visit(**seen(record), actor=scheduler, reason="Away.", by_patient=False, still_wanted=True)
    assert away() == 0


def test_the_tab_empties_with_the_reason_why_the_patient_will_be_seen_anyway(desk, record, visit, visiting):
    time_off(visiting)
    assert press(desk, record, "seen_anyway", reason=" ").status_code == 422
    page = words_of(press(desk, record, "seen_anyway", reason="Comes in for it.", follow=True))
    assert "noted that the patient will be seen although the doctor is away" in page
    assert "Comes in for it." in page
    assert "hasn't been told" not in page
    assert away() == 0
    check_at_commit()


def test_a_busy_time_counts_if_the_visit_came_to_it_later(visit, visiting):
    ten_to_half_past = DateTimeTZRange(at("2026-11-24 10:00"), at("2026-11-24 10:30"))
    BusyTime.objects.create(physician=visiting, period=ten_to_half_past)
    assert away() == 0
    with moved_for_now(visit, ten_to_half_past):
        assert away() == 1


def test_the_visits_own_entry_counts_once_the_visit_has_another_number(record, visit, visiting, scheduler):
    record_numbers(request_id=record.pk, actor=scheduler, medical_record_number="", visit_number="V-1")
    BusyTime.objects.create(physician=visiting, period=NINE_TO_HALF_PAST, visit_number="V-1")
    assert away() == 0
    record_numbers(request_id=record.pk, actor=scheduler, medical_record_number="", visit_number="V-2")
    assert away() == 1


def test_a_closed_day_is_found_from_the_day_itself_at_both_of_its_ends(visit, now):
    """The clocks of places differ, and so a time that ends near midnight is looked at, too."""
    for start, end in (("00:00", "00:30"), ("23:30", "23:59")):
        period = DateTimeTZRange(at(f"2026-11-24 {start}"), at(f"2026-11-24 {end}"))
        local = period.lower.astimezone(zoneinfo.ZoneInfo(HONOLULU)).date()
        with moved_for_now(visit, period, time_zone=HONOLULU):
            assert away() == 0
            Holiday.objects.create(date=local, name="Closed")
            assert away() == 1


def test_what_was_decided_holds_for_the_absence_that_was_known_and_no_other(
    record, visit, visiting, clinic, scheduler
):
    time_off(visiting)
    keep_despite_absence(**seen(record), actor=scheduler, reason="Comes in for it.")
    BusyTime.objects.create(physician=visiting, period=NINE_TO_HALF_PAST)
    assert away() == 1
    keep_despite_absence(**seen(record), actor=scheduler, reason="It's this visit.")
    BusyTime.objects.all().delete()
    BusyTime.objects.create(physician=visiting, period=NINE_TO_HALF_PAST)  # imported again
    assert away() == 0
    time_off(visiting, DateTimeTZRange(at("2026-11-24 08:00"), at("2026-11-24 12:00")))
    assert away() == 1


def test_a_decision_does_not_follow_the_visit_to_another_time(record, visit, visiting, clinic, scheduler):
    time_off(visiting, DateTimeTZRange(at("2026-11-24 00:00"), at("2026-11-26 00:00")))
    keep_despite_absence(**seen(record), actor=scheduler, reason="Comes in on Tuesday.")
    other = book(record, scheduler, wanted(visiting, clinic, "2026-11-25 09:00"), off_rules_reason="On Wednesday too.")
    assert away() == 0  # that is a decision too
    TimeOff.objects.all().delete()
    book(record, scheduler, wanted(visiting, clinic))
    time_off(visiting, DateTimeTZRange(at("2026-11-24 00:00"), at("2026-11-27 00:00")))
    assert (other.pk, away()) == (visit.pk, 1)


def test_a_day_on_which_clinics_are_closed_counts_unless_there_is_a_session(
    desk, record, visit, visiting, clinic, scheduler
):
    Holiday.objects.create(date=datetime.date(2026, 11, 24), name="Ice storm")
    assert "The clinic is closed on this day." in words_of(desk.get(QUEUE, TAB))
    session = ExtraSession.objects.create(physician=visiting, location=clinic, period=VISIT_DAY)
    assert away() == 0
    session.delete()
    keep_despite_absence(**seen(record), actor=scheduler, reason="The doctor lives next door.")
    assert away() == 0
    Holiday.objects.update(clinics_open=True)
    book(record, scheduler, wanted(visiting, clinic, "2026-11-24 09:40"))
    assert away() == 0
    Holiday.objects.update(clinics_open=False)
    assert away() == 1


def test_a_day_of_one_clinic_counts_for_its_visits_alone(record, visit, visiting, clinic, scheduler):
    other = Holiday.objects.create(date=datetime.date(2026, 11, 24), name="Move", clinic=make_clinic("other"))
    assert away() == 0
    Holiday.objects.filter(pk=other.pk).update(clinic=clinic)
    assert away() == 1
    keep_despite_absence(**seen(record), actor=scheduler, reason="She is seen next door.")
    assert away() == 0
    check_at_commit()


def test_a_clinic_that_is_open_while_all_others_are_closed_has_its_doctors(visit, clinic):
    day = datetime.date(2026, 11, 24)
    Holiday.objects.create(date=day, name="Ice storm")
    assert away() == 1
    Holiday.objects.create(date=day, name="Open all the same", clinic=clinic, clinics_open=True)
    assert away() == 0


THANKSGIVING = "2026-11-26"


@pytest.mark.parametrize("by_video", [False, True])
def test_a_federal_holiday_counts_unless_the_list_says_that_clinics_are_open(
    desk, record, visiting, clinic, scheduler, by_video
):
    is_open = Holiday.objects.create(date=THANKSGIVING, name="Open", clinics_open=True)
    place, hour = (None, "13:00") if by_video else (clinic, "09:00")
    AppointmentRequest.objects.update(patient_state="NC", visit_type="either")
    book(record, scheduler, wanted(visiting, place, f"{THANKSGIVING} {hour}"))
    assert away() == 0
    is_open.delete()
    assert away() == 1
    its_place = "Clinics are closed" if by_video else "The clinic is closed"
    assert f"{its_place} on this day." in words_of(desk.get(QUEUE, TAB))
    here = Holiday.objects.create(date=THANKSGIVING, name="Open here", clinic=clinic, clinics_open=True)
    assert away() == int(by_video)
    here.delete()
    keep_despite_absence(**seen(record), actor=scheduler, reason="She comes in for it.")
    assert away() == 0


def test_a_federal_holiday_that_staff_knew_of_when_they_booked_is_no_absence(record, visiting, clinic, scheduler):
    book(record, scheduler, wanted(visiting, clinic, f"{THANKSGIVING} 09:00"), off_rules_reason="She comes in for it.")
    assert away() == 0


HOURS = {"weekday": 1, "location__isnull": False}  # of a Tuesday at the clinic


@pytest.mark.parametrize(
    "change",
    [
        {"ends_at": datetime.time(9, 20)},
        {"starts_at": datetime.time(9, 10)},
        {"effective_until": datetime.date(2026, 11, 23)},
        {"weekday": 2, "starts_at": datetime.time(13), "ends_at": datetime.time(16)},
        {"location": None, "starts_at": datetime.time(8), "ends_at": datetime.time(10)},
    ],
)
def test_a_visit_whose_hours_are_changed_is_in_the_tab_until_they_are_back(desk, record, visit, visiting, change):
    hours = AvailabilityRule.objects.get(physician=visiting, **HOURS)
    before = {name: getattr(hours, name) for name in change}
    AvailabilityRule.objects.filter(pk=hours.pk).update(**change)
    assert away() == 1
    assert "Ana Lopez no longer has hours at this time." in words_of(desk.get(QUEUE, TAB))
    AvailabilityRule.objects.filter(pk=hours.pk).update(**before)
    assert away() == 0


def test_the_requests_page_says_that_the_hours_are_gone_and_lets_staff_keep_the_visit(desk, record, visit, visiting):
    AvailabilityRule.objects.get(physician=visiting, **HOURS).delete()
    page = words_of(desk.get(record.get_absolute_url()))
    assert "Ana Lopez no longer has hours at this time. The patient hasn't been told" in page
    assert "The patient will be seen anyway" in page


def test_a_visit_whose_hours_are_gone_leaves_the_tab_with_a_session_or_a_decision(
    record, visit, visiting, clinic, scheduler
):
    AvailabilityRule.objects.get(physician=visiting, **HOURS).delete()
    assert away() == 1
    session = ExtraSession.objects.create(physician=visiting, location=clinic, period=VISIT_DAY)
    assert away() == 0
    session.delete()
    assert away() == 1
    keep_despite_absence(**seen(record), actor=scheduler, reason="Comes in for it.")
    assert away() == 0
    time_off(visiting)
    assert away() == 1


def test_a_visit_that_was_booked_outside_all_hours_has_none_to_lose(record, visiting, clinic, scheduler):
    book(record, scheduler, wanted(visiting, clinic, "2026-11-24 17:00"), off_rules_reason="After her clinic.")
    AvailabilityRule.objects.filter(physician=visiting, **HOURS).update(ends_at=datetime.time(18))
    AvailabilityRule.objects.filter(physician=visiting, **HOURS).update(ends_at=datetime.time(12))
    assert away() == 0


def test_a_session_that_is_taken_away_leaves_its_visit_without_hours(record, visiting, clinic, scheduler):
    saturday = DateTimeTZRange(at("2026-11-28 09:00"), at("2026-11-28 12:00"))
    session = ExtraSession.objects.create(physician=visiting, location=clinic, period=saturday, notice_hours=0)
    book(record, scheduler, wanted(visiting, clinic, "2026-11-28 09:00"))
    assert away() == 0
    session.delete()
    assert away() == 1


def test_an_offered_time_whose_hours_are_gone_can_not_be_taken(record, visiting, clinic, scheduler):
    made = offer(record, scheduler, wanted(visiting, clinic))
    AvailabilityRule.objects.get(physician=visiting, **HOURS).delete()
    with pytest.raises(TimeTaken, match="Ana Lopez no longer has hours at this time"):
        accept_offer(request_id=record.pk, appointment_id=made.appointments.get().pk, actor=None)


def test_who_takes_hours_away_is_told_which_visits_were_in_them(client, make_staff, record, visit, visiting):
    client.force_login(make_staff("max@example.com", "Scheduling managers", "Schedulers"))
    hours = AvailabilityRule.objects.get(physician=visiting, **HOURS)
    seen_visits = {"post": "yes", "seen_visits": str(visit.pk)}
    page = words_of(client.post(f"/admin/appointments/availabilityrule/{hours.pk}/delete/", seen_visits, follow=True))
    assert f"1 request is affected. It waits in the tab “Doctor away” until you act: {record.spoken_reference}" in page


def test_a_request_with_several_offers_is_affected_once(client, make_staff, record, scheduler, visiting, clinic):
    offer(record, scheduler, *(wanted(visiting, clinic, f"2026-11-24 {time}") for time in ("09:00", "09:40", "10:20")))
    client.force_login(make_staff("max@example.com", "Scheduling managers", "Schedulers"))
    off = {"physician": visiting.pk, "first_day": "2026-11-24", "last_day": "", "starts_at": "", "ends_at": ""}
    off["seen_visits"] = ",".join(str(held.pk) for held in Appointment.objects.all())
    page = words_of(client.post("/admin/appointments/timeoff/add/", off, follow=True))
    assert f"1 request is affected. It waits in the tab “Doctor away” until you act: {record.spoken_reference}" in page
    assert page.count(record.spoken_reference) == 1
    assert away() == 1


def test_an_entry_needs_a_reason_and_an_absence(record, visit, visiting, scheduler):
    with pytest.raises(IllegalMove, match="isn't away"):
        keep_despite_absence(**seen(record), actor=scheduler, reason="Why not.")
    time_off(visiting)
    with pytest.raises(Refused, match="Say why"):
        keep_despite_absence(**seen(record), actor=scheduler, reason=" ")


def test_a_busy_time_of_the_health_record_counts_unless_it_is_the_visit_itself(record, visit, visiting, scheduler):
    busy = BusyTime.objects.create(physician=visiting, period=NINE_TO_HALF_PAST)
    assert away() == 1  # the health record doesn't know our visit yet: this is someone else's
    record_numbers(request_id=record.pk, actor=scheduler, medical_record_number="", visit_number="V-1")
    assert away() == 0
    BusyTime.objects.filter(pk=busy.pk).update(visit_number="V-1")
    assert away() == 0
    BusyTime.objects.filter(pk=busy.pk).update(visit_number="V-2")
    assert away() == 1


def test_an_offered_time_whose_doctor_is_away_is_in_the_tab_and_not_on_the_patients_page(
    opened, own_page, desk, record, visiting, clinic, scheduler
):
    offer(record, scheduler, wanted(visiting, clinic), wanted(visiting, clinic, "2026-11-25 09:00"))
    assert "Tuesday, November 24" in words_of(opened.get(own_page))
    time_off(visiting)
    assert away() == 1
    assert "offered, not yet answered" in words_of(desk.get(QUEUE, TAB))
    words = words_of(opened.get(own_page))
    assert ("Tuesday, November 24" in words, "Wednesday, November 25" in words) == (False, True)


def test_no_reminder_goes_out_until_the_desk_has_decided(record, visit, visiting, scheduler, now):
    away_then = time_off(visiting)
    now.move_to(visit.start - 2 * DAY)
    queue_reminders()
    reminders = Notification.objects.filter(kind="reminder")
    assert not reminders.exists()
    away_then.delete()
    queue_reminders()
    assert reminders.count() == 1
    away_then.save(force_insert=True)  # entered between the queue and the sender
    call_command("send_notifications")
    assert reminders.get().state == "not_needed"
    now.move_to(visit.start - DAY)
    queue_reminders()
    assert reminders.count() == 1
    keep_despite_absence(**seen(record), actor=scheduler, reason="Comes in for it.")
    queue_reminders()
    call_command("send_notifications")
    assert sorted(reminders.values_list("state", flat=True)) == ["not_needed", "sent"]
