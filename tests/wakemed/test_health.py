"""/healthz and /readyz: what a load balancer is told."""

import datetime

import pytest
from django.db import OperationalError
from django.utils import timezone

from appointments.models import Notification
from wakemed import health

pytestmark = pytest.mark.django_db


def test_a_process_that_can_serve_says_so_and_nobody_keeps_the_answer(client):
    response = client.get("/readyz")
    assert response.status_code == 200
    assert response.content.decode().splitlines() == ["Database: OK", "Migrations: OK", "Mail queue: OK"]
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
