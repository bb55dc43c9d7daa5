"""The pages of the service line."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SpineConfig(AppConfig):
    """Pages, blocks and notices."""

    name = "spine"
    verbose_name = _("Spine pages")
