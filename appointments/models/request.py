"""A patient's request for an appointment."""

import datetime
import secrets
import uuid
from collections.abc import Sequence
from typing import Any

import pghistory
import pgtrigger
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from phonenumber_field.modelfields import PhoneNumberField

from appointments.workflow import CLOCK_RUNS, TRANSITIONS, ClosedReason, Status
from physicians.models import Condition, Location, Physician
from physicians.states import STATES

from .details import AccessNeeds, Background, Caregiver
from .own_words import DangerInWords, OwnWords
from .request_order import DESK_INDEXES, OLDEST, PRESSING, SEARCH_INDEXES
from .visit_triggers import fits_the_request

# Easy to read aloud on the phone: no vowels (so no words), and no 0/O, 1/I/L, 5/S, 2/Z, 8/B, U/V.
REFERENCE_ALPHABET = "34679CDFGHJKMNPQRTWXY"
REFERENCE_LENGTH = 8
LONGEST_FINDINGS = 3900  # characters
LONGEST_NURSE_QUESTION = 1000  # characters


def new_reference() -> str:
    """Return a reference that can't be guessed from another one: eight characters of REFERENCE_ALPHABET."""
    return "".join(secrets.choice(REFERENCE_ALPHABET) for _ in range(REFERENCE_LENGTH))


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


