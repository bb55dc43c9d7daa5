"""Limits of anonymous forms: exactly as many as may, told when to come back, naming nobody."""

import datetime
import threading

import pytest
import time_machine
from django.db import connection, transaction
from django.utils import timezone

from appointments.guards.limits import Limit, forget_used_up, mailbox, use
from appointments.guards.rate_limited import in_words
from appointments.models import Allowance

HOUR = datetime.timedelta(hours=1)
FIVE = Limit("five", 5, HOUR)
ONE = Limit("one", 1, HOUR)
NOON = datetime.datetime(2026, 11, 16, 17, tzinfo=datetime.UTC)


@pytest.fixture
def clock():
    with time_machine.travel(NOON, tick=False) as clock:
        yield clock


@pytest.mark.django_db
def test_a_limit_lets_its_number_through_and_says_when_there_is_one_more(clock):
    assert [use((FIVE, "a")) for _ in range(5)] == [None] * 5
    again_at = use((FIVE, "a"))
    assert again_at == NOON + datetime.timedelta(minutes=12)
    clock.move_to(again_at - datetime.timedelta(milliseconds=1))
    assert use((FIVE, "a")) == again_at
    clock.move_to(again_at)
    assert use((FIVE, "a")) is None
    assert use((FIVE, "a")) == again_at + datetime.timedelta(minutes=12)


@pytest.mark.django_db
def test_subjects_and_limits_do_not_mix(clock):
    assert use((ONE, "a")) is None
    assert use((ONE, "b")) is None
    assert use((FIVE, "a")) is None
    assert use((ONE, "a")) == NOON + HOUR


@pytest.mark.django_db
def test_one_statement_uses_several_limits_all_or_none(clock, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert use((FIVE, "a"), (ONE, "a"), (ONE, "a")) is None
    for _ in range(9):
        assert use((FIVE, "a"), (ONE, "a")) == NOON + HOUR
    assert [use((FIVE, "a")) for _ in range(5)] == [None] * 4 + [NOON + datetime.timedelta(minutes=12)]


@pytest.mark.django_db
def test_what_is_rolled_back_has_not_been_used(clock):
    with transaction.atomic():
        assert use((ONE, "a")) is None
        transaction.set_rollback(True)
    assert use((ONE, "a")) is None


@pytest.mark.django_db
def test_a_row_names_nobody_and_goes_when_it_says_nothing_any_more(clock):
    use((ONE, "pat@example.com"))
    use((FIVE, "pat@example.com"))
    assert "pat" not in str(list(Allowance.objects.values_list()))
    clock.shift(datetime.timedelta(minutes=12))
    assert forget_used_up() == 1
    assert use((ONE, "pat@example.com")) == NOON + HOUR
    clock.shift(HOUR)
    assert forget_used_up() == 1
    assert use((ONE, "pat@example.com")) is None


def in_threads(count, try_once):
    """Return what `count` simultaneous callers got."""
    barrier, got = threading.Barrier(count), []

    def run():
        barrier.wait()
        try:
            got.append(try_once())
        finally:
            connection.close()

    threads = [threading.Thread(target=run) for _ in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(got) == count
    return got


@pytest.mark.django_db(transaction=True)
def test_of_forty_at_once_exactly_five_pass_and_looking_first_would_let_more_through(clock):
    with transaction.atomic():
        assert use((FIVE, "warm-up")) is None
    assert in_threads(40, lambda: use((FIVE, "a"))).count(None) == 5

    looked = threading.Barrier(8)

    def look_then_write():
        row = Allowance.objects.filter(pk="control").first()
        looked.wait()  # everybody has looked before anybody writes
        if row is not None:
            return "refused"
        Allowance.objects.update_or_create(pk="control", defaults={"free_at": timezone.now() + HOUR})
        return None

    assert in_threads(8, look_then_write).count(None) > 1


@pytest.mark.django_db(transaction=True)
def test_two_limits_named_in_either_order_never_deadlock(clock):
    many = Limit("many", 1000, HOUR)
    turns = iter([(("a", "b"), ("b", "a"))[number % 2] for number in range(16)])

    def use_both():
        first, second = next(turns)
        with transaction.atomic():
            return [use((many, first), (many, second)) for _ in range(5)]

    assert in_threads(16, use_both) == [[None] * 5] * 16


@pytest.mark.parametrize(
    ("now", "again_at", "words"),
    [
        ("2026-11-16 15:28:00", "2026-11-16 15:40:00", "in 12 minutes, at 3:40 pm"),
        ("2026-11-16 15:39:30", "2026-11-16 15:40:00", "in 1 minute, at 3:40 pm"),
        ("2026-11-16 23:50:00", "2026-11-17 00:10:00", "in 20 minutes, at 12:10 am"),
        ("2026-11-16 09:00:00", "2026-11-16 15:40:00", "today at 3:40 pm"),
        ("2026-11-16 17:00:00", "2026-11-17 09:15:00", "tomorrow at 9:15 am"),
        ("2026-11-16 17:00:00", "2026-11-19 09:15:00", "on Thursday, November 19 at 9:15 am"),
        # The clocks go back at 2 am on November 1, 2026: this lies 2 hours ahead, not 1.
        ("2026-11-01 00:45:00", "2026-11-01 01:45:00-05:00", "today at 1:45 am"),
    ],
)
def test_a_coming_moment_is_said_in_the_hospitals_time(now, again_at, words):
    def moment(text):
        parsed = datetime.datetime.fromisoformat(text)
        return parsed if parsed.tzinfo else timezone.make_aware(parsed)

    with time_machine.travel(moment(now), tick=False):
        assert in_words(moment(again_at)) == words


@pytest.mark.parametrize("email", ["pat@example.com", "Pat@Example.COM", "pat+1@example.com", "pat+a+b@example.com"])
def test_case_and_tags_lead_to_one_mailbox(email):
    assert mailbox(email) == "pat@example.com"
