"""What staff have to know before they call or book is at the top of the page, and the next step is beside it."""

import re

import pytest
from django.core import mail
from django.core.management import call_command
from django.urls import reverse

from appointments.models import Appointment, TimeOff
from appointments.services.visits.free_time_value import value_of
from appointments.workflow import Status
from physicians.models import Language
from tests import factories

from .at_desk import QUEUE, press, words_of
from .hours import period
from .visits import TUESDAY, book, wanted

EMERGENCY = "I can't hold my urine and my legs are numb."


@pytest.fixture
def desk(client, scheduler):
    client.force_login(scheduler)
    return client


@pytest.fixture
def send(visiting, hospital):
    """Return a function that sends a request with these answers."""
    return lambda **answers: factories.send_request(factories.make_answers(**answers))


@pytest.fixture
def free(visiting, clinic):
    """Return a function that returns a free time as the page sends it."""
    return lambda text=TUESDAY: value_of(wanted(visiting, clinic, text))


def top_of(page):
    """Return the page's words up to the patient's wishes."""
    return words_of(page).partition("What the patient wants")[0]


def buttons_of_times(page):
    form = page.content.decode().split('id="do-times"')[1].split("</form>")[0]
    return re.findall(r'<button class="([^"]*)"[^>]*>([^<]+)</button>', form)


def test_who_has_to_be_called_now_has_their_number_in_the_alarm(desk, send):
    request = send(reason=EMERGENCY)
    alarm = top_of(desk.get(request.get_absolute_url())).partition("Call the patient now.")[2]
    assert "(919) 555-" in alarm.partition("Nurse review needed")[0]
    press(desk, request, "contact", channel="phone", outcome="reached")
    assert "(919) 555-" not in top_of(desk.get(request.get_absolute_url()))


def test_a_language_and_an_interpreter_are_said_in_the_list_and_at_the_top(desk, send):
    request = send(language="es", needs=["interpreter"])
    assert "Español (Spanish) · Interpreter" in words_of(desk.get(QUEUE))
    top = top_of(desk.get(request.get_absolute_url()))
    assert "Speaks Español (Spanish) · Needs an interpreter" in top
    assert "Speaks" not in top_of(desk.get(send().get_absolute_url()))


def test_doctors_who_speak_the_patients_language_are_one_click_away(desk, send, visiting):
    request = send(language="es")
    address = request.get_absolute_url()
    assert "Only physicians who speak" not in words_of(desk.get(address))  # the directory doesn't know the language
    visiting.languages.add(Language.objects.create(code="es", name="Spanish"))
    visiting.save()
    page = desk.get(address)
    assert "Only physicians who speak Spanish" in words_of(page)
    link = re.search(r'href="(\?language=es[^"#]*)', page.content.decode())[1]
    chosen = desk.get(f"{address}{link}")
    assert "Ana Lopez, Raleigh clinic" in words_of(chosen)
    assert "Only physicians who speak" not in words_of(chosen)
    english = send(language="en")
    assert "Only physicians who speak" not in words_of(desk.get(english.get_absolute_url()))


@pytest.mark.parametrize(
    ("born", "age", "is_at_the_top"),
    [("2008-11-16", "18 years old", False), ("2008-11-17", "17 years old", True), ("2025-11-16", "1 year old", True)],
)
def test_the_age_is_said_and_a_childs_is_at_the_top(desk, send, born, age, is_at_the_top):
    request = send()
    type(request).objects.filter(pk=request.pk).update(date_of_birth=born)
    page = desk.get(request.get_absolute_url())
    assert age in words_of(page)
    assert (age in top_of(page)) is is_at_the_top


def test_with_a_visit_moving_it_is_the_first_button_and_offering_is_a_lesser_one(
    desk, send, scheduler, visiting, clinic
):
    new, booked = send(), send()
    book(booked, scheduler, wanted(visiting, clinic))
    assert buttons_of_times(desk.get(booked.get_absolute_url()))[:2] == [
        ("desk-button", "Move: agreed with the patient"),
        ("desk-button desk-button--quiet", "Offer and take next"),
    ]
    assert buttons_of_times(desk.get(new.get_absolute_url()))[0] == ("desk-button", "Offer and take next")


