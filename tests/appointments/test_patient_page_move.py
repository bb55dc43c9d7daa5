"""The patient moves a booked visit."""

import datetime
import re

import pytest

from appointments.guards.limits import SENDS
from appointments.models import AvailabilityRule, Message
from appointments.services.visits.free_time_value import value_of
from appointments.workflow import Status
from physicians.models import Physician
from tests.factories import make_clinic

from .form_answers import BORN
from .test_patient_page_offers import fresh, text_of
from .visits import at, book, wanted


@pytest.fixture
def record(visiting, make_request):
    return make_request()


@pytest.fixture
def visit(record, scheduler, visiting, clinic):
    return book(record, scheduler, wanted(visiting, clinic))


def value(text, place):
    """Return what the page sends for a time of the only physician."""
    return value_of(wanted(Physician.objects.get(), place, text))


def confirm(opened, own_page, time, sequence=0):
    return opened.post(f"{own_page}move/confirm/", {"time": time, "seen_sequence": sequence})


def test_free_times_of_the_same_doctor_are_shown_a_few_days_at_a_time(opened, own_page, visit, clinic):
    page = text_of(opened.get(f"{own_page}move/"))
    assert "It's on Tuesday, November 24, 2026 at 9:00 a.m. EST with Ana Lopez, MD, and" in page
    # Today and tomorrow at nine are within the day of notice; Thanksgiving is no clinic day.
    assert value("2026-11-17 10:20", clinic) in page
    assert value("2026-11-17 09:00", clinic) not in page
    assert "video" not in page.partition("<main")[2]
    assert not re.search(r'value="\d+--', page)  # a time without a clinic
    assert page.count("<legend>") == 5
    assert 'Tuesday, November 17, 2026 <span class="field__optional">(EST)</span>' in page
    assert "Earlier days" not in page
    later = text_of(opened.get(f"{own_page}move/?from=2026-11-24"))
    assert value("2026-11-24 09:40", clinic) in later
    assert value("2026-11-24 09:00", clinic) not in later
    assert "November 26" not in later
    for days in ("?from=2026-11-17", "?from=2026-12-02"):
        assert f"move/{days}" in later


@pytest.mark.parametrize("asked", ["", "x", "2026-02-31", "0001-01-01", "9999-12-31", "2026-13-45"])
def test_any_day_that_is_asked_for_is_a_page_with_times(opened, own_page, visit, asked):
    response = opened.get(f"{own_page}move/", {"from": asked})
    assert response.status_code == 200
    assert "<legend>" in text_of(response)


def test_another_clinic_of_the_doctor_comes_after_the_same_one_and_is_named(opened, own_page, visit, visiting, clinic):
    cary = make_clinic("cary", name="Cary clinic", street="2 Way", city="Cary", postal_code="27511")
    AvailabilityRule.objects.create(
        physician=visiting, location=cary, weekday=2, starts_at=datetime.time(7), ends_at=datetime.time(8),
        effective_from=datetime.date(2026, 1, 1), visit_minutes=30, buffer_minutes=0, notice_hours=0,
    )  # fmt: skip
    page = text_of(opened.get(f"{own_page}move/"))
    assert page.index(value("2026-11-18 09:00", clinic)) < page.index(value("2026-11-18 07:00", cary))
    assert '7:00 a.m.<span class="choice__hint">Cary clinic</span>' in page
    page = text_of(opened.get(f"{own_page}move/confirm/", {"time": value("2026-11-18 07:00", cary)}))
    assert "New place" in page
    assert "Cary clinic" in page
    confirm(opened, own_page, value("2026-11-18 07:00", cary))
    visit.refresh_from_db()
    assert (visit.location, visit.start) == (cary, at("2026-11-18 07:00"))


def test_a_time_is_chosen_confirmed_and_moved_once(opened, own_page, visit, clinic):
    chosen = value("2026-11-25 09:40", clinic)
    page = text_of(opened.get(f"{own_page}move/confirm/", {"time": chosen}))
    assert "<strong>Wednesday, November 25, 2026 at 9:40 a.m. EST</strong>" in page
    visit.refresh_from_db()
    assert visit.sequence == 0
    for _ in range(2):
        assert confirm(opened, own_page, chosen).url == f"{own_page}?done=moved"
    visit.refresh_from_db()
    assert (visit.start, visit.sequence) == (at("2026-11-25 09:40"), 1)
    assert opened.get(f"{own_page}move/confirm/", {"time": chosen}).url == own_page
    assert "Your visit has been moved." in text_of(opened.get(f"{own_page}?done=moved"))


@pytest.mark.parametrize(
    "time",
    ["", "x", "{0}--20261125T1440", "{0}-999999999-20261125T1440", "-{1}-20261125T1440", "{0}-{1}-20269999T9999",
     "{0}-" + "9" * 30 + "-20261125T1440", "{0}-{1}-" + "\u0662" * 8 + "T1440", "{2}-{1}-20261125T1440",
     "{0}-{1}-99991231T2359", "{0}-{1}-20261125T1440Z"],
)  # fmt: skip
def test_what_the_page_has_never_offered_is_said_so_beside_the_times(
    opened, own_page, visit, clinic, make_physician, time
):
    someone_else = make_physician("bo-berg", family_name="Berg")
    time = time.format(visit.physician_id, clinic.pk, someone_else.pk)
    for response, statuses in (
        (opened.get(f"{own_page}move/confirm/", {"time": time}), (422,)),
        (confirm(opened, own_page, time), (422, 409)),
    ):
        assert response.status_code in statuses
        assert "There is a problem" in text_of(response)
        assert "<legend>" in text_of(response)
    visit.refresh_from_db()
    assert visit.sequence == 0


