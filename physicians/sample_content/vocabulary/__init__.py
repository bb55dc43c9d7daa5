"""The first vocabulary: conditions, the specialties that treat them, procedures, and languages.

Each entry has the words that patients, caregivers and referring offices use for it. The search matches a phrase by
the stems of all its words, in any order. So most phrases are two or three telling words; a single word is there only
if it means nothing else. A phrase that could mean several entries is listed with each.
"""

from django.utils.text import slugify

from physicians.models import Condition, Language, Procedure, Specialty
from physicians.sample_content.sample_rows import create_unless_there

from .conditions import CONDITIONS
from .languages import LANGUAGES
from .procedures import PROCEDURES
from .spanish import SPANISH_PHRASES
from .specialties import SPECIALTIES


def load_vocabulary() -> None:
    """Create the entries that don't exist yet."""
    for name, region, text in CONDITIONS:
        values = {"body_region": region, "lay_phrases": lay_phrases(name, text)}
        create_unless_there(Condition, unique={"name": name, "slug": slugify(name)}, **values)
    for name, practitioner, text in SPECIALTIES:
        values = {"practitioner": practitioner, "lay_phrases": lay_phrases(name, text)}
        create_unless_there(Specialty, unique={"name": name, "slug": slugify(name)}, **values)
    for name, text in PROCEDURES:
        values = {"lay_phrases": lay_phrases(name, text)}
        create_unless_there(Procedure, unique={"name": name, "slug": slugify(name)}, **values)
    for code, name, text in LANGUAGES:
        values = {"lay_phrases": lay_phrases(name, text)}
        create_unless_there(Language, unique={"code": code, "name": name}, **values)


def lay_phrases(name: str, text: str) -> list[str]:
    """Return an entry's phrases in English and Spanish, each once."""
    return list(dict.fromkeys(phrases(text) + phrases(SPANISH_PHRASES.get(name, ""))))


def phrases(text: str) -> list[str]:
    """Split a text at its commas, across lines."""
    return [phrase for phrase in (" ".join(part.split()) for part in text.split(",")) if phrase]
