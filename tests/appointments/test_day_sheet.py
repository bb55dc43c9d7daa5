"""The day sheet: who comes on a day, what became of each visit, and one click to undo it."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from appointments.guards.refusals import IllegalMove, TimeTaken
from appointments.models import AppointmentRequest, RecordAccess
from appointments.services.visits.bookings import cancel_visit
from appointments.services.visits.visit_day import check_in, complete_visit, mark_no_show, undo_outcome
from appointments.workflow import Status
from tests.factories import make_physician

from .at_desk import QUEUE, words_of
from .visits import book, seen, wanted

SHEET = f"{QUEUE}day-sheet/"
ON_THE_DAY = "2026-11-24T14:05:00+00:00"  # five past nine in Raleigh


@pytest.fixture
def booked(visiting, clinic, make_request, scheduler):
    record = make_request()
    book(record, scheduler, wanted(visiting, clinic))
    return record


@pytest.fixture
def desk(booked, now, client, scheduler):
    now.move_to(ON_THE_DAY)
    client.force_login(scheduler)
    return client


def click(desk, page, record, label):
    """Press a button in a request's line of the sheet."""
    line = re.search(rf'<tr id="visit-{record.pk}".*?</tr>', page.content.decode(), re.DOTALL)[0]
    button = re.search(rf'formaction="([^"]+)" name="seen_version" value="(\d+)"[^>]*>{label}<', line)
    return desk.post(button[1].replace("&amp;", "&"), {"seen_version": button[2]})


def test_the_sheet_lists_the_visits_of_the_day_in_order_and_notes_who_read_it(
    desk, booked, make_request, scheduler, visiting, clinic
):
    later, tomorrow = make_request(), make_request()
    book(later, scheduler, wanted(visiting, clinic, "2026-11-24 11:00"), off_rules_reason="agreed")
    book(tomorrow, scheduler, wanted(visiting, clinic, "2026-11-25 09:00"), off_rules_reason="agreed")
    page = desk.get(SHEET)
    text = words_of(page)
    assert text.index(" 9:00 a.m.") < text.index(" 11:00 a.m.")
    assert "Raleigh clinic Tuesday, November 24, 2026" in text
    assert "born 03/27/1962 · (919) 555-0142" in text
    assert f'id="visit-{tomorrow.pk}"' not in page.content.decode()
    listed = RecordAccess.objects.filter(kind=RecordAccess.Kind.LISTED, staff=scheduler)
    assert set(listed.values_list("request", flat=True)) == {later.pk, booked.pk}


def test_the_sheet_and_the_queue_show_the_number_in_the_health_record_and_the_export_does_not(desk, booked):
    assert "MRN" not in words_of(desk.get(SHEET))
    AppointmentRequest.objects.filter(pk=booked.pk).update(medical_record_number="MC-0042")
    assert "born 03/27/1962 · (919) 555-0142 · MRN MC-0042" in words_of(desk.get(SHEET))
    assert "born 03/27/1962 · MRN MC-0042" in words_of(desk.get(QUEUE, {"tab": "visits"}))
    assert "born 03/27/1962 · MRN MC-0042" in words_of(desk.get(QUEUE, {"q": "mc-0042"}))
    export = (
        desk.post(f"{QUEUE}?tab=all", {"action": "export_chosen", "_selected_action": booked.pk}).getvalue().decode()
    )
    assert booked.spoken_reference in export
    assert "MC-0042" not in export


def test_the_sheet_has_a_print_button_that_only_a_script_shows_and_a_hint_without_it(desk, booked):
    page = desk.get(SHEET).content.decode()
    assert "To print, use your browser's menu." in page.replace("&#x27;", "'")
    assert re.search(r"<button [^>]*data-print hidden>Print</button>", page)
    assert "data-print" not in desk.get(SHEET, {"date": "2026-11-25"}).content.decode()  # nothing to print


def test_each_physician_has_a_sheet_when_asked_and_a_button_comes_back_to_it(desk, booked, make_request, scheduler):
    visit = booked.appointments.get()
    other = make_physician("Bea", "Adler", locations=[visit.location])
    book(make_request(), scheduler, wanted(other, visit.location, "2026-11-24 10:00"), off_rules_reason="agreed")
    page = desk.get(SHEET)
    assert headings(page) == ["Raleigh clinic"]
    way = re.search(r'href="([^"]+)">A sheet for each physician<', page.content.decode())[1]
    page = desk.get(way.replace("&amp;", "&"))
    assert headings(page) == [other.display_name, visit.physician.display_name]
    after = click(desk, page, booked, "Check in")
    assert headings(desk.get(after.url)) == headings(page)


def headings(page):
    """Return what is at the head of each sheet."""
    return re.findall(r'<h2 id="sheet-\d+">(.*?) <span', page.content.decode())


