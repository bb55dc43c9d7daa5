"""Which nodes a page has."""

from collections.abc import Iterable, Mapping
from typing import Any

from physicians.models import Organization
from physicians.structured_data import Node, breadcrumbs
from spine.pages.condition_pages import ConditionIndexPage, ConditionPage
from spine.pages.home_page import HomePage
from spine.pages.public_page import PublicPage
from spine.pages.treatment_pages import TreatmentIndexPage, TreatmentPage

from .condition_data import condition
from .hospital_data import hospital
from .treatment_data import therapy, treated
from .web_page_data import medical_web_page, web_page


def nodes_of(page: PublicPage, crumbs: Iterable[Mapping[str, Any]], organization: Organization | None) -> list[Node]:
    """Return what is said of a page. `crumbs`: the pages between the home page and this one."""
    if isinstance(page, HomePage):
        return [web_page(page, organization), *([hospital(organization)] if organization else [])]
    return [*about(page, organization), breadcrumbs(crumbs, page.title, page.full_url)]


def about(page: PublicPage, organization: Organization | None) -> list[Node]:
    """Return the page and what it is about."""
    if isinstance(page, ConditionPage):
        main = condition(page)
        return [medical_web_page(page, organization) | {"mainEntity": {"@id": main["@id"]}}, main]
    if isinstance(page, TreatmentPage):
        main = therapy(page)
        conditions = [treated(each) for each in page.conditions.all() if each.live]
        return [medical_web_page(page, organization) | {"mainEntity": {"@id": main["@id"]}, "about": conditions}, main]
    if isinstance(page, ConditionIndexPage | TreatmentIndexPage):
        return [web_page(page, organization, kind="CollectionPage")]
    return [web_page(page, organization)]
