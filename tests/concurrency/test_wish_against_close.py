"""A clinic is added while its request is being closed: afterwards the wish doesn't count."""

import contextlib
import functools
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, transaction

from appointments.models import PreferredLocation
from appointments.services.requests.closing import close_request
from tests.appointments.visits import seen

from .races import SECONDS, waits_for_us

pytestmark = pytest.mark.django_db(transaction=True)
LOCK = "FOR SHARE"


@contextlib.contextmanager
def without_the_lock():
    """Take the lock on the request from the wish's trigger, and give it back."""
    [trigger] = PreferredLocation._meta.triggers
    with connection.cursor() as cursor:
        name = trigger.get_pgid(PreferredLocation)
        cursor.execute("SELECT pg_get_functiondef(tgfoid) FROM pg_trigger WHERE tgname = %s", [name])
        [function] = cursor.fetchone()
        assert LOCK in function
        cursor.execute(function.replace(LOCK, ""))
        try:
            yield
        finally:
            cursor.execute(function)


def closed_elsewhere(call):
    try:
        return call()
    finally:
        connection.close()


@pytest.mark.parametrize(
    ("guard", "counts"),
    [(contextlib.nullcontext, False), (without_the_lock, True)],
    ids=["with the lock on the request", "without it, which shows the race"],
)
def test_closing_a_request_waits_for_a_clinic_that_is_being_added(guard, counts, make_request, clinic, scheduler):
    request = make_request()
    close = functools.partial(close_request, **seen(request), closed_reason="declined", reason="x", actor=scheduler)
    with guard(), ThreadPoolExecutor(1) as pool:
        with transaction.atomic():
            request.preferred_locations.add(clinic)
            closing = pool.submit(closed_elsewhere, close)
            while not closing.done() and not waits_for_us():
                pass
        closing.result(SECONDS)
    request.refresh_from_db()
    assert request.status == "closed"
    assert PreferredLocation.objects.get(appointmentrequest=request).is_undecided is counts
