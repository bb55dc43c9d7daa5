"""When a match is no danger: it is denied, long over, only feared, or a doctor's name."""

import re

from django.utils import timezone

from .sign_notation import Words
from .typed_words import TypedText, TypedWord

NEGATIONS = frozenset(
    "no not without never denies denied deny negative isnt dont havent wont nor neither sin nunca niega "
    "tampoco ningun ninguna nada".split()
)
# “No, my legs are numb”, “no i want to die”: this “no” answers something else.
PRONOUNS = frozenset("i im ive my we he she they you his her".split())

# What may be between a negation and the sign that it denies.
BRIDGE = frozenset(
    (
        "a an the any some new sudden recent real major severe significant obvious actual current more other "
        "my his her "
        "of in on with to or nor am is are been be being feel feeling feels felt have has had having experienced "
        "experiencing noticed sign signs symptom symptoms loss losing problem problems trouble issue issues history "
        "thought thoughts thinking plan plans intention idea ideas ideation numbness weakness tingling pain "
        "fever chills "
        "bladder bowel leg legs arm arms incontinence emergency chest shortness breath breathing difficulty "
        "dizziness headache "
        "headaches swelling bleeding cough sweats weight saddle groin falls injury injuries seizure seizures "
        "stroke nausea vomiting "
        "tremor balance night foot feet hand hands burning control suicide suicidal depression anxiety heart "
        "attack accidents "
        "incontinent urinary urine retention stool changes walking "
        "evidence radiographic imaging mri clinical myelopathy cord compression cauda equina clonus hyperreflexia "
        "de la el los las ni o un una he tengo tiene tenido hay problema problemas perdida dolor fiebre debilidad "
        "adormecimiento hormigueo entumecimiento pensamientos ideas intencion"
    ).split()
)
# Nouns that a list after “no” may name: “no numbness, weakness and loss of control”.
NOUNS = frozenset(
    (
        "numbness weakness loss incontinence paralysis retention fever chills problem problems trouble "
        "confusion dysfunction "
        "pain bladder bowel saddle suicidal suicide shortness difficulty dizziness seizure seizures stroke "
        "bleeding falls accident "
        "accidents incontinent chest heart unconsciousness fainting "
        "debilidad adormecimiento entumecimiento perdida incontinencia paralisis retencion fiebre dolor confusion"
    ).split()
)
AND = frozenset({"and", "y", "e"})
FARTHEST = 9  # words that a negation reaches over

NUMBERS = (
    "un dos tres cuatro cinco seis siete ocho nueve diez veinte 1 2 3 4 5 6 7 8 9 10 12 15 20 varios muchos".split()
)
NOW = frozenset(
    "now today tonight suddenly again currently still getting worse worsening started ahora hoy repente "
    "todavia peor".split()
)
# Feared, or over. These hold for every sign that leads to 911, and stand right before it …
FEARED: tuple[Words, ...] = tuple(
    tuple(words.split("_"))
    for words in (
        "history_of prior_history family_history as_a_kid as_a_child as_a_teenager childhood since_birth "
        "born_with risk_of "
        "risks_of chance_of chances_of prevent prevents prevention preventing "
        "antecedentes riesgo_de riesgos_de prevenir evitar desde_nino desde_nina infancia de_nacimiento"
    ).split()
)
# … or right after it.
OVER: tuple[Words, ...] = tuple(
    tuple(words.split("_"))
    for words in (
        "years_ago year_ago decades_ago last_year as_a_kid as_a_child as_a_teenager in_childhood since_birth "
        "anos_atras ano_pasado desde_nino desde_nina de_nino de_nina de_nacimiento"
    ).split()
) + tuple(("hace", number, unit) for unit in ("anos", "ano") for number in NUMBERS)
YEAR = re.compile(r"(19|20)\d\d")
FARTHEST_YEAR = 5
NEAR = 3  # so close to the match must the excuse be


def is_denied(text: TypedText, matched: set[int]) -> bool:
    """Return True if a negation before the match reaches it. Words of the match don't negate it."""
    first = min(matched)
    crossed_and = crossed_comma = False
    following = text.words[first]
    for number in range(first - 1, max(-1, first - 1 - FARTHEST), -1):
        word = text.words[number]
        if following.begins_sentence:
            return False
        crossed_comma |= following.after_comma
        if word.text in NEGATIONS:
            return reaches(word, text.words[number + 1], text.words[first], listed=crossed_and or crossed_comma)
        if word.text in AND:
            crossed_and = True
        elif word.text not in BRIDGE:
            return False
        following = word
    return False


def reaches(negation: TypedWord, following: TypedWord, sign: TypedWord, *, listed: bool) -> bool:
    """Return True if a negation denies the sign: it isn't an answer by itself, and in a list the sign is a noun."""
    if following.after_comma or (negation.text == "no" and following.text in PRONOUNS):
        return False
    return not listed or sign.text in NOUNS


def is_a_name(text: TypedText, matched: set[int]) -> bool:
    """Return True if the match is a doctor's name: “dr Kill”."""
    first = min(matched)
    return first > 0 and text.words[first - 1].text in ("dr", "drs", "dra") and len(matched) <= 2


def is_happening_now(text: TypedText, matched: set[int]) -> bool:
    """Return True if the clause of the match says that it's happening now."""
    first, last = min(matched), max(matched)
    while first > 0 and not (text.words[first].begins_sentence or text.words[first].after_comma):
        first -= 1
    while last + 1 < len(text.words) and not (
        text.words[last + 1].begins_sentence or text.words[last + 1].after_comma
    ):
        last += 1
    return any(word.text in NOW for word in text.words[first : last + 1])


def names_a_past_year(text: TypedText, matched: set[int]) -> bool:
    """Return True if a year before this one is close to the match, in its sentence."""
    this_year = timezone.localdate().year
    start = text.words[max(matched)].place
    for word in text.words[max(matched) + 1 :]:
        if word.begins_sentence or word.place - start > FARTHEST_YEAR:
            return False
        if YEAR.fullmatch(word.text) and int(word.text) < this_year:
            return True
    return False
