"""Every address of both staff doors, asked as everybody: who gets a page, and that a patient is only at the desk."""

import logging

import pytest
from django.contrib.auth import get_user_model
from django.http import HttpResponse
from django.test import Client
from wagtail.models import ModelLogEntry, PageLogEntry, ReferenceIndex
from wagtail.search.index import get_indexed_models

from . import everything
from .addresses import every_address
from .who_may import no_page, who_may

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),  # Wagtail's temporary files
]
DESK, CMS = "/admin/", "/cms/"
IN_THE_CMS = ["Editors", "Directory editors", "Clinical reviewers", "Emergency publishers"]
REFUSED = {403, 404}
NEEDS_PROOF = "wakemed.signin.account_adapter.StaffAccountAdapter.is_reauthentication_required"
ABOUT_ACCOUNTS = ("/admin/wakemed/user/", "/admin/auth/", "/admin/account/", "/cms/users/", "/cms/groups/")


@pytest.fixture(scope="module")
def things(loaded_everything):
    return loaded_everything


@pytest.fixture(scope="module")
def addresses(things, django_db_blocker):
    with django_db_blocker.unblock():
        return every_address(things)


@pytest.fixture(autouse=True)
def _quick(monkeypatch):
    """Leave out what takes a good part of the time: the refusal's page (test_doors.py), logs."""
    monkeypatch.setattr("wakemed.signin.doors.render", lambda *args, **kwargs: HttpResponse(status=403))
    logging.disable(logging.CRITICAL)
    yield
    logging.disable(logging.NOTSET)


@pytest.fixture
def walk(things, addresses, monkeypatch):
    """A function that asks for the addresses of a door as someone, or as nobody.

    Who is signed in is asked once and not with each address, which would take a third of the time.
    """

    def ask(who, door, names=None, fresh=True):
        client = Client(raise_request_exception=False)
        if who:
            someone = get_user_model().objects.get(pk=things.staff[who].pk)
            monkeypatch.setattr("django.contrib.auth.get_user", lambda request: someone)
            monkeypatch.setattr(NEEDS_PROOF, lambda *args, **kwargs: not fresh)
        for name, address in addresses:
            if address.startswith(door) and (names is None or name in names):
                yield name, client.get(address)

    return ask


def said(response):
    """Return the whole answer in lower case."""
    return response.getvalue().decode(errors="replace").lower()


def is_refusal(response):
    """Tell whether the person was turned away; Wagtail leads to another page and says so there."""
    return response.status_code in REFUSED or response.headers.get("Location", "").startswith(CMS)


def patient_words(things):
    """Return what of the patients must stand nowhere in the CMS."""
    references = [request.reference.lower() for request in (things.appointmentrequest, things.offered)]
    return [*everything.PATIENT, *references, *(f"{reference[:4]}-{reference[4:]}" for reference in references)]


def test_the_table_knows_every_address_and_no_other(addresses):
    names = {name for name, _address in addresses if not name.endswith("<path:object_id>/")}
    assert names - set(who_may()) - set(no_page()) == set(), "say in who_may.py who gets these"
    assert (set(who_may()) | set(no_page())) - names == set(), "these are gone"
    assert set(who_may()) & set(no_page()) == set()


@pytest.mark.parametrize("door", [DESK, CMS])
def test_a_stranger_is_sent_to_the_sign_in_from_every_address(walk, door):
    answers = [(name, answer.headers.get("Location", "")) for name, answer in walk(None, door)]
    assert len(answers) > 90
    assert [answer for answer in answers if not answer[1].startswith("/accounts/login/?next=")] == []


@pytest.mark.parametrize("door", [DESK, CMS])
def test_a_password_alone_is_sent_to_the_second_step_from_every_address(walk, door, settings):
    settings.SECOND_FACTOR_REQUIRED = True
    answers = [(name, answer.headers.get("Location", "")) for name, answer in walk("Superuser", door)]
    assert len(answers) > 90
    assert [answer for answer in answers if not answer[1].startswith("/accounts/second-step/?next=")] == []


def test_every_address_about_accounts_asks_for_fresh_proof(walk):
    for part in ABOUT_ACCOUNTS:
        leads = [answer.headers.get("Location", "") for _, answer in walk("Superuser", part, fresh=False)]
        assert leads, part
        assert [lead for lead in leads if not lead.startswith(("/accounts/reauthenticate/?next=", part))] == [], part


@pytest.mark.parametrize(("group", "door"), [("Schedulers", CMS), *((group, DESK) for group in IN_THE_CMS)])
def test_the_other_door_is_shut_at_every_address(walk, group, door):
    assert {name: answer.status_code for name, answer in walk(group, door) if answer.status_code != 403} == {}


