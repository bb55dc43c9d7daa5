"""A physician has left: what is left to do at the desk, and what their patients can no longer do."""

import datetime

import pytest
from django.utils import timezone

from appointments.calendar.departed_physicians import Affected, affected_by
from appointments.guards.refusals import Refused
from appointments.mail.delivery import still_needed
from appointments.mail.reminders import queue_reminders
from appointments.models import Notification, RecordAccess
from appointments.request_form.forms.doctor_form import DoctorForm
from appointments.services.requests.closing import close_request
from appointments.services.visits import offers
from appointments.services.visits.offers import accept_offer
from appointments.services.visits.patient_changes import ask_to_move
from appointments.workflow import Status
from physicians.models import Physician
from physicians.services.departures import record_departure

from .at_desk import QUEUE, words_of
from .visits import book, offer, seen, wanted

DAY = datetime.timedelta(days=1)
LEFT = {"tab": "left"}
NINE, LATER = "2026-11-24 09:00", "2026-11-25 09:00"


@pytest.fixture
def other(make_physician, give_hours):
    """Who can take over."""
    return give_hours(make_physician("bo-berg", given_name="Bo", family_name="Berg"))


@pytest.fixture
def leave(visiting, colleague):
    """A function after which the physician has left."""

    def leave():
        record_departure(physician=visiting, by=colleague, note="Bo Berg takes over.", now=timezone.now())

    return leave


@pytest.fixture
def desk(client, scheduler):
    client.force_login(scheduler)
    return client


@pytest.fixture
def affected(visiting, other, clinic, make_request, scheduler):
    """Requests by what has become of them; all of them name the physician who leaves."""
    kinds = ("offered", "later", "new", "sooner", "booked with another", "offered another", "closed")
    made = {kind: make_request() for kind in kinds}
    book(made["later"], scheduler, wanted(visiting, clinic, LATER))
    book(made["sooner"], scheduler, wanted(visiting, clinic, NINE))
    book(made["booked with another"], scheduler, wanted(other, clinic, NINE))
    ask_to_move(request_id=made["later"].pk, text="")  # back in review, and a visit all the same
    offer(made["offered"], scheduler, wanted(visiting, clinic, "2026-11-24 09:40"))
    offer(made["offered another"], scheduler, wanted(other, clinic, LATER))
    close_request(**seen(made["closed"]), closed_reason="declined", reason="no", actor=scheduler)
    return made


def listed(desk, made):
    """Return which of the requests the tab lists, in order."""
    page = desk.get(QUEUE, LEFT).content.decode()
    found = {page.find(request.get_absolute_url()): kind for kind, request in made.items()}
    return [kind for place, kind in sorted(found.items()) if place > 0]


def test_the_desk_lists_what_hangs_on_who_left_the_soonest_first_until_it_is_done(
    desk, affected, visiting, other, clinic, leave, scheduler
):
    assert affected_by(visiting) == Affected(requests=2, visits=2)
    assert listed(desk, affected) == []
    leave()
    assert affected_by(visiting) == Affected(requests=2, visits=2)
    assert RecordAccess.objects.count() == 0
    assert listed(desk, affected) == ["sooner", "offered", "later", "new"]
    assert RecordAccess.objects.count() == 4
    words = words_of(desk.get(QUEUE, LEFT))
    for said in (
        *("Doctors who left 4", "Ana Lopez, MD : 2 open requests and 2 booked visits. Bo Berg takes over."),
        *("Tue, Nov. 24, 9:00 a.m. booked with Ana Lopez Raleigh clinic", "Tue, Nov. 24, 9:40 a.m. offered with Ana"),
        *("Wants to see Ana Lopez", "Recorded by Kim Colleague on November 16, 2026"),
    ):
        assert said in words

    book(affected["sooner"], scheduler, wanted(other, clinic, "2026-11-25 09:40"))
    book(affected["new"], scheduler, wanted(other, clinic, "2026-11-25 10:20"))
    close_request(**seen(affected["later"]), closed_reason="declined", reason="no", actor=scheduler)
    assert listed(desk, affected) == ["offered"]
    Physician.objects.filter(pk=visiting.pk).update(live=True)
    assert listed(desk, affected) == []


