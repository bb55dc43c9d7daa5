"""The booked visit on the patient's own page: when, where, what to bring, joining, the calendar file, cancelling."""

import datetime

import pytest
from icalendar import Calendar

from appointments.models import RequestWording, VirtualRoom
from appointments.patient_page.virtual_visits import joining
from appointments.services.visits.bookings import cancel_visit
from appointments.services.visits.visit_day import check_in, complete_visit, mark_no_show
from appointments.status_words import status_in_words
from appointments.workflow import ClosedReason, Status
from tests.spine.approving import publish

from .form_answers import BORN
from .test_patient_page_offers import fresh, text_of
from .visits import at, book, seen, wanted

VIDEO = "2026-11-24 13:00"


@pytest.fixture
def record(visiting, make_request):
    return make_request()


@pytest.fixture
def visit(record, scheduler, visiting, clinic):
    return book(record, scheduler, wanted(visiting, clinic))


@pytest.fixture
def virtual(record, scheduler, visiting):
    record.visit_type, record.patient_state = "virtual", "NC"
    record.save()
    return book(record, scheduler, wanted(visiting, None, VIDEO))


def page_at(opened, own_page, now, moment):
    """Return the page as it is then, on a device that has given the date of birth."""
    now.move_to(moment)
    opened.post(own_page, BORN)
    return text_of(opened.get(own_page))


def test_the_visit_comes_first_with_all_that_the_patient_needs(opened, own_page, visit, clinic):
    clinic.parking, clinic.access = "Deck B is free.", "A ramp on the left."
    clinic.save()
    page = text_of(opened.get(own_page))
    for words in (
        "Your visit is booked",
        "Tuesday, November 24, 2026<br>9:00 a.m. EST",
        "30 minutes",
        "Raleigh clinic",
        "1 Sample Way, Raleigh, NC 27610",
        "(919) 555-0100",
        'rel="noreferrer noopener">Map on openstreetmap.org',
        'href="/find-a-doctor/ana-lopez/">Ana Lopez, MD',
        "Deck B is free.",
        "A ramp on the left.",
        "A photo ID and your insurance card",
        "You can move or cancel your visit here until Monday, November 23, 2026 at 9:00 a.m. EST.",
    ):
        assert words in page
    assert page.index("Your visit is booked") < page.index("What you asked for")
    assert "target=" not in page


def test_times_are_on_the_clock_of_the_place_also_after_the_clocks_changed(
    opened, own_page, record, scheduler, visiting, clinic
):
    clinic.time_zone = "America/Chicago"
    clinic.save()
    book(record, scheduler, wanted(visiting, clinic, "2027-03-15 10:00", 30), off_rules_reason="agreed")
    assert "Monday, March 15, 2027<br>9:00 a.m. CDT" in text_of(opened.get(own_page))


def test_what_to_bring_is_what_editors_have_published(opened, own_page, virtual):
    publish(RequestWording.objects.create(what_to_bring="Your cat", virtual_visit="A lamp", live=False))
    page = text_of(opened.get(own_page))
    assert "<li>A lamp</li>" in page
    assert "Your cat" not in page


def test_the_calendar_file_is_the_visit_and_only_for_the_one_who_gave_the_date_of_birth(client, own_page, visit):
    address = f"{own_page}visit.ics"
    assert client.get(address).url == own_page
    client.post(own_page, BORN)
    response = client.get(address)
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert response["Content-Disposition"] == 'attachment; filename="visit.ics"'
    assert "no-store" in response["Cache-Control"]
    (event,) = Calendar.from_ical(response.content).walk("VEVENT")
    assert event.decoded("dtstart") == visit.start
    assert own_page not in response.content.decode()


def test_without_a_visit_there_is_no_file_and_nothing_to_move(opened, own_page):
    for address in ("visit.ics", "move/", "move/confirm/?time=x", "move/ask/"):
        assert opened.get(own_page + address).url == own_page
    for address in ("move/confirm/", "move/ask/"):
        assert opened.post(own_page + address, {"time": "x"}).url == own_page


def test_the_link_to_join_is_there_from_30_minutes_before_to_an_hour_after(opened, own_page, virtual, now):
    room = VirtualRoom.objects.create(physician=virtual.physician, address="https://video.example.com/lopez")
    opens, closes = at("2026-11-24 12:30"), at("2026-11-24 14:30")
    second = datetime.timedelta(seconds=1)
    early = page_at(opened, own_page, now, opens - second)
    assert "The link to join will appear here on <strong>Tuesday, November 24, 12:30 p.m. EST</strong>." in early
    for moment in (opens, closes - second):
        page = page_at(opened, own_page, now, moment)
        assert f'href="{room.address}" rel="noreferrer noopener">Join the visit</a>' in page
    for page in (early, page_at(opened, own_page, now, closes)):
        assert room.address not in page


