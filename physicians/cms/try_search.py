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
from physicians.search.parse.query_parser import Meaning, Reading, read
from physicians.search.parse.tokens import LONGEST_QUERY
from physicians.search.published_choices import load_choices
from physicians.storable import storable

TRY = "physicians_try"  # the name of the page's address
SHOWN = 10
KINDS: dict[str, str | Promise] = {
    "condition": gettext_lazy("Condition"),
    "procedure": gettext_lazy("Procedure"),
    "specialty": gettext_lazy("Specialty"),
    "language": gettext_lazy("Language"),
    "location": gettext_lazy("Location"),
    "name": gettext_lazy("Part of a name"),
    "npi": gettext_lazy("NPI"),
    "virtual": gettext_lazy("Virtual visits"),
    "accepting": gettext_lazy("New patients"),
    "gender": gettext_lazy("Gender"),
    "text": gettext_lazy("Word of a profile's text"),
}
EDITED = ("condition", "procedure", "specialty", "language", "location")


@dataclass(frozen=True)
class StandsFor:
    """One thing that words stand for: of which kind, through which phrase, and where that is edited."""

    label: str
    kind: str
    phrase: str
    exact: bool
    edit_url: str


def may_try(user: Any) -> bool:
    """Tell whether this person works on the words that the search knows."""
    return any(user.has_perm(f"physicians.change_{kind}") for kind in (*EDITED, "physician"))


def stands_for(meaning: Meaning) -> StandsFor:
    """Return a meaning as the page shows it."""
    edit = ""
    if meaning.kind in EDITED:
        pk = meaning.lexeme.partition(":")[2]
        edit = reverse(f"wagtailsnippets_physicians_{meaning.kind}:edit", args=[pk])
    kind = str(KINDS.get(meaning.kind, meaning.kind))
    return StandsFor(meaning.label, kind, meaning.phrase, meaning.exact, edit)


def passed_over(reading: Reading) -> list[str]:
    """Return the small words that nobody has to match, as far as they stand for nothing."""
    understood = reading.zip_numbers.union(*(part.numbers for part in reading.parts))
    return [word.text for word in reading.query.words if word.small and word.number not in understood]


class TrySearchView(WagtailAdminTemplateMixin, TemplateView):
    """The page. It only reads, so the words may stand in the address; no log has them."""

    template_name = "physicians/cms/try_search.html"
    page_title = gettext_lazy("Try a search")
    header_icon = "search"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Turn away whoever does not work on the directory."""
        if not may_try(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Name the page."""
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add how the words are read and whom they find."""
        context = super().get_context_data(**kwargs)
        text = storable(self.request.GET.get("q", "")).strip()
        context |= {"text": text[:LONGEST_QUERY], "longest": LONGEST_QUERY}
        if not text:
            return context
        asked = QueryDict(mutable=True)
        asked["q"] = text
        genders = Organization.objects.filter(gender_in_directory=True).exists()
        reading, directory = read(text, load_choices(), genders=genders), open_directory(asked, genders=genders)
        return context | {
            "parts": [(part.typed, [stands_for(meaning) for meaning in part.meanings]) for part in reading.parts],
            "left_out": [word.text for word in reading.query.words if word.number in reading.unknown],
            "passed_over": passed_over(reading),
            "corrected": [(typed, ", ".join(meant)) for typed, meant in reading.corrected.items()],
            "zip_code": reading.zip_code,
            "directory": directory,
            "cards": directory.cards[:SHOWN],
            "public_url": f"{reverse('physicians:directory')}?{asked.urlencode()}",
            "nothing_read": _("No word of it stands for anything here.") if not reading.parts else "",
        }
