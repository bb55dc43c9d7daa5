"""The clinics."""

import zoneinfo
from typing import Any, ClassVar
from urllib.parse import urlencode

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from phonenumber_field.modelfields import PhoneNumberField
from wagtail.models import DraftStateMixin, PreviewableMixin, RevisionMixin

from physicians.clinic_page import location_context
from physicians.states import STATES
from physicians.zip_places import Place, place_or_zip

from .vocabulary import PublishedManager

MAP = "https://www.openstreetmap.org"  # linked to, never loaded from


def validate_time_zone(value: str) -> None:
    """Raise ValidationError unless `value` is a zone of the IANA database, such as America/New_York."""
    if value not in zoneinfo.available_timezones():
        raise ValidationError(_("This is not a time zone: America/New_York, for example."), code="time_zone")


class Location(PreviewableMixin, DraftStateMixin, RevisionMixin, models.Model):
    """A clinic where physicians see patients."""

    name = models.CharField(_("name"), max_length=100, unique=True)
    slug = models.SlugField(_("address part"), max_length=100, unique=True)
    street = models.CharField(_("street"), max_length=120)
    city = models.CharField(_("city"), max_length=60)
    state = models.CharField(_("state"), max_length=2, choices=STATES, default="NC")
    postal_code = models.CharField(
        _("ZIP code"), max_length=10, validators=[RegexValidator(r"^\d{5}(-\d{4})?$", _("Enter a ZIP code: 27610."))]
    )
    latitude = models.FloatField(
        _("latitude"),
        null=True,
        blank=True,
        help_text=_(
            "35.78 for Raleigh. Without both numbers, distances are measured from the middle of the ZIP code area, and"
            " the map searches for the address."
        ),
    )
    longitude = models.FloatField(_("longitude"), null=True, blank=True, help_text=_("-78.64 for Raleigh."))
    time_zone = models.CharField(
        _("time zone"), max_length=40, default="America/New_York", validators=[validate_time_zone]
    )
    phone = PhoneNumberField(_("phone"))
    after_hours_phone = PhoneNumberField(
        _("phone after hours"), blank=True, help_text=_("Who answers at night and on weekends.")
    )
    fax = PhoneNumberField(_("fax"), blank=True, help_text=_("For referrals."))
    hours = models.TextField(
        _("hours"), blank=True, help_text=_("One line for each: “Monday to Friday, 8 am to 5 pm”.")
    )
    parking = models.TextField(_("parking"), blank=True, help_text=_("Where to park and what it costs."))
    access = models.TextField(
        _("getting in"), blank=True, help_text=_("Ramps, elevators, doors, help at the entrance.")
    )
    is_sample = models.BooleanField(_("invented sample"), default=False, editable=False)

    objects: ClassVar[PublishedManager] = PublishedManager()

    class Meta:
        ordering = ["name"]
        verbose_name = _("location")
        verbose_name_plural = _("locations")
        constraints = [
            models.CheckConstraint(
                # Without the two "is not null", one missing number would make the check null, which passes.
                condition=models.Q(
                    latitude__isnull=False,
                    longitude__isnull=False,
                    latitude__range=(-90, 90),
                    longitude__range=(-180, 180),
                )
                | models.Q(latitude__isnull=True, longitude__isnull=True),
                name="location_coordinates_are_on_earth",
                violation_error_message=_("Give both latitude and longitude, or neither."),
            )
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Return the address of the location's page."""
        return reverse("locations:location", args=[self.slug])

    @property
    def map_url(self) -> str:
        """Return the address of a map with this place marked; nothing is loaded from there until a patient clicks."""
        if self.latitude is None:
            address = urlencode({"query": f"{self.street}, {self.city}, {self.state} {self.postal_code}"})
            # The middle of a ZIP code area isn't the clinic: no mark is put there, the map only opens around it.
            around = "#map=13/{}/{}".format(*self.place) if self.place else ""
            return f"{MAP}/search?{address}{around}"
        place = urlencode({"mlat": self.latitude, "mlon": self.longitude})
        return f"{MAP}/?{place}#map=16/{self.latitude}/{self.longitude}"

    @property
    def place(self) -> Place | None:
        """Return where it is as far as we know: its coordinates, or the middle of its ZIP code area."""
        return place_or_zip(self.latitude, self.longitude, self.postal_code)

    def get_preview_template(self, request: HttpRequest, mode_name: str) -> str:
        """Preview the page that patients see."""
        return "physicians/location.html"

    def get_preview_context(self, request: HttpRequest, mode_name: str) -> dict[str, Any]:
        """Return the context of that page."""
        return {**location_context(self), "request": request}
