"""Managers keep message templates; schedulers put them into the forms of a request's page."""

import html
import re

import pytest
from django.contrib.admin.models import LogEntry
from django.db import models

from appointments.admin.request_page.action_registry import ACTIONS
from appointments.models import (
    Message,
    MessageTemplate,
    Note,
    SpokenLanguage,
    TemplateTranslation,
    TemplateUse,
)
from appointments.models.message_template import WRITTEN_LANGUAGES
from appointments.sample_content import load_templates
from tests.factories import make_answers, send_request

from .at_desk import press, words_of
from .visits import book, wanted

TEMPLATES = "/admin/appointments/messagetemplate/"
NO_TRANSLATION = {"translations-TOTAL_FORMS": "0", "translations-INITIAL_FORMS": "0"}
SCANS = {"use": "ask", "name": "Scans", "text": "Dear {patient}, where?", "position": "1", "is_active": "on"}


def translated(language="es", text="Hola {patient}"):
    form = {"translations-0-language": language, "translations-0-text": text}
    return {"translations-TOTAL_FORMS": "1", "translations-INITIAL_FORMS": "0", **form}


def make(text="Where are your scans?", use="ask", **fields):
    return MessageTemplate.objects.create(**{"use": use, "name": text[:20], "text": text} | fields)


def options(page, use):
    """Return what the select of a form offers: the names with their filled-in texts."""
    form = re.search(rf'id="do-{use}".*?</form>', page.content.decode(), re.DOTALL)[0]
    found = re.findall(r'data-text="([^"]*)">([^<]*)</option>', form)
    return {html.unescape(name): html.unescape(text) for text, name in found}


def text_in(page, field):
    return html.unescape(re.search(rf'<textarea name="\w+"[^>]*id="{field}"[^>]*>\n(.*?)</textarea>', page, re.S)[1])


@pytest.fixture
def manager(make_staff):
    return make_staff("morgan@example.com", "Scheduling managers")


@pytest.fixture
def office(client, manager):
    client.force_login(manager)
    return client


@pytest.fixture
def desk(client, scheduler):
    client.force_login(scheduler)
    return client


def test_a_manager_adds_changes_and_deletes_a_template_and_the_log_has_it_all(office, manager):
    page = office.get(TEMPLATES)
    assert "No templates yet." in words_of(page)
    assert f'href="{TEMPLATES}" aria-current' in page.content.decode()
    assert office.post(f"{TEMPLATES}add/", SCANS | translated()).status_code == 302
    template = MessageTemplate.objects.get()
    assert list(template.translations.values_list("language", "text")) == [("es", "Hola {patient}")]
    assert "Scans Question to the patient English, Español (Spanish) 1" in words_of(office.get(TEMPLATES))
    address = f"{TEMPLATES}{template.pk}/"
    changed = SCANS | NO_TRANSLATION | {"text": "When?"}
    assert office.post(f"{address}change/", changed).status_code == 302
    assert "Changed Text." in words_of(office.get(f"{address}history/"))
    assert office.post(f"{address}delete/", {"post": "yes"}).status_code == 302
    assert not MessageTemplate.objects.exists()
    logged = LogEntry.objects.filter(user=manager, content_type__model="messagetemplate")
    assert sorted(logged.values_list("action_flag", flat=True)) == [1, 2, 3]


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        (
            {"text": "Dear {patience}"},
            "“{patience}” isn't a placeholder. You can use {patient}, {doctor}, {clinic}, {",
        ),
        ({"text": "Dear {}"}, "“{}” isn't a placeholder."),
        ({"text": "Dear {patient"}, "A “{” or “}” is missing or misplaced."),
        ({"text": "Dear {{patient}}"}, "A “{” or “}” is missing or misplaced."),
        ({"text": "x" * 451}, "Please shorten this to 450 characters or fewer. It has 451 now."),
        ({"text": " "}, "This field is required."),
        ({"text": "a\0b"}, "This contains a character that can't be saved."),
        ({"name": ""}, "This field is required."),
        ({"name": "x" * 61}, "Please shorten this to 60"),
        ({"name": "Taken"}, "There's already a template with this name for the same use."),
        ({"use": "offer"}, "Select a valid choice."),
        ({"position": "-1"}, "greater than or equal to 0"),
        ({"position": "9" * 30}, "less than or equal to"),
        (translated(text="Hola {paciente}"), "“{paciente}” isn't a placeholder."),
        (translated(language="ase"), "Select a valid choice."),
        (translated() | {"use": "note"}, "Only questions to patients need other languages."),
    ],
)
def test_bad_input_gets_a_sentence_and_loses_nothing_typed(office, typed, sentence):
    make(name="Taken")
    page = office.post(f"{TEMPLATES}add/", SCANS | NO_TRANSLATION | typed)
    assert page.status_code == 200
    assert sentence in html.unescape(words_of(page))
    shown = html.unescape(page.content.decode())
    assert all(value.replace("\0", "�") in shown for value in typed.values())
    assert MessageTemplate.objects.count() == 1


