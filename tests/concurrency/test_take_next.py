"""Twenty members of staff press “Take next” until nothing is left: each request is someone's, once."""

import collections
import uuid

import pytest
from django.contrib.auth import get_user_model

from appointments.models import AppointmentRequest
from appointments.services.requests import claims
from appointments.services.requests.claims import claim_next
from appointments.services.requests.submission import create_request

from .races import all_together, at_once

pytestmark = pytest.mark.django_db(transaction=True)

STAFF, REQUESTS = 20, 200


@pytest.fixture
def staff(db):
    people = [get_user_model()(email=f"staff{number}@example.com") for number in range(STAFF)]
    return get_user_model().objects.bulk_create(people)


def test_each_request_is_taken_exactly_once(staff, answers, hospital):
    for _ in range(REQUESTS):
        create_request(answers=answers, idempotency_key=uuid.uuid4())

    def work(person):
        taken = []
        while request := claim_next(actor=person):
            taken.append(request.pk)
        return taken

    piles = at_once(*[lambda person=person: work(person) for person in staff])
    taken = [pk for pile in piles for pk in pile]
    assert len(taken) == len(set(taken)) == REQUESTS
    by_row = collections.Counter(AppointmentRequest.objects.values_list("claimed_by", flat=True))
    assert by_row == {person.pk: len(pile) for person, pile in zip(staff, piles, strict=True) if pile}


def test_without_the_lock_two_take_the_same_one(staff, answers, hospital, monkeypatch):
    create_request(answers=answers, idempotency_key=uuid.uuid4())

    def read(request_id):
        return AppointmentRequest.objects.get(pk=request_id)

    monkeypatch.setattr(claims, "lock_request", all_together(read, 2))
    queryset = AppointmentRequest._default_manager._queryset_class
    monkeypatch.setattr(queryset, "select_for_update", lambda self, **options: self)
    taken = at_once(*[lambda person=person: claim_next(actor=person) for person in staff[:2]])
    assert {getattr(one, "pk", None) for one in taken} == {AppointmentRequest.objects.get().pk}
