"""Visits booked, moved and canceled by staff; every reason why a time cannot be taken."""

import dataclasses
import datetime

import pytest
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange

from appointments.guards.refusals import IllegalMove, NotLicensed, OffRules, Refused, TimeTaken
from appointments.models import AppointmentRequest, BusyTime, ExtraSession, Holiday, Notification, TimeOff
from appointments.services.requests.closing import waitlist_request
from appointments.services.visits.bookings import cancel_visit, keep_visit
from appointments.services.visits.offers import accept_offer
from appointments.services.visits.patient_changes import ask_to_move
from appointments.workflow import AppointmentStatus, ClosedReason, Status
from physicians.models import Condition

from .test_offers import check_at_commit, fresh
from .visits import at, book, either_kind, offer, seen, wanted


@pytest.fixture
def record(visiting, make_request):
    return make_request()


@pytest.fixture
def visit(record, scheduler, visiting, clinic):
    return book(record, scheduler, wanted(visiting, clinic))


def period(start, end):
    return DateTimeTZRange(at(start), at(end))


def test_a_time_agreed_on_the_phone_is_booked_as_the_rules_say(record, visit, visiting, clinic):
    assert (visit.status, visit.physician, visit.location) == (AppointmentStatus.BOOKED, visiting, clinic)
    assert (visit.minutes, visit.buffer_minutes, visit.off_rules_reason) == (30, 10, "")
    assert visit.when == "Tuesday, November 24, 2026 at 9:00 a.m. EST"
    assert fresh(record).status == Status.BOOKED
    assert Notification.objects.get(kind="booked").cause == f"booked:{visit.pk}:0"
    check_at_commit()


def test_a_visit_is_moved_in_place_also_into_an_overlap_with_its_own_old_time(record, visit, scheduler, visiting):
    moved = book(record, scheduler, wanted(visiting, visit.location, "2026-11-24 09:10"), off_rules_reason="came late")
    assert (moved.pk, moved.uid, moved.sequence) == (visit.pk, visit.uid, 1)
    change = moved.changes.last()
    assert (change.period_before, change.period) == (visit.period, moved.period)
    assert Notification.objects.get(kind="moved").sequence == 1
    check_at_commit()


def test_a_visit_moves_to_another_physician_and_place(record, visit, scheduler, make_physician, give_hours):
    other = give_hours(make_physician("kim-park", offers_virtual_visits=True, licensed_states=["NC"]))
    either_kind(record)
    moved = book(record, scheduler, wanted(other, None, "2026-11-24 13:00"))
    assert (moved.pk, moved.physician, moved.location) == (visit.pk, other, None)


def test_the_time_it_has_already_is_no_move(record, visit, scheduler, visiting, clinic):
    with pytest.raises(Refused, match="already booked for this time"):
        book(record, scheduler, wanted(visiting, clinic))


def test_the_time_of_another_visit_is_taken(visit, make_request, scheduler, visiting, clinic):
    for start, minutes in (("08:50", 20), ("09:00", 5), ("09:25", 30), ("08:00", 120)):
        with pytest.raises(TimeTaken):
            book(
                make_request(),
                scheduler,
                wanted(visiting, clinic, f"2026-11-24 {start}", minutes),
                off_rules_reason="please",
            )


def test_the_health_records_calendar_is_never_overruled(record, scheduler, visiting, clinic):
    BusyTime.objects.create(physician=visiting, period=period("2026-11-24 09:15", "2026-11-24 09:20"))
    with pytest.raises(TimeTaken, match="health record"):
        book(record, scheduler, wanted(visiting, clinic), off_rules_reason="please")


@pytest.mark.parametrize("number", ["", "V-17"])
def test_a_visit_that_the_health_record_gives_back_as_busy_is_not_in_its_own_way(
    record, visit, scheduler, visiting, clinic, number
):
    visit.visit_number = number
    visit.save()
    ends = "09:31" if number else "09:30"  # rounded there, but it is the same number
    BusyTime.objects.create(
        physician=visiting, period=period("2026-11-24 09:00", f"2026-11-24 {ends}"), visit_number=number
    )
    moved = book(record, scheduler, wanted(visiting, clinic, "2026-11-24 09:20", 20), off_rules_reason="late")
    assert moved.start == at("2026-11-24 09:20")


