"""Holidays and the access log have headings of their own."""

import re

import pytest
from django.contrib.auth.models import Permission

from appointments.models import Holiday

from .at_desk import words_of

HOLIDAYS, ACCESS_LOG = "/admin/appointments/holiday/", "/admin/appointments/recordaccess/"


def heading(page):
    return re.search(r"<h1>(.*?)</h1>", page.content.decode())[1]


def test_holidays_say_what_they_are_for_and_how_to_add_one(client, scheduler):
    client.force_login(scheduler)
    page = client.get(HOLIDAYS)
    assert heading(page) == "Holidays"
    assert "No days added. Clinics close on federal holidays only." in words_of(page)
    assert client.get(f"{HOLIDAYS}add/").status_code == 200
    Holiday.objects.create(date="2026-12-24", name="Christmas Eve")
    assert "Christmas Eve" in words_of(client.get(HOLIDAYS))


@pytest.mark.parametrize("asked", ["", "?q=nobody"])
def test_the_access_log_is_called_so(client, make_staff, asked):
    client.force_login(make_staff("avery@example.com", is_superuser=True))
    page = client.get(ACCESS_LOG + asked)
    assert heading(page) == "Access log"
    assert "Nothing was read that fits." in words_of(page)


def test_the_access_log_is_narrowed_by_time(client, make_staff):
    client.force_login(make_staff("ada@example.com", is_superuser=True))
    words = words_of(client.get(ACCESS_LOG))
    assert "By time" in words
    assert "By at" not in words


def test_who_may_not_add_a_holiday_has_no_button(client, make_staff):
    viewer = make_staff("avery@example.com")
    viewer.user_permissions.add(Permission.objects.get(codename="view_holiday"))
    client.force_login(viewer)
    page = client.get(HOLIDAYS)
    assert page.status_code == 200
    assert "Add a day" not in words_of(page).replace("Add a day only", "")
