"""Whether a query is about something that this service line doesn't treat. The vocabulary knows what it treats."""

from .part_roles import is_strong
from .query_parts import Part
from .tokens import TypedQuery
from .topic_matching import in_its_language
from .topic_words import declared, declared_words, matches, respelled
from .topics import Topic
from .untreated import UNTREATED
from .word_lookup import Lookup
from .word_sequence import Word, numbers_of, words_in

# Said of any part of the body: a phrase of the vocabulary with nothing else says nothing about the spine.
ANYWHERE = words_in(
    """
    pain pains painful ache aches aching hurt hurts hurting sore surgery surgeries surgeon surgeons surgical operation
    operations injection injections shot shots replacement arthritis osteoarthritis fracture fractured fractures broken
    broke infection infected therapy therapist physical rehab rehabilitation treatment weak weakness numb numbness
    tingling burning stiff stiffness cramp cramps spasm spasms sprain strain injury injured swelling swollen joint
    joints
    cyst test scan cortisone steroid chronic constant sudden severe sharp stabbing dull second opinion robotic laser
    endoscopic minimally invasive outpatient brace exercise exercises emergency medication meds pills sports balance
    dolor duele duelen cirugia cirujano operacion operar inyeccion inyecciones artritis artrosis fractura roto rota
    terapia fisica fisioterapia infeccion hormigueo debilidad
    """
)
SPINE = words_in(
    """
    back backs neck spine spinal disk disks disc discs vertebra vertebrae lumbar cervical thoracic sciatica tailbone
    columna espalda cuello disco vertebra lumbar nuca
    """
)


def find_untreated(query: TypedQuery, lookup: Lookup, parts: list[Part]) -> list[Topic]:
    """Return what isn't treated here, one topic at most; nothing if anything in the query is treated here."""
    words = respelled(query, lookup, declared_words(UNTREATED))
    whole = [part for part in parts if is_strong(part)]
    for phrase, topic in declared(UNTREATED):
        for match in matches(words, phrase):
            numbers = numbers_of(match)
            strong = [part for part in whole if not (part.guessed and part.numbers <= numbers)]
            inside = any(numbers & part.numbers and not is_anywhere(words, part) for part in strong)
            if inside or numbers & lookup.names.keys():
                continue
            others = [part for part in strong if not part.numbers <= numbers and not is_anywhere(words, part)]
            if topic.name == "children":
                others = [part for part in others if "specialty" not in part.kinds]
            elif is_about_spine(words):
                return []
            return [] if others or any(token.level for token in query.tokens) else in_its_language(query, [topic])
    return []


def is_anywhere(words: list[Word], part: Part) -> bool:
    """Return True if a phrase may be about any part of the body: “surgery”, “joint pain”."""
    return all(word.text in ANYWHERE or word.is_filler for word in words if word.number in part.numbers)


def is_about_spine(words: list[Word]) -> bool:
    """Return True if the neck, back or spine is named; “the back of my knee” is another back."""
    after = [word.text for word in words[1:]] + [""]
    return any(
        word.text in SPINE and not (word.text == "back" and then == "of")
        for word, then in zip(words, after, strict=True)
    )


def beside_untreated(parts: list[Part]) -> list[Part]:
    """Return the parts that still count: someone's name or number. No doctor is guessed."""
    return [part for part in parts if part.exact and part.kinds <= {"name", "npi"}]
