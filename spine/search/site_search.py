"""Answer a search: read the words, find the pages, say what was corrected or left out."""

from dataclasses import dataclass, field

from django.core.paginator import InvalidPage, Paginator
from django.core.paginator import Page as PageOfList
from django.db import connection, transaction
from django.http import HttpRequest, QueryDict
from django.utils.http import urlencode
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from wagtail.models import Page

from physicians.danger import Danger, find_danger
from physicians.search.directory_search import DirectorySays, ask_directory
from physicians.search.parse.as_typed import look_as_typed
from physicians.search.parse.query_notes import quoted
from physicians.search.parse.tokens import LONGEST_QUERY, TypedQuery, tokenize
from physicians.search.parse.topics import Topic

from .asked import Asked, asked_words, phrase
from .complaints import general_first, without_medicine
from .matching import best_pages, fitted
from .snippets import snippets
from .spelling import Meant, find_meant_on_site

PER_PAGE = 10


@dataclass(frozen=True)
class Found:
    """The pages that match a query, the best first, and how it was read."""

    pages: list[int] = field(default_factory=list)
    asked: list[Asked] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    corrected: str = ""
    mistakes: list[str] = field(default_factory=list)  # the words that were corrected, as they were typed


@dataclass(frozen=True)
class Hit:
    """A page in the list of results."""

    title: str
    url: str
    kind: str
    passage: SafeString


@dataclass(frozen=True)
class SearchPage:
    """Everything that the page of results shows."""

    text: str
    notes: list[str]
    corrected: str
    mistakes: str  # the words that were corrected, quoted
    as_typed: str  # the address that looks for them as they were typed
    count: int
    page: PageOfList
    hits: list[Hit]
    doctors: int
    answers: list[Topic]
    danger: Danger  # with one there is nothing else on the page

    def address(self, number: int) -> str:
        """Return the query part of the address of a page of this list."""
        query = QueryDict(mutable=True)
        query.update({"q": self.text} | ({"page": str(number)} if number > 1 else {}))
        return f"?{query.urlencode()}"

    @property
    def previous_address(self) -> str:
        """Return the address of the page before this one."""
        return self.address(self.page.previous_page_number())

    @property
    def next_address(self) -> str:
        """Return the address of the page after this one."""
        return self.address(self.page.next_page_number())


def open_search(request: HttpRequest) -> SearchPage:
    """Answer an address of the search. Every address has an answer; words of danger have no other than the card."""
    # One more than is read, so that the page can say that it did not read everything.
    query = tokenize(request.GET.get("q", "")[: 2 * LONGEST_QUERY])
    if danger := find_danger(request.GET.get("q", "")):
        return show_danger(query.text, danger)
    directory = ask_directory(query.text) if query.tokens else DirectorySays()
    found = find_pages(query, directory)
    page, page_note = turn_to(request.GET.get("page", "")[:9], found.pages)
    return SearchPage(
        text=query.text,
        notes=[*found.notes, *page_note],
        corrected=found.corrected,
        mistakes=quoted(found.mistakes) if found.mistakes else "",
        as_typed=f"?{urlencode({'q': look_as_typed(query, found.mistakes)})}" if found.mistakes else "",
        count=len(found.pages),
        page=page,
        hits=hits(request, list(page.object_list), found.asked),
        doctors=directory.doctors,
        answers=directory.answers,
        danger=Danger(),
    )


def show_danger(text: str, danger: Danger) -> SearchPage:
    """Return a page with the cards and the typed words, and without results."""
    page, _note = turn_to("", [])
    return SearchPage(
        text=text,
        notes=[],
        corrected="",
        mistakes="",
        as_typed="",
        count=0,
        page=page,
        hits=[],
        doctors=0,
        answers=[],
        danger=danger,
    )


@transaction.atomic
def find_pages(query: TypedQuery, directory: DirectorySays | None = None) -> Found:
    """Look for the words of a query. A word that matches no page is corrected or left out.

    What the `directory` makes of the words puts the general pages first, and is not said to be left out.
    """
    directory = directory or DirectorySays()
    notes = [_("That was long. We looked for its first words only.")] if query.shortened else []
    if not query.tokens:
        return Found(
            notes=notes + ([_("We couldn’t find a word to look for in what you typed.")] if query.text else [])
        )
    with connection.cursor() as cursor:
        # With a thousand pages, compiling a plan took ten times as long as running it.
        cursor.execute("SET LOCAL jit = off")
    asked = asked_words(query)
    required = query.required or frozenset(token.number for token in query.tokens)
    known = fitted(asked)
    meant = find_meant_on_site(token for token in query.tokens if token.number in required - known)
    asked += [Asked(word.number, word.word) for word in meant]
    known = fitted(asked) if meant else known
    pages = best_pages(asked, wanted=required & known, phrase=phrase(query))
    corrected = corrected_text(query, [word for word in meant if word.number in known])
    if directory.answers and not directory.doctors:
        pages = without_medicine(pages)
    pages = general_first(pages, directory, [query.text, corrected])
    left_out = required - known - directory.understood
    if pages and left_out:
        words = quoted(token.text for token in query.tokens if token.number in left_out)
        notes.append(_("We left out %(words)s: no page has it.") % {"words": words})
    found = [word for word in meant if word.number in known]
    wrong = {word.number for word in found if word.misspelled}
    mistakes = [query.typed(frozenset({number})) for number in sorted(wrong)]
    return Found(pages, asked, notes, corrected, mistakes)


def corrected_text(query: TypedQuery, meant: list[Meant]) -> str:
    """Return the words as they were looked for, or "" if none of them was misspelled."""
    corrections = {meaning.number: meaning.word for meaning in meant if meaning.misspelled}
    return " ".join(corrections.get(token.number, token.text) for token in query.tokens) if corrections else ""


def hits(request: HttpRequest, ids: list[int], asked: list[Asked]) -> list[Hit]:
    """Read the pages of one page of the list, in the order of `ids`."""
    if not ids:
        return []
    pages = Page.objects.in_bulk(ids)
    passages = snippets(ids, asked)
    return [
        Hit(
            pages[pk].title,
            pages[pk].get_url(request) or "",
            getattr(pages[pk].specific_class, "kind_in_search", ""),
            passages[pk],
        )
        for pk in ids
        if pk in pages and pk in passages
    ]


def turn_to(number: str, ids: list[int]) -> tuple[PageOfList, list[str]]:
    """Return the page of that number, or the nearest one and a sentence about it."""
    paginator = Paginator(ids, PER_PAGE)
    try:
        return paginator.page(number or 1), []
    except InvalidPage:
        page = paginator.get_page(number)
        return page, [_("This list has no such page. This is page %(number)s.") % {"number": page.number}]