class AppointmentRequestQuerySet(models.QuerySet["AppointmentRequest"]):
    """Queries that several places need."""

    given_order: Sequence[int] | None = None

    def in_given_order(self, keys: Sequence[int]) -> "AppointmentRequestQuerySet":
        """Keep the requests with these keys, in their order, which the pages of a list know too."""
        place = models.Func(
            models.Value(list(keys), ArrayField(models.BigIntegerField())),
            models.F("pk"),
            function="array_position",
            output_field=models.IntegerField(),
        )
        found = self.filter(pk__in=keys).order_by(place)
        found.given_order = keys
        return found

    def _clone(self) -> "AppointmentRequestQuerySet":
        clone = super()._clone()  # type: ignore[misc]
        clone.given_order = self.given_order
        return clone

    def most_pressing_first(self) -> "AppointmentRequestQuerySet":
        """Order by priority, then by the promised day. Something urgent that no nurse has reviewed comes first."""
        return self.order_by(*PRESSING)

    def newest_first(self) -> "AppointmentRequestQuerySet":
        """Put open requests before closed ones, then the newest first."""
        return self.order_by(*(part.desc() for part in OLDEST))


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), append_only=True)
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
        Location, verbose_name=_("preferred clinics"), blank=True, help_text=_("None: any clinic will do.")
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
        permissions = [("finish_nurse_review", "Can end a nurse's review")]
        indexes = [*DESK_INDEXES, *SEARCH_INDEXES]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(status=Status.CLOSED, closed_reason__in=ClosedReason.values)
                | (~models.Q(status=Status.CLOSED) & models.Q(closed_reason="")),
                name="request_closed_has_a_reason",
            ),
            models.CheckConstraint(condition=models.Q(status__in=Status.values), name="request_status_is_known"),
            models.CheckConstraint(
                condition=models.Q(danger_in_words__in=["", *DangerInWords.values]), name="request_danger_is_known"
            ),
            models.CheckConstraint(
                condition=models.Q(danger_in_spanish=False) | ~models.Q(danger_in_words=""),
                name="request_spanish_danger_is_danger",
            ),
            models.CheckConstraint(
                condition=models.Q(status__in=CLOCK_RUNS, clock_since__isnull=False)
                | (~models.Q(status__in=CLOCK_RUNS) & models.Q(clock_since__isnull=True)),
                name="request_clock_runs_while_we_owe_an_answer",
            ),
            models.CheckConstraint(
                condition=models.Q(clock_used__gte=datetime.timedelta()), name="request_clock_is_never_negative"
            ),
            models.CheckConstraint(
                condition=models.Q(duplicate_of__isnull=True) | models.Q(closed_reason=ClosedReason.DUPLICATE),
                name="request_only_a_duplicate_names_another",
            ),
            models.CheckConstraint(
                condition=models.Q(duplicate_of__isnull=True) | ~models.Q(duplicate_of=models.F("id")),
                name="request_is_no_duplicate_of_itself",
            ),
            models.CheckConstraint(
                condition=models.Q(visit_type=VisitType.IN_PERSON) | ~models.Q(patient_state=""),
                name="request_virtual_visit_names_the_state",
            ),
            models.CheckConstraint(
                condition=~models.Q(reach_by=ReachBy.EMAIL) | ~models.Q(email=""),
                name="request_reach_by_email_has_an_email",
            ),
            models.CheckConstraint(
                condition=models.Q(
                    caregiver_name="", caregiver_relationship="", caregiver_phone="", caregiver_consent=False
                )
                | (
                    ~models.Q(caregiver_name="")
                    & ~models.Q(caregiver_relationship="")
                    & ~models.Q(caregiver_phone="")
                    & models.Q(caregiver_consent=True)
                ),
                name="request_caregiver_is_whole_and_may_ask",
                violation_error_message=_("A caregiver has a name, a relationship, a phone and the right to ask."),
            ),
        ]
        triggers = [
            pgtrigger.FSM(
                name="status_moves",
                field="status",
                transitions=[(start.value, end.value) for start, ends in TRANSITIONS.items() for end in ends],
            ),
            pgtrigger.Trigger(
                name="starts_as_submitted",
                operation=pgtrigger.Insert,
                when=pgtrigger.Before,
                condition=pgtrigger.Q(new__status__df=Status.SUBMITTED.value),
                func="RAISE EXCEPTION 'a request starts as submitted, not as %', NEW.status "
                "USING ERRCODE = 'check_violation';",
            ),
            pgtrigger.Trigger(
                name="version_rises",
                operation=pgtrigger.Update,
                when=pgtrigger.Before,
                func="NEW.version := OLD.version + 1; RETURN NEW;",
            ),
            pgtrigger.Trigger(
                name="danger_is_urgent",
                operation=pgtrigger.Insert | pgtrigger.UpdateOf("danger_in_words"),
                when=pgtrigger.Before,
                # A nurse may lower the priority later. What was noted stays.
                func="""
                    IF TG_OP = 'UPDATE' THEN
                        IF NEW.danger_in_words = OLD.danger_in_words THEN
                            RETURN NEW;
                        END IF;
                        IF NOT string_to_array(NEW.danger_in_words, '+') @> string_to_array(OLD.danger_in_words, '+')
                        THEN
                            RAISE EXCEPTION 'the danger noted on request % stays', NEW.id
                                USING ERRCODE = 'check_violation';
                        END IF;
                    END IF;
                    IF NEW.danger_in_words <> '' AND (NEW.priority <> 'urgent' OR NEW.nurse_review <> 'needed') THEN
                        RAISE EXCEPTION 'alarming words make a request urgent, and a nurse reviews it'
                            USING ERRCODE = 'check_violation';
                    END IF;
                    RETURN NEW;
                """,
            ),
            fits_the_request("NEW.id", pgtrigger.UpdateOf("status")),
            pgtrigger.Trigger(
                name="no_chain_of_duplicates",
                operation=pgtrigger.UpdateOf("duplicate_of_id"),
                when=pgtrigger.After,
                timing=pgtrigger.Deferred,
                condition=pgtrigger.Q(new__duplicate_of__isnull=False),
                func="""
                    IF EXISTS (
                        SELECT FROM appointments_appointmentrequest other
                          JOIN appointments_appointmentrequest repeated ON repeated.duplicate_of_id = other.id
                         WHERE other.duplicate_of_id IS NOT NULL AND NEW.id IN (other.id, repeated.id)
                    ) THEN
                        RAISE EXCEPTION 'request % is a duplicate of a duplicate', NEW.id
                            USING ERRCODE = 'check_violation';
                    END IF;
                    RETURN NULL;
                """,
            ),
            pgtrigger.Trigger(
                name="status_has_history",
                operation=pgtrigger.Insert | pgtrigger.UpdateOf("status"),
                when=pgtrigger.After,
                timing=pgtrigger.Deferred,
                declare=[("latest", "text"), ("now_at", "text")],
                # Checked at COMMIT: the newest history row must agree with the request's row.
                func="""
                    SELECT to_status INTO latest FROM appointments_statuschange
                      WHERE request_id = NEW.id ORDER BY id DESC LIMIT 1;
                    SELECT status INTO now_at FROM appointments_appointmentrequest WHERE id = NEW.id;
                    IF latest IS DISTINCT FROM now_at THEN
                        RAISE EXCEPTION 'request % is % without a history row that says so', NEW.id, now_at
                            USING ERRCODE = 'integrity_constraint_violation';
                    END IF;
                    RETURN NULL;
                """,
            ),
        ]

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
