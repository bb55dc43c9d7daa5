"""What a row of the queue says of a booked visit and of offered times."""

import re

import pytest

from appointments.admin.agreed_times import agreed_times

from .at_desk import QUEUE
from .visits import book, offer, wanted


@pytest.fixture
def row(client, scheduler):
    """Return a function that returns the words of a cell of a request's row."""
    client.force_login(scheduler)

    def read(record, tab="all", column="doctor"):
        page = client.get(QUEUE, {"tab": tab}).content.decode()
        [line] = [line for line in re.findall(r"<tr.*?</tr>", page, re.DOTALL) if record.spoken_reference in line]
        cell = re.search(rf'<td class="field-{column}">(.*?)</td>', line, re.DOTALL)[1]
        return " ".join(re.sub(r"<[^>]+>", " ", cell).split())

    return read


def test_a_booked_row_says_when_with_whom_and_where(row, visiting, clinic, make_request, scheduler):
    record = make_request()
    assert row(record) == visiting.display_name
    book(record, scheduler, wanted(visiting, clinic))
    assert row(record) == f"Tue, Nov. 24, 9:00 a.m. {visiting.display_name} · {clinic}"


def test_an_offered_row_says_which_times_are_held_and_until_when(row, visiting, clinic, make_request, scheduler):
    record = make_request()
    offer(record, scheduler, wanted(visiting, clinic), wanted(visiting, clinic, "2026-11-24 09:40"))
    held = f"Tue, Nov. 24, 9:00 a.m. or 1 other {visiting.plain_name} · held until Wed, Nov. 18, 5:00 p.m."
    assert row(record) == held


def test_the_row_knows_when_the_time_to_answer_is_up(now, visiting, clinic, make_request, scheduler):
    record = make_request()
    offer(record, scheduler, wanted(visiting, clinic))
    assert not agreed_times([record.pk])[record.pk].is_up
    now.move_to(record.offers.get().held_until)
    assert agreed_times([record.pk])[record.pk].is_up


def test_what_is_not_in_the_health_record_is_shown_to_be_typed_over(row, visiting, clinic, make_request, scheduler):
    record = make_request()
    book(record, scheduler, wanted(visiting, clinic))
    shown = row(record, tab="unrecorded", column="visit")
    assert "Nov. 24, 9:00 a.m." in shown
    assert visiting.display_name in shown
    assert str(clinic) in shown
