"""However often one form is sent at once, there is one request."""

import threading
import uuid
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import IntegrityError, connection

from appointments.models import AppointmentRequest, RequestDraft
from appointments.request_form.draft_progress import Progress
from appointments.services.requests import submission
from wakemed.web.waiting_room import WORKING

from .device import CHECK, DONE, Device, answers_for_today, filled_draft

POSTS = 100
EMAIL = "parallel@example.com"
PHONE = "(919) 555-0186"
HERE = "198.51.100.100"
WRITTEN = """
    SELECT request.id = draft.request_id,
        (SELECT array_agg(to_status) FROM appointments_statuschange WHERE request_id = request.id),
        (SELECT array_agg(kind) FROM appointments_notification WHERE request_id = request.id),
        (SELECT count(*) FROM appointments_preferredtime WHERE request_id = request.id)
    FROM appointments_appointmentrequest request, appointments_requestdraft draft
    WHERE request.email = %s AND draft.secret_digest = %s
"""


def test_a_hundred_simultaneous_posts_of_one_form_make_one_request(site):
    device = Device(network_address=HERE, site_address=site.address)
    device.start()
    assert device.fill_in(answers_for_today(EMAIL, PHONE)) == CHECK
    barrier = threading.Barrier(POSTS)

    def send(_number):
        same = Device(network_address=HERE, site_address=site.address, cookies=device.cookies)
        barrier.wait()
        return same.post(CHECK)

    with ThreadPoolExecutor(POSTS) as pool:
        answers = list(pool.map(send, range(POSTS)))
    turned_away = [answer for answer in answers if answer.status == 503]  # more at once than may wait
    answers = [answer for answer in answers if answer.status != 503]
    assert len(answers) > WORKING
    answers += [device.post(CHECK) for _ in turned_away]
    assert {(answer.status, answer.location) for answer in answers} == {(302, DONE)}
    assert site.rows(WRITTEN, EMAIL, device.draft_digest) == [(True, ["submitted"], ["received"], 2)]
    assert device.get(DONE).status == 200


class ReadsOnly:
    """Stands in for the draft's manager: finds the row without a lock, and waits until the other has read it too."""

    def __init__(self, barrier):
        self.barrier = barrier

    def select_for_update(self, **options):
        return self

    def get(self, **lookup):
        draft = RequestDraft._default_manager.get(**lookup)
        self.barrier.wait()
        return draft


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("guards", "requests", "refused"),
    [(["lock", "key"], 1, 0), (["lock"], 1, 0), (["key"], 1, 1), ([], 2, 0)],
    ids=["with lock and key", "with the lock alone", "with the key alone", "with neither, which shows the race"],
)
def test_the_lock_and_the_unique_key_are_each_enough(hospital, monkeypatch, guards, requests, refused):
    draft, _secret = filled_draft(EMAIL, PHONE)
    progress = Progress(draft)
    assert progress.is_complete
    answers = progress.request_answers()
    barrier, refusals = threading.Barrier(2, timeout=30), []
    if "lock" not in guards:
        draft_class = type("Unlocked", (), {"objects": ReadsOnly(barrier), "DoesNotExist": RequestDraft.DoesNotExist})
        monkeypatch.setattr(submission, "RequestDraft", draft_class)
    if "key" not in guards:
        create = submission.create_request
        monkeypatch.setattr(
            submission,
            "create_request",
            lambda *, answers, idempotency_key: create(answers=answers, idempotency_key=uuid.uuid4()),
        )

    def send():
        barrier.wait()
        try:
            submission.send_draft(draft_id=draft.id, seen=draft.answers, answers=answers, network_address=HERE)
        except IntegrityError as error:
            refusals.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=send) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert AppointmentRequest.objects.count() == requests
    assert len(refusals) == refused
