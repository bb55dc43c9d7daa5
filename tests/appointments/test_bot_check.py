"""Programs are kept out; people lose nothing."""

import time_machine

from appointments.models import AppointmentRequest

from .form_answers import START, answer, answer_up_to

CHECK = f"{START}check/"


def at_three_oh(seconds):
    return time_machine.travel(f"2026-11-16T15:00:{seconds:02}+00:00", tick=False)


def test_a_filled_field_that_nobody_sees_sends_nothing_and_a_second_press_does(ready):
    with at_three_oh(30):
        response = ready.post(CHECK, {"more_about_it": "buy pills"})
        assert response.status_code == 422
        page = response.content.decode()
        assert "press Send again" in page
        assert "buy pills" not in page
        assert "<title>Error: " in page
        assert not AppointmentRequest.objects.exists()
        assert ready.post(CHECK, {"more_about_it": ""}).url == f"{START}done/"


def test_a_request_within_seconds_of_the_start_waits(ready):
    with at_three_oh(4):
        response = ready.post(CHECK)
        assert response.status_code == 422
        assert "That was very quick." in response.content.decode()
        assert not AppointmentRequest.objects.exists()
    with at_three_oh(5):
        assert ready.post(CHECK).url == f"{START}done/"


def test_the_field_is_out_of_sight_of_screen_readers_keyboards_and_autofill(ready):
    page = ready.get(CHECK).content.decode()
    assert '<div class="not-for-people" aria-hidden="true">' in page
    assert 'name="more_about_it" tabindex="-1" autocomplete="off"' in page


def test_the_fourth_request_of_a_contact_is_put_off_with_the_phone_number(client, directory):
    for number in range(4):
        client.post(START)
        answer_up_to(client, None)
        with at_three_oh(30 + number):
            response = client.post(CHECK)
    assert AppointmentRequest.objects.count() == 3
    assert response.status_code == 429
    assert int(response["Retry-After"]) > 7 * 60 * 60
    page = response.content.decode()
    assert "(919) 555-0100" in page
    assert "today at 6:01 pm" in page
    answer(client, "contact", email="other@example.com", phone="919-555-0177")
    with at_three_oh(40):
        assert client.post(CHECK).url == f"{START}done/"


def test_a_forged_forwarded_address_changes_no_limit(client, directory, settings):
    settings.TRUSTED_PROXY_COUNT = 1
    statuses = []
    for number in range(62):
        forged = f"203.0.113.{number}, 198.51.100.7"
        client.cookies.clear()
        statuses.append(client.post(START, headers={"X-Forwarded-For": forged}).status_code)
    assert statuses == [302] * 60 + [429] * 2
    assert client.post(START, headers={"X-Forwarded-For": "203.0.113.1, 198.51.100.8"}).status_code == 302
