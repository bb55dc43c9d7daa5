"""A server that is killed while it sends leaves everything or nothing, never a part."""

import collections
import itertools
import random
import sys
import time

import pytest
from django.db import connection, transaction
from django.utils.crypto import get_random_string

from appointments.guards.limits import CONTACT, SENDS
from appointments.models import Allowance, AppointmentRequest, Notification, PreferredTime, RequestDraft, StatusChange

from . import mortal_server
from .device import CHECK, DONE, Device, filled_draft

KILLS = 50
AT_LEAST = 5  # of each outcome, or the kills have missed the commit
SEED = 20261116

NOTHING = {
    "requests": 0,
    "history rows": 0,
    "recorded writes": 0,
    "wishes": 0,
    "mails": 0,
    "limits used": 0,
    "the draft has a request": False,
    "the draft holds what was typed": True,
}
EVERYTHING = {
    "requests": 1,
    "history rows": 1,
    "recorded writes": 1,
    "wishes": 2,
    "mails": 1,
    "limits used": 3,
    "the draft has a request": True,
    "the draft holds what was typed": False,
}


class Patient:
    """Someone who has answered everything: a draft, a device, a network address, an e-mail address, a phone."""

    def __init__(self, number):
        self.email = f"pat{number}@example.com"
        self.phone = f"+191955501{number:02}"
        self.draft, secret = filled_draft(self.email, self.phone)
        cookies = {"request_draft": secret, "csrftoken": get_random_string(32)}
        self.device = Device(network_address=f"198.51.100.{number}", cookies=cookies)

    def left(self):
        """Return what the database holds of the patient once no killed process is at work on it any more."""
        with transaction.atomic():
            # The server may still be ending the killed process's transaction: its lock is free when it has.
            draft = RequestDraft.objects.select_for_update(of=("self",)).get(pk=self.draft.pk)
        requests = AppointmentRequest.objects.filter(email=self.email)
        limits = ((SENDS, self.device.network_address), (CONTACT, self.email), (CONTACT, self.phone))
        return {
            "requests": requests.count(),
            "history rows": StatusChange.objects.filter(request__in=requests).count(),
            "recorded writes": AppointmentRequest.pgh_event_model.objects.filter(email=self.email).count(),
            "wishes": PreferredTime.objects.filter(request__in=requests).count(),
            "mails": Notification.objects.filter(request__in=requests).count(),
            "limits used": Allowance.objects.filter(pk__in=[limit.key(sender) for limit, sender in limits]).count(),
            "the draft has a request": draft.request is not None and draft.request in requests,
            "the draft holds what was typed": draft.answers == self.draft.answers,
        }

    def sends(self, server):
        """Send and live; returns how long that took, in seconds."""
        begun = time.perf_counter()
        answer = server.post(self.device, CHECK)
        seconds = time.perf_counter() - begun
        assert (answer.status, answer.location) == (302, DONE)
        assert self.left() == EVERYTHING
        return seconds


@pytest.fixture
def server(transactional_db, hospital):
    with mortal_server.running(connection.settings_dict["NAME"]) as running:
        assert running.first_post(Patient(0).device, CHECK).status == 302
        yield running


def test_fifty_kills_around_the_commit_leave_everything_or_nothing(server):
    chance, tally, moments = random.Random(SEED), collections.Counter(), []
    seconds = Patient(KILLS + 1).sends(server)
    for number in range(1, KILLS + 1):
        patient = Patient(number)
        answered = server.post_and_kill(patient.device, CHECK, seconds)
        left = patient.left()
        assert left in (EVERYTHING, NOTHING), f"kill {number}, after {1000 * seconds:.1f} ms: {left}\n{tally}"
        moments.append(seconds)
        # Too late for a loss: the next one comes earlier. Too early for the commit: the next one comes later.
        if left == EVERYTHING:
            tally["everything, and the answer was on its way" if answered else "everything, without an answer"] += 1
            seconds *= chance.uniform(0.88, 1)
        else:
            assert not answered
            tally["nothing"] += 1
            patient.sends(server)
            seconds *= chance.uniform(1, 1.13)
    words = f"{KILLS} kills, {1000 * min(moments):.1f} to {1000 * max(moments):.1f} ms after the post: {dict(tally)}"
    sys.stdout.write(f"\n{words}\n")
    assert AT_LEAST <= tally["nothing"] <= KILLS - AT_LEAST, words


def test_a_kill_before_any_of_its_statements_leaves_nothing(server):
    patient = Patient(1)
    for statement in itertools.count(1):
        answer = server.post_and_kill_before(patient.device, CHECK, statement)
        left = patient.left()
        if answer is not None:
            break
        assert left == NOTHING, f"killed before statement {statement}: {left}"
    assert (answer.status, left) == (302, EVERYTHING)
    assert statement > 5
