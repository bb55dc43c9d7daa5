"""Owners are mailed once, 30 days before an attestation is due."""

import datetime

import pytest
import time_machine
from django.contrib.auth import get_user_model
from django.core import mail
from django.core.cache import cache
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone

from appointments.models import Notification
from spine.attestations.attest import record_attestation
from spine.models import AttestationReminder, InformationPage
from spine.sample_content import first_home, first_information
from tests.factories import make_member, make_physician
from wakemed import attestation_mail
from wakemed.attestation_mail import queue_attestation_reminders
from wakemed.periodic_tasks import TASKS

DAY = datetime.timedelta(days=1)
FIRST = datetime.date(2027, 1, 4)  # the day of the first reviews
DUE = datetime.date(2027, 7, 1)


@pytest.fixture(scope="module")
def published(django_db_setup, django_db_blocker):
    """Pages, published once for the module on the day of the first reviews, and rolled back after it."""
    with django_db_blocker.unblock(), time_machine.travel(noon(FIRST), tick=False):
        loading = transaction.atomic()
        loading.__enter__()
        cache.clear()
        first_information.load(first_home.load())
    yield
    with django_db_blocker.unblock():
        transaction.set_rollback(True)
        loading.__exit__(None, None, None)


@pytest.fixture
def clock(published, hospital):
    """A clock that can be moved to noon of a day."""
    with time_machine.travel(noon(FIRST), tick=False) as traveller:
        yield lambda day: traveller.move_to(noon(day))


def noon(day):
    return datetime.datetime.combine(day, datetime.time(12), timezone.get_default_timezone())


@pytest.fixture
def reviewer(clock):
    physician = make_physician(slug="ana-lopez")
    return make_member("ana@example.com", "Clinical reviewers", physician=physician)


@pytest.fixture
def owner(clock):
    return make_member("eden@example.com", "Editors")


@pytest.fixture
def pages(reviewer, owner):
    """Two pages of the owner's, reviewed, both due on one day."""
    pages = list(InformationPage.objects.order_by("slug")[:2])
    InformationPage.objects.update(owner=owner)
    for page in pages:
        review(page, reviewer, FIRST, DUE)
    return pages


def review(page, reviewer, day, due):
    return record_attestation(page=page, by=reviewer, reviewed_on=day, next_review_due=due)


def mails():
    """Run what is due twice, send what is queued, and return the mails about reviews."""
    mail.outbox.clear()
    for _again in range(2):
        queue_attestation_reminders()
    call_command("send_notifications")
    return [message for message in mail.outbox if "due for a review" in message.subject]


def test_the_clock_runs_it():
    assert queue_attestation_reminders in TASKS


def test_an_owner_gets_one_mail_30_days_before_and_another_only_for_the_next_date(pages, reviewer, clock):
    first, second = pages
    clock(DUE - 31 * DAY)
    assert mails() == []
    clock(DUE - 30 * DAY)
    (message,) = mails()
    assert message.to == ["eden@example.com"]
    for body in (message.body, message.alternatives[0].content):
        for page in pages:
            assert page.title in body
            assert f"http://testserver/cms/pages/{page.pk}/edit/" in body
        assert "due on July 1, 2027" in body
        assert "http://testserver/cms/reports/reviews/" in body
    for day in (DUE - 29 * DAY, DUE, DUE + DAY, DUE + 40 * DAY):
        clock(day)
        assert mails() == []
    review(first, reviewer, DUE + 40 * DAY, DUE + 365 * DAY)
    assert mails() == []
    clock(DUE + 335 * DAY)
    (message,) = mails()
    assert first.title in message.body
    assert second.title not in message.body


def test_what_is_overdue_when_nobody_was_told_is_told_as_overdue(pages, clock):
    clock(DUE + DAY)
    (message,) = mails()
    assert "was due on July 1, 2027" in message.body


def test_a_page_that_was_reviewed_or_taken_down_since_is_not_in_the_mail(pages, reviewer, clock):
    clock(DUE - 30 * DAY)
    queue_attestation_reminders()
    review(pages[0], reviewer, DUE - 30 * DAY, DUE + 100 * DAY)
    (message,) = mails()
    assert pages[0].title not in message.body
    assert pages[1].title in message.body

    clock(DUE + 71 * DAY)
    queue_attestation_reminders()
    pages[0].unpublish()
    assert mails() == []
    assert Notification.objects.filter(kind="attestation_due").values_list("state", flat=True).distinct().count() == 2


def test_two_mails_to_one_owner_at_the_same_moment_are_each_about_their_own_pages(pages, clock):
    clock(DUE - 30 * DAY)
    second = InformationPage.objects.filter(pk=pages[1].pk)
    second.update(live=False)
    queue_attestation_reminders()
    second.update(live=True)
    messages = mails()
    assert [message.to for message in messages] == [["eden@example.com"]] * 2
    listed = [[page.title for page in pages if page.title in message.body] for message in messages]
    assert sorted(listed) == sorted([[pages[0].title], [pages[1].title]])


@pytest.mark.parametrize("without", ["no owner", "has left", "no editor any more"])
def test_the_reviewers_are_told_where_no_owner_can_be(pages, owner, clock, without):
    if without == "no owner":
        InformationPage.objects.update(owner=None)
    elif without == "has left":
        get_user_model().objects.filter(pk=owner.pk).update(is_active=False)
    else:
        owner.groups.clear()
    make_member("gone@example.com", "Clinical reviewers", is_active=False)
    clock(DUE - 30 * DAY)
    (message,) = mails()
    assert message.to == ["ana@example.com"]


def test_of_two_runners_that_look_at_the_same_moment_one_queues(pages, clock, monkeypatch):
    clock(DUE - 30 * DAY)
    seen_by_both = list(attestation_mail.pages_due())
    for _runner in range(2):
        monkeypatch.setattr(attestation_mail, "pages_not_told", lambda: seen_by_both)
        queue_attestation_reminders()
    assert AttestationReminder.objects.count() == 2
    assert Notification.objects.filter(kind="attestation_due").count() == 1


def test_a_mail_that_cannot_be_queued_leaves_no_reminder_behind(pages, clock, monkeypatch):
    clock(DUE - 30 * DAY)
    with monkeypatch.context() as broken, pytest.raises(ZeroDivisionError):
        broken.setattr(Notification.objects, "bulk_create", lambda *values, **options: 1 / 0)
        queue_attestation_reminders()
    assert not AttestationReminder.objects.exists()
    assert len(mails()) == 1
