"""The directory's address, read and written. What makes no sense in it is left out, and the page says so."""

from dataclasses import dataclass, field

from django.db.models import Q
from django.http import QueryDict
from django.utils.translation import gettext as _

from .choices import Choices
from .words import LONGEST_QUERY

TICKED, NOT_TICKED = {"1", "on", "true", "yes"}, {"", "0", "off", "false", "no"}
LOOKUPS = {
    "condition": "conditions__slug",
    "specialty": "specialties__slug",
    "location": "locations__slug",
    "language": "languages__code",
}


@dataclass(frozen=True)
class Tag:
    """A filter that is set, and the address without it."""

    label: str
    remove: str


@dataclass(frozen=True)
class Filters:
    """The state of the directory: the same address is always the same page."""

    text: str = ""
    chosen: dict[str, str] = field(default_factory=dict)  # parameter: value, of those in LOOKUPS
    accepting: bool = False
    virtual: bool = False
    page: str = ""
    problems: list[str] = field(default_factory=list)

    @property
    def any_set(self) -> bool:
        """Tell whether anything but the text narrows the list."""
        return bool(self.chosen or self.accepting or self.virtual)

    def condition(self) -> Q:
        """Return the filters as one condition on physicians."""
        condition = Q(**{LOOKUPS[parameter]: value for parameter, value in self.chosen.items()})
        if self.accepting:
            condition &= Q(accepting_new_patients=True)
        if self.virtual:
            condition &= Q(offers_virtual_visits=True)
        return condition

    def address(self, *, without: str = "", page: int = 1) -> str:
        """Return the query part of an address: these filters, less one parameter, at a page."""
        parameters = {"q": self.text, **self.chosen}
        parameters |= {"accepting": "1" if self.accepting else "", "virtual": "1" if self.virtual else ""}
        parameters["page"] = str(page) if page > 1 else ""
        query = QueryDict(mutable=True)
        query.update({name: value for name, value in parameters.items() if value and name != without})
        return f"?{query.urlencode()}" if query else "?"

    def tags(self, choices: Choices) -> list[Tag]:
        """Return the filters that are set, each with the way to take it off."""
        labels = {parameter: choices[parameter][value] for parameter, value in self.chosen.items()}
        if self.accepting:
            labels["accepting"] = _("Takes new patients")
        if self.virtual:
            labels["virtual"] = _("Offers virtual visits")
        return [Tag(label, self.address(without=parameter)) for parameter, label in labels.items()]


def read_filters(query: QueryDict, choices: Choices) -> Filters:
    """Read an address; unknown or impossible values are left out and named in `problems`."""
    unknown = {
        "condition": _("We do not know the condition in this address, so we left it out."),
        "specialty": _("We do not know the specialty in this address, so we left it out."),
        "location": _("We do not know the location in this address, so we left it out."),
        "language": _("We do not know the language in this address, so we left it out."),
    }
    problems = []
    chosen = {}
    for parameter in LOOKUPS:
        value = query.get(parameter, "")
        if value in choices[parameter]:
            chosen[parameter] = value
        elif value:
            problems.append(unknown[parameter])
    ticks = {}
    for parameter in ("accepting", "virtual"):
        value = query.get(parameter, "").lower()
        ticks[parameter] = value in TICKED
        if value not in TICKED | NOT_TICKED:
            problems.append(_("We could not read a part of this address, so we left it out."))
    # One more than the search reads, so that it can say that it did not read everything.
    text = " ".join(query.get("q", "").split())[: LONGEST_QUERY + 1]
    return Filters(text, chosen, page=query.get("page", ""), problems=list(dict.fromkeys(problems)), **ticks)
