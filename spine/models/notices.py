"""Short messages at the top of every page."""

from datetime import datetime

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from wagtail.models import DraftStateMixin, RevisionMixin


class NoticeLevel(models.TextChoices):
    """How loud."""

    EMERGENCY = "emergency", _("Emergency")
    WARNING = "warning", _("Warning")
    INFO = "info", _("Information")


class NoticeQuerySet(models.QuerySet["Notice"]):
    """Which notices are shown when."""

    def shown_at(self, moment: datetime) -> "NoticeQuerySet":
        """Return the published notices whose time it is, the loudest first, in one query with their pages."""
        loudness = models.Case(*(models.When(level=level, then=n) for n, level in enumerate(NoticeLevel.values)))
        return (
            self.filter(live=True)
            .filter(Q(show_from__isnull=True) | Q(show_from__lte=moment))
            .filter(Q(show_until__isnull=True) | Q(show_until__gt=moment))
            .select_related("link_page")
            .order_by(loudness, "id")
        )


class Notice(DraftStateMixin, RevisionMixin, models.Model):
    """One message with at most one link, shown from a moment until another."""

    level = models.CharField(_("level"), max_length=10, choices=NoticeLevel, default=NoticeLevel.INFO)
    text = models.CharField(_("text"), max_length=250, help_text=_("One or two short sentences."))
    link_text = models.CharField(
        _("words of the link"), max_length=60, blank=True, help_text=_("Where it leads: “Read the visitor policy”.")
    )
    link_page = models.ForeignKey(
        "wagtailcore.Page", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("link to a page")
    )
    link_address = models.CharField(
        _("or to an address"),
        max_length=200,
        blank=True,
        validators=[
            RegexValidator(
                r"^(/(?![/\\])|https://)[^\s\\]*$",
                _("Begin with / for an address of this site, or with https:// for another."),
            )
        ],
        help_text=_("For what is not a page of this list: “/appointments/request/”."),
    )
    show_from = models.DateTimeField(_("show from"), null=True, blank=True, help_text=_("Empty: at once."))
    show_until = models.DateTimeField(
        _("show until"), null=True, blank=True, help_text=_("Empty: until further notice.")
    )

    objects = NoticeQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        verbose_name = _("notice")
        verbose_name_plural = _("notices")
        constraints = [
            models.CheckConstraint(
                condition=Q(show_until__gt=F("show_from")) | Q(show_from=None) | Q(show_until=None),
                name="notice_ends_after_it_begins",
                violation_error_message=_("A notice must end after it begins."),
            ),
            models.CheckConstraint(
                condition=Q(link_page=None) | Q(link_address=""),
                name="notice_has_one_link_at_most",
                violation_error_message=_("Link to a page or to an address, not to both."),
            ),
            models.CheckConstraint(
                condition=Q(link_text="", link_page=None, link_address="")
                | (~Q(link_text="") & (Q(link_page__isnull=False) | ~Q(link_address=""))),
                name="notice_link_has_words_and_an_aim",
                violation_error_message=_("A link needs both its words and where it leads."),
            ),
        ]

    def __str__(self) -> str:
        return self.text

    @property
    def link_url(self) -> str:
        """Return where the link leads, or nothing while the linked page is not published."""
        if self.link_page is None:
            return self.link_address
        return (self.link_page.url or "") if self.link_page.live else ""
