"""Fifty patients press the button for one time at the same moment, each on a page of their own."""

import collections
import datetime
import functools
import html

import pytest
from django.test import Client
from django.urls import reverse

from appointments.guards.links import link_for_mail
from appointments.models import Appointment
from appointments.services.visits import patient_changes
from appointments.services.visits.free_time_value import value_of
from tests.appointments.visits import at, book, wanted

from .races import all_together, at_once, physicians_without_a_lock, without_the_constraint

pytestmark = pytest.mark.django_db(transaction=True)

PATIENTS = 50
GOAL = at("2027-01-05 09:00")
# What was asked for after someone has it, and what has waited in line for more than three seconds.
KIND = (
    "This time is no longer free. Your visit hasn't changed.",
    "Someone else is changing this right now. Try again.",
)
A_DAY = ("09:00", "09:40", "10:20", "11:00")


@pytest.fixture
def patients(make_request, scheduler, visiting, clinic, settings):
    """Return a function that makes devices of patients with visits at different times, each with its page open."""
    first = datetime.date(2027, 1, 19)  # far from the time that they all want

    def make(number):
        day = first + datetime.timedelta(days=number // len(A_DAY))
        record = make_request()
        time = wanted(visiting, clinic, f"{day} {A_DAY[number % len(A_DAY)]}")
        book(record, scheduler, time, off_rules_reason="agreed")
        device = Client(REMOTE_ADDR=f"198.51.100.{number}", raise_request_exception=False)
        address = link_for_mail(record).removeprefix(settings.SITE_URL)
        born = {f"date_of_birth_{part}": getattr(record.date_of_birth, part) for part in ("month", "day", "year")}
        assert device.post(address, born).status_code == 302
        return device, address.rstrip("/").rpartition("/")[2]

    return lambda many: [make(number) for number in range(many)]


@pytest.fixture
def goal(visiting, clinic):
    return wanted(visiting, clinic, f"{GOAL:%Y-%m-%d %H:%M}")


def press(device, token, time):
    address = reverse("appointments:move_confirm", args=[token])
    return device.post(address, {"time": value_of(time), "seen_sequence": 0})


def test_one_of_fifty_patients_gets_the_time_and_the_others_are_told_kindly(patients, goal):
    answers = at_once(*(functools.partial(press, device, token, goal) for device, token in patients(PATIENTS)))
    assert collections.Counter(answer.status_code for answer in answers) == {302: 1, 409: PATIENTS - 1}
    for answer in answers:
        if answer.status_code == 409:
            assert any(words in html.unescape(answer.content.decode()) for words in KIND)
    assert Appointment.objects.filter(period__startswith=GOAL, status="booked").count() == 1


def test_without_lock_and_constraint_all_of_them_get_it(patients, goal, monkeypatch):
    few = patients(5)
    monkeypatch.setattr(patient_changes, "lock_physicians", physicians_without_a_lock)
    monkeypatch.setattr(patient_changes, "reserve", all_together(patient_changes.reserve, len(few)))
    with without_the_constraint():
        at_once(*(functools.partial(press, device, token, goal) for device, token in few))
        assert Appointment.objects.filter(period__startswith=GOAL, status="booked").count() == len(few)
