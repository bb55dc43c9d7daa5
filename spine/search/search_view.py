"""The search over the pages of the site. Nothing here asks who is looking."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from spine.pages.condition_pages import ConditionPage, conditions_without_page

from .site_search import open_search


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Show the pages that match the words in the address."""
    found = open_search(request)
    context: dict[str, object] = {"search": found}
    if not found.hits:
        context["condition_pages"] = ConditionPage.objects.live().public().order_by("title")
        context["other_conditions"] = conditions_without_page()
    return render(request, "spine/site_search.html", context)
