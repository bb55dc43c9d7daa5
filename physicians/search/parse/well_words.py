"""“No numbness, just back pain”, “I can pee fine”: what a patient doesn't have, and asks no doctor for."""

from .tokens import TypedQuery
from .word_sequence import Word, numbers_of, word_sequence, words_in

NONE = words_in("no without denies sin")
SYMPTOMS = words_in(
    """
    numbness weakness tingling fever incontinence paralysis
    adormecimiento entumecimiento debilidad hormigueo fiebre incontinencia
    """
)
LISTED = words_in("or and nor any o y ni")
WORKING = words_in("pee peeing urinate urinating walk walking bladder bowel bowels control orinar caminar vejiga")
FINE = words_in("fine ok okay normal normally well good bien normal")
BETWEEN = words_in("is are and my a control all function esta")


def find_well_words(query: TypedQuery) -> frozenset[int]:
    """Return the tokens of symptoms that are denied and of functions that are fine; none if nothing else was typed."""
    words = word_sequence(query)
    well = numbers_of([*denied(words), *working(words)])
    return well if query.required - well else frozenset()


def denied(words: list[Word]) -> list[Word]:
    """Return the symptoms right after a negation, also those of a list."""
    found: list[Word] = []
    after_none = False
    for word in words:
        if after_none and word.text in SYMPTOMS:
            found.append(word)
        elif not (after_none and word.text in LISTED):
            after_none = word.text in NONE
    return found


def working(words: list[Word]) -> list[Word]:
    """Return the words that say that something works: “bladder and bowels are fine”."""
    found: list[Word] = []
    for place, word in enumerate(words):
        if word.text in FINE:
            begin = place
            while begin and words[begin - 1].text in WORKING | BETWEEN:
                begin -= 1
            if any(before.text in WORKING for before in words[begin:place]):
                found += words[begin : place + 1]
    return found
