"""The link that stands in for an account."""

import datetime
import re

import pytest
import time_machine

from appointments.guards.links import LOCKED_FOR, find_link, link_for_mail, open_request, token_for
from appointments.mail.listed_requests import requests_to_list
from appointments.models import RequestLink

BORN = datetime.date(1962, 3, 27)
WRONG = datetime.date(1962, 3, 28)


@pytest.fixture
def link(make_request):
    return RequestLink.objects.create(request=make_request())


def test_token_and_date_of_birth_open_the_request(link):
    assert open_request(token=token_for(link), date_of_birth=BORN) == link.request


def test_every_other_token_opens_nothing(link, settings):
    token = token_for(link)
    settings.APPOINTMENTS_LINK_KEY = "another key"
    assert find_link(token) is None
    settings.APPOINTMENTS_LINK_KEY = "tests only, too"
    assert find_link(token) == link
    flipped = [
        token[:place] + letter + token[place + 1 :]
        for place in (0, 20, 41, 42)
        for letter in "ABCDabcd0189-_"
        if letter != token[place]
    ]
    for forged in (*flipped, token[:-1], token + "A", "", "-", "A" * 43, "é" * 43, str(link.id)):
        assert find_link(forged) is None


def test_a_link_of_an_earlier_key_opens_until_that_key_is_taken_out_and_new_links_have_the_new_one(link, settings):
    earlier = token_for(link)
    settings.APPOINTMENTS_LINK_KEY_FALLBACKS = [settings.APPOINTMENTS_LINK_KEY]
    settings.APPOINTMENTS_LINK_KEY = "the new key"
    assert find_link(earlier) == link
    assert token_for(link) != earlier
    assert find_link(token_for(link)) == link
    assert open_request(token=earlier, date_of_birth=BORN) == link.request
    settings.APPOINTMENTS_LINK_KEY_FALLBACKS = []
    assert find_link(earlier) is None
    assert find_link(token_for(link)) == link


def test_the_row_does_not_hold_the_token(link):
    token = token_for(link)
    assert all(token not in str(value) for value in RequestLink.objects.filter(pk=link.pk).values_list()[0])


def test_five_wrong_dates_lock_the_link_for_15_minutes(link):
    token = token_for(link)
    with time_machine.travel("2026-11-16T15:00:00+00:00", tick=False) as clock:
        for _ in range(5):
            assert open_request(token=token, date_of_birth=WRONG) is None
        assert open_request(token=token, date_of_birth=BORN) is None
        clock.shift(datetime.timedelta(minutes=14, seconds=59))
        assert open_request(token=token, date_of_birth=BORN) is None
        clock.shift(datetime.timedelta(seconds=1))
        assert open_request(token=token, date_of_birth=BORN) == link.request


def test_a_right_date_forgives_the_wrong_ones_before_it(link):
    token = token_for(link)
    for _ in range(3):
        for _ in range(4):
            assert open_request(token=token, date_of_birth=WRONG) is None
        assert open_request(token=token, date_of_birth=BORN) == link.request


def test_expired_and_revoked_links_open_nothing(link):
    token = token_for(link)
    with time_machine.travel(link.expires_at, tick=False):
        assert open_request(token=token, date_of_birth=BORN) is None
    link.revoked_at = link.created_at
    link.save()
    assert open_request(token=token, date_of_birth=BORN) is None


def test_after_twenty_wrong_dates_in_a_row_the_link_opens_nothing_ever_again(link):
    token = token_for(link)
    with time_machine.travel("2026-11-16T15:00:00+00:00", tick=False) as clock:
        for _lock in range(4):
            assert find_link(token) == link
            for _ in range(5):
                assert open_request(token=token, date_of_birth=WRONG) is None
            clock.shift(LOCKED_FOR)
        assert open_request(token=token, date_of_birth=BORN) is None
        assert find_link(token) is None
        # The patient asks for the link again and gets another.
        assert token not in link_for_mail(link.request)


def test_a_right_date_forgives_the_locks_before_it(link):
    token = token_for(link)
    with time_machine.travel("2026-11-16T15:00:00+00:00", tick=False) as clock:
        for _ in range(2):
            for _lock in range(3):
                for _ in range(5):
                    assert open_request(token=token, date_of_birth=WRONG) is None
                clock.shift(LOCKED_FOR)
            assert open_request(token=token, date_of_birth=BORN) == link.request


def test_trying_dates_on_known_and_unknown_links_uses_up_one_limit_and_looks_alike(client, link):
    dates = [
        {"date_of_birth_month": "3", "date_of_birth_day": str(day), "date_of_birth_year": "1962"} for day in (28, 27)
    ]
    addresses = [f"/appointments/manage/{token}/" for token in (token_for(link), "A" * 43)]
    failures = [client.post(address, dates[0]) for address in addresses]
    texts = [
        re.sub(r'csrfmiddlewaretoken" value="\w+', "", failure.content.decode()).replace(address, "")
        for failure, address in zip(failures, addresses, strict=True)
    ]
    assert [failure.status_code for failure in failures] == [422, 422]
    assert texts[0] == texts[1]
    for _ in range(28):
        assert client.post(addresses[1], dates[0]).status_code == 422
    for address in addresses:
        assert client.post(address, dates[1]).status_code == 429
    assert client.post(addresses[0], dates[1], REMOTE_ADDR="203.0.113.7").status_code == 302


def test_a_new_link_gives_nobody_who_guessed_dates_fresh_tries(link):
    with time_machine.travel("2026-11-16T15:00:00+00:00", tick=False) as clock:
        for _ in range(4):
            for _ in range(5):
                open_request(token=token_for(link), date_of_birth=WRONG)
            clock.shift(datetime.timedelta(minutes=15))
        link.refresh_from_db()
        assert link.revoked_at
        assert not requests_to_list(link.request.email).exists()
        clock.shift(datetime.timedelta(hours=24))
        assert requests_to_list(link.request.email).get() == link.request
        link_for_mail(link.request)
        fresh = link.request.links.get(revoked_at=None)
        for _ in range(5):
            assert open_request(token=token_for(fresh), date_of_birth=WRONG) is None
        fresh.refresh_from_db()
        assert fresh.revoked_at
