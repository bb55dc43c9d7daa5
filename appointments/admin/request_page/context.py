"""What the page of a request shows."""

import dataclasses
from typing import Any
from urllib.parse import urlencode

from django.http import QueryDict
from django.urls import reverse

from appointments.admin.calls_tab import calls_in_words
from appointments.admin.departed_tab import departures_of
from appointments.admin.message_templates.filled_templates import FilledTemplate, filled_templates
from appointments.admin.request_state import RequestState
from appointments.admin.timeline import Entry, timeline_of
from appointments.admin.waitlist_words import waits_for
from appointments.mail.mail_preview import MailPreview
from appointments.models import Need, Scan
from appointments.request_form.fields.patient_details import is_minor, years_old
from appointments.workflow import CLOCK_RUNS
from physicians.models import Physician

from .action import RequestAction
from .action_registry import ACTIONS
from .duplicates_shown import duplicates_of
from .failed_action import Failure, KeptForm, chosen_in_words
from .free_times_panel import panel_of
from .how_told import how_told
from .latest_contact import latest_contact
from .other_answers import other_answers
from .page_parts import parts_of
from .patient_words import words_to_act_on
from .times_form import TimesForm

TIMES = ("offer", "book")  # share the panel of free times


@dataclasses.dataclass(frozen=True)
class Button:
    """An action as the page shows it: its address and its form. `is_kept`: the form holds what was typed."""

    action: RequestAction
    url: str
    form: Any
    is_kept: bool
    tells: str  # how the patient learns of it
    previews: list[MailPreview]
    templates: list[FilledTemplate]

    @property
    def filled_field(self) -> str:
        """Return the id of the field that templates are put into."""
        return str(self.form[self.action.templates_fill].auto_id) if self.templates else ""

    @property
    def title(self) -> Any:
        """Return what its box is called."""
        return self.action.title or self.action.button


def _buttons(state: RequestState, kept: KeptForm | None) -> dict[str, Button]:
    """Return the actions that are allowed now, and the one whose form is kept."""
    buttons, templates = {}, filled_templates(state)
    for name, action in ACTIONS.items():
        is_kept = kept is not None and kept.action is action
        if not is_kept and not action.is_allowed(state):
            continue
        url = reverse(f"admin:appointments_appointmentrequest_{name}", args=[state.request.pk])
        form = kept.form if is_kept and kept else None if name in TIMES else action.form(state)
        tells = how_told(state, action.mail) if action.mail and action.tells(state) else ""
        previews = action.previews(state) if tells and state.request.email else []
        buttons[name] = Button(action, url, form, is_kept, tells, previews, templates.get(name, []))
    return buttons


def _boxes(buttons: dict[str, Button]) -> list[Button]:
    """Return what opens under “More”, in its order; the most frequent actions have a place of their own instead."""
    boxes = [button for button in buttons.values() if button.action.in_box is not None]
    return sorted(boxes, key=lambda button: button.action.in_box or 0)


def _times(state: RequestState, buttons: dict[str, Button], wishes: list[Any], asked: QueryDict) -> dict[str, Any]:
    """Return the panel of free times and its one form, which both of its buttons send."""
    if not any(name in buttons for name in TIMES):
        return {}
    failed = next((buttons[name].form for name in TIMES if name in buttons and buttons[name].is_kept), None)
    form = failed or TimesForm(state=state, auto_id="times_%s")
    return {"times_form": form, "times_failed": failed is not None, "panel": panel_of(state, wishes, form, asked)}


def _since(entries: list[Entry], failure: Failure | None) -> list[Entry]:
    """Return what happened since an out-of-date page was loaded; at least the latest."""
    if failure is None or not failure.is_stale:
        return []
    newer = [entry for entry in entries if failure.since and entry.at > failure.since]
    return newer or entries[:1]


def _typed(failure: Failure | None) -> list[tuple[str, str]]:
    """Return what was typed, field by field, for a box that the page no longer has."""
    if failure is None:
        return []
    fields = ((field.label, chosen_in_words(field)) for field in failure.form if not field.is_hidden)
    return [(str(label), words) for label, words in fields if label and words]


def context_of(state: RequestState, asked: QueryDict, kept: KeptForm | None, *, may_change: bool) -> dict[str, Any]:
    """Return the template's values; without `may_change` the page has no actions."""
    request, failure = state.request, kept if isinstance(kept, Failure) else None
    wishes = list(request.preferred_times.all())
    buttons = _buttons(state, kept) if may_change else {}
    timeline = timeline_of(request, state.history)
    values = {
        "appointment_request": request,
        "years_old": years_old(request.date_of_birth),
        "is_minor": is_minor(request.date_of_birth),
        "state": state,
        "who_left": departures_of(_doctors(state)),
        "now": state.now,
        "seen_query": "?" + urlencode({"version": request.version, "at": state.now.isoformat()}),
        "visit": state.visit,
        "offer": state.offer,
        "held_times": state.held_times,
        "preferred_times": wishes,
        "preferred_locations": request.preferred_locations.all(),
        "scans": [Scan(scan).label for scan in request.scans],
        "needs": [Need(need).label for need in request.needs],
        "other_answers": other_answers(request),
        "messages_exchanged": state.history.messages,
        "patient_words": words_to_act_on(state.history),
        "notifications": state.mail,
        "mail_trouble": state.mail_trouble,
        "latest_contact": latest_contact(state),
        "calls": calls_in_words(state.calls),
        "timeline": timeline,
        "happened_since": _since(timeline, failure),
        "failure": failure,
        "failed_is_gone": failure is not None and not failure.action.is_allowed(state),
        "typed": _typed(failure),
        "waits_for": waits_for(request),
        "is_mine": state.is_mine,
        "is_with_us": request.status in CLOCK_RUNS,
        "buttons": buttons,
        "boxes": _boxes(buttons),
        "unreachable": "close" in buttons and state.seems_unreachable,
        **duplicates_of(state),
        **_times(state, buttons, wishes, asked),
    }
    return values | {"parts": parts_of(values, buttons)}


def _doctors(state: RequestState) -> list[Physician | None]:
    """Return the physicians of the booked and offered times, or without any, the one that the patient named."""
    if state.is_closed or state.visit_has_begun:
        return []
    times = [*filter(None, [state.visit]), *state.held_times]
    return [time.physician for time in times] or [state.request.physician]
