"""What someone gets whose request has waited long enough, or finds too many waiting."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from .database_away import database_away
from .waiting_room import TURNED_AWAY


class TurnedAwayMiddleware:
    """Answer 503 with what was typed, and without the database, to what the waiting room turns away."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass on everything else."""
        return database_away(request) if TURNED_AWAY in request.META else self.get_response(request)
