"""People and requests that the tests start from."""

import datetime
import functools

import pytest
import time_machine

from appointments.guards.links import token_for
from appointments.models import AvailabilityRule, RequestLink
from physicians.models import Condition
from tests import factories

from .form_answers import BORN, NOW, START, answer_up_to
from .mail_sink import sink  # noqa: F401  a fixture


@pytest.fixture
def condition(db):
    return Condition.objects.create(name="Tumors of the spine", slug="tumors-of-the-spine")


@pytest.fixture
def make_physician(db, condition):
    """Return a function that creates a neurosurgeon who treats the condition."""

    def make(slug="ana-lopez", **fields):
        return factories.make_physician(
            slug=slug, specialties=[factories.neurosurgery()], conditions=[condition], **fields
        )

    return make


@pytest.fixture
def physician(make_physician):
    return make_physician(by_video=True)


@pytest.fixture
def answers(condition, physician):
    return factories.make_answers(condition=condition, physician=physician)


@pytest.fixture
def make_request(answers, hospital):
    """Return a function that sends one more request."""

    return lambda: factories.send_request(answers)


@pytest.fixture
def make_staff(db):
    return functools.partial(factories.make_member, is_staff=True)


@pytest.fixture
def scheduler(make_staff):
    return make_staff("sam@example.com", "Schedulers", first_name="Sam", last_name="Scheduler")


@pytest.fixture
def colleague(make_staff):
    return make_staff("kim@example.com", "Schedulers", first_name="Kim", last_name="Colleague")


@pytest.fixture
def nurse(make_staff):
    return make_staff("noor@example.com", "Nurses", first_name="Noor", last_name="Nurse")


@pytest.fixture
def clinic(db):
    return factories.make_clinic("raleigh", name="Raleigh clinic")


@pytest.fixture
def give_hours(clinic):
    """Return a function that lets a physician see patients at the clinic on weekdays from 9 to 12.

    Half an hour each, ten minutes of pause, a day of notice; and by video from 1 pm to 3 pm.
    """

    def give(physician):
        for weekday in range(5):
            for location, starts_at, ends_at in ((clinic, 9, 12), (None, 13, 15)):
                AvailabilityRule.objects.create(
                    physician=physician,
                    location=location,
                    weekday=weekday,
                    starts_at=datetime.time(starts_at),
                    ends_at=datetime.time(ends_at),
                    effective_from=datetime.date(2026, 1, 1),
                    visit_minutes=30,
                    buffer_minutes=10,
                    notice_hours=24,
                )
        return physician

    return give


@pytest.fixture
def own_page(record):
    """The address of the request's own page; `record` is the request of the test that asks."""
    return f"/appointments/manage/{token_for(RequestLink.objects.create(request=record))}/"


@pytest.fixture
def opened(client, own_page):
    """A browser in which the date of birth was given."""
    client.post(own_page, BORN)
    return client


@pytest.fixture
def now(settings):
    """Monday, November 16, 2026, ten in the morning in Raleigh; the clock can be moved, and signs nobody out."""
    # Sessions that end: tests/wakemed/test_session_limits.py
    settings.STAFF_IDLE_MINUTES = settings.STAFF_SESSION_HOURS = settings.SESSION_COOKIE_AGE = 100_000_000
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


@pytest.fixture
def visiting(now, give_hours, physician):
    """A physician with hours, at the frozen time."""
    return give_hours(physician)


@pytest.fixture
def directory(hospital, clinic, physician, make_physician):
    """A clinic, a doctor who can take everything, one who takes nobody, one who makes no virtual visits."""
    make_physician("not-accepting", family_name="Full", accepting_new_patients=False)
    make_physician("in-person-only", family_name="Onsite")
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def patient(client, directory):
    """A browser that has begun a request."""
    client.post(START)
    return client


@pytest.fixture
def ready(patient):
    """A browser in which everything is answered."""
    answer_up_to(patient, None)
    return patient
