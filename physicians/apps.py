"""The directory: who treats what, where, in which language."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PhysiciansConfig(AppConfig):
    """Connects the signals of this app."""

    name = "physicians"
    verbose_name = _("Physicians")

    def ready(self) -> None:
        """Watch for slugs that change."""
        from .slug_redirects import connect

        connect()