def test_a_request_for_who_left_says_so_and_shows_the_free_times_of_others_who_fit(desk, affected, leave):
    before = words_of(desk.get(affected["new"].get_absolute_url()))
    leave()
    words = words_of(desk.get(affected["new"].get_absolute_url()))
    assert "Ana Lopez, MD left. The patient hasn't been told. Find another doctor. Bo Berg takes over." in words
    assert "Ana Lopez, Raleigh clinic" in before
    assert "Bo Berg, Raleigh clinic" in words
    assert "Ana Lopez, MD left." in words_of(desk.get(affected["sooner"].get_absolute_url()))
    for kind in ("booked with another", "offered another", "closed"):
        assert "Ana Lopez, MD left." not in words_of(desk.get(affected[kind].get_absolute_url())), kind


@pytest.fixture
def record(visiting, make_request):
    return make_request()


def test_offered_times_with_who_left_are_neither_shown_nor_accepted_nor_mailed(
    opened, own_page, record, visiting, other, clinic, scheduler, leave
):
    times = (wanted(visiting, clinic), wanted(other, clinic, LATER))
    gone, stays = offer(record, scheduler, *times).appointments.order_by("period")
    mail = Notification.objects.get(kind="offered")
    leave()
    words = words_of(opened.get(own_page))
    assert "Wednesday, November 25" in words
    assert "Tuesday, November 24" not in words
    response = opened.post(f"{own_page}accept/", {"time": gone.pk})
    assert response.status_code == 409
    assert "Ana Lopez is no longer in our directory. Nothing was booked." in words_of(response)
    assert still_needed(mail)
    Physician.objects.filter(pk=other.pk).update(live=False)
    assert "We're looking for other times for you." in words_of(opened.get(own_page))
    assert not still_needed(mail)
    Physician.objects.filter(pk=other.pk).update(live=True)
    assert accept_offer(request_id=record.pk, appointment_id=stays.pk, actor=None).physician == other


def test_the_desk_offers_no_button_for_a_time_with_who_left(desk, record, visiting, other, clinic, scheduler, leave):
    offer(record, scheduler, wanted(visiting, clinic), wanted(other, clinic, LATER))
    before = words_of(desk.get(record.get_absolute_url()))
    leave()
    words = words_of(desk.get(record.get_absolute_url()))
    assert (before.count("Accept for the patient"), words.count("Accept for the patient")) == (2, 1)
    assert "Ana Lopez left. The patient can't choose it." in words


def test_a_patient_in_the_middle_of_the_questions_is_told_who_left(visiting, other, leave):
    answered = {"visit_type": "in_person"}
    assert DoctorForm({"doctor": visiting.slug}, known=answered).is_valid()
    leave()
    refused = DoctorForm({"doctor": visiting.slug}, known=answered)
    assert refused.errors["doctor"] == [
        "Ana Lopez is no longer in our directory. Choose another doctor, or “First available doctor”."
    ]
    Physician.objects.filter(pk=other.pk).update(live=False)  # never said to have left: a draft is nobody's business
    assert "Berg" not in str(DoctorForm({"doctor": other.slug}, known=answered).errors)


def test_a_physician_who_leaves_during_an_acceptance_is_not_booked(
    record, visiting, clinic, scheduler, leave, monkeypatch
):
    time = offer(record, scheduler, wanted(visiting, clinic)).appointments.get()
    lock = offers.lock_physicians

    def leaves_first(physician_ids):
        leave()
        return lock(physician_ids)

    monkeypatch.setattr(offers, "lock_physicians", leaves_first)
    with pytest.raises(Refused, match="no longer in our directory"):
        accept_offer(request_id=record.pk, appointment_id=time.pk, actor=None)
    record.refresh_from_db()
    assert record.status == Status.OFFERED


def test_a_booked_visit_stays_without_reminders_and_cannot_be_moved_to_another_time_of_theirs(
    opened, own_page, record, visiting, clinic, scheduler, leave, now
):
    visit = book(record, scheduler, wanted(visiting, clinic))
    leave()
    assert "This doctor has no other free time" in words_of(opened.get(f"{own_page}move/"))
    now.move_to(visit.start - 2 * DAY)
    queue_reminders()
    assert not Notification.objects.filter(kind="reminder").exists()
    with pytest.raises(Refused, match="no longer in the directory"):
        book(record, scheduler, wanted(visiting, clinic, LATER))
