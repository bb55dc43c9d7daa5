"""Words of danger, in English and Spanish, and words that only sound like it."""

import logging
import re
import time

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.http import QueryDict
from django.utils.http import urlencode

from physicians.danger import find_danger
from physicians.danger.detector import BUILT_IN
from physicians.models import DangerPhrase
from physicians.search.autocomplete import autocomplete
from physicians.search.directory_search import open_directory
from tests.spine.approving import publish, refused

from . import danger_phrases as phrases

pytestmark = pytest.mark.django_db

MOST_FALSE_ALARMS = 0.03
# The signs that our cards list: emergency_card.html, the safety check, and the cards of the first pages.
ON_OUR_CARDS = {
    "Loss of bladder or bowel control": ("lost control of my bladder", "perdí el control de los intestinos"),
    "Unable to urinate or to empty the bowels": ("I cannot urinate", "no puedo orinar"),
    "Sudden weakness of an arm or a leg": ("suddenly my arm is weak", "debilidad repentina en la pierna"),
    "Weakness that is growing fast": ("weakness is growing fast", "cada día más debilidad en las piernas"),
    "Unable to walk or to stand": ("I became unable to walk", "no puedo caminar"),
    "Numbness between the legs (saddle anesthesia)": ("numb between the legs", "entre las piernas está adormecido"),
    "Severe pain or weakness after a fall or a crash": (
        "severe pain and weakness after a fall",
        "dolor fuerte y debilidad después de una caída",
    ),
    "Chest pain or a heart attack": ("pressure in the chest", "dolor de pecho"),
    "Trouble breathing": ("trouble breathing", "dificultad para respirar"),
    "New confusion, or trouble waking up": ("trouble waking up", "de repente está confundido"),
    "Pale, gray or blue skin, lips or nails": ("blue lips", "labios azules"),
}


def alarms(text):
    return {str(alarm.sign) for alarm in find_danger(text).alarms}


def without(card, texts):
    return [text for text in texts if not getattr(find_danger(text), card)]


def test_no_one_in_danger_is_missed():
    assert sum(map(len, (phrases.EMERGENCY, phrases.EMERGENCY_ES, phrases.CRISIS, phrases.CRISIS_ES))) >= 200
    assert without("emergency", [*phrases.EMERGENCY, *phrases.EMERGENCY_ES]) == []
    assert without("crisis", [*phrases.CRISIS, *phrases.CRISIS_ES]) == []


def test_calm_words_seldom_alarm():
    calm = [*phrases.CALM, *phrases.CALM_ES]
    alarmed = [text for text in calm if find_danger(text)]
    assert len(alarmed) <= MOST_FALSE_ALARMS * len(calm), alarmed


@pytest.mark.parametrize("sign", ON_OUR_CARDS)
def test_every_sign_on_a_card_of_ours_is_known_in_both_languages(sign):
    for text in ON_OUR_CARDS[sign]:
        assert sign in alarms(text), text


def test_both_cards_come_where_both_are_needed():
    found = find_danger("I want to kill myself, the pain never stops. I cannot urinate since this morning")
    assert (found.emergency, found.crisis, found.spanish) == (True, True, False)
    assert {alarm.words for alarm in found.alarms} == {"kill myself", "cannot urinate"}


def test_words_of_spanish_ask_for_its_sentence():
    assert find_danger("ayuda, me quiero matar").spanish
    assert find_danger("no puedo orinar").spanish
    assert not any(find_danger(text).spanish for text in ("911", "suicidal", "confusion", "I want to die"))


@pytest.mark.parametrize(
    "text",
    ["bladder control lost", "controll of my blader is lost", "lost blader contorl", "my bowel control is gone",
     "cantwalk", "walk I can not", "can’t walk", "my self kill", "sucidal", "kil my self", "i wanna diee",
     "me kiero matar", "no puedo orinarr", "NO PUEDO CAMINAR", "nopuedo caminar", "numb be\u00adtween my legs",
     "\uff4e\uff55\uff4d\uff42 between legs"],
)  # fmt: skip
def test_mistakes_and_the_order_of_words_do_not_matter(text):
    assert find_danger(text), text


