"""The named parts of a request's page."""

import re

import pytest

from appointments.admin.request_page.page_parts import PARTS

from .visits import book, offer, wanted


@pytest.fixture
def desk(client, scheduler):
    client.force_login(scheduler)
    return client


def parts_on(desk, request):
    """Return the anchors of the parts that the request's page names, each checked to be there once."""
    page = desk.get(request.get_absolute_url()).content.decode()
    anchors = re.findall(r'<a href="#([\w-]+)" data-key=', page)
    for anchor in anchors:
        assert page.count(f' id="{anchor}"') == 1, anchor
    return anchors


def test_no_two_parts_have_the_same_key():
    assert len({part.key for part in PARTS}) == len({part.anchor for part in PARTS}) == len(PARTS)


def test_the_page_names_the_parts_that_it_has(desk, make_request, scheduler, visiting, clinic):
    new, offered, booked = make_request(), make_request(), make_request()
    offer(offered, scheduler, wanted(visiting, clinic, "2026-11-24 10:00"))
    book(booked, scheduler, wanted(visiting, clinic))
    assert parts_on(desk, new)[:2] == ["times", "send-times"]
    assert parts_on(desk, offered)[0] == "offer"
    assert parts_on(desk, booked)[0] == "visit"
    assert all(parts_on(desk, request)[-1] == "history" for request in (new, offered, booked))
