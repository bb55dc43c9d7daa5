"""Ordinary queries, written before the tuning by someone else: what is corrected, and what is meant.

The first runs, before anything was tuned to these queries: NEVER_CORRECTED 1 of 137 corrected, MEANT 97 of 97,
ANSWERED 101 of 118, NOT_ANSWERED 0 of 12, SPANISH 57 of 85, WITHOUT 56 of 63, STATE_LICENSE 29 of 34,
NOT_TREATED 44 of 45, TREATED 0 of 27 turned away.
"""

import datetime

import pytest
from django.http import QueryDict
from django.utils import timezone
from django.utils.http import urlencode

from physicians.models import PhysicianDocument, SearchTerm
from physicians.search.directory_search import open_directory
from physicians.search.facets import offered_facets
from physicians.search.parse.query_parser import parse_query
from physicians.search.parse.tokens import tokenize
from physicians.search.parse.topic_matching import find_topics
from physicians.search.parse.untreated import UNTREATED
from physicians.search.parse.word_lookup import look_up
from physicians.search.published_choices import load_choices
from spine.search.site_search import find_pages

from .ordinary_queries import (
    ANSWERED,
    MEANT,
    NEVER_CORRECTED,
    NOT_ANSWERED,
    NOT_TREATED,
    PRACTICES,
    SPANISH,
    STATE_LICENSE,
    TREATED,
    WITHOUT,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("loaded_directory")]


EARLIEST_FIRST = "The doctors with the earliest free times come first."


def page(text, **parameters):
    return open_directory(QueryDict(urlencode({"q": text, **parameters})))


def entries(text):
    """Return the names of what the words were read as."""
    parts = parse_query(text, load_choices(), offered_facets(None)).parts
    return {meaning.label for part in parts for meaning in part.meanings}


def missing(rows, found):
    """Return the rows whose expected value isn't found, and the share of the others."""
    wrong = [(text, expected, found(text)) for text, expected in rows if expected not in found(text)]
    return wrong, 1 - len(wrong) / len(rows)


def test_an_ordinary_word_is_never_corrected():
    corrected = {text: page(text).notes for text in NEVER_CORRECTED if page(text).corrected}
    assert corrected == {}


def test_an_ordinary_word_is_never_corrected_on_the_site():
    assert {text for text in NEVER_CORRECTED if find_pages(tokenize(text)).corrected} == set()


def test_a_mistake_is_still_corrected():
    wrong, share = missing(MEANT, entries)
    assert share >= 0.9, wrong


def answers(text):
    return {topic.name for topic in page(text).answers}


def test_what_no_doctor_answers_gets_a_sentence():
    wrong, share = missing(ANSWERED, answers)
    assert share >= 0.95, wrong


def test_no_doctors_are_guessed_from_a_question():
    guessed = {text: page(text).tags for text, _topic in ANSWERED if any(tag.typed for tag in page(text).tags)}
    assert guessed == {}


def test_a_word_of_a_topic_answers_no_other_question():
    assert [text for text in NOT_ANSWERED if answers(text)] == []


def left_out(text):
    """Return the entries whose physicians are left out, and those that are wanted."""
    parts = parse_query(text, load_choices(), offered_facets(None)).parts
    choices = load_choices()
    absent = {choices.label(meaning.lexeme) for part in parts if part.is_absent for meaning in part.meanings}
    wanted = {meaning.label for part in parts if not part.is_absent for meaning in part.meanings}
    return absent, wanted


def does_without(text, what):
    """Return True if a query leaves out what it should, or at least doesn't wish for it."""
    absent, wanted = left_out(text)
    if not what:
        return not absent
    entries = set(PRACTICES.get(what, [what]))
    return bool(entries and entries <= absent) or not wanted & entries


def test_what_is_not_wanted_is_left_out_and_what_did_not_help_is_not():
    assert [(text, what, left_out(text)) for text, what in WITHOUT if not does_without(text, what)] == []


def test_spanish_phrases_are_understood():
    wrong, share = missing(SPANISH, entries)
    assert share >= 0.9, wrong


def licenses(text):
    """Return the states in which a physician has to be licensed; an empty one if that doesn't matter."""
    parts = parse_query(text, load_choices(), offered_facets(None)).parts
    found = {code for part in parts for code in part.lexemes if code.startswith("licensed:")}
    return {lexeme.removeprefix("licensed:") for lexeme in found} or {""}


