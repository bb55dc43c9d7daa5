"""What every address answers while the database is away, wherever the request failed."""

from django.http import HttpRequest, HttpResponse
from django.urls import Resolver404, resolve

from appointments.admin.entry_form import EntryForm
from appointments.admin.request_page.action import RequestAction
from appointments.guards.outage import outage_page

STAFF = ("/admin/", "/cms/")
SIGN_IN = "/accounts/"
# Inputs of the desk that mean nothing to people: they are sent again but not shown.
NOT_TYPED = (
    "seen_version",
    "seen_at",
    "tab",
    "then",
    "idempotency_key",
    "offer",
    "action",
    "select_across",
    "next",
    "template",
)


def database_away(request: HttpRequest) -> HttpResponse:
    """Answer 503 with what was typed, except at the sign-in: a password is never shown again."""
    if request.path_info.startswith(SIGN_IN):
        return outage_page(request, keeps_input=False)
    if request.path_info.startswith(STAFF):
        button = RequestAction.declared.get(request.path_info.rstrip("/").rpartition("/")[2])
        form_class = button.form_class if button else EntryForm
        return outage_page(
            request, form_classes=[form_class], not_typed=NOT_TYPED, template="admin/database_away.html"
        )
    try:
        page = getattr(resolve(request.path_info).func, "outage_page", outage_page)
    except Resolver404:
        page = outage_page
    answer: HttpResponse = page(request)
    return answer
