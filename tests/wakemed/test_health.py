"""/healthz and /readyz: what a load balancer is told."""

import datetime
import http.client
from urllib.parse import urlsplit

import pytest
from django.db import OperationalError
from django.utils import timezone

from appointments.models import Notification
from wakemed.web import health

pytestmark = pytest.mark.django_db


def test_a_process_that_can_serve_says_so_and_nobody_keeps_the_answer(client):
    response = client.get("/readyz")
    assert response.status_code == 200
    assert response.content.decode().splitlines() == ["Database: OK", "Migrations: OK", "Rights: OK", "Mail queue: OK"]
    assert "no-store" in response["Cache-Control"]


def test_mail_that_waits_too_long_takes_the_process_out(client, monkeypatch):
    long_ago = timezone.now() - health.OLDEST_DUE_MAIL - datetime.timedelta(seconds=1)
    monkeypatch.setattr(type(Notification.objects), "oldest_due", lambda self: long_ago)
    response = client.get("/readyz")
    assert response.status_code == 503
    assert response.content.decode().splitlines()[-1] == "Mail queue: mail is waiting"


def test_a_database_that_fails_is_named_without_its_words(client, monkeypatch):
    def fail():
        raise OperationalError("could not connect to host db.internal")

    monkeypatch.setitem(health.CHECKS, "Database", fail)
    response = client.get("/readyz")
    assert response.status_code == 503
    assert response.content.decode() == "Database: failed\n"
    assert client.get("/healthz").status_code == 200


def test_two_hundred_questions_leave_no_connection_behind(site):
    def open_connections():
        [(number,)] = site.rows(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
        return number

    before = open_connections()
    for _ in range(200):
        server = http.client.HTTPConnection(urlsplit(site.address).netloc, timeout=60)  # a new one, as a balancer's
        server.request("GET", "/readyz")
        assert server.getresponse().status == 200
        server.close()
    assert open_connections() <= before + 2  # the clock's and the sender's may come and go


@pytest.mark.parametrize(
    ("connection", "forwarded", "status"),
    [
        ("127.0.0.1", None, 200),
        ("10.20.30.40", None, 200),
        ("::ffff:192.168.1.9", None, 200),
        ("", None, 200),
        ("10.0.0.1", "192.168.7.7", 200),
        ("198.51.100.7", None, 404),
        ("2001:db8::7", None, 404),
        ("10.0.0.1", "198.51.100.7", 404),
        ("10.0.0.1", "10.0.0.2, 198.51.100.7", 404),
        ("198.51.100.7", "10.0.0.2", 404),
        ("10.0.0.1", "the balancer", 404),
    ],
)
def test_only_the_balancer_is_told_whether_we_can_serve(client, connection, forwarded, status):
    headers = {} if forwarded is None else {"X-Forwarded-For": forwarded}
    response = client.get("/readyz", headers=headers, REMOTE_ADDR=connection)
    assert response.status_code == status
    assert (response.content == b"") == (status == 404)


def test_the_answer_costs_three_statements(client, django_assert_num_queries):
    health.known_migrations()
    with django_assert_num_queries(3):
        client.get("/readyz")


def test_a_migration_that_the_database_lacks_takes_the_process_out(client, monkeypatch):
    known = health.known_migrations() | {("appointments", "9999_next_year")}
    monkeypatch.setattr(health, "known_migrations", lambda: known)
    response = client.get("/readyz")
    assert response.status_code == 503
    assert response.content.decode().splitlines()[-1] == "Migrations: migrations are waiting"