@pytest.mark.parametrize(
    ("start", "words"),
    [
        ("2026-11-24 07:00", "is not at Raleigh clinic"),
        ("2026-11-24 11:45", "is not at Raleigh clinic"),
        ("2026-11-28 09:00", "Clinics are closed on Saturday"),
        ("2026-11-26 09:00", "Clinics are closed on Thursday, November 26"),
        ("2026-11-30 09:00", "Clinics are closed on Monday, November 30"),
        ("2026-12-01 09:00", "Raleigh clinic is closed on Tuesday, December 1"),
        ("2026-11-23 09:00", "is away"),
        ("2026-11-16 11:00", "needs more notice"),
        ("2026-11-25 09:00", "no pause"),
        ("2026-11-20 09:35", "no pause"),
        ("2026-11-27 09:00", "no pause"),
    ],
    ids=[
        "early",
        "too late for its length",
        "Saturday",
        "Thanksgiving",
        "our holiday",
        "the clinic's holiday",
        "away",
        "notice",
        "pause after",
        "pause before",
        "busy soon",
    ],
)
def test_a_time_off_the_rules_is_booked_only_with_a_reason_which_is_recorded(
    record, scheduler, visiting, clinic, make_request, start, words
):
    Holiday.objects.create(date=datetime.date(2026, 11, 30), name="Move to the new building")
    Holiday.objects.create(date=datetime.date(2026, 12, 1), name="Move goes on", clinic=clinic)
    TimeOff.objects.create(physician=visiting, period=period("2026-11-23 00:00", "2026-11-24 00:00"))
    book(make_request(), scheduler, wanted(visiting, clinic, "2026-11-25 09:35", 20))
    book(make_request(), scheduler, wanted(visiting, clinic, "2026-11-20 09:00"))
    BusyTime.objects.create(physician=visiting, period=period("2026-11-27 09:35", "2026-11-27 10:00"))
    with pytest.raises(OffRules, match=words):
        book(record, scheduler, wanted(visiting, clinic, start))
    with pytest.raises(OffRules):
        book(record, scheduler, wanted(visiting, clinic, start), off_rules_reason="  ")
    visit = book(record, scheduler, wanted(visiting, clinic, start), off_rules_reason="The doctor agreed.")
    assert visit.off_rules_reason == visit.changes.get().reason == "The doctor agreed."


def test_a_reason_that_was_not_needed_is_not_kept(record, scheduler, visiting, clinic):
    assert book(record, scheduler, wanted(visiting, clinic), off_rules_reason="just in case").off_rules_reason == ""


def test_a_visit_of_the_other_kind_needs_a_reason_unless_either_will_do(record, scheduler, visiting, clinic):
    AppointmentRequest.objects.update(patient_state="NC")
    by_video, at_the_clinic = wanted(visiting, None, "2026-11-24 13:00"), wanted(visiting, clinic)
    with pytest.raises(OffRules, match="The patient asked for a visit at a clinic\\. Give a reason"):
        book(record, scheduler, by_video)
    AppointmentRequest.objects.update(visit_type="virtual")
    with pytest.raises(OffRules, match="The patient asked for a video visit\\. Give a reason"):
        offer(record, scheduler, by_video, at_the_clinic)
    agreed = book(record, scheduler, at_the_clinic, off_rules_reason="They'd rather come in.")
    assert agreed.off_rules_reason == "They'd rather come in."
    moved = book(record, scheduler, wanted(visiting, clinic, "2026-11-24 09:40"))
    assert moved.off_rules_reason == ""  # of the kind that was agreed
    AppointmentRequest.objects.update(visit_type="either")
    book(record, scheduler, by_video)


