"""Danger phrases in the CMS: what editors have added, above our own signs, which can't be changed."""

from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.panels import FieldPanel, HelpPanel, ObjectList
from wagtail.admin.ui.tables import BooleanColumn, LiveStatusTagColumn, UpdatedAtColumn
from wagtail.snippets.views.snippets import CreateView, IndexView, SnippetViewSet

from physicians.four_eyes_snippets import FourEyesEditView, FourEyesHistoryView, FourEyesPolicy
from physicians.models import DangerPhrase

from .built_in_signs import shown_signs
from .danger_phrase_form import DangerPhraseForm
from .try_search import TRY

NEVER = frozenset({"delete", "unpublish"})


class DangerPhrasePolicy(FourEyesPolicy):
    """A second person approves a change, and putting a phrase out of use is one: there's no way around it."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        """Refuse to delete and to unpublish, even to superusers; so does a trigger."""
        return action not in NEVER and super().user_has_permission(user, action)


class DangerPhraseIndexView(IndexView):
    """The list of added phrases, and below it the built-in signs."""

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add our own signs."""
        return super().get_context_data(*args, **kwargs) | {"built_in": shown_signs(self.request.GET)}


class TriedMixin:
    """Offers to try a phrase once it's saved."""

    def get_success_buttons(self) -> list[Any]:
        """Add the link."""
        view: Any = self
        address = f"{reverse(TRY)}?{urlencode({'q': view.object.phrase})}"
        buttons: list[Any] = super().get_success_buttons()  # type: ignore[misc]
        return [*buttons, messages.button(address, _("Try it"))]


class CreatePhraseView(TriedMixin, CreateView):
    """Writes the draft of a phrase."""


class EditPhraseView(TriedMixin, FourEyesEditView):
    """Changes a phrase; an approval counts for the words that the approver saw."""


class DangerPhraseViewSet(SnippetViewSet):
    """Phrases, with drafts and a review."""

    model = DangerPhrase
    icon = "warning"
    menu_label = gettext_lazy("Danger phrases")
    list_display = [
        "phrase",
        "card",
        "language",
        BooleanColumn("in_use", label=gettext_lazy("In use")),
        UpdatedAtColumn(),
        LiveStatusTagColumn(),
    ]
    list_filter = ["card", "language", "in_use", "live"]
    search_fields = ["phrase"]
    copy_view_enabled = False
    index_view_class = DangerPhraseIndexView
    add_view_class = CreatePhraseView
    edit_view_class = EditPhraseView
    history_view_class = FourEyesHistoryView
    index_template_name = "physicians/cms/danger_phrases.html"
    index_results_template_name = "physicians/cms/danger_phrase_results.html"
    edit_handler = ObjectList(
        [
            HelpPanel(
                content=gettext_lazy(
                    "Patients who type these words see the card and no doctors. That takes a second person: save, "
                    "then choose “Submit to Clinical approval” below. Once a clinical reviewer has approved it, it's "
                    "in use."
                ),
                heading=gettext_lazy("Before you add or change a phrase"),
            ),
            FieldPanel("phrase", required_on_save=True),
            FieldPanel("card"),
            FieldPanel("language"),
            FieldPanel("in_use"),
        ],
        base_form_class=DangerPhraseForm,
    )

    @property
    def permission_policy(self) -> DangerPhrasePolicy:
        """Return what nobody can get around."""
        return DangerPhrasePolicy(self.model)
