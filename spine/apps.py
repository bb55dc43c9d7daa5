"""The pages of the service line."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class SpineConfig(AppConfig):
    """Pages, blocks and notices."""

    name = "spine"
    verbose_name = _("Spine pages")

    def ready(self) -> None:
        """Set the site's address after every `migrate`."""
        from .site_address import settle_site_address

        post_migrate.connect(settle_site_address, sender=self, dispatch_uid="spine.site_address")
