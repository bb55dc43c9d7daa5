"""The next free times: what the scheduling side hands over, and what the profile says of it."""

import datetime

import pytest
from django.utils import timezone

from physicians.models import NextFreeTimes, PhysicianDocument
from physicians.services.next_available import record_next_available

pytestmark = pytest.mark.django_db
NOW = datetime.datetime(2027, 3, 1, 12, tzinfo=datetime.UTC)


def after(hours):
    return NOW + datetime.timedelta(hours=hours)


def test_the_first_three_that_are_still_to_come_are_kept_in_order_and_the_search_follows(make_physician):
    ana, bo = make_physician(), make_physician("Bo", "Berg")
    starts = [after(9), after(-1), after(2), after(2), after(5), after(8)]
    record_next_available(starts_of={ana.pk: starts}, now=NOW)
    assert NextFreeTimes.objects.get().starts == [after(2), after(5), after(8)]
    record_next_available(starts_of={bo.pk: [], ana.pk: [after(7)]}, now=after(1))
    kept = {row.physician_id: (row.starts, row.recorded_at) for row in NextFreeTimes.objects.all()}
    assert kept == {ana.pk: ([after(7)], after(1)), bo.pk: ([], after(1))}
    documents = dict(PhysicianDocument.objects.values_list("physician_id", "next_free_at"))
    assert documents == {ana.pk: after(7), bo.pk: None}


def test_many_are_written_in_one_statement(make_physician, django_assert_num_queries):
    starts = {make_physician("A", f"Name{number}").pk: [after(1)] for number in range(5)}
    with django_assert_num_queries(1):
        record_next_available(starts_of=starts, now=NOW)


def test_a_time_without_a_zone_is_refused(make_physician):
    with pytest.raises(ValueError, match="zone"):
        record_next_available(starts_of={make_physician().pk: [NOW.replace(tzinfo=None)]}, now=NOW)


@pytest.mark.parametrize(
    ("month", "day", "clock"), [(3, 13, "9:30 a.m. EST"), (3, 14, "10:30 a.m. EDT"), (11, 7, "9:30 a.m. EST")]
)
def test_the_profile_says_them_on_the_clock_of_the_clinic(
    client, make_physician, clinic, monkeypatch, month, day, clock
):
    start = datetime.datetime(2027, month, day, 14, 30, tzinfo=datetime.UTC)
    monkeypatch.setattr(timezone, "now", lambda: start - datetime.timedelta(days=1))
    ana = make_physician(locations=[clinic])
    record_next_available(starts_of={ana.pk: [start]}, now=timezone.now())
    page = client.get(ana.get_absolute_url()).content.decode()
    assert f"{clock}</time>" in page
    assert "These are as of " in page


@pytest.mark.parametrize(
    ("starts", "values"),
    [([-1], {}), ([], {}), (None, {}), ([24], {"accepting_new_patients": False})],
    ids=["all have passed", "there are none", "nobody said", "takes no new patients"],
)
def test_without_a_time_that_can_be_asked_for_nothing_is_said(client, make_physician, starts, values):
    ana = make_physician(**values)
    if starts is not None:
        times = [timezone.now() + datetime.timedelta(hours=hours) for hours in starts]
        NextFreeTimes.objects.create(physician=ana, starts=times, recorded_at=timezone.now())
    assert "Next free times" not in client.get(ana.get_absolute_url()).content.decode()
