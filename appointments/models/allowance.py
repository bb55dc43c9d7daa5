"""How much of a limit someone has used."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Allowance(models.Model):
    """The use of one limit by one subject (a network address, an e-mail address, a phone number), as a single moment.

    The generic cell rate algorithm (ITU-T I.371): each use moves `free_at` on by the limit's interval, and a
    use is refused while `free_at` lies further ahead than the limit allows. The key is a keyed digest: the row
    names nobody. Rows whose moment has passed say nothing any more and are removed.
    """

    key = models.CharField(primary_key=True, max_length=64, editable=False)
    free_at = models.DateTimeField(db_index=True)

    class Meta:
        verbose_name = _("allowance")
        verbose_name_plural = _("allowances")

    def __str__(self) -> str:
        return f"allowance until {self.free_at:%Y-%m-%d %H:%M}"
