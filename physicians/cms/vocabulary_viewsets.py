"""The words of the directory in the CMS, each with those that patients have for it."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList, PublishingPanel
from wagtail.admin.ui.tables import LiveStatusTagColumn
from wagtail.snippets.views.snippets import SnippetViewSet

from physicians.cms.directory_forms import ConditionForm, LanguageForm, ProcedureForm, SpecialtyForm
from physicians.models import Condition, Language, Procedure, Specialty

from .named_on_profiles import NamedOnProfiles

NAME_AND_ADDRESS = [
    FieldPanel("name", required_on_save=True),
    FieldPanel(
        "slug",
        required_on_save=True,
        help_text=_("What stands for it in web addresses: “herniated-disk”. Once published it stays as it is."),
    ),
]


class ConditionViewSet(NamedOnProfiles):
    """Conditions."""

    model = Condition
    icon = "list-ul"
    list_display = ["name", "body_region", LiveStatusTagColumn()]
    list_filter = ["body_region", "live"]
    search_fields = ["name", "lay_phrases"]
    edit_handler = ObjectList(
        [
            MultiFieldPanel([*NAME_AND_ADDRESS, FieldPanel("body_region")], _("Condition")),
            FieldPanel("lay_phrases"),
            PublishingPanel(),
        ],
        base_form_class=ConditionForm,
    )


class SpecialtyViewSet(NamedOnProfiles):
    """Specialties."""

    model = Specialty
    icon = "tag"
    list_display = ["name", "practitioner", LiveStatusTagColumn()]
    list_filter = ["live"]
    search_fields = ["name", "practitioner", "lay_phrases"]
    edit_handler = ObjectList(
        [
            MultiFieldPanel([*NAME_AND_ADDRESS, FieldPanel("practitioner")], _("Specialty")),
            FieldPanel("lay_phrases"),
            PublishingPanel(),
        ],
        base_form_class=SpecialtyForm,
    )


class ProcedureViewSet(NamedOnProfiles):
    """What is done for patients."""

    model = Procedure
    icon = "clipboard-list"
    list_display = ["name", LiveStatusTagColumn()]
    list_filter = ["live"]
    search_fields = ["name", "lay_phrases"]
    edit_handler = ObjectList(
        [
            MultiFieldPanel(NAME_AND_ADDRESS, _("Procedure")),
            FieldPanel("lay_phrases"),
            PublishingPanel(),
        ],
        base_form_class=ProcedureForm,
    )


class LanguageViewSet(SnippetViewSet):
    """Languages; what is saved counts at once."""

    model = Language
    icon = "globe"
    list_display = ["name", "code"]
    search_fields = ["name", "code", "lay_phrases"]
    edit_handler = ObjectList(
        [FieldPanel("name"), FieldPanel("code"), FieldPanel("lay_phrases")], base_form_class=LanguageForm
    )