def test_a_state_means_a_license_for_virtual_visits():
    assert missing(STATE_LICENSE, licenses)[0] == []


def untreated(text):
    return answers(text) & {topic.name for topic in UNTREATED}


def test_what_is_not_treated_here_is_said():
    silent = [text for text in NOT_TREATED if not untreated(text)]
    assert len(silent) <= 0.05 * len(NOT_TREATED), silent


def test_what_is_treated_here_is_not_turned_away():
    assert [text for text in TREATED if untreated(text)] == []


def test_a_correction_can_be_taken_back():
    found = page("tumr")
    assert found.corrected == "“tumr”"
    assert found.as_typed == "?q=%22tumr%22"
    taken_back = page('"tumr"')
    assert not taken_back.corrected
    assert taken_back.notes == ["Nothing in the directory fits “tumr”."]


@pytest.mark.parametrize("quoted", ['"tumr" back pain', "\u201ctumr\u201d back pain"])
def test_only_what_is_in_quotation_marks_is_left_as_it_is(quoted):
    found = page(quoted)
    assert not found.corrected
    assert [tag.label for tag in found.tags] == ["Low back pain"]
    assert not page('"back pain').corrected
    assert page('tumr "back pain').corrected == "“tumr”"


def test_the_page_links_to_the_other_reading(client):
    html = client.get("/find-a-doctor/", {"q": "tumr in my back"}).content.decode()
    assert '<a href="?q=%22tumr%22+in+my+back#results">Look for “tumr” as typed</a>' in html
    html = client.get("/search/", {"q": "decompresion"}).content.decode()
    assert "as typed" not in html or "?q=%22decompresion%22#results" in html


def test_an_ordinary_given_name_is_misspelled_only_beside_the_other_name():
    assert [card.physician.family_name for card in page("marc tillingham").cards] == ["Tillingham"]
    assert not page("marc").corrected


def names(text, **parameters):
    return [card.physician.family_name for card in page(text, **parameters).cards]


def test_surgeons_are_left_out_with_a_tag_that_can_be_removed():
    found = page("stenosis no surgery")
    assert [(tag.label, tag.remove) for tag in found.tags] == [("Spinal stenosis", "?q=no+surgery"),
                                                               ("No surgery", "?q=stenosis")]  # fmt: skip
    assert found.count < page("stenosis").count
    assert found.cards
    surgeons = {"Neurosurgeon", "Orthopedic spine surgeon"}
    assert not any(surgeons & {its.practitioner for its in card.physician.specialties.all()} for card in found.cards)
    assert all("No surgery" in card.reasons for card in found.cards)


@pytest.mark.parametrize("text", ["i have not had surgery", "surgery did not work", "no relief from injections"])
def test_what_happened_takes_nothing_away(text):
    assert not left_out(text)[0]


def test_a_list_takes_away_all_of_it():
    assert {tag.label for tag in page("sciatica without surgery, injections or pills").tags} == {
        "Sciatica", "No surgery", "No injections"
    }  # fmt: skip
    assert page("no opioids").notes == ["Profiles don't say who prescribes pain pills. Ask when you call."]


def test_only_those_with_a_license_are_shown_and_the_reason_says_so():
    found = page("neck pain telehealth virginia")
    assert [tag.label for tag in found.tags] == [
        "Neck pain", "Offers virtual visits", "Licensed in Virginia for virtual visits"
    ]  # fmt: skip
    assert found.cards
    assert all("VA" in card.physician.licensed_states for card in found.cards)
    assert all("Licensed in Virginia for virtual visits" in card.reasons for card in found.cards)
    assert page("neck pain virginia").notes == ["We left out “virginia”: nothing in the directory fits it."]


def test_what_happens_to_be_in_a_phrase_is_no_reason():
    assert {tag.label for tag in page("black female neurosurgeon").tags} == {"Neurosurgery"}


def test_small_spanish_words_mean_nothing():
    assert [tag.label for tag in page("tumor en la columna").tags] == ["Tumors of the spine"]
    assert not page("en la").tags
    assert entries("MIS") == {"Minimally invasive spine surgery"}
    assert "Neck pain" in entries("pain but no surgery")  # “SI pain” is no “pain”


