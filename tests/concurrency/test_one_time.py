"""One time of one physician, and many who want it: one gets it."""

import contextlib
import functools

import pytest

from appointments.guards.refusals import BeingChanged, StalePage, TimeTaken
from appointments.models import Appointment, Notification
from appointments.services.visits import bookings, patient_changes
from appointments.services.visits.bookings import book_visit
from appointments.services.visits.offers import accept_offer
from appointments.services.visits.patient_changes import move_own_visit
from appointments.workflow import TAKES_TIME
from tests.appointments.visits import book, offer, seen, wanted

from .races import all_together, at_once, physicians_without_a_lock, without_the_constraint

pytestmark = pytest.mark.django_db(transaction=True)

PATIENTS = 50
GUARDS = [
    (["lock", "constraint"], 1),
    (["lock"], 1),
    (["constraint"], 1),
    ([], 2),
]
IDS = ["lock and constraint", "the lock alone", "the constraint alone", "neither, which shows the race"]


@pytest.fixture
def guarded(monkeypatch):
    """Return a context manager in which only these guards stand, for so many who come at once."""

    @contextlib.contextmanager
    def only(guards, number):
        with contextlib.ExitStack() as stack:
            if "lock" not in guards:
                for module in (bookings, patient_changes):
                    stack.enter_context(monkeypatch.context()).setattr(
                        module, "lock_physicians", physicians_without_a_lock
                    )
                    stack.enter_context(monkeypatch.context()).setattr(
                        module, "reserve", all_together(module.reserve, number)
                    )
            if "constraint" not in guards:
                stack.enter_context(without_the_constraint())
            yield

    return only


def taken(physician):
    """Return how many visits take the physician's time."""
    return Appointment.objects.filter(physician=physician, status__in=TAKES_TIME).count()


@pytest.mark.parametrize(("guards", "booked"), GUARDS, ids=IDS)
def test_two_staff_who_book_overlapping_times(
    guarded, guards, booked, make_request, scheduler, colleague, visiting, clinic
):
    calls = [
        functools.partial(
            book_visit, **seen(make_request()), wanted=wanted(visiting, clinic, start, 30), actor=actor,
            off_rules_reason="agreed",
        )
        for start, actor in (("2026-11-24 09:00", scheduler), ("2026-11-24 09:20", colleague))
    ]  # fmt: skip
    with guarded(guards, 2):
        answers = at_once(*calls)
        assert taken(visiting) == booked
    assert sum(isinstance(answer, Appointment) for answer in answers) == booked
    assert all(isinstance(answer, Appointment | TimeTaken | BeingChanged) for answer in answers), answers


@pytest.mark.parametrize(("guards", "moved"), GUARDS, ids=IDS)
def test_two_patients_who_move_their_visits_to_one_free_time(
    guarded, guards, moved, make_request, scheduler, visiting, clinic
):
    records = [make_request(), make_request()]
    for number, record in enumerate(records):
        book(record, scheduler, wanted(visiting, clinic, f"2026-11-2{4 + number} 09:00"))
    goal = wanted(visiting, clinic, "2026-11-27 09:00")
    with guarded(guards, 2):
        answers = at_once(
            *(
                functools.partial(move_own_visit, request_id=record.pk, seen_sequence=0, wanted=goal)
                for record in records
            )
        )
        assert Appointment.objects.filter(period__startswith=goal.start).count() == moved
    assert all(isinstance(answer, Appointment | TimeTaken | BeingChanged) for answer in answers), answers


def test_two_staff_who_act_on_one_request(make_request, scheduler, colleague, visiting, clinic):
    record = make_request()
    page = seen(record)
    calls = [
        functools.partial(book_visit, **page, wanted=wanted(visiting, clinic, f"2026-11-24 {start}"), actor=actor)
        for start, actor in (("09:00", scheduler), ("10:20", colleague))
    ]
    answers = at_once(*calls)
    assert taken(visiting) == 1
    (refusal,) = [answer for answer in answers if not isinstance(answer, Appointment)]
    assert isinstance(refusal, StalePage)
    assert "Booked" in str(refusal)


def test_fifty_devices_that_accept_one_offered_time_book_it_once(make_request, scheduler, visiting, clinic):
    record = make_request()
    held = offer(record, scheduler, wanted(visiting, clinic)).appointments.get()
    accept = functools.partial(accept_offer, request_id=record.pk, appointment_id=held.pk, actor=None)
    answers = at_once(*[accept] * PATIENTS)
    # On a machine that has much else to do, some are told to try again.
    answers = [accept() if isinstance(answer, BeingChanged) else answer for answer in answers]
    assert {getattr(answer, "pk", answer) for answer in answers} == {held.pk}
    assert Notification.objects.filter(kind="booked").count() == 1


def test_a_visit_moves_into_an_overlap_with_its_own_old_time_while_another_patient_wants_that(
    make_request, scheduler, colleague, visiting, clinic
):
    mine, theirs = make_request(), make_request()
    visit = book(mine, scheduler, wanted(visiting, clinic, "2026-11-24 09:00"))
    answers = at_once(
        functools.partial(
            book_visit, **seen(mine), wanted=wanted(visiting, clinic, "2026-11-24 09:10", 30), actor=scheduler,
            off_rules_reason="agreed",
        ),
        functools.partial(
            book_visit, **seen(theirs), wanted=wanted(visiting, clinic, "2026-11-24 09:00", 30), actor=colleague,
            off_rules_reason="agreed",
        ),
    )  # fmt: skip
    assert answers[0] == visit, answers
    assert isinstance(answers[1], TimeTaken)


def test_where_its_own_time_counts_as_taken_it_cannot_move_there(
    monkeypatch, make_request, scheduler, visiting, clinic
):
    """The control: what a check that does not know the visit's own time would say."""
    record = make_request()
    book(record, scheduler, wanted(visiting, clinic, "2026-11-24 09:00"))
    reserve = bookings.reserve
    monkeypatch.setattr(bookings, "reserve", lambda *args, keeping, **more: reserve(*args, keeping=None, **more))
    with pytest.raises(TimeTaken, match="another visit"):
        book(record, scheduler, wanted(visiting, clinic, "2026-11-24 09:10", 30), off_rules_reason="agreed")
