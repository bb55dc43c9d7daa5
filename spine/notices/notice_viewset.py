"""Notices in the CMS: the form and the menu entry."""

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.admin.widgets import AdminAutoHeightTextInput
from wagtail.snippets.views.snippets import SnippetViewSet

from physicians.four_eyes_snippets import (
    FourEyesEditView,
    FourEyesHistoryView,
    FourEyesPolicy,
    FourEyesUnpublishView,
    FourEyesUnscheduleView,
)

from . import notice_list
from .notice import Notice
from .notice_queryset import NoticeQuerySet


class NoticeViewSet(SnippetViewSet):
    """Notices, in the menu beside the pages."""

    model = Notice
    icon = "warning"
    menu_label = gettext_lazy("Notices")
    menu_order = 150
    add_to_admin_menu = True
    list_display = notice_list.COLUMNS
    filterset_class = notice_list.NoticeFilterSet
    ordering = ["-pk"]
    search_fields = ["text"]
    edit_view_class = FourEyesEditView
    unpublish_view_class = FourEyesUnpublishView
    revisions_unschedule_view_class = FourEyesUnscheduleView
    history_view_class = FourEyesHistoryView
    panels = [
        MultiFieldPanel(
            [
                FieldPanel(
                    "level",
                    help_text=gettext_lazy(
                        "Emergency: danger, or a hospital that is closed. It is shown above everything and interrupts "
                        "screen readers. If you may publish one alone, save it first, then choose “Publish at once”. "
                        "Warning: what a visit depends on. Information: good to know; readers can hide it."
                    ),
                ),
                FieldPanel(
                    "text",
                    widget=AdminAutoHeightTextInput,
                    help_text=gettext_lazy(
                        "One or two short sentences, the important part first. An emergency starts with “Emergency:”."
                    ),
                ),
            ],
            gettext_lazy("What it says"),
        ),
        MultiFieldPanel(
            [FieldPanel("link_text"), FieldPanel("link_page"), FieldPanel("link_address")],
            gettext_lazy("Link (optional)"),
            help_text=gettext_lazy("A link needs text, and either a page or an address."),
        ),
        FieldRowPanel(
            [FieldPanel("show_from"), FieldPanel("show_until")],
            gettext_lazy("When"),
            help_text=gettext_lazy(
                "In the clinic’s time. Once it is approved, it appears and disappears at these times by itself."
            ),
        ),
        FieldPanel("shown_on", heading=gettext_lazy("Where")),
    ]

    def get_queryset(self, request: HttpRequest) -> NoticeQuerySet:
        """Return the notices with their state now."""
        return Notice.objects.with_state(timezone.now())

    @property
    def permission_policy(self) -> FourEyesPolicy:
        """Return the policy that lets no one publish alone."""
        return FourEyesPolicy(self.model)