def test_a_link_of_the_visits_own_goes_before_the_room_and_what_is_not_https_is_not_shown(virtual, now):
    VirtualRoom.objects.create(physician=virtual.physician, address="https://video.example.com/lopez")
    now.move_to(virtual.start)
    for own, shown in (
        ("", "https://video.example.com/lopez"),
        ("https://video.example.com/only-once", "https://video.example.com/only-once"),
        ("javascript:alert(1)", None),
        ("http://video.example.com/", None),
    ):
        virtual.join_link = own
        assert joining(virtual).link == shown


class Broken:
    def join_link(self, appointment):
        raise ConnectionError("https://secret.example.com")


@pytest.mark.parametrize("provider", ["appointments.patient_page.virtual_visits.StaffSetLinks", f"{__name__}.Broken"])
def test_without_a_link_we_call_and_a_broken_provider_breaks_no_page(
    opened, own_page, virtual, now, settings, caplog, provider
):
    settings.APPOINTMENTS_VIDEO_PROVIDER = provider
    page = page_at(opened, own_page, now, virtual.start)
    assert "We'll call you for this visit at (919) 555-0142." in page
    assert "Join the visit" not in page
    assert "secret" not in caplog.text


def test_in_the_last_24_hours_the_phone_number_stands_in_for_the_buttons(opened, own_page, record, visit, now):
    page = page_at(opened, own_page, now, visit.start - datetime.timedelta(hours=23, minutes=59))
    assert "Your visit is in less than 24 hours." in page
    assert 'href="tel:+1-919-555-0100">Call (919) 555-0100</a>' in page
    assert "Move my visit" not in page
    assert "Cancel my visit" not in page
    for address in ("cancel/", "move/", "move/ask/"):
        assert opened.get(own_page + address).url == own_page
    response = opened.post(f"{own_page}cancel/", {"reason": "No more pain."})
    assert response.status_code == 409
    assert "You can't cancel this online anymore." in text_of(response)
    assert "No more pain." in text_of(response)
    response = opened.post(f"{own_page}move/ask/", {"instead": "Next week."})
    assert response.status_code == 409
    assert "Next week." in text_of(response)
    assert fresh(record).status == Status.BOOKED


def test_a_canceled_visit_is_given_back_and_taking_it_back_brings_no_time(opened, own_page, record, visit):
    page = text_of(opened.get(f"{own_page}cancel/"))
    assert "will be canceled right away, and another patient will get the time." in page
    opened.post(f"{own_page}cancel/")
    visit.refresh_from_db()
    assert (visit.status, fresh(record).closed_reason) == ("cancelled", ClosedReason.CANCELLED_BY_PATIENT)
    page = text_of(opened.get(own_page))
    assert "You have canceled this request." in page
    assert "The visit on Tuesday, November 24, 2026 at 9:00 a.m. EST is canceled. Please don't come then." in page
    assert "Your old time is gone, so we'll find you a new one." in page
    opened.post(f"{own_page}take-back/")
    assert fresh(record).status == Status.IN_REVIEW
    assert "is canceled. Please don't come then." in text_of(opened.get(own_page))


def test_a_visit_that_we_cancel_is_said_so(opened, own_page, record, visit, scheduler):
    cancel_visit(**seen(record), actor=scheduler, reason="secret", by_patient=False, still_wanted=True)
    page = text_of(opened.get(own_page))
    assert "The visit on Tuesday, November 24, 2026 at 9:00 a.m. EST is canceled." in page
    assert "Our scheduling team is working on your request." in page
    assert "secret" not in page


def test_the_day_of_the_visit_and_after_it_have_their_own_words(opened, own_page, record, visit, scheduler, now):
    assert "Your visit was on" in page_at(opened, own_page, now, visit.end)
    assert "What to bring" not in text_of(opened.get(own_page))
    check_in(**seen(record), actor=scheduler)
    page = text_of(opened.get(own_page))
    assert "You have been checked in" in page
    assert "Can't make it?" not in page
    complete_visit(**seen(record), actor=scheduler)
    page = text_of(opened.get(own_page))
    assert "Your visit took place." in page
    assert "The visit was on Tuesday, November 24, 2026 at 9:00 a.m. EST." in page


def test_who_did_not_come_is_asked_kindly(opened, own_page, record, visit, scheduler, now):
    now.move_to(visit.end)
    mark_no_show(**seen(record), actor=scheduler)
    assert "We did not see you at your visit." in page_at(opened, own_page, now, visit.end)


def test_every_state_has_words_and_a_duplicate_gives_nothing_away(record):
    for status in Status:
        record.status = status
        assert status_in_words(record)
    for reason in ClosedReason:
        record.closed_reason = reason
        assert status_in_words(record)
    record.closed_reason = ClosedReason.DUPLICATE
    assert status_in_words(record) == "This request is closed. Call us if you still need an appointment."


def test_the_page_takes_at_most_15_queries_however_much_was_written(
    opened, own_page, record, virtual, now, django_assert_max_num_queries
):
    VirtualRoom.objects.create(physician=virtual.physician, address="https://video.example.com/lopez")
    for number in range(5):
        record.messages.create(text=f"Message {number}")
    now.move_to(virtual.start)
    opened.post(own_page, BORN)
    with django_assert_max_num_queries(15):
        assert "Join the visit" in text_of(opened.get(own_page))
