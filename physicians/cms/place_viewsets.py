"""Clinics and the hospital in the CMS."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList, PublishingPanel
from wagtail.admin.ui.tables import LiveStatusTagColumn
from wagtail.snippets.views.snippets import SnippetViewSet

from physicians.cms.directory_forms import LocationForm, OrganizationForm
from physicians.models import Location, Organization
from physicians.singleton import SingletonPolicy

from .named_on_profiles import NamedOnProfiles
from .unknown_place import CreateClinicView, EditClinicView


class LocationViewSet(NamedOnProfiles):
    """Clinics, with drafts and a preview."""

    model = Location
    icon = "site"
    add_view_class = CreateClinicView
    edit_view_class = EditClinicView
    list_display = ["name", "city", "phone", LiveStatusTagColumn()]
    list_filter = ["city", "live"]
    search_fields = ["name", "street", "city", "postal_code"]
    edit_handler = ObjectList(
        [
            MultiFieldPanel(
                [
                    FieldPanel("name", required_on_save=True),
                    FieldPanel(
                        "slug",
                        help_text=_(
                            "The last part of the page's web address: “mill-heron-clinic”. Leave it empty to have it "
                            "made from the name."
                        ),
                    ),
                ],
                _("Clinic"),
            ),
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
        ],
        base_form_class=LocationForm,
    )


class OrganizationViewSet(SnippetViewSet):
    """The hospital: one row, without drafts."""

    model = Organization
    icon = "home"
    list_display = ["name", "appointment_phone"]
    copy_view_enabled = False
    edit_handler = ObjectList(
        [
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
        ],
        base_form_class=OrganizationForm,
    )

    @property
    def permission_policy(self) -> SingletonPolicy:
        """Refuse a second hospital, and its deletion, even to superusers."""
        return SingletonPolicy(self.model)
