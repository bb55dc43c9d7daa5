"""Physicians' profiles in the CMS."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, MultiFieldPanel, ObjectList, PublishingPanel
from wagtail.admin.ui.tables import BooleanColumn, LiveStatusTagColumn
from wagtail.snippets.views.snippets import SnippetViewSet

from physicians.cms.directory_forms import PhysicianForm
from physicians.imports.roster_columns import ROSTER
from physicians.models import Physician

from .physician_list import SEARCHED, PhysicianIndexView

FORMER_NAME = _("Patients who search for this name find the profile and see “Formerly …”. Nobody else sees it.")


class RosterPanel(HelpPanel):
    """Says which fields can't be changed here, on the profiles of those who are on the roster."""

    class BoundPanel(HelpPanel.BoundPanel):
        """One profile's."""

        def is_shown(self) -> bool:
            """Hide it on the profiles that belong to the editors alone."""
            return bool(super().is_shown() and self.instance.on_roster)

        def get_context_data(self, parent_context: Mapping[str, Any] | None = None) -> dict[str, Any]:
            """Add the labels of those fields."""
            return {**super().get_context_data(parent_context), "labels": ROSTER.labels}


class LeftPanel(FieldPanel):
    """Says that the physician has left, and asks if they are back before the profile is published again."""

    class BoundPanel(FieldPanel.BoundPanel):
        """One profile's."""

        def is_shown(self) -> bool:
            """Hide it on the profiles of everyone else."""
            return bool(self.instance.has_left and super().is_shown())


class PhysicianViewSet(SnippetViewSet):
    """Profiles, with drafts and a preview."""

    model = Physician
    icon = "user"
    index_view_class = PhysicianIndexView
    list_display = [
        "__str__",
        BooleanColumn("accepting_new_patients", label=_("New patients"), sort_key="accepting_new_patients"),
        BooleanColumn("offers_virtual_visits", label=_("Virtual visits"), sort_key="offers_virtual_visits"),
        LiveStatusTagColumn(),
    ]
    list_filter = ["specialties", "locations", "accepting_new_patients", "offers_virtual_visits", "live"]
    search_fields = SEARCHED
    edit_handler = ObjectList(
        [
            LeftPanel(
                "is_back",
                help_text=_("The profile was taken down because this physician left. Publishing it puts it back."),
            ),
            RosterPanel(template="physicians/cms/roster_note.html"),
            MultiFieldPanel(
                [
                    FieldRowPanel(
                        [
                            FieldPanel("given_name", required_on_save=True),
                            FieldPanel("family_name", required_on_save=True),
                            FieldPanel("credentials"),
                        ]
                    ),
                    FieldRowPanel([FieldPanel("known_as"), FieldPanel("former_name", help_text=FORMER_NAME)]),
                    FieldPanel("npi", required_on_save=True),
                    FieldPanel("slug"),
                ],
                _("Who"),
            ),
            MultiFieldPanel(
                [
                    FieldPanel("specialties", widget=forms.CheckboxSelectMultiple, required_on_save=False),
                    FieldPanel("conditions", widget=forms.CheckboxSelectMultiple),
                    FieldPanel("procedures", widget=forms.CheckboxSelectMultiple),
                ],
                _("What this physician treats"),
            ),
            MultiFieldPanel(
                [
                    FieldPanel("accepting_new_patients"),
                    FieldPanel("locations", widget=forms.CheckboxSelectMultiple),
                    FieldPanel("offers_virtual_visits"),
                    FieldPanel("licensed_states"),
                    FieldPanel("languages", widget=forms.CheckboxSelectMultiple),
                ],
                _("How patients can be seen"),
            ),
            MultiFieldPanel(
                [
                    FieldPanel("photo"),
                    FieldPanel("biography"),
                    FieldPanel("education"),
                    FieldPanel("board_certifications"),
                    FieldPanel("gender"),
                ],
                _("About"),
            ),
            PublishingPanel(),
        ],
        base_form_class=PhysicianForm,
    )
