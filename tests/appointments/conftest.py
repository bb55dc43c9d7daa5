"""People and requests that the tests start from."""

import datetime
import uuid

import pytest
import time_machine
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from phonenumber_field.phonenumber import PhoneNumber

from appointments.answers import RequestAnswers
from appointments.guards.links import token_for
from appointments.models import AvailabilityRule, HalfDay, ReachBy, RequestLink, VisitType
from appointments.services.requests.submission import create_request
from physicians.models import Condition, Location, Physician, Specialty
from physicians.npi import check_digit

from .flow import BORN, NOW, START, answer_up_to
from .mail_sink import sink  # noqa: F401  a fixture


@pytest.fixture
def condition(db):
    return Condition.objects.create(name="Tumors of the spine", slug="tumors-of-the-spine")


@pytest.fixture
def make_physician(db, condition):
    specialty, _ = Specialty.objects.get_or_create(
        slug="neurosurgery", defaults={"name": "Neurosurgery", "practitioner": "Neurosurgeon"}
    )

    def make(slug="ana-lopez", **fields):
        number = Physician.objects.count() + 100
        npi = f"100000{number}"
        physician = Physician(
            slug=slug,
            npi=npi + check_digit(npi),
            given_name=fields.pop("given_name", "Ana"),
            family_name=fields.pop("family_name", "Lopez"),
            credentials="MD",
            **fields,
        )
        physician.specialties = [specialty]
        physician.conditions = [condition]
        physician.save()
        return physician

    return make


@pytest.fixture
def physician(make_physician):
    return make_physician(offers_virtual_visits=True, licensed_states=["NC", "VA"])


@pytest.fixture
def answers(condition, physician):
    """Complete answers of an invented patient."""
    return RequestAnswers(
        condition=condition,
        reason="My lower back hurts at night.",
        visit_type=VisitType.IN_PERSON,
        patient_state="",
        physician=physician,
        times=[(datetime.date(2026, 12, 1), HalfDay.MORNING), (datetime.date(2026, 12, 1), HalfDay.AFTERNOON)],
        legal_name="Pat Doe",
        preferred_name="",
        date_of_birth=datetime.date(1962, 3, 27),
        phone=PhoneNumber.from_string("919-555-0142", region="US"),
        email="pat@example.com",
        reach_by=ReachBy.PHONE,
        may_leave_message=True,
        postal_code="27610",
        insurance_carrier="",
    )


@pytest.fixture
def make_request(answers, hospital):
    """Return a function that sends one more request."""

    def make():
        return create_request(answers=answers, idempotency_key=uuid.uuid4())

    return make


@pytest.fixture
def make_staff(db):
    def make(email, *groups, **fields):
        user = get_user_model().objects.create_user(email, "a long password", **({"is_staff": True} | fields))
        user.groups.set(Group.objects.filter(name__in=groups))
        return user

    return make


@pytest.fixture
def scheduler(make_staff):
    return make_staff("sam@example.com", "Scheduling staff", first_name="Sam", last_name="Scheduler")


@pytest.fixture
def colleague(make_staff):
    return make_staff("kim@example.com", "Scheduling staff", first_name="Kim", last_name="Colleague")


@pytest.fixture
def clinic(db):
    return Location.objects.create(
        name="Raleigh clinic",
        slug="raleigh",
        street="1 Sample Way",
        city="Raleigh",
        postal_code="27610",
        phone="+19195550100",
    )


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
    """The address of the request's own page; `record` is the request of whoever uses this."""
    return f"/appointments/manage/{token_for(RequestLink.objects.create(request=record))}/"


@pytest.fixture
def opened(client, own_page):
    """A browser in which the date of birth was given."""
    client.post(own_page, BORN)
    return client


@pytest.fixture
def now():
    """Monday, November 16, 2026, ten in the morning in Raleigh; the clock can be moved."""
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
