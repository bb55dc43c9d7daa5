"""The action in the CMS that takes down the profile of a physician who leaves, and notifies the schedulers."""

import datetime

import pytest
from django.core import mail
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry

from appointments.models import Notification
from physicians.models import Departure
from spine.four_eyes.scheduled_publishing import publish_scheduled

from .at_desk import words_of
from .visits import book, wanted

DAY = datetime.timedelta(days=1)
LIST = "wagtailsnippets_physicians_physician:list"


@pytest.fixture
def editor(make_staff):
    return make_staff("dana@example.com", "Directory editors", first_name="Dana", last_name="Editor", is_staff=False)


@pytest.fixture
def cms(client, editor):
    client.force_login(editor)
    return client


@pytest.fixture
def leaves(physician):
    """The address of the action."""
    return reverse("physician_leaves", args=[physician.pk])


def test_the_page_says_what_would_happen_in_numbers_and_shows_no_patient(
    cms, leaves, visiting, make_physician, make_request, scheduler, clinic
):
    make_physician("bo-berg", given_name="Bo", family_name="Berg")
    requests = [make_request() for _ in range(3)]
    book(requests[0], scheduler, wanted(visiting, clinic))
    words = words_of(page := cms.get(leaves))
    assert "2 open requests and 1 booked visit" in words
    assert "Bo Berg, MD" in words
    for patient in ("Pat Doe", "Doe", *(request.spoken_reference for request in requests)):
        assert patient not in page.content.decode()
    assert not Departure.objects.exists()
    for address in (reverse(LIST), reverse("wagtailsnippets_physicians_physician:edit", args=[visiting.pk])):
        assert leaves in cms.get(address).content.decode(), address


def test_one_button_takes_the_profile_down_with_what_was_scheduled_and_tells_the_schedulers_once(
    cms, leaves, visiting, editor, make_request, scheduler, colleague, make_staff, now
):
    make_staff("gone@example.com", "Schedulers", is_active=False)
    request = make_request()
    visiting.save_revision().publish()
    visiting.refresh_from_db()
    visiting.biography, visiting.go_live_at = "New words.", timezone.now() + DAY
    visiting.save_revision().publish()
    visiting.refresh_from_db()
    assert visiting.live
    assert visiting.scheduled_revision

    response = cms.post(leaves, {"note": "Bo Berg takes over."}, follow=True)
    assert "The profile of Ana Lopez is down" in words_of(response)
    now.shift(2 * DAY)
    publish_scheduled()
    visiting.refresh_from_db()
    assert not visiting.live
    assert ModelLogEntry.objects.get(action="wagtail.unpublish").user == editor
    departure = Departure.objects.get()
    assert (departure.physician, departure.recorded_by, departure.note) == (visiting, editor, "Bo Berg takes over.")

    assert "There is nothing to take down" in words_of(cms.post(leaves, follow=True))
    assert leaves not in cms.get(reverse(LIST)).content.decode()
    assert "There is nothing to take down" in words_of(cms.get(leaves))
    assert Notification.objects.filter(kind="physician_left").count() == 2
    call_command("send_notifications")
    told = [message for message in mail.outbox if message.subject == "A doctor has left"]
    assert sorted(address for message in told for address in message.to) == [colleague.email, scheduler.email]
    for body in (told[0].body, told[0].alternatives[0].content):
        for words in (
            *("Ana Lopez, MD has left", "1 open request and 0 booked visits", "Note from Dana Editor:"),
            *("Bo Berg takes over.", "http://testserver/admin/appointments/appointmentrequest/?tab=left"),
        ):
            assert words in body
        for patient in ("Doe", request.spoken_reference, "Tumors"):
            assert patient not in body


def test_no_one_is_told_about_a_physician_who_is_back(cms, leaves, physician, scheduler):
    cms.post(leaves)
    physician.refresh_from_db()
    physician.save_revision().publish()
    call_command("send_notifications")
    assert Notification.objects.get().state == Notification.State.NOT_NEEDED


@pytest.mark.parametrize(
    ("group", "data", "expected"),
    [
        ("Editors", {}, 302),
        ("Schedulers", {}, 403),
        ("Directory editors", {"note": "x" * 501}, 422),
        ("Directory editors", {"note": "a\0b"}, 422),
    ],
)
def test_users_without_the_right_and_notes_that_are_too_long_change_nothing(
    client, leaves, make_staff, physician, group, data, expected
):
    client.force_login(make_staff("someone@example.com", group, is_staff=group == "Schedulers"))
    assert client.post(leaves, data).status_code == expected
    physician.refresh_from_db()
    assert physician.live
    assert not Departure.objects.exists()


def test_the_page_for_unpublishing_points_to_the_other_way(cms, leaves, physician):
    words = words_of(page := cms.get(reverse("wagtailsnippets_physicians_physician:unpublish", args=[physician.pk])))
    assert "no one is told" in words
    assert f'href="{leaves}"' in page.content.decode()
