"""The words of the directory in the CMS, each with those that patients have for it."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList, PublishingPanel
from wagtail.admin.ui.tables import LiveStatusTagColumn
from wagtail.snippets.views.snippets import SnippetViewSet

from physicians.forms import ConditionForm, LanguageForm, ProcedureForm, SpecialtyForm
from physicians.models import Condition, Language, Procedure, Specialty


class ConditionViewSet(SnippetViewSet):
    """Conditions."""

    model = Condition
    icon = "list-ul"
    list_display = ["name", "body_region", LiveStatusTagColumn()]
    list_filter = ["body_region", "live"]
    search_fields = ["name", "lay_phrases"]
    edit_handler = ObjectList(
        [
            MultiFieldPanel([FieldPanel("name"), FieldPanel("slug"), FieldPanel("body_region")], _("Condition")),
            FieldPanel("lay_phrases"),
            PublishingPanel(),
        ],
        base_form_class=ConditionForm,
    )


class SpecialtyViewSet(SnippetViewSet):
    """Specialties."""

    model = Specialty
    icon = "tag"
    list_display = ["name", "practitioner", LiveStatusTagColumn()]
    list_filter = ["live"]
    search_fields = ["name", "practitioner", "lay_phrases"]
    edit_handler = ObjectList(
        [
            MultiFieldPanel([FieldPanel("name"), FieldPanel("practitioner"), FieldPanel("slug")], _("Specialty")),
            FieldPanel("lay_phrases"),
            PublishingPanel(),
        ],
        base_form_class=SpecialtyForm,
    )


class ProcedureViewSet(SnippetViewSet):
    """What is done for patients."""

    model = Procedure
    icon = "clipboard-list"
    list_display = ["name", LiveStatusTagColumn()]
    list_filter = ["live"]
    search_fields = ["name", "lay_phrases"]
    edit_handler = ObjectList(
        [
            MultiFieldPanel([FieldPanel("name"), FieldPanel("slug")], _("Procedure")),
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
