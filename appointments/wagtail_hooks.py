"""What the CMS shows of this app: the words of the request flow. Never anything about a patient."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, HelpPanel, MultiFieldPanel, Panel, PublishingPanel
from wagtail.admin.ui.tables import LiveStatusTagColumn, UpdatedAtColumn
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from physicians.four_eyes_snippets import (
    FourEyesEditView,
    FourEyesHistoryView,
    FourEyesUnpublishView,
    FourEyesUnscheduleView,
)
from physicians.singleton import FourEyesSingletonPolicy
from physicians.spent_dates import ClearsSpentDates

from .models import RequestWording
from .models.wording import MAIL_FIELDS


class RequestWordingForm(ClearsSpentDates, WagtailAdminModelForm):
    """The form of the wording, which can also be saved after its schedule has passed."""


class RequestWordingViewSet(SnippetViewSet):
    """One row, with drafts, a preview and a review."""

    model = RequestWording
    icon = "form"
    menu_label = _("Request wording")
    menu_name = "request-wording"
    menu_order = 155
    add_to_admin_menu = True
    copy_view_enabled = False
    edit_view_class = FourEyesEditView
    unpublish_view_class = FourEyesUnpublishView
    revisions_unschedule_view_class = FourEyesUnscheduleView
    history_view_class = FourEyesHistoryView
    list_display = ["__str__", UpdatedAtColumn(), LiveStatusTagColumn()]
    panels = [
        HelpPanel(
            content=_(
                "Patients see these words while they ask for an appointment. A change is shown only after a clinical "
                "reviewer has approved it: choose “Submit to Clinical approval” below."
            ),
            heading=_("Before you change anything"),
        ),
        MultiFieldPanel(
            [
                FieldPanel(
                    "safety_question",
                    help_text=_("Patients answer yes or no. The symptoms are listed below it."),
                ),
                FieldPanel("symptoms"),
            ],
            _("The safety check"),
        ),
        MultiFieldPanel(
            [
                FieldPanel(
                    "emergency_heading",
                    help_text=_(
                        "The first thing someone reads after saying yes. Say what to do. A button that calls 911 "
                        "is added below the text."
                    ),
                ),
                FieldPanel("emergency_text"),
            ],
            _("The emergency page"),
        ),
        MultiFieldPanel([FieldPanel("next_steps")], _("After a request was sent")),
        MultiFieldPanel(
            [FieldPanel("what_to_bring"), FieldPanel("virtual_visit")],
            _("Before a booked visit"),
        ),
        MultiFieldPanel([FieldPanel(name) for name in MAIL_FIELDS], _("In a mail, when something ends")),
        PublishingPanel(),
    ]

    def get_edit_handler(self) -> Panel:
        """Return the panels, with the form that clears spent dates."""
        handler = super().get_edit_handler()
        handler.base_form_class = RequestWordingForm
        return handler

    @property
    def permission_policy(self) -> FourEyesSingletonPolicy:
        """Return what nobody can get around."""
        return FourEyesSingletonPolicy(self.model)


register_snippet(RequestWordingViewSet)
