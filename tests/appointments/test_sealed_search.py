"""What is typed to find a patient is in no address."""

from urllib.parse import unquote

import pytest
from bs4 import BeautifulSoup
from django.contrib import admin
from django.urls import reverse

from appointments.admin.sealed_search import SealedSearchAdmin, unsealed
from appointments.models import DeskSearch
from tests import factories

from .at_desk import QUEUE

pytestmark = pytest.mark.django_db


@pytest.fixture
def pat(hospital, directory):
    return factories.send_request(factories.make_answers(legal_name="Pat Quillfeather"))


@pytest.fixture
def desk(client, scheduler):
    client.force_login(scheduler)
    return client


def search_box(answer):
    """Return the form with the box, and the box."""
    page = BeautifulSoup(answer.content, "html.parser")
    box = page.select_one("#searchbar")
    return box.find_parent("form"), box


@pytest.mark.parametrize("page", ["/admin/", QUEUE, f"{QUEUE}?tab=mine"])
def test_every_box_posts_and_leads_to_the_list_with_what_was_typed(desk, pat, page):
    form, box = search_box(desk.get(page))
    assert form["method"] == "post"
    assert form.select_one("[name=csrfmiddlewaretoken]")
    answer = desk.post(QUEUE, {box["name"]: " Quillfeather "})
    assert answer.status_code == 302
    assert "quillfeather" not in unquote(answer["Location"]).lower()
    found = desk.get(answer["Location"])
    assert pat.legal_name in found.content.decode()
    assert search_box(found)[1]["value"] == "Quillfeather"
    assert DeskSearch.objects.get().typed == "Quillfeather"
    links = [link["href"] for link in BeautifulSoup(found.content, "html.parser").select("a[href]")]
    assert not any("quillfeather" in unquote(link).lower() for link in links)


def test_an_empty_box_leads_back_to_the_queue(desk):
    assert desk.post(QUEUE, {"find": " \0"[:1]})["Location"] == f"{QUEUE}?"


def test_filters_stay_and_the_page_of_the_other_list_does_not(desk, make_staff):
    desk.force_login(make_staff("ada@example.com", "Auditors"))
    log = reverse("admin:appointments_recordaccess_changelist")
    address = desk.post(f"{log}?kind__exact=opened&p=7&q=old", {"find": "kim@example.com"})["Location"]
    assert address.startswith(f"{log}?kind__exact=opened&q=gAAAA")
    assert search_box(desk.get(address))[1]["value"] == "kim@example.com"


def test_words_that_another_key_sealed_find_nothing_and_never_fail(desk, pat, settings):
    address = desk.post(QUEUE, {"find": "Quillfeather"})["Location"]
    settings.SECOND_FACTOR_KEY = "another" * 8
    answer = desk.get(address)
    assert answer.status_code == 200
    assert pat.legal_name not in answer.content.decode()


@pytest.mark.parametrize("words", ["", "Pat", "gAAAA", "é🙂", "x" * 5000])
def test_what_is_not_sealed_is_taken_as_it_is(words):
    assert unsealed(words) == words


def test_every_list_of_the_desk_with_a_box_keeps_it_out_of_the_address():
    searched = {
        model._meta.label: isinstance(model_admin, SealedSearchAdmin)
        for model, model_admin in admin.site._registry.items()
        if model._meta.app_label == "appointments" and model_admin.search_fields
    }
    assert len(searched) >= 3
    assert set(searched.values()) == {True}, searched
