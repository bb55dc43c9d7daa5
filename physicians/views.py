"""The directory and the locations, as patients see them. Nothing here asks who is looking."""

from dataclasses import asdict

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers
from django_htmx.middleware import HtmxDetails

from .clinic_page import location_context
from .crumbs import above_profile
from .hospital import read_hospital
from .models import Condition, Location, Physician
from .models.physician_queryset import fetch_cards
from .profile_page import read_profile
from .search.autocomplete import autocomplete
from .search.directory_search import open_directory
from .search.facets import offered_facets
from .search.parse.zip_codes import USUAL_DISTANCE
from .storable import is_storable


class HtmxHttpRequest(HttpRequest):
    """What django-htmx's middleware makes of a request."""

    htmx: HtmxDetails


@require_safe
@vary_on_headers("HX-Request", "HX-History-Restore-Request")
def directory(request: HtmxHttpRequest) -> HttpResponse:
    """Show the physicians who match the address; a script on the page gets only what changes."""
    hospital = read_hospital()
    shown = open_directory(request.GET, offered=offered_facets(hospital))
    if shown.straight_to and not request.htmx:
        return redirect(shown.straight_to)
    context = {
        "organization": hospital,
        "directory": shown,
        "usual_distance": USUAL_DISTANCE,
    }
    changes = request.htmx and not request.htmx.history_restore_request
    return render(request, f"physicians/directory{'_changes' if changes else ''}.html", context)


@require_safe
def suggestions(request: HttpRequest) -> JsonResponse:
    """Answer what the search box may complete to."""
    found = [asdict(suggestion) for suggestion in autocomplete(request.GET.get("q", ""))]
    return JsonResponse({"suggestions": found})


@require_safe
def profile(request: HttpRequest, slug: str) -> HttpResponse:
    """Show one published physician; anybody else does not exist."""
    physician = get_object_or_404(Physician.objects.live().with_profile(), slug=slug)
    colleagues = [] if physician.accepting_new_patients else list(physician.colleagues())
    fetch_cards([physician, *colleagues])
    shown = read_profile(physician, looked_for(request, physician))
    context = {"physician": physician, "profile": shown, "colleagues": colleagues, "crumbs": above_profile()}
    return render(request, "physicians/profile.html", context)


def looked_for(request: HttpRequest, physician: Physician) -> Condition | None:
    """Return the condition that the patient came with; what is unknown or said twice says nothing."""
    slugs = request.GET.getlist("condition")
    if len(slugs) != 1 or not is_storable(slugs[0]):
        return None
    treated = [condition for condition in physician.conditions.all() if condition.slug == slugs[0]]
    return treated[0] if treated else Condition.objects.live().filter(slug=slugs[0]).first()


@require_safe
def locations(request: HttpRequest) -> HttpResponse:
    """List the clinics."""
    return render(request, "physicians/locations.html", {"locations": Location.objects.live()})


@require_safe
def location(request: HttpRequest, slug: str) -> HttpResponse:
    """Show one published clinic with those who see patients there."""
    place = get_object_or_404(Location.objects.live(), slug=slug)
    return render(request, "physicians/location.html", location_context(place))
