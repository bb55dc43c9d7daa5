"""Times are offered, held until a business day closes, and accepted, refused, withdrawn or lapsed."""

import datetime
import functools

import pytest
from django.db import connection
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange

from appointments.guards.refusals import IllegalMove, NotLicensed, OfferEnded, Refused, StalePage, TimeTaken
from appointments.models import Message, Notification, Offer, TimeOff
from appointments.services.requests.corrections import correct_details
from appointments.services.visits.lapsing import lapse_due_offers
from appointments.services.visits.offers import accept_offer, refuse_offer, withdraw_offer
from appointments.workflow import AppointmentStatus, Status
from physicians.models import Physician

from .visits import at, book, either_kind, offer, seen, wanted

HOUR = datetime.timedelta(hours=1)


@pytest.fixture
def record(visiting, make_request):
    return make_request()


@pytest.fixture
def times(visiting, clinic):
    return [wanted(visiting, clinic, f"2026-11-24 {time}") for time in ("09:00", "09:40", "10:20")]


@pytest.fixture
def offered(record, scheduler, times):
    return offer(record, scheduler, *times)


def statuses(offered):
    return list(offered.appointments.order_by("pk").values_list("status", flat=True))


def fresh(record):
    record.refresh_from_db()
    return record


def check_at_commit():
    """Let the deferred triggers speak now."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def test_offered_times_are_held_and_the_patient_is_told(record, scheduler, offered, now):
    assert fresh(record).status == Status.OFFERED
    assert record.claimed_by == scheduler
    assert statuses(offered) == ["pending"] * 3
    assert offered.held_until == at("2026-11-18 17:00")
    mail = Notification.objects.get(kind="offered")
    assert (mail.cause, mail.offer) == (f"offered:{offered.pk}", offered)
    check_at_commit()


def test_an_offer_lapses_well_before_the_first_of_its_times(record, scheduler, visiting, clinic):
    times = [wanted(visiting, clinic, f"2026-11-{day} 11:00") for day in (24, 17)]
    assert offer(record, scheduler, *times).held_until == at("2026-11-16 17:00")


def test_a_time_that_leaves_no_time_to_answer_isnt_offered(record, scheduler, visiting, clinic, now):
    now.move_to(at("2026-11-24 05:01"))
    with pytest.raises(Refused, match="within the next four hours can't be offered"):
        offer(record, scheduler, wanted(visiting, clinic), off_rules_reason="Soon.")
    assert fresh(record).status == Status.SUBMITTED
    now.move_to(at("2026-11-24 05:00"))
    assert offer(record, scheduler, wanted(visiting, clinic), off_rules_reason="Soon.").held_until == at(
        "2026-11-24 07:00"
    )


def test_a_time_that_is_held_for_one_patient_is_offered_to_nobody_else(
    offered, make_request, scheduler, visiting, clinic
):
    with pytest.raises(TimeTaken, match=r"9:00 a\.m\. to 9:30 a\.m\. is held for another patient"):
        offer(make_request(), scheduler, wanted(visiting, clinic))


def test_accepting_books_the_chosen_time_and_gives_the_others_back(record, offered, times):
    chosen = offered.appointments.get(period__startswith=times[1].start)
    visit = accept_offer(request_id=record.pk, appointment_id=chosen.pk, actor=None)
    assert (visit.pk, visit.status, visit.sequence) == (chosen.pk, AppointmentStatus.BOOKED, 0)
    assert statuses(offered) == ["cancelled", "booked", "cancelled"]
    assert fresh(record).status == Status.BOOKED
    assert Notification.objects.get(kind="booked").cause == f"booked:{visit.pk}:0"
    check_at_commit()


def test_accepting_twice_is_accepting_once(record, offered):
    chosen = offered.appointments.first()
    first = accept_offer(request_id=record.pk, appointment_id=chosen.pk, actor=None)
    assert accept_offer(request_id=record.pk, appointment_id=chosen.pk, actor=None) == first
    assert Notification.objects.filter(kind="booked").count() == 1


def test_after_one_time_was_accepted_the_others_cannot_be(record, offered):
    first, second, _third = offered.appointments.order_by("pk")
    accept_offer(request_id=record.pk, appointment_id=first.pk, actor=None)
    with pytest.raises(OfferEnded):
        accept_offer(request_id=record.pk, appointment_id=second.pk, actor=None)


def test_refusing_keeps_what_would_suit_and_brings_the_request_back_with_a_new_promise(record, offered, now):
    now.move_to(at("2026-11-17 10:00"))
    refuse_offer(request_id=record.pk, offer_id=offered.pk, text="Only Fridays, please.", actor=None)
    refuse_offer(request_id=record.pk, offer_id=offered.pk, text="Only Fridays, please.", actor=None)
    assert fresh(record).status == Status.IN_REVIEW
    assert record.answer_by == datetime.date(2026, 11, 19)
    assert statuses(offered) == ["cancelled"] * 3
    assert [message.text for message in Message.objects.all()] == ["Only Fridays, please."]
    check_at_commit()


def test_an_offer_that_nobody_answers_lapses_and_frees_its_times(
    record, offered, now, make_request, scheduler, visiting, clinic
):
    now.move_to(offered.held_until - HOUR / 60)
    lapse_due_offers()
    assert fresh(record).status == Status.OFFERED
    now.move_to(offered.held_until)
    lapse_due_offers()
    lapse_due_offers()
    offered.refresh_from_db()
    assert (fresh(record).status, offered.outcome) == (Status.IN_REVIEW, Offer.Outcome.LAPSED)
    move = record.status_changes.last()
    assert (move.actor, move.by_system) == (None, True)
    with pytest.raises(OfferEnded, match="no longer held"):
        accept_offer(request_id=record.pk, appointment_id=offered.appointments.first().pk, actor=None)
    assert offer(make_request(), scheduler, wanted(visiting, clinic)).outcome == ""


def test_a_lapsed_offer_in_the_way_is_ended_by_the_one_who_needs_its_time(
    record, offered, now, make_request, scheduler, visiting, clinic
):
    now.move_to(offered.held_until)
    book(make_request(), scheduler, wanted(visiting, clinic, "2026-11-24 09:10", 20))
    offered.refresh_from_db()
    assert (offered.outcome, fresh(record).status) == (Offer.Outcome.LAPSED, Status.IN_REVIEW)


def test_a_lapsed_offer_is_not_accepted_though_its_times_are_still_held(record, offered, now):
    now.move_to(offered.held_until)
    with pytest.raises(OfferEnded):
        accept_offer(request_id=record.pk, appointment_id=offered.appointments.first().pk, actor=None)
    assert fresh(record).status == Status.OFFERED


def test_a_time_of_the_offer_that_has_passed_is_not_accepted(record, scheduler, visiting, clinic, now):
    made = offer(
        record, scheduler, wanted(visiting, clinic, "2026-11-17 11:00"), wanted(visiting, clinic, "2026-11-18 09:00")
    )
    now.move_to(at("2026-11-17 11:00"))
    Offer.objects.update(held_until=at("2026-11-18 09:00"))  # made before holds ended ahead of their first time
    with pytest.raises(OfferEnded, match="has passed"):
        accept_offer(request_id=record.pk, appointment_id=made.appointments.order_by("period").first().pk, actor=None)


def test_withdrawn_times_are_free_again(record, offered, scheduler, make_request, visiting, clinic):
    withdraw_offer(**seen(record), actor=scheduler)
    assert fresh(record).status == Status.IN_REVIEW
    book(make_request(), scheduler, wanted(visiting, clinic))
    with pytest.raises(IllegalMove):
        withdraw_offer(**seen(record), actor=scheduler)


def test_a_second_offer_waits_until_the_first_is_withdrawn(record, offered, scheduler, visiting, clinic):
    with pytest.raises(IllegalMove, match="Withdraw them first"):
        offer(record, scheduler, wanted(visiting, clinic, "2026-11-25 09:00"))


def test_a_stale_page_offers_nothing(record, scheduler, visiting, clinic, offered):
    from appointments.services.visits.offers import offer_times

    with pytest.raises(StalePage, match="Times offered"):
        offer_times(
            request_id=record.pk, seen_version=0, times=[wanted(visiting, clinic, "2026-11-25 09:00")], actor=scheduler
        )


@pytest.mark.parametrize("moments", [[], ["09:00", "09:10"], ["09:00", "09:00"], ["09:00", "09:40", "10:20", "11:00"]])
def test_one_to_three_times_that_do_not_overlap_are_offered(record, scheduler, visiting, clinic, moments):
    times = [wanted(visiting, clinic, f"2026-11-24 {moment}") for moment in moments]
    with pytest.raises(Refused):
        offer(record, scheduler, *times, off_rules_reason="close together")
    assert fresh(record).status == Status.SUBMITTED


def test_an_offer_to_move_leaves_the_visit_standing_until_another_time_is_accepted(
    record, scheduler, visiting, clinic, times
):
    visit = book(record, scheduler, times[0])
    made = offer(record, scheduler, times[2])
    check_at_commit()
    visit.refresh_from_db()
    assert (visit.status, visit.start) == (AppointmentStatus.BOOKED, times[0].start)
    chosen = made.appointments.get()
    moved = accept_offer(request_id=record.pk, appointment_id=chosen.pk, actor=None)
    assert (moved.pk, moved.uid, moved.start, moved.sequence) == (visit.pk, visit.uid, times[2].start, 1)
    assert statuses(made) == ["cancelled"]
    assert fresh(record).status == Status.BOOKED
    assert Notification.objects.get(kind="moved").cause == f"moved:{visit.pk}:1"
    assert accept_offer(request_id=record.pk, appointment_id=chosen.pk, actor=None) == moved
    check_at_commit()


def test_a_time_that_has_become_impossible_since_it_was_offered_is_not_accepted(
    record, offered, visiting, clinic, scheduler, make_request
):
    held = offered.appointments.order_by("period").first()
    accept = functools.partial(accept_offer, request_id=record.pk, appointment_id=held.pk, actor=None)
    away = TimeOff.objects.create(physician=visiting, period=held.period)
    with pytest.raises(TimeTaken, match="is away"):
        accept()
    away.delete()
    Physician.objects.filter(pk=visiting.pk).update(live=False)
    with pytest.raises(Refused, match="no longer in our directory"):
        accept()
    assert fresh(record).status == Status.OFFERED


def test_time_off_that_was_known_when_a_time_was_offered_does_not_keep_it_from_being_accepted(
    record, visiting, clinic, scheduler
):
    time = wanted(visiting, clinic)
    TimeOff.objects.create(physician=visiting, period=DateTimeTZRange(time.start, time.start + HOUR))
    held = offer(record, scheduler, time, off_rules_reason="The doctor comes in.").appointments.get()
    assert accept_offer(request_id=record.pk, appointment_id=held.pk, actor=None).status == "booked"


def test_where_a_video_visit_is_offered_or_booked_the_state_changes_only_to_one_with_a_license(
    record, visiting, scheduler
):
    either_kind(record)
    made = offer(record, scheduler, wanted(visiting, None, "2026-11-24 13:00"))
    with pytest.raises(NotLicensed, match="Alaska"):
        correct_details(**seen(record), actor=scheduler, values={"patient_state": "AK"})
    correct_details(**seen(record), actor=scheduler, values={"patient_state": "VA"})
    accept_offer(request_id=record.pk, appointment_id=made.appointments.get().pk, actor=None)
    with pytest.raises(NotLicensed):
        correct_details(**seen(record), actor=scheduler, values={"patient_state": "AK"})


def test_nobody_accepts_a_time_of_another_request(record, offered, make_request):
    with pytest.raises(OfferEnded):
        accept_offer(request_id=make_request().pk, appointment_id=offered.appointments.first().pk, actor=None)
