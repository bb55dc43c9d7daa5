"""When the database goes away: a page that keeps what was typed, says what to do, and sends it again."""

import contextlib

import psycopg2
import pytest
from bs4 import BeautifulSoup
from django import forms
from django.db import (
    DatabaseError,
    IntegrityError,
    InterfaceError,
    InternalError,
    OperationalError,
    ProgrammingError,
    connection,
)
from django.test import Client, RequestFactory
from django.urls import reverse

from appointments.guards.links import token_for
from appointments.guards.outage import keeps_what_was_typed
from appointments.models import LostLink, Note, RequestLink
from appointments.request_form.fields import MemorableDateField

from .form_answers import START

LOST_LINK = "/appointments/manage/"


@contextlib.contextmanager
def no_database():
    """Point the connection to a port where nobody listens, as after a crash of the server."""
    connection.close()
    kept = dict(connection.settings_dict)
    connection.settings_dict |= {"HOST": "127.0.0.1", "PORT": "1", "OPTIONS": {}}
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict |= kept


@contextlib.contextmanager
def killed_at(statement):
    """Have the server end the connection in the moment before a statement, as at a restart."""

    def kill(execute, sql, params, many, context):
        if statement in sql:
            with contextlib.suppress(OperationalError):
                execute("SELECT pg_terminate_backend(pg_backend_pid())", (), False, context)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(kill):
        yield
    connection.close()  # what Django does at the end of a request; the test client leaves it to the test


def button_pressed(client, response):
    """Post the page's form as a browser would."""
    form = BeautifulSoup(response.content, "html.parser").main.form
    data = {field["name"]: field["value"] for field in form.find_all("input", type="hidden")}
    return client.post(form["action"], data)


def kept(response):
    page = BeautifulSoup(response.content, "html.parser")
    return {row.dt.get_text(): row.dd.get_text() for row in page.main.select(".summary-list__row")}


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("outage", [no_database, lambda: killed_at("appointments_lostlink")])
def test_what_was_typed_is_shown_and_one_press_sends_it_when_the_database_is_back(hospital, outage):
    client = Client(enforce_csrf_checks=True)
    client.get(LOST_LINK)
    typed = {"email": "pat@example.com", "csrfmiddlewaretoken": client.cookies["csrftoken"].value}
    with outage():
        response = client.post(LOST_LINK, typed)
    text = response.content.decode()
    assert response.status_code == 503
    assert response["Retry-After"] == "60"
    assert "no-store" in response["Cache-Control"]
    assert kept(response) == {"E-mail address": "pat@example.com"}
    assert 'href="tel:919-555-0100"' in text
    assert 'href="tel:911"' in text
    assert not LostLink.objects.exists()
    assert button_pressed(client, response).status_code == 302
    assert LostLink.objects.get().email == "pat@example.com"


@pytest.mark.django_db(transaction=True)
def test_a_request_opens_at_the_second_press(client, make_request):
    link = RequestLink.objects.create(request=make_request())
    address = f"/appointments/manage/{token_for(link)}/"
    born = {"date_of_birth_month": "3", "date_of_birth_day": "27", "date_of_birth_year": "1962"}
    with no_database():
        response = client.post(address, born)
        reading = client.get(address)
    assert kept(response) == {"Patient's date of birth": "3 27 1962"}
    assert response["Referrer-Policy"] == reading["Referrer-Policy"] == "strict-origin"
    assert button_pressed(client, response).url == address
    assert reading.status_code == 503
    page = BeautifulSoup(reading.content, "html.parser").main
    assert page.form is None
    assert page.select_one("a.button")["href"] == address


@pytest.mark.django_db(transaction=True)
def test_signed_in_staff_keep_what_they_typed_too(hospital, scheduler):
    client = Client(raise_request_exception=False)
    client.force_login(scheduler)
    with no_database():
        response = client.post(LOST_LINK, {"email": "pat@example.com"})
    assert response.status_code == 503
    assert kept(response) == {"E-mail address": "pat@example.com"}


@pytest.mark.django_db(transaction=True)
def test_a_password_is_never_shown_again(hospital):
    client = Client(raise_request_exception=False)
    with no_database():
        response = client.post("/accounts/login/", {"login": "sam@example.com", "password": "zebraword"})
    assert response.status_code == 503
    assert "zebraword" not in response.content.decode()


class Questions(forms.Form):
    half = forms.ChoiceField(label="Time of day", choices=[("am", "Morning"), ("pm", "Afternoon")])
    scans = forms.MultipleChoiceField(choices=[("mri", "MRI"), ("ct", "CT")])
    message = forms.BooleanField(label="You may leave a message")
    born = MemorableDateField(label="Date of birth")
    step = forms.CharField(widget=forms.HiddenInput)


