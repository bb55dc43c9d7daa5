"""The directory: who treats what, where, in which language."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class PhysiciansConfig(AppConfig):
    """Connects the signals of this app."""

    name = "physicians"
    verbose_name = _("Physicians")

    def ready(self) -> None:
        """Watch for slugs that change, and bring the search in line with its facets after each `migrate`."""
        from .services.facet_lexemes import install_after_migrate
        from .slug_redirects import connect

        connect()
        post_migrate.connect(install_after_migrate, sender=self)
