"""The directory's page: what was asked, who fits, and which of them stand on this page."""

from dataclasses import dataclass

from django.core.paginator import InvalidPage, Page, Paginator
from django.http import QueryDict
from django.utils.translation import gettext as _

from physicians.models import Physician

from .choices import Choices, load_choices
from .emergency import sounds_urgent
from .filters import Filters, Tag, read_filters
from .ranking import Result, search
from .reasons import sentence

PER_PAGE = 10


@dataclass(frozen=True)
class Card:
    """One physician in the list, with the reasons for being there."""

    physician: Physician
    reasons: list[str]


@dataclass(frozen=True)
class Directory:
    """Everything the page shows."""

    filters: Filters
    choices: Choices
    text: str
    notes: list[str]
    tags: list[Tag]
    count: int
    page: Page
    cards: list[Card]
    sounds_urgent: bool

    @property
    def previous_address(self) -> str:
        """Return the address of the page before this one."""
        return self.filters.address(page=self.page.previous_page_number())

    @property
    def next_address(self) -> str:
        """Return the address of the page after this one."""
        return self.filters.address(page=self.page.next_page_number())

    @property
    def text_alone(self) -> str:
        """Return the address with the text and no filter."""
        return Filters(self.filters.text).address()

    @property
    def without_text(self) -> str:
        """Return the address with the filters alone."""
        return self.filters.address(without="q")


def open_directory(query: QueryDict) -> Directory:
    """Answer an address of the directory; any address has an answer."""
    choices = load_choices()
    filters = read_filters(query, choices)
    result = search(filters.text)
    page, page_note = turn_to(filters.page, ordered(filters, result))
    return Directory(
        filters=filters,
        choices=choices,
        text=result.query.text,
        notes=[*filters.problems, *result.notes, *page_note],
        tags=filters.tags(choices),
        count=page.paginator.count,
        page=page,
        cards=cards(list(page.object_list), result, filters_as_reasons(filters, choices)),
        sounds_urgent=sounds_urgent(result.query.text),
    )


def ordered(filters: Filters, result: Result) -> list[int]:
    """Return the ids of those who fit: the best match first, then those who take new patients, then by name."""
    physicians = Physician.objects.live().filter(filters.condition())
    if result.found is None:
        return list(
            physicians.order_by("-accepting_new_patients", *Physician._meta.ordering).values_list("pk", flat=True)
        )
    found = result.found
    rows = physicians.filter(pk__in=found).values_list("pk", "accepting_new_patients")
    return [pk for pk, accepting in sorted(rows, key=lambda row: (found[row[0]].rank, not row[1]))]


def turn_to(number: str, ids: list[int]) -> tuple[Page, list[str]]:
    """Return the page of that number, or the nearest one and a sentence about it."""
    paginator = Paginator(ids, PER_PAGE)
    try:
        return paginator.page(number or 1), []
    except InvalidPage:
        page = paginator.get_page(number)
        return page, [_("There is no such page in this list. This is page %(number)s.") % {"number": page.number}]


def filters_as_reasons(filters: Filters, choices: Choices) -> list[str]:
    """Return what the chosen filters say about everybody in the list."""
    return [sentence(parameter, choices[parameter][value]) for parameter, value in filters.chosen.items()]


def cards(ids: list[int], result: Result, reasons: list[str]) -> list[Card]:
    """Read the physicians of one page, in the order of `ids`."""
    physicians = Physician.objects.with_card().in_bulk(ids)
    found = result.found or {}
    return [
        Card(physicians[pk], list(dict.fromkeys([*(found[pk].reasons if pk in found else []), *reasons])))
        for pk in ids
        if pk in physicians
    ]
