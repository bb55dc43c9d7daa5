"""Physicians' profiles."""

from typing import Any, ClassVar

from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Count, Q
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from modelcluster.models import ClusterableModel
from wagtail.models import DraftStateMixin, PreviewableMixin, RevisionMixin

from physicians.crumbs import above_profile
from physicians.npi import validate_npi
from physicians.profile_page import read_profile
from physicians.states import STATES, state_name

from .composed_text import ComposedCharField
from .free_slugs import RESERVED_SLUGS, free_slugs
from .location import Location
from .physician_queryset import PhysicianManager, PhysicianQuerySet
from .vocabulary import Condition, Language, Procedure, Specialty

COLLEAGUES_SHOWN = 4


class Gender(models.TextChoices):
    """Shown and searched only if the hospital lets patients choose by it."""

    FEMALE = "female", _("Woman")
    MALE = "male", _("Man")
    NONBINARY = "nonbinary", _("Nonbinary")


class Physician(PreviewableMixin, DraftStateMixin, RevisionMixin, ClusterableModel):
    """A physician's profile. Many-to-many rows of a draft stay in the draft until it is published."""

    npi = models.CharField(
        "NPI",
        max_length=10,
        unique=True,
        validators=[validate_npi],
        help_text=_("The ten digits of the NPI registry."),
    )
    slug = models.SlugField(
        _("address part"),
        max_length=120,
        unique=True,
        blank=True,
        help_text=_("The last part of the profile's web address. Leave it empty to have it made from the name."),
    )
    given_name = ComposedCharField(_("first name"), max_length=80)
    family_name = ComposedCharField(_("last name"), max_length=80)
    known_as = ComposedCharField(
        _("known as"),
        max_length=80,
        blank=True,
        help_text=_("The first name that patients hear every day, if it is another one: “Mike”."),
    )
    former_name = ComposedCharField(
        _("former last name"),
        max_length=80,
        blank=True,
        help_text=_("Patients who search for it find this profile. It is shown only to them."),
    )
    credentials = models.CharField(_("credentials"), max_length=40, blank=True, help_text=_("“MD, PhD”"))
    gender = models.CharField(
        _("gender"),
        max_length=10,
        choices=Gender,
        blank=True,
        help_text=_("As the physician states it. Shown only if the hospital lets patients filter by it."),
    )
    photo = models.ForeignKey(
        "wagtailimages.Image",
        models.SET_NULL,
        verbose_name=_("photo"),
        null=True,
        blank=True,
        related_name="+",
        help_text=_("Head and shoulders. Without one the initials are shown."),
    )
    biography = models.TextField(
        _("biography"),
        blank=True,
        help_text=_("Two or three short paragraphs for a patient: what this physician treats, and how. No jargon."),
    )
    education = models.TextField(
        _("education and training"), blank=True, help_text=_("One line for each: “Residency in neurosurgery, 2012”.")
    )
    board_certifications = models.TextField(
        _("board certifications"),
        blank=True,
        help_text=_("One line for each: “Neurological surgery, American Board of Neurological Surgery, 2014”."),
    )
    specialties = ParentalManyToManyField(Specialty, verbose_name=_("specialties"), related_name="physicians")
    conditions = ParentalManyToManyField(
        Condition, verbose_name=_("conditions treated"), related_name="physicians", blank=True
    )
    procedures = ParentalManyToManyField(
        Procedure, verbose_name=_("procedures"), related_name="physicians", blank=True
    )
    languages = ParentalManyToManyField(
        Language,
        verbose_name=_("languages"),
        related_name="physicians",
        blank=True,
        help_text=_("Languages this physician speaks with patients without an interpreter."),
    )
    locations = ParentalManyToManyField(Location, verbose_name=_("locations"), related_name="physicians", blank=True)
    accepting_new_patients = models.BooleanField(
        _("takes new patients"),
        default=True,
        help_text=_("If unticked, no one can request a first visit with this physician."),
    )
    offers_virtual_visits = models.BooleanField(_("offers virtual visits"), default=False)
    licensed_states = ArrayField(
        models.CharField(max_length=2, choices=STATES),
        verbose_name=_("states licensed for virtual visits"),
        default=list,
        blank=True,
        help_text=_(
            "Two-letter codes, separated by commas: NC, SC. "
            "A virtual visit is offered only to patients who are in one of them."
        ),
    )
    verified_on = models.DateField(
        _("details verified on"),
        null=True,
        blank=True,
        editable=False,
        help_text=_("The day this profile was last checked with the physician's office."),
    )
    on_roster = models.BooleanField(
        _("on the roster"),
        default=False,
        editable=False,
        help_text=_("Comes from the hospital's roster, and imports keep it up to date."),
    )
    is_sample = models.BooleanField(_("invented sample"), default=False, editable=False)

    objects: ClassVar[PhysicianManager] = PhysicianManager()

    class Meta:
        ordering = ["family_name", "given_name", "id"]
        verbose_name = _("physician")
        verbose_name_plural = _("physicians")
        constraints = [
            models.CheckConstraint(
                condition=~Q(slug__in=["", *sorted(RESERVED_SLUGS)]), name="physician_slug_is_usable"
            ),
            models.CheckConstraint(
                condition=Q(offers_virtual_visits=False) | ~Q(licensed_states=[]),
                name="physician_virtual_visits_need_a_license",
                violation_error_message=_("Virtual visits need at least one state of license."),
            ),
        ]

    def __str__(self) -> str:
        return self.display_name

    @property
    def plain_name(self) -> str:
        """Return the name without credentials, for the middle of a sentence: “Ana Lopez”."""
        return f"{self.given_name} {self.family_name}"

    @property
    def display_name(self) -> str:
        """Return the name as patients read it: “Ana Lopez, MD”."""
        return self._with_credentials(self.plain_name)

    @property
    def everyday_name(self) -> str:
        """Return the display name with what patients hear every day: “Michael “Mike” Smith, MD”."""
        if not self.known_as or self.known_as.casefold() in self.given_name.casefold().split():
            return self.display_name
        return self._with_credentials(f"{self.given_name} “{self.known_as}” {self.family_name}")

    def _with_credentials(self, name: str) -> str:
        return f"{name}, {self.credentials}" if self.credentials else name

    @property
    def initials(self) -> str:
        """Return what a profile without a photo shows."""
        return (self.given_name[:1] + self.family_name[:1]).upper()

    @property
    def licensed_state_names(self) -> list[str]:
        """Return the names of the states that license this physician."""
        return [state_name(code) for code in self.licensed_states]

    @property
    def has_left(self) -> bool:
        """Return True if the profile is down because the physician left."""
        return bool(self.pk and not self.live and self.departures.exists())

    def get_absolute_url(self) -> str:
        """Return the address of the profile's page."""
        return reverse("physicians:profile", args=[self.slug])

    def why_not(self, *, virtual: bool, state: str | None = None) -> str | None:
        """Return why this physician can't take such a visit, in a sentence for a patient; None if they can.

        `state` is the two-letter code of where the patient will be; it matters only for a virtual visit.
        `PhysicianQuerySet.able_to_take` applies the same rules in the database.
        """
        name = self.plain_name
        if not self.live:
            return _now("%(name)s is no longer in our directory.") % {"name": name}
        if not self.accepting_new_patients:
            return _now("%(name)s is not taking new patients.") % {"name": name}
        if virtual and not self.offers_virtual_visits:
            return _now("%(name)s does not offer virtual visits.") % {"name": name}
        if virtual and state is not None and state not in self.licensed_states:
            return _now("%(name)s is not licensed to see patients who are in %(state)s during a virtual visit.") % {
                "name": name,
                "state": state_name(state),
            }
        return None

    def colleagues(self) -> PhysicianQuerySet:
        """Return a few physicians who take new patients and treat the same conditions, the best match first."""
        conditions = [condition.pk for condition in self.conditions.all() if condition.live]
        specialties = Specialty.objects.live().filter(physicians=self.pk)
        shared = Count("conditions", filter=Q(conditions__in=conditions), distinct=True)
        return (
            Physician.objects.able_to_take(virtual=False)
            .exclude(pk=self.pk)
            .filter(Q(conditions__in=conditions) | Q(specialties__in=specialties))
            .annotate(shared=shared)
            .order_by("-shared", "family_name", "given_name", "id")
            .select_related("photo")[:COLLEAGUES_SHOWN]
        )

    def clean(self) -> None:
        """Fill in a missing slug; raise ValidationError for what the constraints refuse, in friendlier words."""
        super().clean()
        if not self.slug:
            (self.slug,) = free_slugs([self.plain_name], but=self.pk)
        problems = {}
        if self.slug in RESERVED_SLUGS:
            problems["slug"] = _("This address is used by the directory itself. Choose another.")
        if self.offers_virtual_visits and not self.licensed_states:
            problems["licensed_states"] = _(
                "Name at least one state: a virtual visit is offered only where the physician is licensed."
            )
        if problems:
            raise ValidationError(problems)

    def with_content_json(self, content: dict[str, Any]) -> "Physician":
        """Return a version with its content; `verified_on` and `on_roster` aren't part of a version."""
        version: Physician = super().with_content_json(content)
        version.verified_on, version.on_roster = self.verified_on, self.on_roster
        return version

    def get_preview_template(self, request: HttpRequest, mode_name: str) -> str:
        """Preview the page that patients see."""
        return "physicians/profile.html"

    def get_preview_context(self, request: HttpRequest, mode_name: str) -> dict[str, Any]:
        """Return the context of that page."""
        return {
            "physician": self,
            "profile": read_profile(self),
            "colleagues": self.colleagues().with_card(),
            "crumbs": above_profile(),
            "request": request,
        }
