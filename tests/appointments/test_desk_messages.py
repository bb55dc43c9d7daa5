"""What the desk says after a button names a patient: it's shown once, and gone with the session."""

import uuid

from django.contrib.messages import get_messages
from django.contrib.sessions.models import Session

from appointments.models import AppointmentRequest

from .at_desk import QUEUE
from .test_desk_entry import CALL


def test_what_the_desk_said_about_a_patient_is_gone_once_someone_signs_out(client, scheduler, directory):
    client.force_login(scheduler)
    said = client.post(f"{QUEUE}add/", CALL | {"idempotency_key": uuid.uuid4()})
    assert AppointmentRequest.objects.exists()
    [message] = get_messages(said.wsgi_request)
    assert "is saved" in str(message)
    assert "messages" not in client.cookies  # nothing in the browser
    left = client.post("/accounts/logout/", follow=True)
    assert "is saved" not in left.content.decode()
    assert "is saved" not in client.get("/accounts/login/").content.decode()
    assert not [row for row in Session.objects.all() if "is saved" in str(row.get_decoded())]


def test_a_message_is_shown_once_on_the_next_page(client, scheduler, directory):
    client.force_login(scheduler)
    page = client.post(f"{QUEUE}add/", CALL | {"idempotency_key": uuid.uuid4()}, follow=True)
    assert page.content.decode().count("is saved.") == 1
    assert "is saved." not in client.get(page.wsgi_request.path).content.decode()
