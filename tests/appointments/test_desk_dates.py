"""Dates in the desk's rows."""

import datetime

from appointments.admin.year_of_dates import with_year
from appointments.models import AppointmentRequest

from .at_desk import QUEUE, words_of


def test_a_date_of_another_year_shows_it_and_one_of_this_year_does_not(now):
    assert with_year(datetime.date(2026, 12, 31), "D, N j") == "Thu, Dec. 31"
    assert with_year(datetime.date(2023, 12, 31), "D, N j") == "Sun, Dec. 31, 2023"
    assert (
        with_year(datetime.datetime(2023, 12, 31, 9, 5, tzinfo=datetime.UTC), "N j, g:i a")
        == "Dec. 31, 2023, 9:05 a.m."
    )
    assert with_year(None, "N j") == ""


def test_an_old_request_says_from_which_year_it_is(client, scheduler, make_request, now):
    old = make_request()
    AppointmentRequest.objects.filter(pk=old.pk).update(submitted_at="2023-03-05T15:00:00Z")
    client.force_login(scheduler)
    assert ", Mar 5, 2023" in words_of(client.get(QUEUE, {"tab": "all"}))
    assert "received Sun, March 5, 2023, 10:00 a.m." in words_of(client.get(old.get_absolute_url()))
