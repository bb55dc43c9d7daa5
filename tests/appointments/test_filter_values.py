"""Every value that a filter of the queue offers, and what it doesn't offer."""

import re

import pytest

from appointments.admin import narrowed_counts
from appointments.admin.filters import FILTERS
from appointments.models import AppointmentRequest
from appointments.services.requests.closing import close_request, waitlist_request

from .at_desk import QUEUE, references
from .visits import seen


@pytest.fixture
def desk(client, scheduler):
    client.force_login(scheduler)
    return client


@pytest.mark.parametrize("name", [each.parameter_name for each in FILTERS])
def test_a_value_that_a_filter_does_not_have_filters_nothing(desk, make_request, name):
    request = make_request()
    for value in ("", "0", "-1", "x" * 5000, "99999999999999999999", "%00", "'", "\u202e"):
        assert references(desk, **{name: value}) == {request.spoken_reference}, value


def test_every_value_of_every_filter_answers(desk, make_request, clinic, physician, condition):
    make_request()
    page = desk.get(QUEUE, {"tab": "all"}).content.decode()
    for each in FILTERS:
        select = re.search(rf'<select name="{each.parameter_name}".*?</select>', page, re.DOTALL)[0]
        values = re.findall(r'<option value="([^"]+)"', select)
        assert values
        for value in values:
            assert desk.get(QUEUE, {"tab": "all", each.parameter_name: value}).status_code == 200


def test_a_tab_counts_the_open_and_the_closed_requests_that_fit_a_filter(desk, make_request, scheduler):
    spanish, _english, called = (make_request() for _ in range(3))
    AppointmentRequest.objects.update(language="en")
    AppointmentRequest.objects.filter(pk=spanish.pk).update(language="es")
    close_request(**seen(called), closed_reason="declined", reason="x", actor=scheduler)
    called.notifications.update(state="to_call")

    shown = ("new", "call", "all")
    assert counts(desk, *shown, language="es") == ["1", "0", "1"]
    assert counts(desk, *shown, language="en") == ["1", "1", "2"]
    assert references(desk, tab="call", language="en") == {called.spoken_reference}


def counts(desk, *tabs, **query):
    """Return the numbers that these tabs show."""
    page = desk.get(QUEUE, query).content.decode()
    return [re.search(rf"\?tab={tab}&amp;[^>]*>[^<]*<span[^>]*>([^<]+)<", page)[1] for tab in tabs]


def test_if_many_fit_only_the_open_tab_is_counted_to_its_end_and_no_other_seems_empty(
    desk, make_request, scheduler, monkeypatch
):
    first, *_others = [make_request() for _ in range(4)]
    waitlist_request(**seen(first), actor=scheduler)
    AppointmentRequest.objects.update(language="es")
    monkeypatch.setattr(narrowed_counts, "MOST_FITTING", 3)
    assert counts(desk, "new", "waitlist", "overdue", "all", language="es") == ["3", "1+", "0+", "4+"]
    assert counts(desk, "new", "all", tab="all", language="es") == ["3+", "4"]
    row, _summary, _rest = desk.get(QUEUE, {"language": "es"}).content.decode().partition('class="desk-tabs__more"')
    assert "?tab=overdue&amp;" in row