@pytest.mark.parametrize(
    ("step", "label", "state"),
    [(complete_visit, "Mark completed", "Completed"), (mark_no_show, "Mark no-show", "No-show")],
)
def test_a_finished_visit_stays_and_one_click_on_its_line_undoes_it(desk, booked, step, label, state, clinic):
    page = desk.get(SHEET, {"clinic": clinic.pk})
    after = click(desk, page, booked, label)
    assert after.url == f"{SHEET}?date=2026-11-24&span=day&clinic={clinic.pk}#visit-{booked.pk}"
    page = desk.get(after.url)
    assert f"{state} Undo the outcome" in words_of(page)
    booked.refresh_from_db()
    assert booked.status == Status.CLOSED
    click(desk, page, booked, "Undo the outcome")
    booked.refresh_from_db()
    assert booked.status == Status.BOOKED
    assert booked.appointments.get().status == "booked"
    assert "undid what had been noted of the visit" in words_of(desk.get(booked.get_absolute_url()))


def test_undoing_an_outcome_leaves_the_patient_checked_in_and_tells_no_one(desk, booked, scheduler):
    mails = booked.notifications.count()
    check_in(**seen(booked), actor=scheduler)
    complete_visit(**seen(booked), actor=scheduler)
    visit = undo_outcome(**seen(booked), actor=scheduler)
    assert visit.status == "arrived"
    assert booked.notifications.count() == mails


def test_an_outcome_is_undone_on_its_day_only_and_once(desk, booked, scheduler, now):
    with pytest.raises(IllegalMove):
        undo_outcome(**seen(booked), actor=scheduler)
    complete_visit(**seen(booked), actor=scheduler)
    now.move_to("2026-11-25T14:05:00+00:00")
    with pytest.raises(IllegalMove):
        undo_outcome(**seen(booked), actor=scheduler)


def test_an_outcome_is_not_undone_once_its_time_is_given_away(desk, booked, scheduler, make_request, visiting, clinic):
    mark_no_show(**seen(booked), actor=scheduler)
    walk_in = make_request()
    book(walk_in, scheduler, wanted(visiting, clinic, "2026-11-24 09:10"), off_rules_reason="came in")
    with pytest.raises(TimeTaken):
        undo_outcome(**seen(booked), actor=scheduler)
    booked.refresh_from_db()
    assert booked.status == Status.CLOSED


def test_a_visit_canceled_on_its_day_is_shown_without_buttons_and_one_canceled_before_is_not(
    booked, make_request, visiting, clinic, now, client, scheduler
):
    how = {"actor": scheduler, "reason": "Flu.", "by_patient": True, "still_wanted": False}
    before = make_request()
    book(before, scheduler, wanted(visiting, clinic, "2026-11-24 10:20"))
    cancel_visit(**seen(before), **how)
    now.move_to(ON_THE_DAY)
    client.force_login(scheduler)
    cancel_visit(**seen(booked), **how)
    page = client.get(SHEET).content.decode()
    line = re.search(rf'<tr id="visit-{booked.pk}".*?</tr>', page, re.DOTALL)[0]
    assert "Canceled" in line
    assert "<button" not in line
    assert f'id="visit-{before.pk}"' not in page


def test_the_sheet_of_a_physician_or_of_a_clinic_has_its_visits_only(desk, booked, visiting, clinic):
    assert "Ana Lopez, MD Tuesday" in words_of(desk.get(SHEET, {"physician": visiting.pk}))
    assert f'id="visit-{booked.pk}"' in desk.get(SHEET, {"clinic": clinic.pk}).content.decode()
    assert "No visits on this day." in words_of(desk.get(SHEET, {"clinic": "virtual"}))


@pytest.mark.parametrize("name", ["date", "clinic", "physician"])
@pytest.mark.parametrize("value", ["nonsense", "-1", "99999999999999999999", "9999-12-31", "0001-01-01"])
def test_what_the_sheet_cannot_show_says_so_and_shows_the_nearest(desk, name, value):
    page = desk.get(SHEET, {name: value})
    assert page.status_code == 200
    assert 'role="alert"' in page.content.decode()


def test_the_sheet_takes_as_many_statements_for_six_visits_as_for_one(
    desk, booked, make_request, scheduler, visiting, clinic
):
    def statements():
        with CaptureQueriesContext(connection) as taken:
            desk.get(SHEET)
        return len(taken)

    one = statements()
    for hour in range(10, 15):
        book(make_request(), scheduler, wanted(visiting, clinic, f"2026-11-24 {hour}:00"), off_rules_reason="agreed")
    assert statements() == one <= 20


def test_an_auditor_does_not_see_the_sheet_and_a_nurse_has_no_buttons(desk, booked, make_staff, nurse):
    desk.force_login(make_staff("ada@example.com", "Auditors"))
    assert desk.get(SHEET).status_code == 403
    desk.force_login(nurse)
    assert AppointmentRequest.objects.get(pk=booked.pk).legal_name in words_of(
        desk.get(reverse("admin:appointments_daysheet"))
    )
