"""The directory's address, read and written. What makes no sense in it is left out, and the page says so."""

from dataclasses import dataclass, field, replace

from django.http import QueryDict
from django.utils.translation import gettext as _

from physicians.models import Gender
from physicians.search.published_choices import FACETS, Choices

from .tokens import LONGEST_QUERY
from .zip_codes import DISTANCES, USUAL_DISTANCE, place_of, read_zip_code

TICKED, NOT_TICKED = {"1", "on", "true", "yes"}, {"", "0", "off", "false", "no"}
ORDERS = ("best", "distance", "name", "next")
MOST_VALUES = 50  # of one parameter


@dataclass(frozen=True)
class Filters:
    """The state of the directory: the same address is always the same page."""

    text: str = ""
    chosen: dict[str, tuple[str, ...]] = field(default_factory=dict)  # parameter: values; any of them will do
    accepting: bool = False
    virtual: bool = False
    zip_code: str = ""
    within: int = USUAL_DISTANCE  # miles
    sort: str = "best"
    page: str = ""
    after: str = ""  # slug of the physician after whom the page begins
    problems: list[str] = field(default_factory=list)

    def address(self, *, page: int = 1, after: str = "") -> str:
        """Return the query part of an address of these filters, at a page."""
        query = QueryDict(mutable=True)
        for parameter, values in {"q": (self.text,), **self.chosen}.items():
            query.setlist(parameter, [value for value in values if value])
        single = {
            "accepting": "1" if self.accepting else "",
            "virtual": "1" if self.virtual else "",
            "zip": self.zip_code,
            "within": str(self.within) if self.zip_code and self.within != USUAL_DISTANCE else "",
            "sort": self.sort if self.sort != "best" else "",
            "page": str(page) if page > 1 else "",
            "after": after,
        }
        query.update({name: value for name, value in single.items() if value})
        return f"?{query.urlencode()}"

    def without(self, parameter: str, value: str = "") -> "Filters":
        """Return the filters less one parameter, or less one value of it."""
        if parameter in ("accepting", "virtual"):
            return replace(self, accepting=self.accepting and parameter != "accepting",
                           virtual=self.virtual and parameter != "virtual")  # fmt: skip
        if parameter == "zip":
            return replace(self, zip_code="", sort="best" if self.sort == "distance" else self.sort)
        left = tuple(other for other in self.chosen.get(parameter, ()) if value and other != value)
        return replace(self, chosen={**self.chosen, parameter: left})


def read_filters(query: QueryDict, choices: Choices, *, genders: bool = False) -> Filters:
    """Read an address; unknown or impossible values are left out and named in `problems`."""
    problems: list[str] = []
    # One more than the search reads, so that it can say that it did not read everything.
    text = " ".join(query.get("q", "").split())[: LONGEST_QUERY + 1]
    zip_code = read_zip(query.get("zip", ""), problems)
    filters = Filters(
        text,
        read_chosen(query, choices, problems, genders=genders),
        accepting=read_tick(query.get("accepting", ""), problems),
        virtual=read_tick(query.get("virtual", ""), problems),
        zip_code=zip_code,
        within=read_distance(query.get("within", ""), problems),
        sort=read_order(query.get("sort", ""), problems),
        page=query.get("page", "")[:20],
        after=query.get("after", "")[:120],
    )
    filters.problems.extend(dict.fromkeys(problems))
    return filters


def read_chosen(
    query: QueryDict, choices: Choices, problems: list[str], *, genders: bool
) -> dict[str, tuple[str, ...]]:
    """Return the values of the facets that exist."""
    unknown = {
        "condition": _("We do not know a condition in this address, so we left it out."),
        "specialty": _("We do not know a specialty in this address, so we left it out."),
        "procedure": _("We do not know a procedure in this address, so we left it out."),
        "location": _("We do not know a location in this address, so we left it out."),
        "language": _("We do not know a language in this address, so we left it out."),
    }
    chosen = {}
    for parameter in FACETS:
        values = list(dict.fromkeys(value for value in query.getlist(parameter) if value))[:MOST_VALUES]
        chosen[parameter] = tuple(value for value in values if (parameter, value) in choices.by_value)
        if len(chosen[parameter]) < len(values):
            problems.append(unknown[parameter])
    values = [value for value in query.getlist("gender") if value]
    chosen["gender"] = tuple(value for value in dict.fromkeys(values) if genders and value in Gender.values)
    if values and not genders:
        problems.append(_("Doctors cannot be chosen by gender here, so we left that out."))
    elif set(values) - set(chosen["gender"]):
        problems.append(_("We could not read a part of this address, so we left it out."))
    return chosen


def read_tick(value: str, problems: list[str]) -> bool:
    """Return whether a box is ticked."""
    if value.lower() not in TICKED | NOT_TICKED:
        problems.append(_("We could not read a part of this address, so we left it out."))
    return value.lower() in TICKED


def read_zip(value: str, problems: list[str]) -> str:
    """Return a ZIP code whose place is known."""
    if not value.strip():
        return ""
    zip_code = read_zip_code(value)
    if not zip_code:
        problems.append(_("A ZIP code has five digits. We left the distance out."))
        return ""
    if not place_of(zip_code):
        problems.append(unknown_zip(zip_code))
        return ""
    return zip_code


def unknown_zip(zip_code: str) -> str:
    """Return the sentence about a ZIP code without a place."""
    return _("We do not know where ZIP code %(zip)s is, so we left the distance out.") % {"zip": zip_code}


def read_distance(value: str, problems: list[str]) -> int:
    """Return how far, in miles."""
    if value in {str(distance) for distance in DISTANCES}:
        return int(value)
    if value:
        problems.append(
            _("We could not read the distance, so we looked within %(miles)s miles.") % {"miles": USUAL_DISTANCE}
        )
    return USUAL_DISTANCE


def read_order(value: str, problems: list[str]) -> str:
    """Return the order of the list."""
    if value in ORDERS:
        return value
    if value:
        problems.append(_("We could not read the order, so the best matches come first."))
    return "best"
