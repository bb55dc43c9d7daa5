"""What a request's columns can say: where it came from, how pressing it is, how the patient wants to be seen."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _


class Source(models.TextChoices):
    """How the request reached us."""

    WEB = "web", _("Web site")
    PHONE = "phone", _("Phone")
    FAX = "fax", _("Fax")
    WALK_IN = "walk-in", _("Walk-in")


class Priority(models.TextChoices):
    """How soon a request must be looked at (the two values of FHIR R4 RequestPriority that we use)."""

    ROUTINE = "routine", _("Routine")
    URGENT = "urgent", _("Urgent")


class VisitType(models.TextChoices):
    """How the patient wants to be seen."""

    IN_PERSON = "in_person", _("In person, at a clinic")
    VIRTUAL = "virtual", _("Virtual visit, by video")
    EITHER = "either", _("Whichever is sooner")


class ReachBy(models.TextChoices):
    """How the patient wants to hear from us. Nothing sends text messages; some earlier answers ask for them."""

    PHONE = "phone", _("Phone call")
    TEXT = "text", _("Text message")
    EMAIL = "email", _("E-mail")

    @classmethod
    def offered(cls, stored: str = "") -> list[tuple[str, Any]]:
        """Return the ways that can be chosen: those that we use, and an earlier answer."""
        return [(value, label) for value, label in cls.choices if value != cls.TEXT or stored == cls.TEXT]


class NurseReview(models.TextChoices):
    """Whether a nurse reviews the request before a time is given. Blank means nobody asked for it."""

    NEEDED = "needed", _("Nurse review needed")
    DONE = "done", _("Nurse review done")
