"""Editors read the signs of danger, add phrases, and see why a card comes."""

import pytest

from physicians.models import Condition, DangerPhrase
from tests.factories import make_member

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("contexts")]
PHRASES = "/cms/snippets/physicians/dangerphrase/"


@pytest.fixture
def editor(client):
    client.force_login(make_member("editor@example.com", "Directory editors"))
    return client


def add(editor, phrase, **changes):
    return editor.post(f"{PHRASES}add/", {"phrase": phrase, "card": "911", "language": "en"} | changes)


def test_the_list_names_the_built_in_signs_which_have_no_link_to_edit(editor):
    page = editor.get(PHRASES).content.decode()
    for said in ("Built-in signs", "Loss of bladder or bowel control", "Thoughts of suicide", "no puedo"):
        assert said in page
    assert f"{PHRASES}edit/" not in page


def test_an_added_phrase_notes_who_and_when_and_alarms_at_once(editor):
    assert "Get help first" not in editor.get("/find-a-doctor/", {"q": "legs turned to stone"}).content.decode()
    assert add(editor, "  legs turned   to stone ").status_code == 302
    added = DangerPhrase.objects.get()
    assert (added.phrase, added.added_by.email) == ("legs turned to stone", "editor@example.com")
    assert 'href="tel:911"' in editor.get("/find-a-doctor/", {"q": "legs turned to stone"}).content.decode()
    assert f"{PHRASES}edit/{added.pk}/" in editor.get(PHRASES).content.decode()


def test_a_change_keeps_who_added_it(editor):
    other = make_member("first@example.com")
    phrase = DangerPhrase.objects.create(phrase="legs turned to stone", added_by=other)
    values = {"phrase": "legs like stone", "card": "911", "language": "en"}
    assert editor.post(f"{PHRASES}edit/{phrase.pk}/", values).status_code == 302
    phrase.refresh_from_db()
    assert (phrase.phrase, phrase.added_by) == ("legs like stone", other)


@pytest.mark.parametrize(
    ("phrase", "said"),
    [
        ("pain", "Enter at least two telling words."),
        ("the my", "Enter at least two telling words."),
        ("back pain", "would see no doctors"),
        ("disk slipped", "would see no doctors"),
        ("", "This field is required."),
        ("x" * 81, "at most 80 characters"),
    ],
)
def test_a_phrase_that_would_hide_doctors_from_others_is_refused(editor, phrase, said):
    Condition.objects.create(name="Back pain", slug="back-pain", lay_phrases=["slipped disk"])
    response = add(editor, phrase)
    assert response.status_code == 200
    assert said in response.content.decode()
    assert not DangerPhrase.objects.exists()


def test_try_a_search_says_why_a_card_comes(editor, make_physician):
    make_physician()
    DangerPhrase.objects.create(phrase="legs turned to stone")
    response = editor.get("/cms/directory/try/", {"q": "lopez my legs truned to stone, i cant urinate, kill my self"})
    page = response.content.decode()
    for said in (
        "Added phrase: “legs turned to stone”",
        "Unable to urinate or to empty the bowels",
        "“cant urinate”",
        "Crisis line: 988",
        "“kill my self”",
    ):
        assert said in page
    assert "Why this doctor" not in page
    assert "Why help comes first" not in editor.get("/cms/directory/try/", {"q": "lopez"}).content.decode()
