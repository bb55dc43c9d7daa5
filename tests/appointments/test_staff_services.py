"""What else staff do with a request: ask, call, hand over, correct, enter, find duplicates."""

import dataclasses
import datetime
import uuid

import pytest

from appointments.guards.refusals import IllegalMove, Refused, StalePage
from appointments.models import AnswerChange, AppointmentRequest, Notification, NurseReview, Priority, Source
from appointments.services.requests.claims import assign_request
from appointments.services.requests.closing import close_request, mark_duplicate
from appointments.services.requests.contact_attempts import log_contact, seems_unreachable
from appointments.services.requests.corrections import correct_details
from appointments.services.requests.desk_entry import enter_request
from appointments.services.requests.duplicates import possible_duplicates
from appointments.services.requests.nurse_reviews import ask_for_nurse_review, finish_nurse_review
from appointments.services.requests.patient_questions import answer_question, ask_patient
from appointments.workflow import ClosedReason, Status

from .test_offers import fresh
from .visits import book, offer, seen, wanted


@pytest.fixture
def record(visiting, make_request):
    return make_request()


def call(record, actor, outcome="no_answer", next_on=None):
    return log_contact(request_id=record.pk, actor=actor, channel="phone", outcome=outcome, next_on=next_on)


def test_a_question_waits_for_its_answer_and_the_mail_says_only_that_there_is_one(record, scheduler):
    message = ask_patient(**seen(record), actor=scheduler, text=" Which scans? ")
    assert (fresh(record).status, record.claimed_by, message.text) == (
        Status.WAITING_ON_PATIENT,
        scheduler,
        "Which scans?",
    )
    assert Notification.objects.get(kind="question").cause == f"question:{message.pk}"
    ask_patient(**seen(record), actor=scheduler, text="And when?")
    answer_question(request_id=record.pk, text="An MRI.")
    with pytest.raises(IllegalMove):
        answer_question(request_id=record.pk, text="An MRI.")
    assert record.status_changes.last().actor is None


def test_empty_questions_and_answers_are_refused(record, scheduler, visiting, clinic):
    for text in (" ", "x" * 1001):
        with pytest.raises(Refused):
            ask_patient(**seen(record), actor=scheduler, text=text)
    ask_patient(**seen(record), actor=scheduler, text="?")
    with pytest.raises(Refused):
        answer_question(request_id=record.pk, text="\n")
    book(record, scheduler, wanted(visiting, clinic))
    with pytest.raises(IllegalMove, match="can't wait for an answer"):
        ask_patient(**seen(record), actor=scheduler, text="?")


def unreachable(record):
    return seems_unreachable(record.status_changes.all(), record.contact_attempts.all())


def test_three_attempts_without_an_answer_suggest_unreachable(record, scheduler):
    for outcome in ("no_answer", "left_message"):
        call(record, scheduler, outcome)
    assert not unreachable(record)
    call(record, scheduler, "busy", datetime.date(2026, 11, 17))
    assert unreachable(record)
    assert fresh(record).next_contact_on == datetime.date(2026, 11, 17)
    call(record, scheduler, "reached")
    assert not unreachable(record)
    assert fresh(record).next_contact_on is None


def test_attempts_before_a_reopening_do_not_count(record, scheduler, now):
    from appointments.services.requests.closing import reopen_request

    for _ in range(3):
        call(record, scheduler)
    close_request(**seen(record), closed_reason="unreachable", reason="Three calls.", actor=scheduler)
    now.shift(60)
    reopen_request(**seen(record), reason="They called.", actor=scheduler)
    assert not unreachable(record)


def test_the_next_attempt_is_not_in_the_past_and_a_closed_request_is_not_called(record, scheduler):
    with pytest.raises(Refused, match="in the past"):
        call(record, scheduler, next_on=datetime.date(2026, 11, 15))
    close_request(**seen(record), closed_reason="declined", reason="Not ours.", actor=scheduler)
    with pytest.raises(IllegalMove):
        call(record, scheduler)


def test_a_request_is_handed_to_a_colleague(record, scheduler, colleague):
    assert assign_request(request_id=record.pk, to=colleague, actor=scheduler).claimed_by == colleague
    assert "Kim Colleague" in record.notes.get().text


