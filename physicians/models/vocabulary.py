"""The vocabulary that pages, the directory, the search and requests share."""

from typing import Any, ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.models import DraftStateMixin, PreviewableMixin, RevisionMixin


class PublishedQuerySet(models.QuerySet[Any]):
    """Rows with drafts."""

    def live(self) -> "PublishedQuerySet":
        """Return published rows. No others are ever shown, searched or offered as a choice."""
        return self.filter(live=True)


PublishedManager = models.Manager.from_queryset(PublishedQuerySet)


class BodyRegion(models.TextChoices):
    """The part of the spine that a condition affects."""

    CERVICAL = "cervical", _("Neck (cervical spine)")
    THORACIC = "thoracic", _("Upper and middle back (thoracic spine)")
    LUMBAR = "lumbar", _("Lower back (lumbar spine)")
    SACRAL = "sacral", _("Base of the spine (sacrum)")
    WHOLE = "whole", _("Anywhere in the spine")


class VocabularyEntry(PreviewableMixin, DraftStateMixin, RevisionMixin, models.Model):
    """A term of ours with the words that patients use for it."""

    name = models.CharField(_("name"), max_length=100, unique=True)
    slug = models.SlugField(_("address part"), max_length=100, unique=True)
    lay_phrases = ArrayField(
        models.CharField(max_length=80),
        verbose_name=_("patients' words"),
        default=list,
        blank=True,
        help_text=_(
            "What patients call it, separated by commas: “slipped disk, pinched nerve”. The search finds a phrase in "
            "any order and with words between, so two or three telling words are best."
        ),
    )

    objects: ClassVar[PublishedManager] = PublishedManager()

    class Meta:
        abstract = True
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def get_preview_template(self, request: HttpRequest, mode_name: str) -> str:
        """Preview how the search reads each phrase."""
        return "physicians/preview_entry.html"

    def get_preview_context(self, request: HttpRequest, mode_name: str) -> dict[str, Any]:
        """Return the context of the preview."""
        found = self.physicians.live().count() if self.pk else 0
        return {"entry": self, "kind": self._meta.model_name, "found": found, "request": request}


class Condition(VocabularyEntry):
    """What a patient has or suspects. Pages explain it, physicians treat it, requests name it."""

    body_region = models.CharField(_("body region"), max_length=10, choices=BodyRegion, default=BodyRegion.WHOLE)

    class Meta(VocabularyEntry.Meta):
        verbose_name = _("condition")
        verbose_name_plural = _("conditions")


class Specialty(VocabularyEntry):
    """A field of medicine, with the word for the physicians who practice it."""

    practitioner = models.CharField(_("who practices it"), max_length=100, help_text=_("“Neurosurgeon”"))

    class Meta(VocabularyEntry.Meta):
        verbose_name = _("specialty")
        verbose_name_plural = _("specialties")


class Procedure(VocabularyEntry):
    """An operation, an injection, a test or an exercise program."""

    class Meta(VocabularyEntry.Meta):
        verbose_name = _("procedure")
        verbose_name_plural = _("procedures")


class Language(models.Model):
    """A language in which a physician can talk with patients."""

    code = models.CharField(_("code"), max_length=12, unique=True, help_text=_("BCP 47: en, es, ase"))
    name = models.CharField(_("name"), max_length=60, unique=True)
    lay_phrases = ArrayField(
        models.CharField(max_length=80),
        verbose_name=_("other names"),
        default=list,
        blank=True,
        help_text=_("What its speakers call it, separated by commas: “español, castellano”."),
    )

    class Meta:
        ordering = ["name"]
        verbose_name = _("language")
        verbose_name_plural = _("languages")

    def __str__(self) -> str:
        return self.name