def test_while_a_doctor_is_away_other_times_are_unfolded(desk, send, scheduler, visiting, clinic):
    request = send()
    book(request, scheduler, wanted(visiting, clinic))
    assert '<details class="module" id="times">' in desk.get(request.get_absolute_url()).content.decode()
    TimeOff.objects.create(physician=visiting, period=period("2026-11-24 00:00", "2026-11-25 00:00"))
    assert '<details class="module" id="times" open>' in desk.get(request.get_absolute_url()).content.decode()


def test_a_visit_that_the_health_record_does_not_know_leads_to_where_its_number_is_entered(
    desk, send, scheduler, visiting, clinic
):
    request = send()
    book(request, scheduler, wanted(visiting, clinic))
    link = '<a href="#do-numbers">Enter its number</a>'
    page = desk.get(request.get_absolute_url()).content.decode()
    assert link in page
    assert 'id="do-numbers"' in page
    press(desk, request, "numbers", visit_number="V1")
    assert link not in desk.get(request.get_absolute_url()).content.decode()


@pytest.mark.parametrize(("email", "is_mailed"), [("pat@example.com", True), ("", False)])
def test_booking_says_whether_the_patient_is_mailed(desk, send, visiting, clinic, free, email, is_mailed):
    request = send(email=email)
    said = words_of(press(desk, request, "book", times=[free()], follow=True))
    assert ("We're emailing the patient." in said) is is_mailed


def test_a_patient_who_cancels_owes_no_reason_and_we_do(desk, send, scheduler, visiting, clinic):
    request = send()
    book(request, scheduler, wanted(visiting, clinic))
    ours = press(desk, request, "cancel", by_patient="no", still_wanted="no")
    assert ours.status_code == 422
    assert "Say why the visit is canceled." in words_of(ours)
    assert press(desk, request, "cancel", by_patient="yes", still_wanted="no").status_code == 302
    request.refresh_from_db()
    assert (request.status, Appointment.objects.get().status) == (Status.CLOSED, "cancelled")


def test_a_mail_about_a_doctor_who_is_away_says_sorry(desk, send, scheduler, visiting, clinic, free):
    request = send()
    book(request, scheduler, wanted(visiting, clinic))
    TimeOff.objects.create(physician=visiting, period=period("2026-11-24 00:00", "2026-11-25 00:00"))
    call_command("send_notifications")
    mail.outbox.clear()
    press(desk, request, "offer", times=[free("2026-11-25 09:00")])
    call_command("send_notifications")
    [sent] = mail.outbox
    assert "We're sorry: Ana Lopez, MD can't see you on" in sent.body


def test_a_caller_is_written_down_from_the_name_on_and_the_chosen_time_is_in_sight(desk, visiting, free):
    add = reverse("admin:appointments_appointmentrequest_add")
    plain = desk.get(add)
    assert re.search(r'name="legal_name"[^>]* autofocus', plain.content.decode())
    assert "You book it after saving." not in words_of(plain)
    from_time = words_of(desk.get(add, {"time": free()}))
    assert "For Tuesday, November 24, 2026 at 9:00 a.m. EST with Ana Lopez, MD · Raleigh clinic." in from_time
    mistaken = desk.post(f"{add}?time={free()}", {"legal_name": ""})
    assert not re.search(r'name="legal_name"[^>]* autofocus', mistaken.content.decode())
    assert "You book it after saving." in words_of(mistaken)


def test_the_calendar_counts_what_is_free_at_short_notice(desk, visiting):
    calendar = reverse("admin:appointments_calendar")
    assert re.search(
        r"0 free times, \d+ free at short notice, 0 offered", words_of(desk.get(calendar, {"date": "2026-11-16"}))
    )
    assert "short notice, 0 offered" not in words_of(desk.get(calendar, {"date": "2026-11-24"}))