def test_answers_are_shown_in_the_words_of_their_form_and_all_of_them_are_sent_again(django_assert_num_queries):
    typed = {
        "half": "am",
        "scans": ["mri", "ct"],
        "message": "on",
        "born_month": "3",
        "born_day": "27",
        "born_year": "<b>",
        "step": "times",
        "day_1": "2026-12-01",
        "blank": " ",
        "trap": "x",
        "csrfmiddlewaretoken": "secret",
    }

    @keeps_what_was_typed(Questions, not_typed=["trap"])
    def fail(request):
        raise OperationalError

    response = fail(RequestFactory().post("/ask/?change=1", typed))
    assert kept(response) == {
        "Time of day": "Morning",
        "Scans": "MRI, CT",
        "You may leave a message": "Yes",
        "Date of birth": "3 27 <b>",
        "Day 1": "2026-12-01",
    }
    form = BeautifulSoup(response.content, "html.parser").main.form
    sent_again = [(field["name"], field["value"]) for field in form.find_all("input", type="hidden")]
    token = sent_again.pop(0)
    assert token[0] == "csrfmiddlewaretoken"
    assert token[1] not in ("", "secret")
    expected = [(name, value) for name, value in typed.items() if name not in ("scans", "csrfmiddlewaretoken")]
    assert sorted(sent_again) == sorted([*expected, ("scans", "mri"), ("scans", "ct")])
    assert form["action"] == "/ask/?change=1"


def caused(error, by):
    error.__cause__ = by
    return error


@pytest.mark.parametrize(
    ("error", "is_one"),
    [
        (OperationalError(), True),
        (InterfaceError("connection already closed"), True),
        # The server died in the middle of an answer: the driver has no code for that.
        (caused(DatabaseError(), psycopg2.DatabaseError("error with status PGRES_TUPLES_OK and no message")), True),
        (caused(InternalError(), psycopg2.errors.InFailedSqlTransaction()), False),
        (DatabaseError("Save with update_fields did not affect any rows."), False),
        (caused(IntegrityError(), psycopg2.IntegrityError()), False),
        (caused(ProgrammingError(), psycopg2.ProgrammingError()), False),
        (ZeroDivisionError(), False),
    ],
)
def test_only_a_database_that_is_away_is_an_outage(error, is_one):
    @keeps_what_was_typed()
    def fail(request):
        raise error

    if is_one:
        assert fail(RequestFactory().get("/")).status_code == 503
    else:
        with pytest.raises(type(error)):
            fail(RequestFactory().get("/"))


@pytest.mark.django_db(transaction=True)
def test_a_server_that_cannot_write_yet_is_away(hospital):
    client = Client()
    with connection.cursor() as cursor:
        cursor.execute("SET default_transaction_read_only = on")
    response = client.post(LOST_LINK, {"email": "pat@example.com"})
    connection.close()
    assert response.status_code == 503


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("outage", [no_database, lambda: killed_at("appointments_appointmentrequest")])
def test_the_desk_keeps_what_was_typed(hospital, scheduler, make_request, outage):
    client = Client(raise_request_exception=False)
    client.force_login(scheduler)
    request = make_request()
    address = reverse("admin:appointments_appointmentrequest_note", args=[request.pk])
    typed = {"seen_version": str(request.version), "text": "Call before noon."}
    with outage():
        response = client.post(address, typed)
        reading = client.get(reverse("admin:appointments_appointmentrequest_changelist"))
    assert (response.status_code, reading.status_code) == (503, 503)
    text = response.content.decode()
    assert "nothing was saved" in text
    assert "Don't wait for a page to work" not in text
    assert kept(response) == {"Note": "Call before noon."}
    assert button_pressed(client, response).status_code == 302
    assert Note.objects.get(request=request).text == "Call before noon."


@pytest.mark.django_db(transaction=True)
def test_pages_that_keep_nothing_say_try_again(hospital):
    with no_database():
        response = Client(raise_request_exception=False).get("/find-a-doctor/")
    assert response.status_code == 503
    assert "Please try again in a minute" in response.content.decode()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("address", ["condition/", "extend/", "leave/", "emergency/", "condition/keep/", "check/", ""])
def test_every_post_of_the_flow_keeps_what_was_typed(client, hospital, address):
    client.post(START)
    with no_database():
        response = client.post(START + address, {"reason": "It hurts.", "step": "condition"})
    assert response.status_code == 503
    assert kept(response) == {"In your own words, what's the problem?": "It hurts."}
    assert button_pressed(client, response).status_code in (204, 302, 422)
