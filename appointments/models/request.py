"""A patient's request for an appointment."""

import datetime
import secrets
import uuid

import pghistory
from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from phonenumber_field.modelfields import PhoneNumberField

from appointments.workflow import CLOCK_RUNS, ClosedReason, Status
from physicians.append_only import refuse_changes
from physicians.models import Condition, Location, Physician
from physicians.states import STATES

from .details import AccessNeeds, Background, Caregiver
from .own_words import OwnWords
from .request_choices import NurseReview, Priority, ReachBy, Source, VisitType
from .request_constraints import REQUEST_CONSTRAINTS
from .request_order import DESK_INDEXES, SEARCH_INDEXES
from .request_queries import AppointmentRequestQuerySet
from .request_triggers import REQUEST_TRIGGERS

# Easy to read aloud on the phone: no vowels (so no words), and no 0/O, 1/I/L, 5/S, 2/Z, 8/B, U/V.
REFERENCE_ALPHABET = "34679CDFGHJKMNPQRTWXY"
REFERENCE_LENGTH = 8
LONGEST_FINDINGS = 3900  # characters
LONGEST_NURSE_QUESTION = 1000  # characters


def new_reference() -> str:
    """Return a reference that can't be guessed from another one: eight characters of REFERENCE_ALPHABET."""
    return "".join(secrets.choice(REFERENCE_ALPHABET) for _ in range(REFERENCE_LENGTH))


def plain_reference(typed: str) -> str:
    """Return a reference as the database has it, however someone typed it: “c4f7-9kqt” is C4F79KQT."""
    return typed.replace("-", "").replace(" ", "").upper()


@pghistory.track(
    pghistory.InsertEvent(), pghistory.UpdateEvent(), meta={"triggers": [refuse_changes(eraser_may=("DELETE",))]}
)
class AppointmentRequest(OwnWords, Background, Caregiver, AccessNeeds, models.Model):
    """One request by one patient, with the details as given. An anonymous form never merges with another request."""

    reference = models.CharField(_("reference"), max_length=12, unique=True, default=new_reference, editable=False)
    idempotency_key = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    status = models.CharField(_("status"), max_length=20, choices=Status, default=Status.SUBMITTED)
    closed_reason = models.CharField(_("reason for closing"), max_length=24, choices=ClosedReason, blank=True)
    source = models.CharField(_("source"), max_length=8, choices=Source, default=Source.WEB)
    priority = models.CharField(_("priority"), max_length=8, choices=Priority, default=Priority.ROUTINE)
    submitted_at = models.DateTimeField(_("received"), default=timezone.now)
    answer_by = models.DateField(_("answer by"))
    claimed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("claimed by"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="claimed_requests",
    )
    nurse_review = models.CharField(_("nurse review"), max_length=6, choices=NurseReview, blank=True)
    nurse = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("nurse"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text=_("Who has the review, or did it. Empty while any nurse may take it."),
    )
    nurse_question = models.TextField(_("what the nurse was asked"), blank=True, max_length=LONGEST_NURSE_QUESTION)
    nurse_note = models.TextField(_("what the nurse found"), blank=True, max_length=LONGEST_FINDINGS)
    see_by = models.DateField(
        _("see the patient by"), null=True, blank=True, help_text=_("The last day that the nurse allows.")
    )
    next_contact_on = models.DateField(_("try to reach the patient again on"), null=True, blank=True)
    duplicate_of = models.ForeignKey(
        "self",
        verbose_name=_("duplicate of"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="duplicates",
    )
    medical_record_number = models.CharField(_("medical record number"), max_length=40, blank=True)
    # The response clock, in business time: how much is used up, and since when it has been running (None: paused).
    clock_used = models.DurationField(_("business time used"), default=datetime.timedelta, editable=False)
    clock_since = models.DateTimeField(default=timezone.now, null=True, editable=False)
    version = models.PositiveIntegerField(
        default=0, editable=False, help_text=_("Goes up by one with every change, which shows that a page is stale.")
    )

    condition = models.ForeignKey(
        Condition, verbose_name=_("condition"), on_delete=models.PROTECT, null=True, blank=True
    )
    reason = models.TextField(_("in the patient's own words"), blank=True, max_length=1000)
    visit_type = models.CharField(_("kind of visit"), max_length=10, choices=VisitType)
    patient_state = models.CharField(_("state during a virtual visit"), max_length=2, choices=STATES, blank=True)
    physician = models.ForeignKey(
        Physician, verbose_name=_("physician"), on_delete=models.PROTECT, null=True, blank=True
    )
    preferred_locations = models.ManyToManyField(
        Location,
        verbose_name=_("preferred clinics"),
        through="PreferredLocation",
        blank=True,
        help_text=_("None: any clinic will do."),
    )

    legal_name = models.CharField(_("legal name"), max_length=200)
    preferred_name = models.CharField(_("name to call them"), max_length=100, blank=True)
    date_of_birth = models.DateField(_("date of birth"))
    phone = PhoneNumberField(_("phone"))
    email = models.EmailField(_("e-mail"), max_length=254, blank=True)
    reach_by = models.CharField(_("reach by"), max_length=5, choices=ReachBy)
    may_leave_message = models.BooleanField(_("may leave a message"), default=False)
    postal_code = models.CharField(_("ZIP code"), max_length=10)
    insurance_carrier = models.CharField(_("insurance"), max_length=100, blank=True)

    objects = AppointmentRequestQuerySet.as_manager()

    class Meta:
        verbose_name = _("appointment request")
        verbose_name_plural = _("appointment requests")
        permissions = [
            ("finish_nurse_review", "Can end a nurse's review"),
            ("copy_appointmentrequest", "Can make a copy of all that is on record, for the patient"),
        ]
        indexes = [*DESK_INDEXES, *SEARCH_INDEXES]
        constraints = REQUEST_CONSTRAINTS
        triggers = REQUEST_TRIGGERS

    def __str__(self) -> str:
        return self.spoken_reference

    def get_absolute_url(self) -> str:
        """Return the address of the request's page at the desk."""
        return reverse("admin:appointments_appointmentrequest_change", args=[self.pk])

    @property
    def spoken_reference(self) -> str:
        """Return the reference as it's shown and read aloud, in two groups: “K7TM-4RXW”."""
        return f"{self.reference[:4]}-{self.reference[4:]}"

    @property
    def is_overdue(self) -> bool:
        """Return True if the promised day has passed without an answer."""
        return self.status in CLOCK_RUNS and self.answer_by < timezone.localdate()
