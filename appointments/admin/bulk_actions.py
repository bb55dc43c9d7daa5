"""What can be done with several requests at once: hand them to a colleague, export them. More than a page is asked."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME, ActionForm
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from appointments.models import AppointmentRequest
from appointments.services.requests.hand_overs import MOST_AT_ONCE, ask_for_hand_over, hand_over_now

from .desk_staff import colleagues, staff_of
from .filters import ColleagueFilter
from .request_export import MOST_EXPORTED, exported

A_PAGE = 25  # done without a question


class QueueActionForm(ActionForm):
    """The list's actions, and which colleague gets the chosen requests."""

    colleague: "forms.ModelChoiceField[Any]" = forms.ModelChoiceField(
        label=_("to"), queryset=None, required=False, empty_label=_("Choose a colleague")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["colleague"].queryset = colleagues()  # type: ignore[attr-defined]

    def show_colleagues(self, options: Iterable[tuple[str, Any]]) -> None:
        """Show the colleagues that the filter has read already."""
        everyone = [(key, name) for key, name in options if key != ColleagueFilter.NO_ONE]
        self.fields["colleague"].choices = [("", _("Choose a colleague")), *everyone]  # type: ignore[attr-defined]


@admin.action(description=_("Hand to a colleague"), permissions=["change"])
def assign_chosen(
    model_admin: Any, request: HttpRequest, queryset: QuerySet[AppointmentRequest]
) -> HttpResponse | None:
    """Hand the chosen requests over: a page at once, more in the background, after a question."""
    chosen = QueueActionForm(request.POST)
    chosen.fields["action"].choices = [("assign_chosen", "")]  # type: ignore[attr-defined]
    if not chosen.is_valid() or chosen.cleaned_data["colleague"] is None:
        messages.error(request, _now("Choose a colleague from the list."))
        return None
    to, keys = chosen.cleaned_data["colleague"], first_keys(queryset, MOST_AT_ONCE)
    if len(keys) <= A_PAGE:
        hand_now(request, keys, to)
        return None
    if "confirmed" not in request.POST:
        number = min(len(keys), MOST_AT_ONCE)
        words = ngettext("Hand %(number)d request to %(name)s?", "Hand %(number)d requests to %(name)s?", number)
        words %= {"number": number, "name": to}
        return ask(model_admin, request, words, left_out=len(keys) > MOST_AT_ONCE, most=MOST_AT_ONCE)
    hand_over = ask_for_hand_over(request_ids=keys[:MOST_AT_ONCE], to=to, by=staff_of(request))
    return redirect("admin:appointments_appointmentrequest_hand_over", hand_over.pk)


def hand_now(request: HttpRequest, keys: list[int], to: Any) -> None:
    """Hand a few requests over with a link to undo it, and name those that can't be."""
    hand_over, refused = hand_over_now(request_ids=keys, to=to, by=staff_of(request))
    for each in AppointmentRequest.objects.filter(pk__in=refused):
        messages.error(request, f"{each.spoken_reference}: {refused[each.pk]}")
    if handed := len(hand_over.handed):
        done = ngettext(
            "%(number)d request is now with %(name)s.", "%(number)d requests are now with %(name)s.", handed
        ) % {"number": handed, "name": to}
        page = reverse("admin:appointments_appointmentrequest_hand_over", args=[hand_over.pk])
        messages.success(request, format_html('{} <a href="{}">{}</a>', done, page, _now("See or undo it")))


@admin.action(description=_("Export as CSV"), permissions=["view"])
def export_chosen(model_admin: Any, request: HttpRequest, queryset: QuerySet[AppointmentRequest]) -> Any:
    """Return the chosen requests as a file, and record that they were read. More than a page is asked first."""
    keys = first_keys(queryset, MOST_EXPORTED)
    if len(keys) > A_PAGE and "confirmed" not in request.POST:
        number = min(len(keys), MOST_EXPORTED)
        words = ngettext(
            "Export %(number)d request? The access log will name you as a reader of it.",
            "Export %(number)d requests? The access log will name you as a reader of each.",
            number,
        ) % {"number": number}
        return ask(model_admin, request, words, left_out=len(keys) > MOST_EXPORTED, most=MOST_EXPORTED)
    return exported(keys[:MOST_EXPORTED], staff_of(request))


def first_keys(queryset: QuerySet[Any], most: int) -> list[int]:
    """Return the keys of the first requests of a list, one more than `most` if there are more."""
    return list(queryset.values_list("pk", flat=True)[: most + 1])


def ask(model_admin: Any, request: HttpRequest, question: str, *, left_out: bool, most: int) -> TemplateResponse:
    """Return the page that asks before something is done with many requests."""
    kept = [(name, value) for name in ("action", "colleague", "select_across", "index", ACTION_CHECKBOX_NAME)
            for value in request.POST.getlist(name)]  # fmt: skip
    context = {
        **model_admin.admin_site.each_context(request),
        "title": question,
        "opts": model_admin.opts,
        "kept": kept,
        "most": most if left_out else None,
    }
    return TemplateResponse(request, "admin/appointments/appointmentrequest/ask_first.html", context)