@pytest.mark.parametrize("group", IN_THE_CMS)
def test_the_cms_opens_what_the_group_needs_and_never_shows_a_patient(walk, things, group):
    table, secrets = who_may(), patient_words(things)
    wrong, leaks = {}, {}
    for name, answer in walk(group, CMS):
        text = said(answer)
        if (
            (name in table and (answer.status_code == 200) != (group in table[name]))
            or (name in table and answer.status_code != 200 and not is_refusal(answer))
            or (name not in table and answer.status_code != no_page()[name] and not is_refusal(answer))
        ):
            wrong[name] = answer.status_code
        if found := [word for word in secrets if word in text]:
            leaks[name] = found
    assert leaks == {}
    assert wrong == {}


LEADS_ON = {"admin:appointments_appointmentrequest_history"}  # to the history on the request's own page


def unexpected_at_the_desk(walk, who, groups):
    """Return the addresses whose answer is another than the table says for someone with these groups’ rights."""
    wrong = {}
    for name, answer in walk(who, DESK):
        if name.endswith("<path:object_id>/"):
            expected = 302  # to the row's page
        elif name in who_may():
            expected = (302 if name in LEADS_ON else 200) if who_may()[name] & groups else 403
        else:
            expected = no_page()[name]
        if answer.status_code != expected:
            wrong[name] = answer.status_code
    return wrong


@pytest.mark.parametrize("group", everything.AT_THE_DESK)
def test_the_desk_opens_what_the_group_needs(walk, group):
    assert unexpected_at_the_desk(walk, group, {group}) == {}


def test_the_desk_shows_what_is_looked_for_in_the_cms(walk, things):
    (_name, page), *_ = walk("Schedulers", DESK, {"admin:appointments_appointmentrequest_change"})
    assert {"quillfeather", "555-0187", "zanzibar"} <= {word for word in patient_words(things) if word in said(page)}


def test_a_superuser_gets_what_no_group_may_open_and_the_desk(walk, things):
    assert unexpected_at_the_desk(walk, everything.SUPERUSER, {*everything.AT_THE_DESK, everything.SUPERUSER}) == {}
    alone = {name for name, groups in who_may().items() if groups == {everything.SUPERUSER}}
    answers = dict(walk(everything.SUPERUSER, CMS, alone | set(no_page())))
    assert {name for name, answer in answers.items() if answer.status_code >= 500} == set()
    assert {name: answers[name].status_code for name in alone & set(answers) if answers[name].status_code != 200} == {}
    secrets = patient_words(things)
    assert {name for name, answer in answers.items() if any(word in said(answer) for word in secrets)} == set()


def test_nobody_from_the_cms_can_press_a_button_of_the_desk(things, addresses):
    pressed = [(name, address) for name, address in addresses if name.startswith("admin:appointments_")]
    before = things.appointmentrequest.status_changes.count()
    for group in IN_THE_CMS:
        client = Client()
        client.force_login(things.staff[group])
        done = {name for name, address in pressed if client.post(address, {"seen_version": 1}).status_code != 403}
        assert done == set(), group
    assert things.appointmentrequest.status_changes.count() == before


def test_no_address_of_the_cms_that_takes_any_model_takes_a_patient(things):
    key = things.appointmentrequest.pk
    client = Client()
    for who in ("Editors", everything.SUPERUSER):
        client.force_login(things.staff[who])
        for address in (
            f"/cms/editing-sessions/ping/appointments/appointmentrequest/{key}/{things.session.pk}/",
            f"/cms/bulk/appointments/appointmentrequest/delete/?id={key}",
            "/cms/settings/appointments/appointmentrequest/",
            "/cms/tag-autocomplete/appointments/appointmentrequest/",
            "/cms/pages/create/appointments/appointmentrequest",
            f"/cms/pages/add/appointments/appointmentrequest/{things.home.pk}/",
            "/cms/snippets/appointments/appointmentrequest/",
            "/cms/snippets/choose/appointments/appointmentrequest/",
        ):
            for answer in (client.get(address), client.post(address)):
                assert is_refusal(answer) or answer.status_code == 405, address


def test_wagtail_keeps_nothing_about_patients(things):
    """Its logs, its index of references and its search are what reports and usage pages show."""

    def patients(models):
        names = {(model._meta.app_label, model._meta.model_name) for model in models}
        return {name for name in names if name[0] == "appointments"} - {("appointments", "requestwording")}

    logged = {entry.content_type.model_class() for log in (ModelLogEntry, PageLogEntry) for entry in log.objects.all()}
    assert logged  # there is something to look at
    assert patients(logged) == set()
    assert patients(ReferenceIndex.indexed_models) == set()
    assert patients(get_indexed_models()) == set()
