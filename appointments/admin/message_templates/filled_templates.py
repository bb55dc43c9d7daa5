"""Message templates filled in for one request. Filling in copies words: no template learns where it was used."""

import dataclasses

from django.db.models import OuterRef, Subquery

from appointments.admin.request_state import RequestState
from appointments.models import MessageTemplate, SpokenLanguage, TemplateTranslation, TemplateUse
from appointments.models.message_template import PLACEHOLDER
from physicians.models import Organization

BETWEEN = "\n\n"  # a patient's own language comes first, then English, which staff can check


@dataclasses.dataclass(frozen=True)
class FilledTemplate:
    """A template as the select shows it, and its words for this request."""

    key: int
    name: str
    text: str


def filled_templates(state: RequestState) -> dict[str, list[FilledTemplate]]:
    """Return the active templates of each use, filled in for the request. A placeholder without a value stays."""
    language = state.request.language or SpokenLanguage.EN
    own = TemplateTranslation.objects.filter(template=OuterRef("pk"), language=language).values("text")
    templates = MessageTemplate.objects.filter(is_active=True).annotate(
        own_language=Subquery(own[:1]), phone=Subquery(Organization.objects.values("appointment_phone")[:1])
    )
    known = words_of(state)
    filled: dict[str, list[FilledTemplate]] = {}
    for template in templates:
        texts = (
            [template.own_language, template.text] if TemplateUse(template.use).is_for_patients else [template.text]
        )
        words = known | ({"phone": template.phone.as_national} if template.phone else {})
        text = BETWEEN.join(fill(each, words) for each in texts if each)
        filled.setdefault(template.use, []).append(FilledTemplate(template.pk, template.name, text))
    return filled


def words_of(state: RequestState) -> dict[str, str]:
    """Return the words that the request itself has for placeholders."""
    request, visit = state.request, state.visit
    doctor = visit.physician if visit else request.physician
    wished = list(request.preferred_locations.all())
    clinic = visit.location if visit else (wished[0] if len(wished) == 1 else None)
    words = {
        "patient": request.preferred_name or request.legal_name,
        "doctor": doctor.display_name if doctor else "",
        "clinic": clinic.name if clinic else "",
    }
    return {name: word for name, word in words.items() if word}


def fill(text: str, known: dict[str, str]) -> str:
    """Return a text with the known words in place of their placeholders."""
    return PLACEHOLDER.sub(lambda found: known.get(found[1], found[0]), text)


def added(typed: str, text: str) -> str:
    """Return what was typed with a template's text after it: nothing typed is replaced."""
    return f"{typed.rstrip()}{BETWEEN}{text}" if typed.strip() else text