@pytest.mark.parametrize(
    "text",
    ["no weakness", "bladder is fine", "sin debilidad", "no numbness, weakness or loss of bladder control",
     "never lost control of my bladder", "I'm not suicidal", "no quiero morir", "denies incontinence",
     "dr Kill", "Dr. Stroke", "Bowens", "Heep", "Portia Morin", "dying to get back to golf", "the pain is killing me",
     "me muero de ganas de bailar", "I can walk but can't sit", "stroke in 2015", "history of stroke", "backstroke"],
)  # fmt: skip
def test_what_is_denied_over_or_a_name_is_calm(text):
    assert alarms(text) == set()


@pytest.mark.parametrize(
    "text",
    ["can't walk", "no control of my bladder", "no puedo orinar", "no, my legs stopped working", "no i want to die",
     "no appetite and want to die", "my back has hurt for years and now I can't pee",
     "stroke in 2015, now I can't walk",
     "no weakness before, but now sudden weakness", "dr i cant walk", "not sure if I lost control of my bladder"],
)  # fmt: skip
def test_a_negation_that_is_the_sign_or_denies_something_else_does_not_calm(text):
    assert find_danger(text), text


@pytest.mark.parametrize(
    "text",
    ["my legs have turned to stone and i want to die", "I was fine yesterday now I lost control of my bladder",
     "no me siento bien perdi el control de la vejiga", "surgery years ago cant walk", "chronic back pain cant pee",
     "cant walk and it hurts so much", "mama me estoy muriendo", "i dont want to wake up, the pain never stops",
     "i want to disappear, the pain is too much", "cant walk cause of pain", "it started 20 minutes ago, I can't walk",
     "complications from surgery cant feel legs", "tengo miedo, quiero morir", "I take pills and i dont want to live"],
)  # fmt: skip
def test_an_excuse_that_belongs_to_something_else_does_not_calm(text):
    assert find_danger(text), text


@pytest.mark.parametrize(
    ("calm", "danger"),
    [("can spine surgery cause incontinence", "incontinence after surgery"),
     ("does a laminectomy cause bladder problems", "my laminectomy caused bladder problems"),
     ("can surgery leave you paralyzed", "can my surgery leave me paralyzed"),
     ("can an epidural lead to permanent paralysis", "can an epidural lead to paralysis? It started yesterday"),
     ("will fusion make you incontinent", "can a herniated disc make you incontinent"),
     ("puede la cirugía causar parálisis", "me operaron y tengo parálisis"),
     ("sometimes my leg gives way", "both legs give out sometimes"),
     ("leg gives out sometimes", "leg gave out this morning"),
     ("a veces me falla la pierna", "me fallan las piernas"),
     ("bike seat numbness groin", "numb between legs after bike crash"),
     ("suicide squad", "suicide squad makes me want to die"),
     ("car accident two weeks ago, lawyer", "car accident an hour ago")],
)  # fmt: skip
def test_what_is_only_asked_or_comes_and_goes_is_calm_and_its_neighbor_is_not(calm, danger):
    assert alarms(calm) == set()
    assert find_danger(danger)


def test_a_sign_has_a_name_a_card_and_lines():
    for sign in BUILT_IN:
        assert str(sign.name)[0].isupper()
        assert (sign.card in ("911", "988"), sign.language in ("en", "es"), bool(sign.lines)) == (True, True, True)


@pytest.mark.parametrize("text", ["", " ", "\x00", "\ud800", "’", "…", "🙂", "can", "no", "911" * 2000, "a " * 5000])
def test_any_text_has_an_answer(text):
    assert isinstance(bool(find_danger(text)), bool)


