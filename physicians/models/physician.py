"""The people."""

from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from modelcluster.models import ClusterableModel
from wagtail.models import DraftStateMixin, RevisionMixin

from physicians.npi import validate_npi
from physicians.states import STATES

from .location import Location
from .vocabulary import Condition, Language, Specialty

RESERVED_SLUGS = {"suggest"}


class PhysicianQuerySet(models.QuerySet["Physician"]):
    """What may be shown, and who can take which request."""

    def live(self) -> "PhysicianQuerySet":
        """Return published profiles: the only ones that are ever shown, searched or requested."""
        return self.filter(live=True)

    def accepting(self) -> "PhysicianQuerySet":
        """Return those who take new patients."""
        return self.filter(accepting_new_patients=True)

    def with_card(self) -> "PhysicianQuerySet":
        """Fetch what a card in a list shows, in a fixed number of queries."""
        return self.prefetch_related("specialties", "locations", "languages", "conditions")


class Physician(DraftStateMixin, RevisionMixin, ClusterableModel):
    """A physician's profile. Many-to-many rows of a draft stay in the draft until it is published."""

    npi = models.CharField("NPI", max_length=10, unique=True, validators=[validate_npi])
    slug = models.SlugField(_("address part"), max_length=120, unique=True)
    given_name = models.CharField(_("first name"), max_length=80)
    family_name = models.CharField(_("last name"), max_length=80)
    credentials = models.CharField(_("credentials"), max_length=40, blank=True, help_text=_("“MD, PhD”"))
    biography = models.TextField(_("biography"), blank=True)
    education = models.TextField(_("education and training"), blank=True, help_text=_("One line for each."))
    specialties = ParentalManyToManyField(Specialty, verbose_name=_("specialties"), related_name="physicians")
    conditions = ParentalManyToManyField(
        Condition, verbose_name=_("conditions treated"), related_name="physicians", blank=True
    )
    languages = ParentalManyToManyField(Language, verbose_name=_("languages"), related_name="physicians", blank=True)
    locations = ParentalManyToManyField(Location, verbose_name=_("locations"), related_name="physicians", blank=True)
    accepting_new_patients = models.BooleanField(_("takes new patients"), default=True)
    offers_virtual_visits = models.BooleanField(_("offers virtual visits"), default=False)
    licensed_states = ArrayField(
        models.CharField(max_length=2, choices=STATES),
        verbose_name=_("states licensed for virtual visits"),
        default=list,
        blank=True,
        help_text=_("Two-letter codes, separated by commas: NC, SC."),
    )
    verified_on = models.DateField(_("details verified on"), null=True, blank=True)
    is_sample = models.BooleanField(_("invented sample"), default=False, editable=False)

    objects = PhysicianQuerySet.as_manager()

    class Meta:
        ordering = ["family_name", "given_name", "id"]
        verbose_name = _("physician")
        verbose_name_plural = _("physicians")
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(slug__in=sorted(RESERVED_SLUGS)), name="physician_slug_is_not_reserved"
            ),
            models.CheckConstraint(
                condition=models.Q(offers_virtual_visits=False) | ~models.Q(licensed_states=[]),
                name="physician_virtual_visits_need_a_license",
                violation_error_message=_("Virtual visits need at least one state of license."),
            ),
        ]

    def __str__(self) -> str:
        return self.display_name

    @property
    def display_name(self) -> str:
        """Return the name as patients read it: “Ana Lopez, MD”."""
        name = f"{self.given_name} {self.family_name}"
        return f"{name}, {self.credentials}" if self.credentials else name

    @property
    def initials(self) -> str:
        """Return what stands in for a photograph."""
        return (self.given_name[:1] + self.family_name[:1]).upper()

    def get_absolute_url(self) -> str:
        """Return the profile's page."""
        return reverse("physicians:profile", args=[self.slug])

    def clean(self) -> None:
        """Raise ValidationError for a slug that an address of the directory already uses."""
        super().clean()
        if self.slug in RESERVED_SLUGS:
            raise ValidationError({"slug": _("This address is used by the directory itself. Choose another.")})
