"""The vocabulary to begin with: what patients have, who treats it, what is done for it, and the languages spoken.

Each comes with what patients, those who care for them and referring offices call it. The search finds a phrase by
the stems of its words, in any order, and needs all of them: so most are two or three telling words, and one word
stands alone only where it means nothing else. What may be several things stands with each of them.
"""

from django.utils.text import slugify

from physicians.models import Condition, Language, Procedure, Specialty
from physicians.sample_content.sample_rows import create_unless_there

from .conditions import CONDITIONS
from .languages import LANGUAGES
from .procedures import PROCEDURES
from .specialties import SPECIALTIES


def load_vocabulary() -> None:
    """Create the words that do not exist yet."""
    for name, region, text in CONDITIONS:
        values = {"body_region": region, "lay_phrases": phrases(text)}
        create_unless_there(Condition, unique={"name": name, "slug": slugify(name)}, **values)
    for name, practitioner, text in SPECIALTIES:
        values = {"practitioner": practitioner, "lay_phrases": phrases(text)}
        create_unless_there(Specialty, unique={"name": name, "slug": slugify(name)}, **values)
    for name, text in PROCEDURES:
        values = {"lay_phrases": phrases(text)}
        create_unless_there(Procedure, unique={"name": name, "slug": slugify(name)}, **values)
    for code, name, text in LANGUAGES:
        values = {"lay_phrases": phrases(text)}
        create_unless_there(Language, unique={"code": code, "name": name}, **values)


def phrases(text: str) -> list[str]:
    """Return the phrases of a text that has commas between them, on as many lines as it likes."""
    return [phrase for phrase in (" ".join(part.split()) for part in text.split(",")) if phrase]
