"""Autosave and “Publish” at the same moment, or two people with the same name: a sentence, never a failure."""

import pytest
from django.db import IntegrityError
from django.forms import ModelForm

from physicians.models import Condition, Location
from tests.factories import make_clinic, make_member

pytestmark = pytest.mark.django_db
CLINIC = {"name": "Mill Heron", "slug": "mill-heron", "phone": "(919) 555-0100", "street": "1 Sample Way",
          "city": "Raleigh", "state": "NC", "postal_code": "27610", "time_zone": "America/New_York"}  # fmt: skip
FORMS = {
    "location": CLINIC,
    "condition": {"name": "Back pain", "slug": "back-pain", "body_region": "whole", "lay_phrases": ""},
}


@pytest.fixture
def editor(client, monkeypatch):
    """An editor whose form looked for the same name a moment too early."""
    make_clinic("mill-heron", name="Mill Heron")
    Condition.objects.create(name="Back pain", slug="back-pain")
    monkeypatch.setattr(ModelForm, "validate_unique", lambda form: None)
    client.force_login(make_member("editor@example.com", "Directory editors"))
    return client


@pytest.mark.parametrize("kind", FORMS)
def test_what_is_saved_a_moment_later_is_answered_with_a_sentence(editor, kind):
    address = f"/cms/snippets/physicians/{kind}/"
    published = editor.post(f"{address}add/", FORMS[kind] | {"action-publish": "1"})
    assert published.status_code == 409
    page = published.content.decode()
    assert "This was just saved as a draft while you were typing" in page
    assert f'href="{address}"' in page
    autosaved = editor.post(f"{address}add/", FORMS[kind], headers={"Accept": "application/json"})
    assert autosaved.status_code == 400
    assert autosaved.json()["error_message"].startswith("This was just saved")
    assert Location.objects.count() == Condition.objects.count() == 1


def test_other_refusals_of_the_database_are_no_double(editor, monkeypatch):
    def refuse(*args, **kwargs):
        raise IntegrityError

    monkeypatch.setattr(Location, "save", refuse)
    assert editor.post("/cms/snippets/physicians/location/add/", CLINIC).status_code == 400