def test_a_physician_who_treats_other_conditions_needs_a_reason(
    record, scheduler, visiting, clinic, make_physician, give_hours
):
    arthritis = Condition.objects.create(name="Arthritis", slug="arthritis")
    other = give_hours(make_physician("kim-park", given_name="Kim", family_name="Park"))
    other.conditions = [arthritis]
    other.save()
    with pytest.raises(OffRules, match="Kim Park doesn't treat what the request is about: Tumors of the spine\\."):
        offer(record, scheduler, wanted(visiting, clinic), wanted(other, clinic))
    first = book(record, scheduler, wanted(other, clinic), off_rules_reason="Agreed with the tumor board.")
    assert first.off_rules_reason == "Agreed with the tumor board."
    book(record, scheduler, wanted(other, clinic, "2026-11-24 09:40"))  # the same physician, as agreed
    book(record, scheduler, wanted(visiting, clinic))
    other.conditions = []  # a profile without conditions says nothing
    other.save()
    book(record, scheduler, wanted(other, clinic))


def test_a_physician_who_takes_no_new_patients_needs_a_reason(record, scheduler, visiting, clinic):
    visiting.accepting_new_patients = False
    visiting.save()
    with pytest.raises(OffRules, match="not taking new patients"):
        book(record, scheduler, wanted(visiting, clinic))


@pytest.mark.parametrize(("state", "words"), [("SC", "isn't licensed .* South Carolina"), ("", "which state")])
def test_no_reason_overcomes_a_missing_license(record, scheduler, visiting, state, words):
    record.visit_type, record.patient_state = "virtual" if state else "in_person", state
    record.save()
    with pytest.raises(NotLicensed, match=words):
        book(record, scheduler, wanted(visiting, None, "2026-11-24 13:00"), off_rules_reason="please")


@pytest.mark.parametrize(
    ("start", "minutes", "words"),
    [
        ("2026-11-16 09:59", None, "has passed"),
        ("2026-11-16 10:00", None, "has passed"),
        ("2036-11-24 09:00", None, "more than a year"),
        ("2026-11-24 02:30", None, "at night"),
        ("2026-11-24 09:00", 4, "5 to 480"),
        ("2026-11-24 09:00", 481, "5 to 480"),
    ],
)
def test_an_impossible_time_is_refused_in_a_sentence(record, scheduler, visiting, clinic, start, minutes, words):
    with pytest.raises(Refused, match=words):
        book(record, scheduler, wanted(visiting, clinic, start, minutes), off_rules_reason="please")


def test_unknown_physicians_and_places_are_refused(record, scheduler, visiting, clinic):
    from appointments.services.visits.reservations import Wanted

    for physician_id, location_id in ((0, clinic.pk), (visiting.pk, 0)):
        with pytest.raises(Refused, match="no longer"):
            book(
                record,
                scheduler,
                Wanted(physician_id=physician_id, location_id=location_id, start=at("2026-11-24 09:00")),
            )


def test_a_moment_at_the_end_of_time_is_a_sentence(record, scheduler, visiting, clinic):
    for year in (1, 9999):
        end = datetime.datetime(year, 12, 31, 23, 59, tzinfo=datetime.UTC)
        wish = dataclasses.replace(wanted(visiting, clinic), start=end)
        for act in (book, offer):
            with pytest.raises(Refused, match=r"has passed|more than a year"):
                act(record, scheduler, wish)


def test_someone_elses_busy_time_is_in_the_way_also_where_it_equals_the_visits_own(record, visit, scheduler, visiting):
    BusyTime.objects.create(physician=visiting, period=visit.period, visit_number="SOMEONE-ELSE")
    with pytest.raises(TimeTaken, match="health record"):
        book(record, scheduler, wanted(visiting, visit.location, "2026-11-24 09:10", 30), off_rules_reason="late")


def test_a_request_with_a_visit_is_not_put_on_the_waitlist(record, visit, scheduler):
    ask_to_move(request_id=record.pk, text="")
    with pytest.raises(IllegalMove, match="A visit is booked"):
        waitlist_request(**seen(record), actor=scheduler)


def test_booking_by_phone_gives_offered_times_back(record, scheduler, visiting, clinic):
    made = offer(record, scheduler, wanted(visiting, clinic), wanted(visiting, clinic, "2026-11-24 09:40"))
    book(record, scheduler, wanted(visiting, clinic, "2026-11-24 10:20"))
    made.refresh_from_db()
    assert made.outcome == "withdrawn"
    assert not made.appointments.filter(status="pending").exists()
    check_at_commit()