def spent(text):
    start = time.process_time()
    find_danger(text)
    return time.process_time() - start


@pytest.mark.parametrize(
    "text",
    ["kill cant no lost leg sudden weak " * 300, "bladdr wek sudenly nmub betwen legz " * 300, "x" * 10000,
     "no no no no walk " * 600, "ab" * 5000, "no puedo no siento " * 500],
)  # fmt: skip
def test_a_hostile_text_stays_quick(text):
    spent("warm up")
    assert min(spent(text) for _ in range(3)) < 2  # what grows with the square takes minutes


def test_a_query_costs_little():
    text = (
        "my back has been hurting for several yeers and the pain goes down my legg to the foot, dr gave me steroid "
        "injektions but they do not help and now i would like to see a spine sergeon in Cary"
    )
    spent(text)
    assert min(spent(text) for _ in range(20)) < 0.004  # two on an idle machine


def page(text, **others):
    return open_directory(QueryDict(urlencode({"q": text, **others})))


@pytest.mark.parametrize("text", ["kill myself", "kil myself", "quiero morir", "cant pee lopez", "sudden weakness"])
def test_under_a_card_there_are_no_doctors_and_no_corrections(make_physician, text, client):
    make_physician()
    found = page(text)
    assert found.danger
    assert (found.text, found.cards, found.notes, found.tags, found.ways_out, found.facets) == (
        text,
        [],
        [],
        [],
        [],
        [],
    )
    assert autocomplete(text) == []
    html = client.get("/find-a-doctor/", {"q": text}).content.decode()
    assert f'value="{text}"' in html
    assert "Lopez" not in html
    assert "(you typed" not in html
    assert 'href="/find-a-doctor/">See all our spine doctors' in html


@pytest.mark.parametrize("script", [True, False])
def test_spanish_words_are_answered_by_a_spanish_card(client, script):
    headers = {"HX-Request": "true"} if script else {}
    html = client.get("/find-a-doctor/", {"q": "me quiero morir"}, headers=headers).content.decode()
    assert 'data-said-lang="es" data-said="Puede hablar con alguien ahora' in html
    assert re.search(
        r'<section [^>]*lang="es" aria-labelledby="crisis-heading">\s*<h3 [^>]*id="crisis-heading">', html
    )
    assert "You can talk to someone now" not in html
    assert "oprima el 2" in html
    assert "AYUDA" in html
    assert 'href="tel:988"' in html
    html = client.get("/find-a-doctor/", {"q": "no puedo orinar"}, headers=headers).content.decode()
    card = html[html.index('lang="es" aria-labelledby="emergency-heading"') :]
    assert 0 < card.index("puede ser una emergencia. Llame al 911 ahora.") < card.index("<li>perdió el control de la")
    assert "any of these is happening" not in html
    assert '<p lang="en">In English: call 911' in card
    assert "Llame al" not in client.get("/find-a-doctor/", {"q": "cant pee"}).content.decode()


@pytest.mark.parametrize("address", ["/find-a-doctor/", "/search/"])
def test_the_card_is_the_first_thing_on_the_page_and_its_button_the_first_in_it(client, hospital, address):
    html = client.get(address, {"q": "face drooping"}).content.decode()
    main = html[html.index('<main id="main"') :]
    heading, button = main.index("What you typed can be an emergency. Call 911 now."), main.index('href="tel:911"')
    assert heading < button < main.index("chest pain, trouble breathing") < main.index("<h1") < main.index("<form")
    assert 'class="notices"' not in html
    assert "#results" in html[html.index('<form class="site-search__panel"') :][:120]
    calm = client.get(address, {"q": "sciatica"}).content.decode()
    assert "emergency-heading" not in calm


