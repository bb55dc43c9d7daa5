"""Editors read the signs of danger, add phrases, and see why a card comes."""

import html

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from physicians.danger import find_danger
from physicians.danger.detector import BUILT_IN
from physicians.danger.sign_examples import SENTENCES, examples_of
from physicians.models import Condition, DangerPhrase
from spine.four_eyes.approval_workflow import settle_approval_workflow
from spine.models import content_hash
from tests.factories import make_clinic, make_member, make_physician
from tests.spine.approving import publish

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("contexts")]
PHRASES = "/cms/snippets/physicians/dangerphrase/"
NEW = {"card": "911", "language": "en", "in_use": "on"}


@pytest.fixture
def editor(client):
    client.force_login(make_member("editor@example.com", "Directory editors"))
    return client


def add(editor, phrase, **changes):
    return editor.post(f"{PHRASES}add/", NEW | {"phrase": phrase} | changes)


def test_the_list_names_the_built_in_signs_which_have_no_link_to_edit(editor):
    page = editor.get(PHRASES).content.decode()
    for said in ("Built-in signs", "Loss of bladder or bowel control", "Thoughts of suicide", "No puedo orinar"):
        assert said in page
    assert f"{PHRASES}edit/" not in page


def test_search_and_filters_hold_for_the_built_in_signs_too(editor):
    found = editor.get(f"{PHRASES}results/", {"q": "overdose", "card": "911", "language": "es"}).content.decode()
    assert "Creo que es una sobredosis" in found
    assert "I took too many pain pills" not in found
    assert "Thoughts of suicide" not in found
    assert "No built-in sign fits" in editor.get(PHRASES, {"q": "zanzibar"}).content.decode()


def test_every_built_in_sign_has_an_example_that_someone_might_type():
    assert [str(sign.name) for sign in BUILT_IN if not examples_of(sign)] == []
    assert set(SENTENCES) == {sentence for sign in BUILT_IN for sentence in examples_of(sign)}


def test_a_phrase_alarms_once_a_reviewer_has_approved_it(editor, client):
    settle_approval_workflow(reviewers=Group.objects.get(name="Clinical reviewers"))
    response = add(editor, "  legs turned   to stone ", **{"action-submit": "1"})
    phrase = DangerPhrase.objects.get()
    assert (response.status_code, phrase.phrase, phrase.live) == (302, "legs turned to stone", False)
    assert not find_danger("legs turned to stone")
    client.force_login(make_member("reviewer@example.com", "Clinical reviewers"))
    page = client.get(f"{PHRASES}edit/{phrase.pk}/").content.decode()
    assert "legs turned to stone" in page
    address = reverse(
        "wagtailsnippets_physicians_dangerphrase:workflow_action",
        args=[phrase.pk, "approve", phrase.current_workflow_task_state.pk],
    )
    client.post(address, {"seen": content_hash(phrase.latest_revision_id), "comment": "Read it"})
    assert 'href="tel:911"' in client.get("/find-a-doctor/", {"q": "legs turned to stone"}).content.decode()


def test_no_button_publishes_deletes_or_unpublishes_a_phrase(editor):
    phrase = DangerPhrase.objects.create(phrase="legs turned to stone", live=False)
    add(editor, "feet like concrete", **{"action-publish": "1"})
    assert not DangerPhrase.objects.filter(live=True).exists()
    publish(phrase)
    for road in ("delete", "unpublish"):
        editor.post(f"{PHRASES}{road}/{phrase.pk}/")
    phrase.refresh_from_db()
    assert phrase.live
    page = editor.get(f"{PHRASES}edit/{phrase.pk}/").content.decode()
    assert f"{PHRASES}delete/" not in page
    assert "In use" in page


def test_after_saving_a_phrase_can_be_tried(editor):
    page = editor.post(f"{PHRASES}add/", NEW | {"phrase": "legs turned to stone"}, follow=True).content.decode()
    assert "/cms/directory/try/?q=legs+turned+to+stone" in page


@pytest.mark.parametrize(
    ("phrase", "said"),
    [
        ("pain", "at least two telling words"),
        ("the my", "at least two telling words"),
        ("no back", "at least two telling words"),
        ("cant not walk", "at least two telling words"),
        ("sin la espalda", "at least two telling words"),
        ("legs arms feet hands neck stone", "at most five telling words"),
        ("back pain", "would see no doctors"),
        ("disk slipped", "would see no doctors"),
        ("Núñez tomas", "would see no doctors"),
        ("tommy slipped disk", "would see no doctors"),
        ("slipped disk raleigh", "would see no doctors"),
        ("chest pain", "already lead to this card, as a sign of “Chest pain"),
        ("<img src=x onerror=alert(1)> legs", "only letters"),
        ("legs \u202estone", "only letters"),
        ("legs 3 stone", "only letters"),
        ("legs " + "a" * 41, "more than 40 letters"),
        ("", "This field is required."),
        ("x" * 81, "at most 80 characters"),
    ],
)
def test_a_phrase_that_is_no_phrase_or_would_hide_doctors_is_refused_in_one_sentence(editor, phrase, said):
    Condition.objects.create(name="Back pain", slug="back-pain", lay_phrases=["slipped disk"])
    make_clinic("raleigh")
    make_physician("Tomás", "Núñez", known_as="Tommy")
    response = add(editor, phrase)
    assert response.status_code == 200
    assert html.unescape(response.content.decode()).count(said) == 1
    assert not DangerPhrase.objects.exists()


@pytest.mark.parametrize(
    "phrase", ["legs turned to stone", "piernas de trapo", "lightning legs frozen", "knife in spine"]
)
def test_what_tells_a_danger_is_taken(editor, phrase):
    make_physician(family_name="Stone")
    assert add(editor, phrase).status_code == 302


def test_a_phrase_is_in_the_list_once(editor):
    add(editor, "legs turned to stone")
    assert "This phrase is already in the list." in add(editor, "legs turned to stone").content.decode()


def test_try_a_search_says_why_a_card_comes(editor, make_physician):
    make_physician()
    publish(DangerPhrase.objects.create(phrase="legs turned to stone", live=False))
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