def test_booking_a_time_that_is_offered_to_the_same_patient_takes_it(record, scheduler, visiting, clinic):
    offer(record, scheduler, wanted(visiting, clinic))
    assert book(record, scheduler, wanted(visiting, clinic)).start == at("2026-11-24 09:00")


@pytest.mark.parametrize(
    ("by_patient", "still_wanted", "status", "closed_reason"),
    [
        (True, True, Status.IN_REVIEW, ""),
        (True, False, Status.CLOSED, ClosedReason.CANCELLED_BY_PATIENT),
        (False, True, Status.IN_REVIEW, ""),
        (False, False, Status.CLOSED, ClosedReason.CANCELLED_BY_STAFF),
    ],
)
def test_a_canceled_visit_frees_its_time_and_the_patient_is_told(
    record, visit, scheduler, visiting, clinic, make_request, by_patient, still_wanted, status, closed_reason
):
    cancel_visit(**seen(record), actor=scheduler, reason="Ill.", by_patient=by_patient, still_wanted=still_wanted)
    visit.refresh_from_db()
    assert (visit.status, visit.sequence) == (AppointmentStatus.CANCELLED, 1)
    assert (fresh(record).status, record.closed_reason) == (status, closed_reason)
    assert Notification.objects.get(kind="cancelled").cause == f"cancelled:{visit.pk}:1"
    book(make_request(), scheduler, wanted(visiting, clinic))
    check_at_commit()


def test_a_visit_that_we_cancel_has_a_reason_and_a_patient_owes_none_and_it_is_canceled_only_once(
    record, visit, scheduler
):
    with pytest.raises(Refused, match="Say why"):
        cancel_visit(**seen(record), actor=scheduler, reason=" ", by_patient=False, still_wanted=True)
    cancel_visit(**seen(record), actor=scheduler, reason=" ", by_patient=True, still_wanted=True)
    with pytest.raises(IllegalMove):
        cancel_visit(**seen(record), actor=scheduler, reason="Ill.", by_patient=True, still_wanted=True)


def test_a_visit_that_was_to_be_moved_can_be_kept(record, visit, scheduler, visiting, clinic):
    made = offer(record, scheduler, wanted(visiting, clinic, "2026-11-25 09:00"))
    keep_visit(**seen(record), actor=scheduler)
    made.refresh_from_db()
    assert (fresh(record).status, made.outcome) == (Status.BOOKED, "withdrawn")
    assert not Notification.objects.filter(kind="moved").exists()
    check_at_commit()


def test_a_time_that_the_health_record_has_given_away_since_is_not_accepted(record, scheduler, visiting, clinic):
    made = offer(record, scheduler, wanted(visiting, clinic))
    BusyTime.objects.create(physician=visiting, period=period("2026-11-24 09:00", "2026-11-24 10:00"))
    with pytest.raises(TimeTaken):
        accept_offer(request_id=record.pk, appointment_id=made.appointments.get().pk, actor=None)
    assert fresh(record).status == Status.OFFERED


def test_a_visit_that_ends_in_an_extra_session_needs_no_reason(record, scheduler, visiting, clinic):
    longer = period("2026-11-24 11:00", "2026-11-24 13:00")  # the weekly hours end at noon
    ExtraSession.objects.create(physician=visiting, location=clinic, period=longer, visit_minutes=60)
    over_noon = wanted(visiting, clinic, "2026-11-24 11:40")
    visit = book(record, scheduler, over_noon)
    assert visit.period == period("2026-11-24 11:40", "2026-11-24 12:40")


def test_a_visit_that_no_session_holds_needs_one(record, scheduler, visiting, clinic):
    longer = period("2026-11-24 11:00", "2026-11-24 13:00")
    ExtraSession.objects.create(physician=visiting, location=clinic, period=longer, visit_minutes=60)
    with pytest.raises(OffRules, match="is not at Raleigh clinic at that time"):
        book(record, scheduler, wanted(visiting, clinic, "2026-11-24 12:10"))
