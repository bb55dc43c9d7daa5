"""What this app shows besides its pages. Nothing here asks who is looking."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe
from wagtail.models import Page

from physicians.models import Organization
from spine.pages.condition_pages import ConditionPage, conditions_without_page
from spine.social_image import address_of_image, name_on, png

from .site_search import open_search


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Show the pages that fit what is asked for in the address."""
    found = open_search(request)
    context: dict[str, object] = {"search": found}
    if not found.hits:
        context["condition_pages"] = ConditionPage.objects.live().public().order_by("title")
        context["other_conditions"] = conditions_without_page()
    return render(request, "spine/search.html", context)


@require_safe
def social_image(request: HttpRequest, pk: int, version: str) -> HttpResponse:
    """Send the picture of a page that anybody may open; an address from before an edit leads to the one of now."""
    page = get_object_or_404(
        Page.objects.live().public().filter(content_type__app_label="spine").defer_streamfields(), pk=pk
    )
    organization = Organization.objects.first()
    address = address_of_image(page, organization)
    if request.path != address:
        return redirect(address)
    response = HttpResponse(png(page.title, name_on(organization)), content_type="image/png")
    patch_cache_control(response, public=True, max_age=365 * 24 * 60 * 60, immutable=True)
    return response
