"""Writes the texts of a sample profile from its data."""

from collections.abc import Sequence

from django.utils.text import get_text_list

from physicians.models import Condition, Language, Specialty
from physicians.search.results.match_reasons import in_sentence

from .person import Person

CONDITIONS_NAMED = 3
RESIDENCY_YEARS = 6
BOARD_YEARS = 2  # after the residency
DEGREES = {"MD": "Doctor of Medicine", "DO": "Doctor of Osteopathic Medicine"}
BOARD_FIELDS = {
    "neurosurgery": ["Neurological surgery"],
    "orthopedic-spine-surgery": ["Orthopedic surgery"],
    "neurology": ["Neurology"],
    "physical-medicine-and-rehabilitation": ["Physical medicine and rehabilitation"],
    "pain-medicine": ["Anesthesiology", "Pain medicine"],
    "radiation-oncology": ["Radiation oncology"],
    "medical-oncology": ["Internal medicine", "Medical oncology"],
    "interventional-radiology": ["Interventional radiology"],
}


def biography(
    person: Person, specialty: Specialty, conditions: Sequence[Condition], languages: Sequence[Language]
) -> str:
    """Return two short paragraphs: what this physician treats and how, then languages and video."""
    treated = get_text_list([in_sentence(condition.name) for condition in conditions[:CONDITIONS_NAMED]], "and")
    practitioner = in_sentence(specialty.practitioner)
    article = "an" if practitioner[0] in "aeiou" else "a"
    who = f"{person.given_name} {person.family_name} is {article} {practitioner} who treats {treated}."
    paragraphs = [f"{who} {person.focus}", talking(person, languages)]
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph)


def talking(person: Person, languages: Sequence[Language]) -> str:
    """Return a sentence or two about languages and virtual visits; empty if there is nothing to say."""
    others = [language.name for language in languages if language.code != "en"]
    sentences = []
    if others:
        spoken = get_text_list(["English", *others], "or")
        sentences.append(f"Visits can be in {spoken}, without an interpreter.")
    if person.virtual:
        sentences.append("Follow-up visits, and many first visits, can be by video.")
    return " ".join(sentences)


def education(person: Person, specialty: Specialty) -> str:
    """Return a line each for degree and residency, at schools that don't exist."""
    degree = DEGREES[person.credentials.split(",")[0]]
    residency = person.graduated + RESIDENCY_YEARS
    return (
        f"{degree}, Sample State University, {person.graduated}\n"
        f"Residency in {in_sentence(specialty.name)}, Sample University Hospital, {residency}"
    )


def board_certifications(person: Person) -> str:
    """Return a line for each certificate, from a board that doesn't exist."""
    first = person.graduated + RESIDENCY_YEARS + BOARD_YEARS
    fields = BOARD_FIELDS[person.specialty]
    return "\n".join(f"{field}, Sample Board of Physicians, {first + later}" for later, field in enumerate(fields))
