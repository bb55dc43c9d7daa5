"""Phrases of danger in the CMS: what editors have added, above our own signs, which can't be changed."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet

from physicians.danger.detector import BUILT_IN
from physicians.models import DangerCard, DangerPhrase

from .danger_phrase_form import DangerPhraseForm

LANGUAGES = dict(DangerPhrase._meta.get_field("language").choices or ())


class DangerPhraseIndexView(IndexView):
    """The list of added phrases, and below it the built-in signs."""

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add our own signs."""
        context = super().get_context_data(*args, **kwargs)
        signs = sorted(BUILT_IN, key=lambda sign: (sign.card != DangerCard.CRISIS, sign.language))
        return context | {
            "built_in": [
                (sign, DangerCard(sign.card).label, LANGUAGES[sign.language], sign.examples) for sign in signs
            ]
        }


class DangerPhraseViewSet(SnippetViewSet):
    """Phrases have no drafts: what is saved alarms at once."""

    model = DangerPhrase
    icon = "warning"
    menu_label = _("Phrases of danger")
    list_display = ["phrase", "card", "language", "added_by", "added_at"]
    list_filter = ["card", "language"]
    search_fields = ["phrase"]
    index_view_class = DangerPhraseIndexView
    index_template_name = "physicians/cms/danger_phrases.html"
    edit_handler = ObjectList(
        [FieldPanel("phrase"), FieldPanel("card"), FieldPanel("language")], base_form_class=DangerPhraseForm
    )