@pytest.mark.parametrize(("group", "may_look"), [("Schedulers", False), ("Nurses", False), ("Auditors", True)])
def test_others_change_nothing_and_auditors_look(client, make_staff, group, may_look):
    template = make()
    client.force_login(make_staff("someone@example.com", group))
    address = f"{TEMPLATES}{template.pk}/"
    for looked_at in (TEMPLATES, f"{address}change/", f"{address}history/"):
        assert client.get(looked_at).status_code == (200 if may_look else 403)
    for changing in (f"{TEMPLATES}add/", f"{address}change/", f"{address}delete/"):
        assert client.post(changing, SCANS | translated() | {"post": "yes"}).status_code == 403
    client.post(TEMPLATES, {"action": "delete_selected", "_selected_action": template.pk, "post": "yes"})
    assert list(MessageTemplate.objects.values_list("pk", "text")) == [(template.pk, template.text)]
    assert (f'href="{TEMPLATES}"' in client.get("/admin/").content.decode()) == may_look


def test_every_use_is_a_button_that_takes_templates():
    assert {name for name, action in ACTIONS.items() if action.templates_fill} == set(TemplateUse.values)
    for use in TemplateUse.values:
        assert ACTIONS[use].templates_fill in ACTIONS[use].form_class.base_fields


def test_a_template_is_filled_in_from_the_request_and_the_visit(desk, make_request, visiting, clinic, scheduler):
    make("{patient}, {doctor}, {clinic}, {phone}", use="note", name="All")
    record = make_request()
    before = options(desk.get(record.get_absolute_url()), "note")["All"]
    assert before == f"Pat Doe, {record.physician.display_name}, {{clinic}}, (919) 555-0100"
    book(record, scheduler, wanted(visiting, clinic))
    assert options(desk.get(record.get_absolute_url()), "note")["All"].split(", ")[-2] == clinic.name


def test_only_active_templates_of_a_form_are_in_its_select_in_their_order(desk, make_request):
    make("Later", position=2)
    make("First", position=1)
    make("Gone", is_active=False)
    make("Note", use="note")
    page = desk.get(make_request().get_absolute_url())
    assert list(options(page, "ask")) == ["First", "Later"]
    assert list(options(page, "note")) == ["Note"]
    assert options(page, "contact") == options(page, "close") == {}
    assert "contact_template" not in page.content.decode()


def test_a_patient_reads_the_own_language_first_and_colleagues_read_english(desk, hospital, scheduler):
    for use in ("ask", "note"):
        TemplateTranslation.objects.create(template=make("Where?", use=use), language="es", text="¿Dónde, {patient}?")
    answers = [make_answers(language=language) for language in ("es", "vi")]
    spanish, other = (send_request(each) for each in answers)
    page = desk.get(spanish.get_absolute_url())
    assert options(page, "ask") == {"Where?": "¿Dónde, Pat Doe?\n\nWhere?"}
    assert options(page, "note") == options(desk.get(other.get_absolute_url()), "ask") == {"Where?": "Where?"}


