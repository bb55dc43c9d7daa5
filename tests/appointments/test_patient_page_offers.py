"""The offered times on the patient's own page."""

import datetime
import html

import pytest

from appointments.models import Message
from appointments.services.visits.lapsing import lapse_due_offers
from appointments.services.visits.offers import withdraw_offer
from appointments.workflow import Status

from .visits import book, offer, seen, wanted


@pytest.fixture
def record(visiting, make_request):
    return make_request()


@pytest.fixture
def offered(record, scheduler, visiting, clinic):
    return offer(record, scheduler, *(wanted(visiting, clinic, f"2026-11-24 {time}") for time in ("09:00", "09:40")))


@pytest.fixture
def first(offered):
    return offered.appointments.earliest("period")


def fresh(record):
    record.refresh_from_db()
    return record


def text_of(response):
    """Return a page's source as people read its words: one space between them, and real apostrophes."""
    return html.unescape(" ".join(response.content.decode().split()))


def test_the_page_offers_each_time_with_all_that_matters_and_chooses_none(opened, own_page, offered, clinic):
    page = text_of(opened.get(own_page))
    for words in (
        "We're holding times for you. Choose one below.",
        "They are held for you until <strong>Wednesday, November 18, 2026 at 5:00 p.m. EST</strong>.",
        "<strong>Tuesday, November 24, 2026</strong><br>9:00 a.m. EST, 30 minutes",
        "9:40 a.m. EST",
        'href="/find-a-doctor/ana-lopez/">Ana Lopez, MD</a>',
        "1 Sample Way, Raleigh, NC 27610",
        'href="https://www.openstreetmap.org/search?',
    ):
        assert words in page
    assert " checked" not in page


def test_a_single_time_is_chosen_already(opened, own_page, record, scheduler, visiting):
    record.visit_type, record.patient_state = "virtual", "NC"
    record.save()
    offer(record, scheduler, wanted(visiting, None, "2026-11-24 13:00"))
    page = text_of(opened.get(own_page))
    assert page.count(" checked") == 1
    assert "We're holding a time for you. Does it work for you?" in page
    assert "Virtual visit, by video" in page


def test_reading_the_page_or_the_addresses_of_its_forms_changes_nothing(opened, own_page, record, offered):
    for address in ("", "accept/", "answer/"):
        opened.get(own_page + address, follow=True)
    assert opened.get(f"{own_page}none-suits/").status_code == 200
    assert fresh(record).status == Status.OFFERED


def test_choosing_a_time_books_it_and_once_more_is_the_same(opened, own_page, record, first):
    for _ in range(2):
        response = opened.post(f"{own_page}accept/", {"time": first.pk})
        assert response.url == f"{own_page}?done=booked"
    page = text_of(opened.get(response.url))
    assert "Thank you. This time is yours now." in page
    assert "Your visit is booked" in page
    first.refresh_from_db()
    assert (fresh(record).status, first.status) == ("booked", "booked")
    assert record.notifications.filter(kind="booked").count() == 1


@pytest.mark.parametrize("typed", ["", "x", "-1", "0", "9" * 30, "1.5", "\0"])
def test_what_is_no_choice_is_said_so_at_the_times(opened, own_page, record, offered, typed):
    response = opened.post(f"{own_page}accept/", {"time": typed} if typed else {})
    page = text_of(response)
    assert response.status_code == 422
    assert "<title> Error: Your appointment request" in page or "<title>Error: Your appointment request" in page
    assert 'href="#id_time_0">Choose one of the times, or tell us' in page
    assert fresh(record).status == Status.OFFERED


def test_a_time_of_someone_else_is_not_booked_and_not_shown(
    opened, own_page, record, offered, make_request, scheduler, visiting, clinic
):
    others = offer(make_request(), scheduler, wanted(visiting, clinic, "2026-11-25 09:00")).appointments.get()
    for key in (others.pk, 2**63 - 1):
        response = opened.post(f"{own_page}accept/", {"time": key})
        assert response.status_code == 409
        assert "This isn't one of the times that were offered." in text_of(response)
        assert "November 25" not in text_of(response)
    assert fresh(record).status == Status.OFFERED


def test_an_offer_that_has_ended_is_a_kind_sentence_on_the_same_page(
    opened, own_page, record, first, scheduler, visiting, clinic, now
):
    withdraw_offer(**seen(record), actor=scheduler)
    response = opened.post(f"{own_page}accept/", {"time": first.pk})
    assert response.status_code == 409
    assert "These times are no longer held. Nothing was booked." in text_of(response)
    book(record, scheduler, wanted(visiting, clinic, "2026-11-25 09:00"))
    response = opened.post(f"{own_page}accept/", {"time": first.pk})
    assert response.status_code == 409
    assert "You already have a booked visit" in text_of(response)
    assert "Wednesday, November 25, 2026" in text_of(response)


def test_an_offer_that_nobody_answered_is_over_at_once_and_the_page_says_so(
    opened, own_page, record, first, now, client
):
    now.shift(datetime.timedelta(hours=56))
    client.post(own_page, {"date_of_birth_month": "3", "date_of_birth_day": "27", "date_of_birth_year": "1962"})
    for lapse in (lambda: None, lapse_due_offers):  # the minute before the clock has come by, and after it
        lapse()
        page = text_of(opened.get(own_page))
        assert "the times we held for you are now open to other patients" in page
        assert "Book this time" not in page
        assert opened.post(f"{own_page}accept/", {"time": first.pk}).status_code == 409
    assert fresh(record).status == Status.IN_REVIEW


def test_none_of_them_suits_and_what_would(opened, own_page, record, offered):
    address = f"{own_page}none-suits/"
    response = opened.post(address, {"offer": offered.pk, "suits": "x" * 1001})
    assert response.status_code == 422
    assert "x" * 1001 in text_of(response)
    for _ in range(2):
        response = opened.post(address, {"offer": offered.pk, "suits": " Mondays "})
        assert response.url == f"{own_page}?done=refused"
    page = text_of(opened.get(response.url))
    assert "We'll look for other times." in page
    assert "Mondays" in page
    assert Message.objects.get().text == "Mondays"
    assert fresh(record).status == Status.IN_REVIEW
    assert opened.get(address).url == own_page


@pytest.mark.parametrize(("typed", "status"), [("", 422), ("x", 422), ("9" * 30, 422), ("77", 409)])
def test_an_offer_that_does_not_exist_is_not_refused(opened, own_page, record, offered, typed, status):
    response = opened.post(f"{own_page}none-suits/", {"offer": typed, "suits": "Mondays"})
    assert response.status_code == status
    assert "Mondays" in text_of(response)
    assert "These times are no longer held." in text_of(response)
    assert fresh(record).status == Status.OFFERED


def test_a_visit_that_is_to_be_moved_stands_until_another_time_is_accepted(
    opened, own_page, record, scheduler, visiting, clinic
):
    book(record, scheduler, wanted(visiting, clinic))
    other = offer(record, scheduler, wanted(visiting, clinic, "2026-11-26 09:00", 30), off_rules_reason="a holiday")
    page = text_of(opened.get(own_page))
    assert "Your current visit is still booked until you accept one." in page
    assert "Thursday, November 26, 2026" in page
    assert "Tuesday, November 24, 2026" in page
    assert "Move my visit" not in page
    response = opened.post(f"{own_page}accept/", {"time": other.appointments.get().pk})
    assert response.url == f"{own_page}?done=moved"
    page = text_of(opened.get(response.url))
    assert "Your visit has been moved." in page
    assert "November 24" not in page