@pytest.mark.parametrize("text", ["appointment tomorrow", "first available", "earliest opening", "asap"])
def test_words_about_the_time_leave_nobody_out(text):
    assert page(text).count == page("").count


SOON = ["first available", "soonest appointment", "earliest", "next available", "appointment tomorrow", "asap",
        "first available back surgeon", "cita lo antes posible"]  # fmt: skip


@pytest.mark.parametrize("text", SOON)
def test_who_asks_for_the_first_time_reads_the_next_free_times_first(text):
    documents = list(PhysicianDocument.objects.order_by("-sort_name"))
    for hours, document in enumerate(documents):
        document.next_free_at = timezone.now() + datetime.timedelta(hours=1 + hours)
    PhysicianDocument.objects.bulk_update(documents, ["next_free_at"])
    found = page(text)
    times = [card.next_free_at for card in found.cards]
    assert times == sorted(times)
    assert EARLIEST_FIRST in found.notes
    assert EARLIEST_FIRST not in page(text, sort="name").notes


def test_a_name_comes_before_the_next_free_time():
    assert names("first available dr price")[0] == "Sandoval-Price"


@pytest.mark.parametrize("text", ["first visit", "next step after a fusion", "pain since yesterday", "open today"])
def test_other_words_of_time_change_no_order(text):
    assert EARLIEST_FIRST not in page(text).notes


def test_the_answer_is_on_both_pages_with_a_number_or_a_page(client):
    for address in ("/find-a-doctor/", "/search/"):
        html = client.get(address, {"q": "do you take medicare"}).content.decode()
        assert "call us and have your insurance card handy" in html
        assert 'href="tel:+1-919-555-0100"' in html
        assert "We treat the neck, back and spine." in client.get(address, {"q": "knee pain"}).content.decode()
    assert 'class="card__title"' not in client.get("/find-a-doctor/", {"q": "parking"}).content.decode()


def test_an_emergency_is_never_sent_elsewhere():
    assert not page("heart attack").answers
    assert page("heart attack").danger


def test_a_name_is_no_topic():
    assert names("dr price") == ["Sandoval-Price"]
    assert not answers("will price")
    assert names("price") == ["Sandoval-Price"]
    assert answers("price") == {"price"}


def test_no_phrase_of_the_vocabulary_is_read_as_a_question():
    phrases = SearchTerm.objects.values_list("phrase", flat=True).distinct()
    asked = {phrase for phrase in phrases if find_topics(query := tokenize(phrase), look_up(query)).topics}
    assert asked == set()


def test_the_word_clinic_means_nothing_beside_a_place():
    assert page("cary clinic").count == page("cary").count > 1
    assert {tag.label for tag in page("cary clinic").tags} == {tag.label for tag in page("cary").tags}


@pytest.mark.parametrize("text", ["mañana", "cita mañana"])
def test_tomorrow_is_no_illness_in_spanish(text):
    assert not page(text).tags


def test_low_spirits_get_a_number_and_pain_still_gets_doctors(client):
    html = client.get("/find-a-doctor/", {"q": "lonely"}).content.decode()
    assert 'href="tel:988"' in html
    found = page("dying of back pain")
    assert (bool(found.danger), bool(found.cards)) == (False, True)


def test_words_are_quoted_with_a_sign_for_what_is_left_out():
    typed = [tag.typed for tag in page("pain in my legs when i walk and my back also hurts").tags]
    assert typed
    assert all(
        part in "pain in my legs when i walk and my back also hurts" for words in typed for part in words.split(" … ")
    )


@pytest.mark.parametrize(
    ("text", "without"),
    [
        ("no numbness, just back pain", "Neurology"),
        ("back pain without numbness or weakness", "Neurology"),
        ("i can pee fine but back hurts", "Cauda equina syndrome"),
        ("my back hurts, bladder and bowels are fine", "Cauda equina syndrome"),
        ("dolor de espalda sin debilidad", "Myelopathy"),
    ],
)
def test_what_a_patient_does_not_have_asks_for_no_doctor(text, without):
    assert "Low back pain" in entries(text)
    assert without not in entries(text)
    assert not page(text).danger
    assert not [note for note in page(text).notes if "left out" in note]


def test_a_symptom_that_is_there_still_asks_for_its_doctors():
    assert entries("back pain and numbness") - entries("back pain, no numbness")
