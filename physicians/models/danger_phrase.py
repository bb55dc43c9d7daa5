"""Danger phrases: what editors have added to our own signs."""

from typing import Any

import pgtrigger
from django.contrib.contenttypes.fields import GenericRelation
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import DraftStateMixin, RevisionMixin, WorkflowMixin

from physicians.submitted_versions import KeepsSubmittedVersions


class DangerCard(models.TextChoices):
    """The card that comes before any doctor."""

    EMERGENCY = "911", _("Emergency: 911")
    CRISIS = "988", _("Crisis line: 988")


class DangerPhraseQuerySet(models.QuerySet["DangerPhrase"]):
    """Which phrases there are."""

    def in_use(self) -> "DangerPhraseQuerySet":
        """Return the phrases that patients' words are compared with."""
        return self.filter(live=True, in_use=True)


def keep_live_rows() -> pgtrigger.Trigger:
    """Return a trigger by which a live phrase ends with a change that a second person approves, and no other way."""
    return pgtrigger.Trigger(
        name="live_phrase_is_kept",
        level=pgtrigger.Row,
        when=pgtrigger.Before,
        operation=pgtrigger.Update | pgtrigger.Delete,
        func="IF OLD.live AND (TG_OP = 'DELETE' OR NOT NEW.live) THEN "
        "RAISE EXCEPTION 'a live phrase is kept' "
        "USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'live_phrase_is_kept'; END IF; "
        "IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW;",
    )


class DangerPhrase(KeepsSubmittedVersions, WorkflowMixin, DraftStateMixin, RevisionMixin, models.Model):
    """Words that need a card. They add to the built-in signs, and can't take one away.

    A second person approves each phrase and each change of one. It's never deleted once live: it's put out of use, and
    that is a change like any other.
    """

    phrase = models.CharField(
        _("what patients type"),
        max_length=80,
        unique=True,
        error_messages={"unique": _("This phrase is already in the list.")},
        help_text=_(
            "Two to five telling words, such as “legs turned to stone”. Words like “no”, “my” or “can't” don't count. "
            "We show the card when all of the words are close together, in any order, even misspelled."
        ),
    )
    card = models.CharField(_("card"), max_length=3, choices=DangerCard, default=DangerCard.EMERGENCY)
    language = models.CharField(
        _("language"),
        max_length=2,
        choices=[("en", _("English")), ("es", _("Spanish"))],
        default="en",
        help_text=_("After a Spanish phrase, the card also speaks Spanish."),
    )
    in_use = models.BooleanField(
        _("in use"),
        default=True,
        help_text=_(
            "To take a phrase away, clear this and submit it for approval. Patients who type it then see doctors "
            "again, and no card."
        ),
    )

    _revisions = GenericRelation("wagtailcore.Revision", related_query_name="danger_phrase")
    workflow_states = GenericRelation(
        "wagtailcore.WorkflowState",
        content_type_field="base_content_type",
        object_id_field="object_id",
        related_query_name="danger_phrase",
        for_concrete_model=False,
    )

    objects = DangerPhraseQuerySet.as_manager()

    class Meta:
        ordering = ["phrase"]
        verbose_name = _("danger phrase")
        verbose_name_plural = _("danger phrases")
        triggers = [keep_live_rows()]
        constraints = [
            models.CheckConstraint(condition=models.Q(card__in=DangerCard.values), name="danger_phrase_card_is_known"),
            models.CheckConstraint(
                condition=models.Q(language__in=["en", "es"]), name="danger_phrase_language_is_known"
            ),
            models.CheckConstraint(condition=~models.Q(phrase=""), name="danger_phrase_is_not_empty"),
        ]

    def __str__(self) -> str:
        return self.phrase

    @property
    def revisions(self) -> Any:
        """Return the revisions, under the name that Wagtail expects."""
        return self._revisions
