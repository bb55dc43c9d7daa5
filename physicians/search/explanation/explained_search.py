"""A whole search in words, stage by stage: for `manage.py explain_search` and for “Try a search” in the CMS."""

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from physicians.search.directory_search import DirectorySearch
from physicians.search.plan.search_plan import SearchPlan
from physicians.search.query.run_plan import Search
from physicians.search.results.directory_page import Card, DirectoryPage
from physicians.search.tsquery import MOST_COUNTED

from .explained_stage import ExplainedStage, Fact, known_facts
from .explained_words import ROLES, word_facts

MOST_CARDS, MOST_LINES = 10, 5
ORDERS: dict[str, str | Promise] = {  # of `ranked_list`
    "best": gettext_lazy(
        "best matches first, then doctors who take new patients, then complete profiles, then by name"
    ),
    "best near": gettext_lazy("best matches first, then doctors who take new patients, then the nearest"),
    "best soon": gettext_lazy("best matches first, those with the next free time before the others"),
    "distance": gettext_lazy("the nearest clinic first"),
    "name": gettext_lazy("by name"),
    "next": gettext_lazy("the next free time first"),
}


def explain(search: DirectorySearch) -> list[ExplainedStage]:
    """Return the five stages of a search, each with what it found out and its time."""
    facts = {
        "parse": (_("What the words mean"), [*word_facts(search.plan.parsed), *address_facts(search.plan)]),
        "plan": (_("What a doctor has to match"), plan_facts(search.plan)),
        "query": (_("Who matches"), query_facts(search.asked)),
        "alternatives": (_("What helps if nobody matches"), alternatives_facts(search)),
        "results": (_("What the page shows"), page_facts(search.page)),
    }
    return [
        ExplainedStage(name, title, search.milliseconds.get(name, 0.0), its) for name, (title, its) in facts.items()
    ]


def address_facts(plan: SearchPlan) -> list[Fact]:
    """Return what in the address made no sense."""
    return known_facts(Fact(_("What we couldn't read in the address"), plan.filters.problems))


def plan_facts(plan: SearchPlan) -> list[Fact]:
    """Return the criteria, the order, and the queries that come of them."""
    criteria = [f"{criterion.label}: {ROLES[criterion.role]}" for criterion in plan.criteria]
    lexemes = [f"{criterion.label}: {' | '.join(criterion.lexemes) or '-'}" for criterion in plan.criteria]
    return known_facts(
        Fact(_("Criteria"), criteria or [_("Everyone matches.")]),
        Fact(_("Order"), [str(ORDERS[plan.order])]),
        Fact(_("Clinics nearby"), [f"{plan.choices.label(lexeme)}: {miles:.1f}" for lexeme, miles in nearest(plan)]),
        Fact(_("Lexemes"), lexemes, technical=True),
        Fact(_("Better matches, listed first"), plan.matches.first, technical=True),
        Fact(_("Everyone who matches"), [plan.matches.query or "-"], technical=True),
    )


def nearest(plan: SearchPlan) -> list[tuple[str, float]]:
    """Return the nearest clinics and their miles."""
    return sorted(plan.near.items(), key=lambda clinic: clinic[1])[:MOST_LINES]


def query_facts(search: Search) -> list[Fact]:
    """Return how many match, and the fullest lines of each facet."""
    facets = []
    for facet in search.plan.offered:
        counts = search.counts_of(facet.name)
        lines = [(counts.get(row.lexeme, 0), row.name) for row in search.plan.choices.of_facet(facet.name)]
        fullest = sorted((line for line in lines if line[0]), key=lambda line: -line[0])[:MOST_LINES]
        if fullest:
            facets.append(f"{facet.label}: {', '.join(f'{name} {counted(count)}' for count, name in fullest)}")
    return [Fact(_("Doctors"), [counted(search.total)]), *known_facts(Fact(_("Filters they leave"), facets))]


def counted(number: int) -> str:
    """Return a number; counting stops at MOST_COUNTED."""
    return f"{MOST_COUNTED:,}+" if number > MOST_COUNTED else f"{number:,}"


def alternatives_facts(search: DirectorySearch) -> list[Fact]:
    """Return what was listed instead, and what can be left out."""
    if search.asked.total:
        return [Fact(_("Instead"), [_("Not needed.")])]
    found, before = search.found, search.plan.notes
    instead = [note for note in found.plan.notes if note not in before]
    ways = [f"{_('Without')} “{way.label}”: {counted(way.count + way.more)}" for way in found.ways_out]
    return known_facts(
        Fact(_("Instead"), instead or [_("Nothing.")]),
        Fact(_("Doctors"), [counted(found.total)]),
        Fact(_("Ways out"), ways),
        Fact(_("Everyone who matches"), [found.plan.matches.query or "-"], technical=True),
    )


def page_facts(page: DirectoryPage) -> list[Fact]:
    """Return what patients read, and the first cards with their reasons."""
    warnings = [f"{alarm.card_name}: {alarm.sign}: “{alarm.words}”" for alarm in page.danger.alarms]
    return known_facts(
        Fact(_("Warnings"), warnings),
        Fact(_("What the public page says"), [*(str(topic.answer) for topic in page.answers), *page.notes]),
        Fact(_("First results"), [card_in_words(card) for card in page.cards[:MOST_CARDS]]),
    )


def card_in_words(card: Card) -> str:
    """Return a physician with the reasons and the distance."""
    why = list(card.reasons)
    if card.miles is not None:
        why.append(_("%(miles)s miles away") % {"miles": f"{card.miles:.1f}"})
    return f"{card.physician.display_name}: {'; '.join(why) or _('Everyone is shown')}"