@pytest.mark.parametrize("partial", [True, False])
def test_a_script_swaps_the_cards_in_and_out(client, partial):
    headers = {"HX-Request": "true"} if partial else {}
    for text, is_there in (("cant pee", True), ("sciatica", False)):
        html = client.get("/find-a-doctor/", {"q": text}, headers=headers).content.decode()
        box = html[html.index('id="help-first"') :]
        assert ('hx-swap-oob="true"' in box[:60]) is partial
        assert ('aria-labelledby="emergency-heading"' in box) is is_there
        assert html.count('id="results-heading"') == 1


def test_the_box_takes_a_long_story_and_all_of_it_is_read_for_danger(hospital, client):
    story = "my back has hurt since i lifted a box, " * 12 + "and since this morning I cant pee"
    for address in ("/find-a-doctor/", "/search/"):
        assert client.get(address).content.decode().count('maxlength="1000"') >= 1
    assert len(story) > 400
    assert page(story).danger


@pytest.mark.parametrize("text", ["overdose", "i took too many pills", "sobredosis"])
def test_who_took_too_much_is_sent_to_911_first_then_to_poison_help_and_988(client, text):
    html = client.get("/find-a-doctor/", {"q": text}).content.decode()
    assert 0 < html.index('href="tel:911"') < html.index("tel:+1-800-222-1222") < html.index('href="tel:988"')
    assert "800-222-1222" not in client.get("/find-a-doctor/", {"q": "i want to die"}).content.decode()


@pytest.mark.parametrize("text", ["incision red and draining", "fever after back surgery", "pus sale de la herida"])
def test_after_surgery_the_card_also_has_the_number_of_the_office(client, hospital, text):
    html = client.get("/search/", {"q": text}).content.decode()
    card = html[html.index('aria-labelledby="emergency-heading"') : html.index('<form class="search-box"')]
    assert card.index('href="tel:911"') < card.index('href="tel:+1-919-555-0100"')
    assert "cirujano" in card or "surgeon" in card
    assert "surgeon" not in client.get("/search/", {"q": "cant pee"}).content.decode()


def test_no_log_has_the_words(client, caplog):
    with caplog.at_level(logging.DEBUG):
        client.get("/find-a-doctor/", {"q": "kill myself zanzibar"})
        find_danger("kill myself zanzibar")
    assert "zanzibar" not in caplog.text


def test_a_phrase_alarms_once_a_second_person_has_approved_it_and_takes_nothing_away():
    phrase = DangerPhrase.objects.create(phrase="legs turned to stone", live=False)
    assert not find_danger("my legs turned to stone")
    publish(phrase)
    found = find_danger("STONE, that is what my legs have truned to")
    assert [(alarm.card, alarm.sign, alarm.added) for alarm in found.alarms] == [("911", "legs turned to stone", True)]
    publish(DangerPhrase.objects.create(phrase="kill myself", card="911", live=False))
    assert find_danger("kill myself").crisis
    phrase.refresh_from_db()
    phrase.in_use = False
    phrase.save_revision()
    assert find_danger("my legs turned to stone")
    publish(phrase)
    assert not find_danger("my legs turned to stone")


@pytest.mark.parametrize("change", [{"card": "988"}, {"in_use": False}, {"phrase": "legs like stone"}])
def test_no_road_changes_a_live_phrase_alone(change):
    phrase = DangerPhrase.objects.create(phrase="legs turned to stone", live=False)
    with refused("live_content_is_approved"):
        DangerPhrase.objects.update(live=True)
    publish(phrase)
    with refused("live_content_is_approved"):
        DangerPhrase.objects.update(**change)
    with refused("live_phrase_is_kept"):
        DangerPhrase.objects.update(live=False)
    with refused("live_phrase_is_kept"):
        DangerPhrase.objects.all().delete()


@pytest.mark.parametrize(
    "values", [{"phrase": ""}, {"phrase": "x y", "card": "112"}, {"phrase": "x y", "language": "fr"}]
)
def test_the_database_takes_only_what_a_card_can_use(values):
    with pytest.raises(ValidationError):
        DangerPhrase(**values).full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        DangerPhrase.objects.create(**values, live=False)