def test_use_puts_the_words_behind_what_was_typed_and_keeps_the_rest(desk, make_request):
    record, template = make_request(), make("Left a message at {phone}.", use="contact")
    typed = {"channel": "letter", "outcome": "busy", "next_on": "2027-01-07", "text": "Called twice.  \n"}
    page = press(desk, record, "contact", use_template="1", template=template.pk, **typed)
    assert page.status_code == 200
    shown = page.content.decode()
    assert text_in(shown, "contact_text") == "Called twice.\n\nLeft a message at (919) 555-0100."
    assert re.search(r'id="contact_text"[^>]*autofocus|autofocus[^>]*id="contact_text"', shown)
    assert '<option value="letter" selected>' in shown
    assert re.search(r'value="busy"[^>]*checked', shown)
    assert 'value="2027-01-07"' in shown
    assert "There is a problem" not in shown
    record.refresh_from_db()
    assert record.contact_attempts.count() == 0


@pytest.mark.parametrize("chosen", ["", "0", "x", "9" * 30, "1\0"])
def test_use_without_a_choice_is_a_sentence_and_keeps_what_was_typed(desk, make_request, chosen):
    make("Hello")
    page = press(desk, make_request(), "ask", use_template="1", template=chosen, text="My own words\0")
    assert (page.status_code, "Choose a template first." in words_of(page)) == (422, True)
    assert text_in(page.content.decode(), "ask_text") == "My own words�"
    assert not Message.objects.exists()


def test_use_beside_a_form_without_templates_does_nothing(desk, make_request):
    template = make("Hello")
    page = press(desk, make_request(), "waitlist", use_template="1", template=template.pk, reason="June")
    assert page.status_code == 422
    assert text_in(page.content.decode(), "waitlist_reason") == "June"


def test_a_placeholder_that_is_left_is_never_sent(desk, make_request):
    record = make_request()
    page = press(desk, record, "ask", text="Would {doctor} or {clinic} suit you, {doctor}? {else}")
    assert page.status_code == 422
    assert "Replace {doctor}, {clinic} with words: the request doesn't say it." in words_of(page)
    assert "{doctor} or {clinic} suit you" in words_of(page)
    assert not Message.objects.exists()
    press(desk, record, "ask", text="Would {else} suit you?")  # nothing of ours
    assert Message.objects.get().text == "Would {else} suit you?"


def test_deleting_a_used_template_leaves_the_words_where_they_went(desk, make_request):
    record, template = make_request(), make("Where are your scans?")
    filled = text_in(press(desk, record, "ask", use_template="1", template=template.pk).content.decode(), "ask_text")
    press(desk, record, "ask", text=filled)
    template.delete()
    assert record.messages.get().text == "Where are your scans?"
    assert "Where are your scans?" in words_of(desk.get(record.get_absolute_url()))


def test_the_tables_of_templates_hold_nothing_about_patients(desk, make_request):
    """They point to no request, and using a template writes nothing into them."""
    record, template = make_request(), make("Dear {patient}", use="note")
    for model in (MessageTemplate, TemplateTranslation):
        related = {field.related_model for field in model._meta.get_fields() if field.is_relation}
        assert related <= {MessageTemplate, TemplateTranslation}
        kinds = {type(field) for field in model._meta.concrete_fields}
        assert not kinds & {models.JSONField, models.DateField}
    before = MessageTemplate.objects.values().get()
    press(desk, record, "note", use_template="1", template=template.pk)
    press(desk, record, "note", text="Dear Pat")
    assert Note.objects.get().text == "Dear Pat"
    assert MessageTemplate.objects.values().get() == before


def test_the_first_templates_can_be_saved_as_they_are_and_come_once(db):
    load_templates()
    number = MessageTemplate.objects.count()
    for template in (*MessageTemplate.objects.all(), *TemplateTranslation.objects.all()):
        template.full_clean()
    MessageTemplate.objects.first().delete()
    load_templates()
    assert MessageTemplate.objects.count() == number - 1


def test_every_written_language_of_patients_can_have_a_text():
    unwritten = {SpokenLanguage.EN, SpokenLanguage.ASE, SpokenLanguage.OTHER}
    assert {code for code, _label in WRITTEN_LANGUAGES} == set(SpokenLanguage.values) - unwritten
