"""The cards of one page of the list."""

from django.utils import timezone

from physicians.models import Physician
from physicians.search.plan.search_plan import SearchPlan
from physicians.search.query.ranked_list import Hit

from .directory_page import Card
from .match_reasons import match_reasons


def result_cards(hits: list[Hit], plan: SearchPlan) -> list[Card]:
    """Read the physicians of the page, in its order."""
    now = timezone.now()
    physicians = Physician.objects.live().with_card().in_bulk([hit.physician_id for hit in hits])
    return [
        Card(
            physicians[hit.physician_id],
            match_reasons(hit, plan.criteria, plan.choices),
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
