"""A search as the directory's page."""

from dataclasses import replace

from django.utils import timezone
from django.utils.translation import gettext as _

from physicians.models import Physician
from physicians.search.parse.as_typed import look_as_typed
from physicians.search.parse.query_notes import quoted
from physicians.search.parse.query_parser import ParsedQuery
from physicians.search.parse.search_address import Filters
from physicians.search.parse.zip_codes import DISTANCES
from physicians.search.plan.search_plan import SearchPlan
from physicians.search.query.ranked_list import Hit
from physicians.search.query.run_plan import Search
from physicians.search.tsquery import MOST_COUNTED

from .directory_page import Card, DirectoryPage, Pagination, SortOption
from .match_reasons import match_reasons
from .name_reasons import name_reasons
from .pagination import open_page
from .result_filters import facet_boxes, filter_tags


def show_results(search: Search) -> DirectoryPage:
    """Return the page of a search."""
    plan = search.plan
    filters, text = plan.filters, plan.parsed.query.text
    no_one = bool(plan.parsed.answers and not plan.criteria)
    hits, pagination, page_notes = ([], Pagination(1, None, None), []) if no_one else open_page(search)
    cards = result_cards(hits, plan)
    corrected = plan.parsed.corrected
    filtered = any(not criterion.part for criterion in plan.criteria)
    return DirectoryPage(
        text=text,
        zip_code=filters.zip_code,
        within=filters.within,
        answers=plan.parsed.answers,
        notes=list(dict.fromkeys([*plan.notes, *page_notes])),
        corrected=quoted(corrected) if corrected else "",
        as_typed=replace(filters, text=look_as_typed(plan.parsed.query, corrected)).address() if corrected else "",
        tags=filter_tags(plan),
        without_tags=Filters(text).address() if filtered and filters.text else "?",
        count=min(search.total, MOST_COUNTED),
        more=search.total > MOST_COUNTED,
        facets=facet_boxes(search),
        orders=sort_options(plan),
        cards=cards,
        pagination=pagination,
        ways_out=search.ways_out,
        canonical=not (plan.criteria or filters.page or filters.after or text),
        condition=only_condition(plan),
        straight_to=cards[0].physician.get_absolute_url() if cards and is_npi_alone(plan) else "",
        unfinished=is_unfinished(plan.parsed),
        anyway=filters.anyway,
        distances=DISTANCES,
    )


def sort_options(plan: SearchPlan) -> list[SortOption]:
    """Return the orders to choose from; the usual one says what it goes by."""
    usual = {"best soon": _("Best match, earliest time first"), "best near": _("Best match, nearest first")}
    names = {
        "best": usual.get(plan.order, _("Best match")),
        "distance": _("Distance"),
        "name": _("Name"),
        "next": _("Next free time"),
    }
    filters = plan.filters
    return [
        SortOption(value, name, value == filters.sort, usable=value != "distance" or bool(filters.zip_code))
        for value, name in names.items()
    ]


def is_unfinished(parsed: ParsedQuery) -> bool:
    """Return True if nothing fits the last word, or only another spelling of it."""
    last = parsed.query.tokens[-1] if parsed.query.tokens else None
    return bool(
        last and (last.number in parsed.unknown or parsed.query.typed(frozenset({last.number})) in parsed.corrected)
    )


def only_condition(plan: SearchPlan) -> str:
    """Return the slug of the condition if exactly one is asked for."""
    wanted = [criterion for criterion in plan.criteria if criterion.role != "not"]
    lexemes = {lexeme for criterion in wanted for lexeme in criterion.lexemes}
    conditions = [lexeme for lexeme in lexemes if lexeme.startswith("condition:")]
    return plan.choices.by_lexeme[conditions[0]].value if len(conditions) == 1 else ""


def is_npi_alone(plan: SearchPlan) -> bool:
    """Return True if an NPI is all that is asked for."""
    return [{"npi"}] == [criterion.part and criterion.part.kinds for criterion in plan.criteria]


def result_cards(hits: list[Hit], plan: SearchPlan) -> list[Card]:
    """Read the physicians of the page, in its order."""
    now = timezone.now()
    physicians = Physician.objects.live().with_card().in_bulk([hit.physician_id for hit in hits])
    return [
        Card(
            physicians[hit.physician_id],
            match_reasons(hit, plan.criteria, plan.choices, name_reasons(plan.parsed.people.person(hit.physician_id))),
            hit.miles,
            nearest_clinic(hit, plan),
            hit.next_free_at if hit.next_free_at and hit.next_free_at > now else None,
        )
        for hit in hits
        if hit.physician_id in physicians
    ]


def nearest_clinic(hit: Hit, plan: SearchPlan) -> int | None:
    """Return the id of the physician's nearest clinic; None without a ZIP code."""
    lexemes = sorted(hit.lexemes & plan.near.keys(), key=plan.near.__getitem__)
    return plan.choices.by_lexeme[lexemes[0]].pk if lexemes else None
