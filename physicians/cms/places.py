"""The clinics and the hospital in the CMS."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, PublishingPanel
from wagtail.admin.ui.tables import LiveStatusTagColumn
from wagtail.snippets.views.snippets import SnippetViewSet

from physicians.models import Location, Organization
from physicians.one_row import OneRowPolicy


class LocationViewSet(SnippetViewSet):
    """Clinics, with drafts and a preview."""

    model = Location
    icon = "site"
    list_display = ["name", "city", "phone", LiveStatusTagColumn()]
    list_filter = ["city", "live"]
    search_fields = ["name", "street", "city", "postal_code"]
    panels = [
        MultiFieldPanel([FieldPanel("name"), FieldPanel("slug")], _("Clinic")),
        MultiFieldPanel(
            [FieldPanel("phone"), FieldPanel("after_hours_phone"), FieldPanel("fax")], _("How patients reach it")
        ),
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
        PublishingPanel(),
    ]


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
        MultiFieldPanel([FieldPanel("gender_in_directory")], _("Directory")),
    ]

    @property
    def permission_policy(self) -> OneRowPolicy:
        """Return what nobody can get around."""
        return OneRowPolicy(self.model)
