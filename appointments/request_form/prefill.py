"""Answers that come with a link: ?doctor=&condition=&visit=."""

from urllib.parse import urlencode

from django.http import HttpRequest

from appointments.models import VisitType
from physicians.models import Condition, Physician

VISITS = {"virtual": VisitType.VIRTUAL, "in-person": VisitType.IN_PERSON, "either": VisitType.EITHER}
ASKED_BY = {"doctor": "doctor", "condition": "condition", "visit_type": "visit"}  # field: page
SHOWN_INSTEAD = 3


def prefill_from(request: HttpRequest) -> tuple[dict[str, str], Physician | None, str | None]:
    """Return the answers by field, the chosen doctor, and why that doctor can't take such a visit.

    Unknown values are ignored.
    """
    prefill = {}
    doctor, condition = request.GET.get("doctor", ""), request.GET.get("condition", "")
    wished = Physician.objects.live().filter(slug=doctor).first() if doctor else None
    if wished:
        prefill["doctor"] = wished.slug
    if condition and Condition.objects.live().filter(slug=condition).exists():
        prefill["condition"] = condition
    if visit := VISITS.get(request.GET.get("visit", "")):
        prefill["visit_type"] = visit.value
    virtual = prefill.get("visit_type") == VisitType.VIRTUAL
    return prefill, wished, wished.why_not(virtual=virtual) if wished else None


def asked_again(prefill: dict[str, str]) -> list[str]:
    """Return the pages whose earlier answers the link replaces."""
    return [ASKED_BY[name] for name in prefill]


def nearest_instead(request: HttpRequest, wished: Physician, prefill: dict[str, str]) -> list[tuple[Physician, str]]:
    """Return the closest few who can take the visit that `wished` can't, each with a query for the start page."""
    virtual = prefill.get("visit_type") == VisitType.VIRTUAL
    condition = Condition.objects.live().filter(slug=prefill.get("condition", "")).first()
    able = Physician.objects.able_to_take(virtual=virtual, condition=condition)
    other = {name: request.GET[name] for name in ("condition", "visit") if name in request.GET}
    return [
        (physician, urlencode({"doctor": physician.slug} | other))
        for physician in able.exclude(pk=wished.pk).nearest_to(wished.slug).with_choice()[:SHOWN_INSTEAD]
    ]
