"""What people say of how they want to be seen, which is no word of the vocabulary: by video, by somebody with time."""

from django.utils.translation import gettext as _

from .tokens import Query

# All words of a line have to be in the query.
VIRTUAL = [
    "virtual",
    "video",
    "telehealth",
    "telemedicine",
    "televisit",
    "online",
    "zoom",
    "remote",
    "remotely",
    "webcam",
]
ACCEPTING = ["accepting", "accepts", "taking new", "takes new", "new patients", "open panel"]
GENDERS = {
    "female": ["female", "woman", "women", "lady"],
    "male": ["male", "man", "gentleman"],
    "nonbinary": ["nonbinary"],
}
# Beside one of these a word for a gender is a wish: “lady doctor”. Otherwise it is the patient: “old lady, fell”.
DOCTORS = frozenset(
    (
        "doctor", "doctors", "dr", "doc", "docs", "physician", "physicians", "surgeon", "surgeons", "neurosurgeon",
        "neurologist", "specialist", "specialists", "provider", "providers", "therapist",
    )
)  # fmt: skip

Said = tuple[frozenset[int], str, str, str]  # numbers of the words, mark, kind, label


def gender_words(query: Query) -> frozenset[int]:
    """Return the numbers of the words for a gender."""
    said = {word for words in GENDERS.values() for word in words}
    return frozenset(word.number for word in query.words if word.text in said)


def asks_for_gender(query: Query) -> bool:
    """Tell whether the words for a gender are about the doctor: next to such a word, or with nothing else."""
    gendered = gender_words(query)
    doctors = {word.number for word in query.words if word.text in DOCTORS}
    beside = any({number - 1, number + 1} & doctors for number in gendered)
    return bool(gendered) and (beside or query.required <= gendered)


def marks_in(query: Query, *, genders: bool) -> list[Said]:
    """Return the marks that the words ask for; the longest phrase of a kind decides."""
    lines = [("virtual", "virtual", _("Offers virtual visits"), phrase) for phrase in VIRTUAL]
    lines += [("accepting", "accepting", _("Takes new patients"), phrase) for phrase in ACCEPTING]
    if genders:
        labels = {"female": _("Woman"), "male": _("Man"), "nonbinary": _("Nonbinary")}
        lines += [
            (f"gender:{value}", "gender", labels[value], phrase) for value, said in GENDERS.items() for phrase in said
        ]
    numbers = {word.text: word.number for word in query.words}
    found: dict[str, Said] = {}
    for mark, kind, label, phrase in lines:
        words = phrase.split()
        if all(word in numbers for word in words):
            fresh = frozenset(numbers[word] for word in words)
            older = found[mark][0] if mark in found else frozenset()
            found[mark] = (fresh | older, mark, kind, label)
    return list(found.values())
