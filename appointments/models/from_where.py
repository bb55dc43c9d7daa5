"""From where something was read: the same for all rows of one page."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class FromWhere(models.Model):
    """The network address, a digest of the session, and the id of the HTTP request, as the security log has them."""

    address = models.GenericIPAddressField(_("network address"), null=True)
    session = models.CharField(_("session"), max_length=32, blank=True, default="", db_default="")
    http_request = models.CharField(_("request id"), max_length=32, blank=True, default="", db_default="")

    class Meta:
        abstract = True
