"""The words that pages, directory, search and requests share."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _


class BodyRegion(models.TextChoices):
    """Where in the spine a condition sits."""

    CERVICAL = "cervical", _("Neck (cervical spine)")
    THORACIC = "thoracic", _("Upper and middle back (thoracic spine)")
    LUMBAR = "lumbar", _("Lower back (lumbar spine)")
    SACRAL = "sacral", _("Base of the spine (sacrum)")
    WHOLE = "whole", _("Anywhere in the spine")


class Condition(models.Model):
    """What a patient has or suspects; a page explains it, physicians treat it, a request is about it."""

    name = models.CharField(
        _("name"), max_length=100, unique=True, help_text=_("As patients read it: “Herniated disk”.")
    )
    slug = models.SlugField(_("address part"), max_length=100, unique=True)
    lay_phrases = ArrayField(
        models.CharField(max_length=80),
        verbose_name=_("patients' words"),
        default=list,
        blank=True,
        help_text=_("What patients call it, separated by commas: “slipped disk, pinched nerve”."),
    )
    body_region = models.CharField(_("body region"), max_length=10, choices=BodyRegion, default=BodyRegion.WHOLE)

    class Meta:
        ordering = ["name"]
        verbose_name = _("condition")
        verbose_name_plural = _("conditions")

    def __str__(self) -> str:
        return self.name


class Specialty(models.Model):
    """A field of medicine, with the word for those who practice it."""

    name = models.CharField(_("name"), max_length=100, unique=True, help_text=_("“Neurosurgery”"))
    practitioner = models.CharField(_("who practices it"), max_length=100, help_text=_("“Neurosurgeon”"))
    slug = models.SlugField(_("address part"), max_length=100, unique=True)
    lay_phrases = ArrayField(
        models.CharField(max_length=80),
        verbose_name=_("patients' words"),
        default=list,
        blank=True,
        help_text=_("What patients call it, separated by commas: “back surgeon, nerve doctor”."),
    )

    class Meta:
        ordering = ["name"]
        verbose_name = _("specialty")
        verbose_name_plural = _("specialties")

    def __str__(self) -> str:
        return self.name


class Language(models.Model):
    """A language that somebody can be treated in."""

    code = models.CharField(_("code"), max_length=12, unique=True, help_text=_("BCP 47: en, es, ase"))
    name = models.CharField(_("name"), max_length=60, unique=True)

    class Meta:
        ordering = ["name"]
        verbose_name = _("language")
        verbose_name_plural = _("languages")

    def __str__(self) -> str:
        return self.name
