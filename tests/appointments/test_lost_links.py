"""Getting a link again: the same answer for every address, and a mail only for those we know."""

import datetime
import re
import threading

import pytest
import time_machine
from django.core import mail
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from appointments.guards.links import find_link
from appointments.mail.lost_links import answer_lost_links, ask_for_link
from appointments.models import AppointmentRequest, LostLink, Notification
from appointments.services.requests.closing import close_request
from appointments.workflow import ClosedReason

KNOWN, UNKNOWN = "pat@example.com", "who@example.com"
PAGE = "/appointments/manage/"
HOUR = datetime.timedelta(hours=1)


def close(request, staff):
    request.refresh_from_db()
    return close_request(
        request_id=request.pk,
        seen_version=request.version,
        actor=staff,
        reason="asked elsewhere",
        closed_reason=ClosedReason.DECLINED,
    )


def what_it_did(client, email):
    """Return the answer's bytes, headers and statements, without what differs from one request to the next anyway."""
    with CaptureQueriesContext(connection) as statements:
        response = client.post(PAGE, {"email": email})
    asked = [statement["sql"] for statement in statements]
    page = client.get(response.url)

    def plain(text):
        text = re.sub(r"[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{64}", "…", text)  # identifiers, keys of limits
        text = re.sub(r"csrfmiddlewaretoken\" value=\"\w+", "", text)
        return re.sub(r"\d{4}-\d\d-\d\dT? ?[\d:.+]+", "…", text.replace(email, "…"))

    body, sql = plain(page.content.decode()), [plain(statement) for statement in asked]
    headers = dict(response.headers)
    del headers["Content-Security-Policy"], headers["X-Request-ID"]  # the same directives, in any order; a new number
    return response.status_code, headers, page.status_code, body, sql


@pytest.mark.django_db
def test_a_known_and_an_unknown_address_get_the_same_answer_by_the_same_statements(client, make_request):
    make_request()
    with time_machine.travel("2026-11-16T15:00:00+00:00", tick=False):
        known, unknown = what_it_did(client, KNOWN), what_it_did(client, UNKNOWN)
    assert known == unknown
    assert known[0] == 302
    assert "If we have a request with this address" in known[3]
    assert "appointments_lostlink" in str(known[4])
    assert "appointments_appointmentrequest" not in str(known[4])
    assert mail.outbox == []


@pytest.mark.django_db
def test_a_known_address_gets_one_mail_with_every_open_request_and_an_unknown_one_none(
    client, make_request, scheduler
):
    old, closed, new = make_request(), make_request(), make_request()
    with time_machine.travel(datetime.datetime.now(datetime.UTC) - datetime.timedelta(days=31)):
        close(closed, scheduler)
    lately = close(make_request(), scheduler)
    Notification.objects.all().delete()  # the mails that confirmed them
    for email in (KNOWN.upper(), UNKNOWN, KNOWN):
        client.post(PAGE, {"email": email})
    call_command("send_notifications")
    assert not LostLink.objects.exists()
    (message,) = mail.outbox
    assert message.to == [KNOWN]
    assert message.subject == "The link to your appointment request"
    for body in (message.body, message.alternatives[0][0]):
        tokens = re.findall(r"/appointments/manage/([\w-]{43})/", body)
        assert [find_link(token).request for token in tokens] == [lately, new, old]
        assert [body.index(request.spoken_reference) for request in (lately, new, old)] == sorted(
            body.index(request.spoken_reference) for request in (lately, new, old)
        )
        for secret in ("tumor", "Tumor", "lower back", "Lopez", "1962", "Pat"):
            assert secret not in body


@pytest.mark.django_db
def test_a_mail_lists_five_requests_at_most(make_request):
    for _ in range(6):
        make_request()
    Notification.objects.all().delete()
    ask_for_link(email=KNOWN)
    call_command("send_notifications")
    assert mail.outbox[0].body.count("/appointments/manage/") == 5


@pytest.mark.django_db
def test_however_often_it_is_asked_an_address_gets_one_mail_an_hour(make_request):
    with time_machine.travel("2026-11-16T15:00:00+00:00", tick=False) as clock:
        make_request()
        call_command("send_notifications")
        for _ in range(6):
            clock.shift(datetime.timedelta(minutes=10))
            ask_for_link(email=KNOWN)
            ask_for_link(email=KNOWN)
            call_command("send_notifications")
        assert [message.subject.split(" (")[0] for message in mail.outbox] == [
            "We've received your appointment request",
            "The link to your appointment request",
        ]
        assert not Notification.objects.filter(attempts__gt=1).exists()


@pytest.mark.django_db
def test_no_second_mail_is_queued_while_one_with_a_link_is_waiting(make_request):
    make_request()
    ask_for_link(email=KNOWN)
    answer_lost_links()
    assert [notification.kind for notification in Notification.objects.all()] == ["received"]


@pytest.mark.django_db(transaction=True)
def test_two_senders_with_two_rows_of_one_address_queue_one_mail(make_request):
    make_request()
    Notification.objects.all().delete()
    for _ in range(8):
        ask_for_link(email=KNOWN)
    barrier = threading.Barrier(4)

    def answer():
        barrier.wait()
        try:
            answer_lost_links()
        finally:
            connection.close()

    threads = [threading.Thread(target=answer) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert Notification.objects.count() == 1
    assert not LostLink.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize("email", ["", "not an address", "a@b", "a\0@example.com", "x" * 300 + "@example.com"])
def test_what_is_no_address_is_said_so_and_nothing_is_kept(client, hospital, email):
    response = client.post(PAGE, {"email": email})
    assert response.status_code == 422
    assert "There is a problem" in response.content.decode()
    assert not LostLink.objects.exists()


@pytest.mark.django_db
def test_after_ten_an_hour_from_one_address_the_page_says_when_and_whom_to_call(client, hospital):
    with time_machine.travel("2026-11-16T15:00:00+00:00", tick=False):
        for number in range(10):
            assert client.post(PAGE, {"email": f"{number}@example.com"}).status_code == 302
        response = client.post(PAGE, {"email": KNOWN})
        text = response.content.decode()
        assert response.status_code == 429
        assert response["Retry-After"] == "360"
        assert "no-store" in response["Cache-Control"]
        assert "in 6 minutes, at 10:06 am" in text
        assert "tel:+1-919-555-0100" in text
        assert client.post(PAGE, {"email": KNOWN}, REMOTE_ADDR="203.0.113.7").status_code == 302
    assert LostLink.objects.count() == 11


@pytest.mark.django_db
def test_the_page_is_found_from_where_a_link_fails(client, hospital):
    assert reverse("appointments:lost_link") == PAGE
    for address in ("/appointments/manage/AAAA/", "/appointments/request/"):
        assert f'href="{PAGE}"' in client.get(address).content.decode()
    assert AppointmentRequest.objects.count() == 0
