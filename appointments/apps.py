"""Requests for appointments, from the patient's first question to the scheduler's desk."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AppointmentsConfig(AppConfig):
    """Requests, their history and the mail about them."""

    name = "appointments"
    verbose_name = _("Appointments")

    def ready(self) -> None:
        """Declare the kinds of mail; one with a missing part stops the start."""
        from .mail import kinds  # noqa: F401
