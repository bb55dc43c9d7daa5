"""The directory's page: what was asked, who fits, and which of them stand on this page."""

from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _

from physicians.models import Physician

from .parse.emergency_signs import despairs, sounds_urgent
from .parse.query_parser import read
from .parse.search_address import Filters, read_filters
from .parse.zip_codes import DISTANCES
from .plan.criteria import all_criteria, tags
from .plan.match_tiers import wanted
from .plan.search_plan import Search
from .published_choices import load_choices
from .query.facet_counts import MOST_COUNTED, count_each
from .query.ranked_list import Hit, Listing
from .results.directory_page import Card, Directory, SortOption
from .results.facet_options import build_facets
from .results.match_reasons import reasons
from .results.pagination import turn_to

PER_PAGE = 10


def open_directory(query: QueryDict, *, genders: bool = False) -> Directory:
    """Answer an address of the directory; any address has an answer. `genders` tells whether one can be asked for."""
    choices = load_choices()
    return show(Search(read_filters(query, choices, genders=genders), choices, genders=genders))


def count_doctors(text: str) -> int:
    """Return how many physicians a text finds, at most MOST_COUNTED; 0 when it is not about any of them."""
    choices = load_choices()
    reading = read(text, choices)
    criteria = all_criteria(Filters(text), reading, choices, {})
    return min(count_each([wanted(criteria, reading.name_words).query])[0], MOST_COUNTED) if criteria else 0


def show(search: Search) -> Directory:
    """Return the page of a search."""
    filters, criteria, choices = search.filters, search.criteria, search.choices
    listing = Listing(search.listed, search.order, search.near)
    hits, turning, about = turn_to(filters, listing, search.total, size=PER_PAGE)
    text = search.reading.query.text
    conditions = {lexeme for criterion in criteria for lexeme in criterion.lexemes if lexeme.startswith("condition:")}
    cards = cards_of(hits, search)
    by_number = [{"npi"}] == [criterion.part and criterion.part.kinds for criterion in criteria]
    return Directory(
        text=text,
        zip_code=filters.zip_code,
        within=filters.within,
        notes=list(dict.fromkeys([*search.notes, *about])),
        tags=tags(criteria, filters, choices),
        without_tags=Filters(text).address() if any(not one.part for one in criteria) and filters.text else "?",
        count=min(search.total, MOST_COUNTED),
        more=search.total > MOST_COUNTED,
        facets=build_facets(filters, choices, search.counts, genders=search.genders),
        orders=orders(filters),
        cards=cards,
        turning=turning,
        ways_out=search.ways_out,
        sounds_urgent=sounds_urgent(text),
        despairs=despairs(text),
        canonical=not (criteria or filters.page or filters.after or text),
        condition=choices.by_lexeme[conditions.pop()].value if len(conditions) == 1 else "",
        straight_to=cards[0].physician.get_absolute_url() if by_number and cards else "",
        distances=DISTANCES,
    )


def orders(filters: Filters) -> list[SortOption]:
    """Return the orders to choose from."""
    names = {"best": _("Best match"), "distance": _("Distance"), "name": _("Name"), "next": _("Next free time")}
    return [
        SortOption(value, name, value == filters.sort, usable=value != "distance" or bool(filters.zip_code))
        for value, name in names.items()
    ]


def nearest_clinic(hit: Hit, search: Search) -> int | None:
    """Return the id of the clinic where the physician is nearest; None without a ZIP code."""
    marks = sorted(hit.marks & search.near.keys(), key=search.near.__getitem__)
    return search.choices.by_lexeme[marks[0]].pk if marks else None


def cards_of(hits: list[Hit], search: Search) -> list[Card]:
    """Read the physicians of the page, in its order."""
    now = timezone.now()
    physicians = Physician.objects.live().with_card().in_bulk([hit.physician_id for hit in hits])
    return [
        Card(
            physicians[hit.physician_id],
            reasons(hit, search.criteria, search.choices),
            hit.miles,
            nearest_clinic(hit, search),
            hit.next_free_at if hit.next_free_at and hit.next_free_at > now else None,
        )
        for hit in hits
        if hit.physician_id in physicians
    ]