def test_a_yes_in_the_safety_check_asks_for_a_nurse_who_settles_the_priority(answers, hospital, scheduler, nurse):
    from appointments.services.requests.submission import create_request

    urgent = create_request(answers=dataclasses.replace(answers, urgent_symptoms=True), idempotency_key=uuid.uuid4())
    assert (urgent.nurse_review, urgent.priority) == (NurseReview.NEEDED, Priority.URGENT)
    finish_nurse_review(request_id=urgent.pk, actor=nurse, priority="routine", text="Called: no red flags.")
    assert (fresh(urgent).nurse_review, urgent.priority) == (NurseReview.DONE, Priority.ROUTINE)
    with pytest.raises(IllegalMove):
        finish_nurse_review(request_id=urgent.pk, actor=nurse, priority="routine", text="")
    ask_for_nurse_review(request_id=urgent.pk, actor=scheduler)
    assert fresh(urgent).nurse_review == NurseReview.NEEDED


def test_corrections_are_written_down_with_who_made_them(record, scheduler):
    Notification.objects.update(state=Notification.State.SENT)
    changed = correct_details(
        **seen(record), actor=scheduler, values={"email": "new@example.com", "postal_code": "27601", "reason": "no"}
    )
    assert [(change.before, change.after) for change in changed] == [
        ("27610", "27601"),
        ("pat@example.com", "new@example.com"),
    ]
    assert set(AnswerChange.objects.values_list("actor", flat=True)) == {scheduler.pk}
    assert fresh(record).reason == "My lower back hurts at night."
    assert Notification.objects.filter(kind="link").count() == 1
    with pytest.raises(StalePage):
        correct_details(request_id=record.pk, seen_version=0, actor=scheduler, values={})
    with pytest.raises(Refused, match="reached by e-mail"):
        correct_details(**seen(record), actor=scheduler, values={"email": "", "reach_by": "email"})


@pytest.mark.parametrize("source", [Source.PHONE, Source.FAX, Source.WALK_IN])
def test_staff_enter_requests_without_mail_or_wishes_once(answers, hospital, scheduler, source):
    key = uuid.uuid4()
    spoken = dataclasses.replace(answers, email="", times=[])
    first, again = (
        enter_request(answers=spoken, source=source, idempotency_key=key, actor=scheduler) for _ in range(2)
    )
    assert first == again
    assert (fresh(first).source, first.status, first.claimed_by) == (source, Status.IN_REVIEW, scheduler)
    assert first.status_changes.first().actor == scheduler
    assert not Notification.objects.exists()


def test_possible_duplicates_are_the_same_birthday_and_a_similar_name_or_the_same_contact(
    record, make_request, answers, scheduler
):
    def sent(**values):
        changed = dataclasses.replace(answers, **values)
        return enter_request(answers=changed, source=Source.PHONE, idempotency_key=uuid.uuid4(), actor=scheduler)

    other_day, phone = datetime.date(1990, 1, 1), "+19195550177"
    same_name = sent(legal_name="Pat  Doe", phone=phone, email="")
    same_phone = sent(legal_name="Pat Dough", date_of_birth=other_day, email="")
    sent(legal_name="Jamie Roe", date_of_birth=other_day)  # a child with its mother's phone and address
    sent(legal_name="Jamie Roe", phone=phone, email="")  # the same birthday, nothing else
    assert set(possible_duplicates(record)) == {same_name, same_phone}


def test_a_duplicate_is_closed_and_names_the_other_and_gives_its_times_back(
    record, make_request, scheduler, visiting, clinic
):
    copy = make_request()
    made = offer(copy, scheduler, wanted(visiting, clinic))
    for reference, words in (("33333333", "no request"), (copy.reference, "of itself")):
        with pytest.raises(Refused, match=words):
            mark_duplicate(**seen(copy), of_reference=reference, actor=scheduler)
    mark_duplicate(**seen(copy), of_reference=record.spoken_reference.lower(), actor=scheduler)
    assert (fresh(copy).closed_reason, copy.duplicate_of) == (ClosedReason.DUPLICATE, record)
    assert made.appointments.get().status == "cancelled"
    with pytest.raises(Refused, match="was closed as a duplicate of"):
        mark_duplicate(**seen(record), of_reference=copy.reference, actor=scheduler)
    assert AppointmentRequest.objects.count() == 2
