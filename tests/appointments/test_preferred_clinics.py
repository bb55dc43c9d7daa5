"""A clinic that a patient named counts while nothing is decided, whatever is written and by whom."""

import datetime
import uuid

import pytest
from django.db import connection, transaction
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.test.utils import CaptureQueriesContext

from appointments.models import Appointment, AppointmentRequest, PreferredLocation
from appointments.services.requests.closing import close_request, reopen_request
from appointments.services.visits.bookings import cancel_visit
from appointments.services.visits.patient_changes import ask_to_move
from tests.factories import make_clinic

from .at_desk import QUEUE, references
from .visits import book, offer, seen, wanted


@pytest.fixture
def request_with_wish(make_request, clinic):
    request = make_request()
    request.preferred_locations.add(clinic)
    return request


def counts(request):
    """Return for each wish of the request whether it counts."""
    return list(PreferredLocation.objects.filter(appointmentrequest=request).values_list("is_undecided", flat=True))


def a_day_later(period):
    """Return the same time on the next day."""
    return DateTimeTZRange(*(end + datetime.timedelta(days=1) for end in (period.lower, period.upper)))


def test_it_counts_until_the_request_is_closed_and_again_when_it_is_reopened(request_with_wish, scheduler):
    assert counts(request_with_wish) == [True]
    close_request(**seen(request_with_wish), closed_reason="declined", reason="x", actor=scheduler)
    assert counts(request_with_wish) == [False]
    reopen_request(**seen(request_with_wish), reason="x", actor=scheduler)
    assert counts(request_with_wish) == [True]


def test_it_counts_until_a_time_is_offered_or_booked(request_with_wish, visiting, clinic, scheduler):
    offer(request_with_wish, scheduler, wanted(visiting, clinic))
    assert counts(request_with_wish) == [False]
    book(request_with_wish, scheduler, wanted(visiting, clinic, "2026-11-24 10:00"))
    assert counts(request_with_wish) == [False]
    cancel_visit(**seen(request_with_wish), reason="x", by_patient=False, still_wanted=True, actor=scheduler)
    assert counts(request_with_wish) == [True]


def test_it_does_not_count_while_a_visit_that_is_to_be_moved_stays_booked(
    request_with_wish, visiting, clinic, scheduler
):
    book(request_with_wish, scheduler, wanted(visiting, clinic))
    ask_to_move(request_id=request_with_wish.pk, text="")
    request_with_wish.refresh_from_db()
    assert (request_with_wish.status, counts(request_with_wish)) == ("in_review", [False])
    cancel_visit(**seen(request_with_wish), reason="x", by_patient=False, still_wanted=True, actor=scheduler)
    assert (request_with_wish.status, counts(request_with_wish)) == ("in_review", [True])


def test_a_time_that_is_written_or_moved_by_itself_decides_for_its_request(
    request_with_wish, make_request, visiting, clinic, scheduler
):
    other = make_request()
    other.preferred_locations.add(clinic)
    booked = book(make_request(), scheduler, wanted(visiting, clinic))
    with transaction.atomic():
        Appointment.objects.filter(pk=booked.pk).update(request=request_with_wish)
        assert (counts(request_with_wish), counts(other)) == ([False], [True])
        Appointment.objects.filter(pk=booked.pk).update(request=other)
        assert (counts(request_with_wish), counts(other)) == ([True], [False])
        booked.pk, booked.uid = None, uuid.uuid4()
        booked.request, booked.period = request_with_wish, a_day_later(booked.period)
        booked.save(force_insert=True)
        assert (counts(request_with_wish), counts(other)) == ([False], [False])
        transaction.set_rollback(True)  # there is no history for it


def test_a_wish_of_a_closed_request_does_not_count_however_it_is_written(request_with_wish, clinic, scheduler):
    close_request(**seen(request_with_wish), closed_reason="declined", reason="x", actor=scheduler)
    wishes, other = request_with_wish.preferred_locations, make_clinic("mill-heron")
    for change in (
        lambda: wishes.set([other]),
        lambda: wishes.add(clinic),
        lambda: wishes.remove(clinic),
        lambda: PreferredLocation.objects.update(is_undecided=True),
        lambda: PreferredLocation.objects.bulk_create(
            [PreferredLocation(appointmentrequest=request_with_wish, location=clinic, is_undecided=True)]
        ),
    ):
        change()
        assert set(counts(request_with_wish)) == {False}
    assert set(wishes.all()) == {other, clinic}


def test_sql_by_hand_can_move_a_wish_and_a_status_but_not_the_mark(request_with_wish, make_request, clinic, scheduler):
    closed, table = make_request(), PreferredLocation._meta.db_table
    close_request(**seen(closed), closed_reason="declined", reason="x", actor=scheduler)
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE {table} SET appointmentrequest_id = %s", [closed.pk])
        assert counts(closed) == [False]
        keys = [request_with_wish.pk, clinic.pk]
        cursor.execute(f"INSERT INTO {table} (appointmentrequest_id, location_id) VALUES (%s, %s)", keys)
        assert counts(request_with_wish) == [True]
    with transaction.atomic(), connection.cursor() as cursor:
        for status, its in (("in_review", True), ("booked", False), ("in_review", True)):
            cursor.execute(
                "UPDATE appointments_appointmentrequest SET status = %s, clock_since = CASE WHEN %s THEN now() END"
                " WHERE id = %s",
                [status, its, request_with_wish.pk],
            )
            assert counts(request_with_wish) == [its]
        transaction.set_rollback(True)  # there is no history for it


def test_a_list_that_fits_one_page_is_searched_for_its_clinic_once(client, request_with_wish, clinic, scheduler):
    client.force_login(scheduler)
    with CaptureQueriesContext(connection) as captured:
        assert references(client, tab="new", clinic=clinic.pk) == {request_with_wish.spoken_reference}
    searched = [sql for each in captured if PreferredLocation._meta.db_table in (sql := each["sql"])]
    assert len(searched) == 3  # for the open ones and the closed ones that the tabs count, and for the list


def test_the_clinics_requests_are_the_open_ones_and_then_the_closed_ones(client, make_request, clinic, scheduler):
    client.force_login(scheduler)
    requests = [make_request() for _ in range(3)]
    for request in requests:
        request.preferred_locations.add(clinic)
    first, second, closed = requests
    close_request(**seen(closed), closed_reason="declined", reason="x", actor=scheduler)
    page = client.get(QUEUE, {"tab": "all", "clinic": clinic.pk}).content.decode()
    places = [page.index(request.spoken_reference) for request in (second, first, closed)]
    assert places == sorted(places)
    assert references(client, tab="new", clinic=clinic.pk) == {first.spoken_reference, second.spoken_reference}
    assert AppointmentRequest.objects.filter(preferred_locations=clinic).count() == 3