@pytest.mark.parametrize(
    ("time", "sequence", "status", "sentence"),
    [
        ("2026-11-25 09:00", 0, 409, "This time is no longer free. Your visit hasn't changed."),  # someone else's
        ("2026-11-25 08:00", 0, 409, "This time is no longer free."),
        ("2026-11-15 09:00", 0, 409, "This time has passed."),
        ("2099-11-25 09:00", 0, 409, "This is more than a year ahead."),
        ("2026-11-25 09:40", 7, 409, "Your visit has changed since you opened this page."),
        ("2026-11-25 09:40", "x", 422, "Choose one of the times."),
        ("2026-11-25 09:40", "9" * 30, 422, "Choose one of the times."),
    ],
)
def test_a_time_that_cannot_be_had_leaves_the_visit_as_it_was(
    opened, own_page, visit, visiting, clinic, make_request, scheduler, time, sequence, status, sentence
):
    book(make_request(), scheduler, wanted(visiting, clinic, "2026-11-25 09:00"))
    response = confirm(opened, own_page, value(time, clinic), sequence)
    assert response.status_code == status
    assert f'<a href="#id_time_0_0">{sentence}' in text_of(response)
    visit.refresh_from_db()
    assert visit.sequence == 0


def test_too_late_to_move_is_said_on_the_own_page(opened, own_page, visit, clinic, now):
    now.move_to(visit.start - datetime.timedelta(hours=23))
    opened.post(own_page, BORN)
    response = confirm(opened, own_page, value("2026-11-25 09:40", clinic))
    assert response.status_code == 409
    assert "It's too late to change the visit online. Please call us." in text_of(response)
    assert "Your visit is in less than 24 hours." in text_of(response)


def test_a_visit_is_not_moved_with_the_link_alone(client, own_page, visit, clinic):
    for address in ("move/", "move/confirm/", "move/ask/", "accept/", "none-suits/", "answer/"):
        assert client.get(own_page + address).url == own_page
        assert client.post(own_page + address, {"time": value("2026-11-25 09:40", clinic)}).status_code in (302, 405)
    visit.refresh_from_db()
    assert visit.sequence == 0


def test_none_of_the_times_suits_and_the_visit_stands_while_we_call(opened, own_page, record, visit, clinic):
    assert "still booked" in text_of(opened.get(f"{own_page}move/ask/"))
    response = opened.post(f"{own_page}move/ask/", {"instead": "x" * 1001})
    assert response.status_code == 422
    for _ in range(2):
        response = opened.post(f"{own_page}move/ask/", {"instead": "Evenings"})
        assert response.url == f"{own_page}?done=asked"
    assert fresh(record).status == Status.IN_REVIEW
    assert Message.objects.get().text == "Evenings"
    page = text_of(opened.get(response.url))
    assert (
        "We're looking for another time for you. Your current visit is still booked until you accept another time."
        in page
    )
    assert "Tuesday, November 24, 2026<br>9:00 a.m. EST" in page
    assert opened.get(f"{own_page}move/").url == own_page
    assert "Cancel my visit" in page


def test_a_doctor_without_another_free_time_leads_to_a_call(opened, own_page, visit):
    AvailabilityRule.objects.all().delete()
    page = text_of(opened.get(f"{own_page}move/"))
    assert "This doctor has no other free time in the next 90 days." in page
    assert f"{own_page}move/ask/" in page


def test_a_virtual_visit_moves_to_virtual_times_where_the_doctor_is_licensed(
    opened, own_page, record, scheduler, visiting, clinic
):
    record.visit_type, record.patient_state = "virtual", "NC"
    record.save()
    visit = book(record, scheduler, wanted(visiting, None, "2026-11-24 13:00"))
    page = text_of(opened.get(f"{own_page}move/"))
    assert value("2026-11-18 13:40", None) in page
    assert value("2026-11-18 09:00", clinic) not in page
    assert confirm(opened, own_page, value("2026-11-18 13:40", None)).url == f"{own_page}?done=moved"
    visiting.licensed_states = ["VA"]
    visiting.save()
    assert "no other free time" in text_of(opened.get(f"{own_page}move/"))
    visit.refresh_from_db()
    assert visit.start == at("2026-11-18 13:40")


def test_all_that_is_sent_counts_against_one_limit(opened, own_page, visit, visiting, clinic, monkeypatch):
    used = []
    for module in ("answer_offer", "answer_question", "move_visit"):
        monkeypatch.setattr(f"appointments.patient_page.{module}.use", lambda pair: used.append(pair[0]))
    for address, data in (
        ("accept/", {"time": 1}),
        ("none-suits/", {"offer": 1}),
        ("answer/", {"answer": "x"}),
        ("move/confirm/", {"time": value("2026-11-25 09:40", clinic), "seen_sequence": 0}),
        ("move/ask/", {}),
    ):
        opened.post(own_page + address, data)
    assert used == [SENDS] * 5


def test_a_page_of_times_takes_at_most_12_queries(opened, own_page, visit, django_assert_max_num_queries):
    with django_assert_max_num_queries(12):
        opened.get(f"{own_page}move/")
