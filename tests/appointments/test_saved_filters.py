"""Filters of the queue that staff keep under a name."""

import re

import pytest
from django.urls import reverse

from appointments.models import SavedFilter
from appointments.services.saved_filters import MOST_SAVED
from tests.factories import make_member

from .at_desk import QUEUE, words_of

SAVE = reverse("admin:appointments_savedfilter_save")
SPANISH = {"tab": "all", "language": "es"}


@pytest.fixture
def desk(client, scheduler):
    client.force_login(scheduler)
    return client


@pytest.fixture
def colleague(db):
    return make_member("kim@example.com", "Schedulers", is_staff=True)


@pytest.fixture
def manager(db):
    return make_member("mo@example.com", "Scheduling managers", is_staff=True)


def row_of(response):
    """Return the saved filters that a page shows: name and address."""
    row = re.search(r'<ul class="saved-filters".*?</ul>', response.content.decode(), re.DOTALL)
    return re.findall(r'<a href="([^"]+)"[^>]*>([^<]+)</a>', row[0]) if row else []


def test_a_filter_is_saved_with_its_tab_and_only_its_owner_sees_it(desk, colleague):
    page = desk.post(SAVE, {**SPANISH, "name": "  Spanish   calls ", "q": "ignored"}, follow=True)
    assert page.redirect_chain[-1][0] == f"{QUEUE}?tab=all&language=es"
    assert "Saved as “Spanish calls”." in words_of(page)
    assert row_of(page) == [("?tab=all&amp;language=es", "Spanish calls")]
    assert 'aria-current="page">Spanish calls' in page.content.decode()
    desk.force_login(colleague)
    assert row_of(desk.get(QUEUE)) == []


def test_the_same_name_replaces_it(desk):
    desk.post(SAVE, {**SPANISH, "name": "Mine"})
    desk.post(SAVE, {"tab": "new", "visit": "virtual", "name": "Mine"})
    assert list(SavedFilter.objects.values_list("query", flat=True)) == ["tab=new&visit=virtual"]


def test_a_manager_shares_one_with_everyone_and_can_take_it_away(desk, manager, scheduler):
    desk.force_login(manager)
    desk.post(SAVE, {**SPANISH, "name": "Spanish", "is_shared": "1"})
    desk.force_login(scheduler)
    page = desk.get(QUEUE, SPANISH)
    assert row_of(page) == [("?tab=all&amp;language=es", "Spanish")]
    assert "/remove/" not in page.content.decode()
    remove = reverse("admin:appointments_savedfilter_remove", args=[SavedFilter.objects.get().pk])
    assert desk.post(remove).status_code == 403
    assert desk.post(SAVE, {**SPANISH, "name": "For all", "is_shared": "1"}).status_code == 403
    desk.force_login(manager)
    assert desk.get(remove).status_code == 405
    assert desk.post(remove, follow=True).status_code == 200
    assert not SavedFilter.objects.exists()


@pytest.mark.parametrize("name", ["", "   ", "x" * 41])
def test_a_name_that_is_none_is_refused_in_a_sentence(desk, name):
    page = desk.post(SAVE, {**SPANISH, "name": name}, follow=True)
    assert re.search("Give the filter a name|at most 40 characters", words_of(page))
    assert not SavedFilter.objects.exists()


def test_there_is_an_end_to_how_many_one_can_have(desk):
    for number in range(MOST_SAVED):
        desk.post(SAVE, {**SPANISH, "name": f"Filter {number}"})
    assert "Remove one first" in words_of(desk.post(SAVE, {**SPANISH, "name": "One more"}, follow=True))
    assert SavedFilter.objects.count() == MOST_SAVED


@pytest.mark.parametrize("key", ["0", "x", "9" * 30, "-1"])
def test_a_filter_that_is_not_there_is_removed_without_a_word(desk, key):
    assert desk.post(reverse("admin:appointments_savedfilter_remove", args=[key]), follow=True).status_code == 200


def test_values_of_any_length_are_kept_short_and_filter_nothing(desk):
    page = desk.post(SAVE, {"tab": "x" * 3000, "clinic": "y" * 3000, "name": "Long"}, follow=True)
    assert page.status_code == 200
    assert len(SavedFilter.objects.get().query) < 100


def test_who_may_not_see_requests_is_told_so(desk, db):
    desk.force_login(make_member("al@example.com", "Auditors", is_staff=True))
    assert desk.post(SAVE, {**SPANISH, "name": "Mine"}).status_code == 403
    assert desk.post(reverse("admin:appointments_savedfilter_remove", args=[1])).status_code == 403
    assert not SavedFilter.objects.exists()
