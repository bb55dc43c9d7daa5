"""A notice: a short message at the top of pages."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q
from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.models import DraftStateMixin, PreviewableMixin, RevisionMixin, WorkflowMixin

from physicians.submitted_versions import KeepsSubmittedVersions
from spine.blocks import NoticePlaces, place_in_words
from spine.blocks.blocks_field import BlocksField

from .notice_board import NoticeBoard
from .notice_queryset import NoticeLevel, NoticeQuerySet


class Notice(KeepsSubmittedVersions, WorkflowMixin, PreviewableMixin, DraftStateMixin, RevisionMixin, models.Model):
    """One message with at most one link, shown from one moment to another. A second person approves it."""

    level = models.CharField(_("level"), max_length=10, choices=NoticeLevel, default=NoticeLevel.INFO)
    text = models.CharField(_("text"), max_length=250, help_text=_("One or two short sentences."))
    link_text = models.CharField(
        _("link text"), max_length=60, blank=True, help_text=_("Say where it leads: “Read the visitor policy”.")
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
                _("Start with / for an address on this site, or with https:// for another site."),
            )
        ],
        help_text=_("For anything that isn’t in the list of pages: “/appointments/request/”."),
    )
    show_from = models.DateTimeField(
        _("show from"), null=True, blank=True, help_text=_("Leave empty to show it at once.")
    )
    show_until = models.DateTimeField(
        _("show until"), null=True, blank=True, help_text=_("Leave empty to show it until further notice.")
    )

    shown_on = BlocksField(
        NoticePlaces(),
        blank=True,
        verbose_name=_("shown on"),
        help_text=_("Leave empty to show it on every page. Add pages or parts of the site to show it only there."),
    )

    objects = NoticeQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        verbose_name = _("notice")
        verbose_name_plural = _("notices")
        permissions = [("publish_emergency_notice", _("Can publish an emergency notice at once, alone"))]
        constraints = [
            models.CheckConstraint(
                condition=Q(show_until__gt=F("show_from")) | Q(show_from=None) | Q(show_until=None),
                name="notice_ends_after_it_begins",
                violation_error_message=_("A notice must end after it starts."),
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
                violation_error_message=_("A link needs both its text and a destination."),
            ),
        ]

    def __str__(self) -> str:
        return self.text

    def clean(self) -> None:
        """Say at the field what the database would refuse, and that a new notice would be over before it shows."""
        super().clean()
        if self.show_until is None:
            return
        if self.show_from is not None and self.show_until <= self.show_from:
            raise ValidationError({"show_until": _("This is before the notice starts. Choose a later time.")})
        if self._state.adding and self.show_until <= timezone.now():
            raise ValidationError({"show_until": _("This time has passed. Choose a later one.")})

    @property
    def is_emergency(self) -> bool:
        """Return True if it comes before everything else and interrupts a screen reader."""
        return self.level == NoticeLevel.EMERGENCY

    @property
    def is_dismissible(self) -> bool:
        """Return True if readers may hide it. What a visit depends on stays: others use the same phone."""
        return self.level == NoticeLevel.INFO

    @cached_property
    def version(self) -> str:
        """Return what changes with the words: readers who hid the notice then see it again."""
        return str(self.live_revision_id or 0)

    @property
    def link_url(self) -> str:
        """Return where the link leads, or nothing while the linked page isn't published."""
        if self.link_page is None:
            return self.link_address
        return (self.link_page.url or "") if self.link_page.live else ""

    def get_preview_template(self, request: HttpRequest, mode_name: str) -> str:
        """Return a page with the notice on it."""
        return "spine/notices/notice_preview.html"

    def get_preview_context(self, request: HttpRequest, mode_name: str) -> dict[str, Any]:
        """Add the notice alone. Its version is new each time: hidden in one preview, it is back in the next."""
        self.version = f"preview-{timezone.now().timestamp()}"
        return super().get_preview_context(request, mode_name) | {
            "notices": NoticeBoard([self]),
            "places": [place_in_words(place) for place in self.shown_on],
        }
