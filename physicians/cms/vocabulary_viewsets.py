"""Conditions, specialties, procedures and languages in the CMS, each with the words that patients use for it."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList, PublishingPanel
from wagtail.admin.ui.tables import LiveStatusTagColumn
from wagtail.snippets.views.snippets import SnippetViewSet

from physicians.cms.directory_forms import LanguageForm, VocabularyEntryForm
from physicians.models import Condition, Language, Procedure, Specialty

from .named_on_profiles import NamedOnProfiles

NAME_AND_ADDRESS = [
    FieldPanel("name", required_on_save=True),
    FieldPanel(
        "slug",
        help_text=_(
            "Its part of web addresses: “herniated-disk”. Leave it empty to have it made from the name. It can't be "
            "changed after publication."
        ),
    ),
]


class ConditionViewSet(NamedOnProfiles):
    """Conditions, each with its region of the spine."""

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
        base_form_class=VocabularyEntryForm,
    )


class SpecialtyViewSet(NamedOnProfiles):
    """Specialties, each with the word for the physicians who practice it."""

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
        base_form_class=VocabularyEntryForm,
    )


class ProcedureViewSet(NamedOnProfiles):
    """Operations, injections, tests and exercise programs."""

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
        base_form_class=VocabularyEntryForm,
    )


class LanguageViewSet(SnippetViewSet):
    """Languages have no drafts: what is saved is live."""

    model = Language
    icon = "globe"
    list_display = ["name", "code"]
    search_fields = ["name", "code", "lay_phrases"]
    edit_handler = ObjectList(
        [FieldPanel("name"), FieldPanel("code"), FieldPanel("lay_phrases")], base_form_class=LanguageForm
    )
