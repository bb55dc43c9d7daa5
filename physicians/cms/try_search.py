"""“Try a search”: how the directory reads what a patient may type, before a patient does."""

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, QueryDict
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from physicians.models import Organization
from physicians.search.directory_search import open_directory
from physicians.search.facet_kinds import VocabularyFacet
from physicians.search.facets import FACETS, facet_named, offered_facets
from physicians.search.parse.query_parser import ParsedQuery, parse_query
from physicians.search.parse.query_parts import Meaning
from physicians.search.parse.tokens import LONGEST_QUERY
from physicians.search.published_choices import load_choices
from physicians.storable import storable

TRY = "physicians_try"  # the name of the page's address
SHOWN = 10
KINDS: dict[str, str | Promise] = {  # of the meanings that aren't facets
    "name": gettext_lazy("Part of a name"),
    "npi": gettext_lazy("NPI"),
    "text": gettext_lazy("Word of a profile's text"),
}


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
    return any(user.has_perm(f"physicians.change_{kind}") for kind in (*edited, "physician"))


def show_meaning(meaning: Meaning) -> ShownMeaning:
    """Return a meaning as the page shows it."""
    facet = facet_named(meaning.kind)
    edit = ""
    if isinstance(facet, VocabularyFacet):
        pk = meaning.lexeme.partition(":")[2]
        edit = reverse(f"wagtailsnippets_physicians_{meaning.kind}:edit", args=[pk])
    kind = facet.label if facet else KINDS[meaning.kind]
    return ShownMeaning(meaning.label, str(kind), meaning.phrase, meaning.exact, edit)


def passed_over(parsed: ParsedQuery) -> list[str]:
    """Return the filler words that mean nothing here."""
    understood = parsed.zip_numbers | parsed.understood
    return [token.text for token in parsed.query.tokens if token.is_filler and token.number not in understood]


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
        parsed, directory = parse_query(text, load_choices(), offered), open_directory(asked, offered=offered)
        return context | {
            "parts": [(part.typed, [show_meaning(meaning) for meaning in part.meanings]) for part in parsed.parts],
            "left_out": [token.text for token in parsed.query.tokens if token.number in parsed.unknown],
            "passed_over": passed_over(parsed),
            "corrected": [(typed, ", ".join(meant)) for typed, meant in parsed.corrected.items()],
            "zip_code": parsed.zip_code,
            "directory": directory,
            "cards": directory.cards[:SHOWN],
            "public_url": f"{reverse('physicians:directory')}?{asked.urlencode()}",
            "nothing_read": _("None of these words matched anything in the directory.") if not parsed.parts else "",
        }
