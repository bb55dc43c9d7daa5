"""The directory in the CMS: one menu, with a list for each kind of row."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList, PublishingPanel
from wagtail.admin.ui.tables import BooleanColumn, LiveStatusTagColumn
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from .forms import ConditionForm, PhysicianForm, SpecialtyForm
from .models import Condition, Language, Location, Organization, Physician, Specialty
from .one_row import OneRowPolicy


class PhysicianViewSet(SnippetViewSet):
    """Profiles, with drafts and a preview."""

    model = Physician
    icon = "user"
    list_display = [
        "__str__",
        BooleanColumn("accepting_new_patients", label=_("New patients"), sort_key="accepting_new_patients"),
        BooleanColumn("offers_virtual_visits", label=_("Virtual visits"), sort_key="offers_virtual_visits"),
        LiveStatusTagColumn(),
    ]
    list_filter = ["specialties", "locations", "accepting_new_patients", "offers_virtual_visits", "live"]
    search_fields = ["given_name", "family_name", "npi"]
    edit_handler = ObjectList(
        [
            MultiFieldPanel(
                [
                    FieldRowPanel(
                        [
                            FieldPanel("given_name", required_on_save=True),
                            FieldPanel("family_name", required_on_save=True),
                            FieldPanel("credentials"),
                        ]
                    ),
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


class LocationViewSet(SnippetViewSet):
    """Clinics."""

    model = Location
    icon = "site"
    list_display = ["name", "city", "phone"]
    list_filter = ["city"]
    search_fields = ["name", "street", "city", "postal_code"]
    panels = [
        MultiFieldPanel([FieldPanel("name"), FieldPanel("slug"), FieldPanel("phone")], _("Clinic")),
        MultiFieldPanel(
            [
                FieldPanel("street"),
                FieldRowPanel([FieldPanel("city"), FieldPanel("state"), FieldPanel("postal_code")]),
                FieldRowPanel([FieldPanel("latitude"), FieldPanel("longitude")]),
                FieldPanel("time_zone"),
            ],
            _("Where it is"),
        ),
        MultiFieldPanel([FieldPanel("hours"), FieldPanel("parking"), FieldPanel("access")], _("Coming here")),
    ]


class ConditionViewSet(SnippetViewSet):
    """Conditions, with the words that patients have for them."""

    model = Condition
    icon = "list-ul"
    list_display = ["name", "body_region"]
    list_filter = ["body_region"]
    search_fields = ["name", "lay_phrases"]
    edit_handler = ObjectList(
        [FieldPanel("name"), FieldPanel("slug"), FieldPanel("body_region"), FieldPanel("lay_phrases")],
        base_form_class=ConditionForm,
    )


class SpecialtyViewSet(SnippetViewSet):
    """Specialties, with the words that patients have for them."""

    model = Specialty
    icon = "tag"
    list_display = ["name", "practitioner"]
    search_fields = ["name", "practitioner", "lay_phrases"]
    edit_handler = ObjectList(
        [FieldPanel("name"), FieldPanel("practitioner"), FieldPanel("slug"), FieldPanel("lay_phrases")],
        base_form_class=SpecialtyForm,
    )


class LanguageViewSet(SnippetViewSet):
    """Languages."""

    model = Language
    icon = "globe"
    list_display = ["name", "code"]
    search_fields = ["name", "code"]
    panels = [FieldPanel("name"), FieldPanel("code")]


class OrganizationViewSet(SnippetViewSet):
    """The hospital's one row."""

    model = Organization
    icon = "home"
    list_display = ["name", "appointment_phone"]
    copy_view_enabled = False
    panels = [
        MultiFieldPanel([FieldPanel("name"), FieldPanel("service_line")], _("Hospital")),
        MultiFieldPanel(
            [
                FieldPanel("appointment_phone"),
                FieldPanel("phone_hours"),
                FieldPanel("main_phone"),
                FieldPanel("email"),
            ],
            _("How patients reach it"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("street"),
                FieldRowPanel([FieldPanel("city"), FieldPanel("state"), FieldPanel("postal_code")]),
            ],
            _("Address"),
        ),
    ]

    @property
    def permission_policy(self) -> OneRowPolicy:
        """Return what nobody can get around."""
        return OneRowPolicy(self.model)


class DirectoryGroup(SnippetViewSetGroup):
    """The menu."""

    items = (
        PhysicianViewSet,
        LocationViewSet,
        ConditionViewSet,
        SpecialtyViewSet,
        LanguageViewSet,
        OrganizationViewSet,
    )
    menu_label = _("Directory")
    menu_icon = "group"
    menu_order = 160


register_snippet(DirectoryGroup)
