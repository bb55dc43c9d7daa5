"""Words that staff use often: templates that scheduling managers keep and schedulers put into a form."""

import re

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .details import SpokenLanguage

LONGEST_TEMPLATE = (
    450  # characters: what was said in a contact attempt may have 500, a question in two languages 1,000
)
PLACEHOLDERS = ("patient", "doctor", "clinic", "phone")
PLACEHOLDER = re.compile(r"\{([^{}\n]*)\}")
# Sign language isn't written, and English has a field of its own.
WRITTEN_LANGUAGES = [
    (language.value, language.label)
    for language in SpokenLanguage
    if language not in (SpokenLanguage.EN, SpokenLanguage.ASE, SpokenLanguage.OTHER)
]


def placeholders_in(text: str) -> list[str]:
    """Return the known placeholders that a text holds, each once, as they are written: “{doctor}”."""
    return [f"{{{name}}}" for name in dict.fromkeys(PLACEHOLDER.findall(text)) if name in PLACEHOLDERS]


def validate_placeholders(text: str) -> None:
    """Raise ValidationError for a placeholder that nothing fills in, and for a brace that belongs to none."""
    known = ", ".join(f"{{{name}}}" for name in PLACEHOLDERS)
    unknown = [name for name in PLACEHOLDER.findall(text) if name not in PLACEHOLDERS]
    if unknown:
        raise ValidationError(
            _("“{%(unknown)s}” isn't a placeholder. You can use %(known)s."),
            code="unknown_placeholder",
            params={"unknown": unknown[0][:40], "known": known},
        )
    if re.search(r"[{}]", PLACEHOLDER.sub("", text)):
        raise ValidationError(
            _("A “{” or “}” is missing or misplaced. Braces are for placeholders only: %(known)s."),
            code="brace",
            params={"known": known},
        )


class TemplateUse(models.TextChoices):
    """What a template is for. Each is the name of an action of a request's page that has `templates_fill`."""

    ASK = "ask", _("Question to the patient")
    CONTACT = "contact", _("What was said in a contact attempt")
    CLOSE = "close", _("Why a request is closed")
    NOTE = "note", _("Note for colleagues")

    @property
    def is_for_patients(self) -> bool:
        """Return True if patients read it. The others are for colleagues."""
        return self is TemplateUse.ASK


class MessageTemplate(models.Model):
    """Words for one of the forms of a request's page, with placeholders. Using it copies them: nothing points here."""

    name = models.CharField(_("name"), max_length=60, help_text=_("What schedulers choose it by."))
    use = models.CharField(_("what it's for"), max_length=8, choices=TemplateUse)
    text = models.TextField(_("text"), max_length=LONGEST_TEMPLATE, validators=[validate_placeholders])
    position = models.PositiveSmallIntegerField(
        _("order"), default=10, help_text=_("Those with lower numbers are listed first.")
    )
    is_active = models.BooleanField(
        _("active"), default=True, help_text=_("Schedulers find only active templates on a request's page.")
    )

    class Meta:
        ordering = ["use", "position", "name", "id"]
        verbose_name = _("message template")
        verbose_name_plural = _("message templates")
        constraints = [
            models.UniqueConstraint(
                fields=["use", "name"],
                name="template_name_is_the_only_one_of_its_use",
                violation_error_message=_("There's already a template with this name for the same use."),
            ),
            models.CheckConstraint(condition=Q(use__in=TemplateUse.values), name="template_use_is_known"),
            models.CheckConstraint(condition=~Q(name="") & ~Q(text=""), name="template_has_name_and_text"),
        ]

    def __str__(self) -> str:
        return self.name


class TemplateTranslation(models.Model):
    """A template in another language, for the patients who asked for it."""

    template = models.ForeignKey(MessageTemplate, on_delete=models.CASCADE, related_name="translations")
    language = models.CharField(_("language"), max_length=8, choices=WRITTEN_LANGUAGES)
    text = models.TextField(_("text"), max_length=LONGEST_TEMPLATE, validators=[validate_placeholders])

    class Meta:
        ordering = ["template", "language"]
        verbose_name = _("translation")
        verbose_name_plural = _("in other languages")
        constraints = [
            models.UniqueConstraint(
                fields=["template", "language"],
                name="template_translation_is_the_only_one",
                violation_error_message=_("This template already has a text in this language."),
            ),
            models.CheckConstraint(
                condition=Q(language__in=[code for code, _label in WRITTEN_LANGUAGES]) & ~Q(text=""),
                name="template_translation_is_written",
            ),
        ]

    def __str__(self) -> str:
        return str(self.get_language_display())
