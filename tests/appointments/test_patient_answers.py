"""What a patient answers is seen in the queue and at home until it's opened, and on its page until it's acted on."""

import re

import pytest

from appointments.models import AnswerChange
from appointments.services.requests.contact_attempts import log_contact
from appointments.services.requests.patient_questions import answer_question, ask_patient
from appointments.services.visits.free_time_value import wanted_from
from appointments.services.visits.offers import refuse_offer
from appointments.services.visits.patient_changes import ask_to_move

from .at_desk import QUEUE, press, references, words_of
from .test_desk_home import HOME, count_of
from .visits import book, offer, seen, wanted

MINUTE = 60
WORDS = "Only after 3 pm, and please call, I got worse"


@pytest.fixture
def record(visiting, make_request):
    return make_request()


@pytest.fixture
def desk(client, scheduler, record):
    client.force_login(scheduler)
    client.get(record.get_absolute_url())
    return client


@pytest.fixture
def declined(desk, record, scheduler, visiting, clinic, now):
    """The first free times of the page were offered, and the patient has declined them with words."""
    made = offer(record, scheduler, *suggested(desk, record))
    now.shift(MINUTE)
    refuse_offer(request_id=record.pk, offer_id=made.pk, text=WORDS, actor=None)
    now.shift(MINUTE)
    return made


def suggested(desk, record):
    page = desk.get(record.get_absolute_url()).content.decode()
    return [wanted_from(value) for value in re.search(r'name="suggested" value="([^"]+)"', page)[1].split(",")]


def flags(desk, record):
    page = desk.get(QUEUE, {"tab": "all"}).content.decode()
    row = next(part for part in page.split("<tr") if record.spoken_reference in part)
    return re.findall(r'<span class="flag[^"]*">([^<]+)</span>', row)


def test_declined_times_are_seen_until_someone_opens_the_request(desk, record, declined):
    assert "Declined the times" in flags(desk, record)
    assert references(desk, tab="answered") == {record.spoken_reference}
    assert count_of(desk.get(HOME).content.decode(), "Patient answered") == 1
    page = words_of(desk.get(record.get_absolute_url()))
    assert "The patient declined the offered times." in page
    assert f"The patient wrote: {WORDS}" in page
    assert "Declined the times" not in flags(desk, record)
    assert references(desk, tab="answered") == set()


def test_an_answer_and_the_wish_for_another_time_are_seen_too(
    desk, record, make_request, scheduler, visiting, clinic, now
):
    other = make_request()
    book(other, scheduler, wanted(visiting, clinic))
    ask_patient(**seen(record), actor=scheduler, text="Since when?")
    for request in (record, other):
        desk.get(request.get_absolute_url())
    now.shift(MINUTE)
    answer_question(request_id=record.pk, text="Since May.")
    ask_to_move(request_id=other.pk, text="")
    assert flags(desk, record) == ["Patient answered"]
    assert flags(desk, other) == ["Asks for another time"]
    assert references(desk, tab="answered") == {record.spoken_reference, other.spoken_reference}


def test_an_answer_that_is_changed_after_a_time_is_offered_or_booked_is_counted_too(
    desk, make_request, scheduler, visiting, clinic, now
):
    offered, booked = make_request(), make_request()
    offer(offered, scheduler, wanted(visiting, clinic))
    book(booked, scheduler, wanted(visiting, clinic, "2026-11-24 09:40"))
    for request in (offered, booked):
        desk.get(request.get_absolute_url())
    assert references(desk, tab="answered") == set()
    now.shift(MINUTE)
    for request in (offered, booked):
        AnswerChange.objects.create(request=request, question="Phone", before="1", after="2")
    assert flags(desk, booked) == ["Changed by patient"]
    assert references(desk, tab="answered") == {offered.spoken_reference, booked.spoken_reference}
    assert count_of(desk.get(HOME).content.decode(), "Patient answered") == 2
    desk.get(booked.get_absolute_url())
    assert references(desk, tab="answered") == {offered.spoken_reference}


def test_what_staff_write_down_for_the_patient_is_no_news(desk, record, scheduler, visiting, clinic, now):
    made = offer(record, scheduler, wanted(visiting, clinic))
    now.shift(MINUTE)
    refuse_offer(request_id=record.pk, offer_id=made.pk, text="Fridays.", actor=scheduler)
    assert flags(desk, record) == []


def test_the_words_stay_until_staff_act_on_them(desk, record, declined, scheduler, visiting, clinic, now):
    said = f"The patient wrote: {WORDS}"
    press(desk, record, "ask", text="Which day?")
    now.shift(MINUTE)
    assert said in words_of(desk.get(record.get_absolute_url()))
    answer_question(request_id=record.pk, text="Any.")
    log_contact(request_id=record.pk, actor=scheduler, channel="phone", outcome="no_answer", next_on=None)
    page = words_of(desk.get(record.get_absolute_url()))
    assert said in page
    assert "The patient wrote: Any." in page
    now.shift(MINUTE)
    log_contact(request_id=record.pk, actor=scheduler, channel="phone", outcome="reached", next_on=None)
    assert "The patient wrote:" not in words_of(desk.get(record.get_absolute_url()))


def test_a_new_offer_settles_them(desk, record, declined, scheduler, visiting, clinic):
    offer(record, scheduler, wanted(visiting, clinic, "2026-12-03 09:00"))
    assert "The patient wrote:" not in words_of(desk.get(record.get_absolute_url()))


def test_a_declined_time_is_not_suggested_again(desk, record, declined):
    starts = {time.start for time in suggested(desk, record)}
    assert starts
    assert not starts & {time.start for time in declined.appointments.all()}


@pytest.mark.parametrize(
    ("words", "raised"),
    [
        (WORDS, ("", "routine", "needed")),
        ("Estoy peor.", ("", "routine", "needed")),
        ("I can't hold urine", ("911", "urgent", "needed")),
        ("Fridays, please.", ("", "routine", "")),
    ],
)
def test_words_that_sound_worse_bring_a_nurse(record, scheduler, visiting, clinic, words, raised):
    made = offer(record, scheduler, wanted(visiting, clinic))
    refuse_offer(request_id=record.pk, offer_id=made.pk, text=words, actor=None)
    record.refresh_from_db()
    assert (record.danger_in_words, record.priority, record.nurse_review) == raised
