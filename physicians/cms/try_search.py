"""“Try a search”: how the directory reads what a patient may type, before a patient does."""

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from physicians.danger import Danger
from physicians.danger.detector import SeenSign, find_left_out
from physicians.models import Organization
from physicians.search.directory_search import search_directory
from physicians.search.explanation.explained_search import explain
from physicians.search.explanation.explained_words import kind_in_words
from physicians.search.facet_kinds import VocabularyFacet
from physicians.search.facets import FACETS, facet_named, offered_facets
from physicians.search.parse.query_parts import Meaning
from physicians.search.parse.tokens import LONGEST_QUERY
from physicians.storable import storable

TRY = "physicians_try"  # the name of the page's address
SHOWN = 10


@dataclass(frozen=True)
class ShownMeaning:
    """One meaning of the words: its kind, the phrase that led to it, and where to edit that."""

    label: str
    kind: str
    phrase: str
    exact: bool
    edit_url: str


def may_try(user: Any) -> bool:
    """Return True if this person edits the words that the search knows."""
    edited = [facet.name for facet in FACETS if isinstance(facet, VocabularyFacet)]
    return any(user.has_perm(f"physicians.change_{kind}") for kind in (*edited, "physician", "dangerphrase"))


def left_out(text: str, danger: Danger) -> list[SeenSign]:
    """Return the signs that were seen in the words and led to no card, once each."""
    shown = {str(alarm.sign) for alarm in danger.alarms}
    seen = {(str(found.sign.name), found.words): found for found in find_left_out(text)}
    return [found for (name, _words), found in seen.items() if name not in shown]


def show_meaning(meaning: Meaning) -> ShownMeaning:
    """Return a meaning as the page shows it."""
    facet = facet_named(meaning.kind)
    edit = ""
    if isinstance(facet, VocabularyFacet):
        pk = meaning.lexeme.partition(":")[2]
        edit = reverse(f"wagtailsnippets_physicians_{meaning.kind}:edit", args=[pk])
    return ShownMeaning(meaning.label, kind_in_words(meaning.kind), meaning.phrase, meaning.exact, edit)


class TrySearchView(WagtailAdminTemplateMixin, TemplateView):
    """The page. It only reads, so the words can be in the address; no log has them."""

    template_name = "physicians/cms/try_search.html"
    page_title = gettext_lazy("Try a search")
    header_icon = "search"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Refuse anyone who doesn't edit the directory."""
        if not may_try(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Name the page."""
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add how the words are read and which physicians they find."""
        context = super().get_context_data(**kwargs)
        text = storable(self.request.GET.get("q", "")).strip()
        context |= {"text": text[:LONGEST_QUERY], "longest": LONGEST_QUERY}
        if not text:
            return context
        asked = QueryDict(mutable=True)
        asked["q"] = text
        offered = offered_facets(Organization.objects.first())
        search = search_directory(asked, offered=offered)
        parsed, directory = search.plan.parsed, search.page
        return context | {
            "parts": [(part.typed, [show_meaning(meaning) for meaning in part.meanings]) for part in parsed.parts],
            "stages": explain(search),
            "danger": directory.danger,
            "alarms": {
                (alarm.card, str(alarm.sign), alarm.words): alarm for alarm in directory.danger.alarms
            }.values(),
            "left_out": left_out(text, directory.danger),
            "directory": directory,
            "cards": directory.cards[:SHOWN],
            "public_url": f"{reverse('physicians:directory')}?{asked.urlencode()}",
            "nothing_read": _("None of these words matched anything in the directory.")
            if parsed.query.required and not (parsed.parts or parsed.answers)
            else "",
        }
