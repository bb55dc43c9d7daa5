"""The directory and the locations, as patients see them. Nothing here asks who is looking."""

from dataclasses import asdict

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from .crumbs import above_location, above_profile
from .models import Location, Physician
from .search.directory import open_directory
from .search.suggestions import suggest


@require_safe
def directory(request: HttpRequest) -> HttpResponse:
    """Show who fits what is asked for in the address."""
    return render(request, "physicians/directory.html", {"directory": open_directory(request.GET)})


@require_safe
def suggestions(request: HttpRequest) -> JsonResponse:
    """Answer what the text box may complete to."""
    found = [asdict(suggestion) for suggestion in suggest(request.GET.get("q", ""))]
    return JsonResponse({"suggestions": found})


@require_safe
def profile(request: HttpRequest, slug: str) -> HttpResponse:
    """Show one published physician; anybody else does not exist."""
    physician = get_object_or_404(Physician.objects.live().with_profile(), slug=slug)
    return render(request, "physicians/profile.html", {"physician": physician, "crumbs": above_profile()})


@require_safe
def locations(request: HttpRequest) -> HttpResponse:
    """List the clinics."""
    return render(request, "physicians/locations.html", {"locations": Location.objects.all()})


@require_safe
def location(request: HttpRequest, slug: str) -> HttpResponse:
    """Show one clinic with everybody who sees patients there."""
    place = get_object_or_404(Location, slug=slug)
    physicians = Physician.objects.live().filter(locations=place).with_card()
    context = {"location": place, "physicians": physicians, "crumbs": above_location()}
    return render(request, "physicians/location.html", context)
