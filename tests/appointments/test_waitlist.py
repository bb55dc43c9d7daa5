"""A request on the waitlist says what it waits for."""

import re

import pytest

from appointments.models import AppointmentRequest

from .at_desk import QUEUE, press, words_of


@pytest.fixture
def desk(client, scheduler):
    client.force_login(scheduler)
    return client


@pytest.fixture
def record(make_request):
    return make_request()


def row(desk):
    return words_of(desk.get(QUEUE, {"tab": "waitlist"}))


def test_its_row_and_its_page_say_what_staff_wrote(desk, record):
    press(desk, record, "waitlist", reason="Something before June.")
    assert "Waits for: Something before June." in row(desk)
    assert "On the waitlist. Waits for: Something before June." in words_of(desk.get(record.get_absolute_url()))
    press(desk, record, "resume")
    assert "Waits for:" not in words_of(desk.get(record.get_absolute_url()))
    press(desk, record, "waitlist", reason="Dr. Berg only.")
    assert "Waits for: Dr. Berg only." in row(desk)


@pytest.mark.parametrize(("names_one", "with_whom"), [(True, "Ana Lopez"), (False, "any doctor")])
def test_without_a_word_it_is_the_wish_which_the_form_has_already(desk, record, names_one, with_whom):
    if not names_one:
        AppointmentRequest.objects.filter(pk=record.pk).update(physician=None)
    form = re.search(r'id="do-waitlist".*?</form>', desk.get(record.get_absolute_url()).content.decode(), re.DOTALL)[0]
    assert f"An earlier time with {with_whom}</textarea>" in form
    press(desk, record, "waitlist")
    assert f"Waits for: An earlier time with {with_whom}" in row(desk)
