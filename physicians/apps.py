"""The directory: who treats what, where, in which language."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PhysiciansConfig(AppConfig):
    """Vocabulary, locations and physicians."""

    name = "physicians"
    verbose_name = _("Physicians")

    def ready(self) -> None:
        """Watch for addresses that change."""
        from .moved import connect

        connect()
