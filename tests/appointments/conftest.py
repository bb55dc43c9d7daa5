"""People and requests that the tests start from."""

import datetime
import uuid

import pytest
import time_machine
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from phonenumber_field.phonenumber import PhoneNumber

from appointments.answers import RequestAnswers
from appointments.models import HalfDay, ReachBy, VisitType
from appointments.services.submission import create_request
from physicians.models import Condition, Location, Physician, Specialty
from physicians.npi import check_digit

from .flow import NOW, START, answer_up_to


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
def directory(hospital, physician, make_physician):
    """A clinic, a doctor who can take everything, one who takes nobody, one who makes no virtual visits."""
    Location.objects.create(
        name="Raleigh clinic",
        slug="raleigh",
        street="1 Sample Way",
        city="Raleigh",
        postal_code="27610",
        phone="+19195550100",
    )
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
