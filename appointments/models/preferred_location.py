"""Where the patient would like to come."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from physicians.models import Location

from .request import AppointmentRequest
from .wish_triggers import knows_if_undecided


class PreferredLocation(models.Model):
    """A clinic that the patient named.

    Attributes:
        is_undecided: whether the request is open, and no time is offered or booked. Triggers keep it, whatever is
            written here; by it the desk finds the wishes that count.
    """

    # The constraint has an index of the request, and `wish_for_clinic` is one of the clinic.
    appointmentrequest = models.ForeignKey(
        AppointmentRequest, on_delete=models.CASCADE, related_name="+", db_index=False
    )
    location = models.ForeignKey(
        Location, verbose_name=_("clinic"), on_delete=models.CASCADE, related_name="+", db_index=False
    )
    is_undecided = models.BooleanField(default=True, editable=False)

    class Meta:
        db_table = "appointments_appointmentrequest_preferred_locations"
        verbose_name = _("preferred clinic")
        verbose_name_plural = _("preferred clinics")
        unique_together = [("appointmentrequest", "location")]  # the constraint that Django gave the table
        indexes = [
            models.Index("location", "appointmentrequest", name="wish_for_clinic"),  # closed requests are found by it
            models.Index(
                "location", "appointmentrequest", name="undecided_wish", condition=models.Q(is_undecided=True)
            ),
        ]
        triggers = [knows_if_undecided()]

    def __str__(self) -> str:
        return str(self.location)
