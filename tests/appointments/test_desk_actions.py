"""A button of a request's page is one class in a file `*_actions.py`."""

import importlib
import pkgutil

import pytest
from django.urls import reverse

from appointments.admin import request_page
from appointments.admin.load_state import load_state
from appointments.admin.request_page.action import RequestAction
from appointments.admin.request_page.action_registry import ACTIONS
from appointments.admin.request_page.context import context_of
from appointments.workflow import CLOSED_BY_HAND

VERBS = {
    *("Accept", "Book", "Cancel", "Check", "Claim", "Close", "Complete", "Hand", "Keep", "Mark", "Offer", "Put"),
    *("Release", "Reopen", "Request", "Save", "Send", "Take", "Undo", "Withdraw"),
}


@pytest.fixture
def declared(monkeypatch):
    """An action that nothing but its class declares."""
    monkeypatch.setattr(RequestAction, "declared", dict(ACTIONS))

    class CallBack(RequestAction):
        name = "call_back"
        title = "Call back"
        in_box = 15

    return CallBack


def test_every_button_begins_with_what_it_does():
    assert {str(action.button).partition(" ")[0].rstrip(":") for action in ACTIONS.values()} <= VERBS


def test_every_action_of_every_file_has_an_address():
    found = {
        value.name: value
        for module in pkgutil.iter_modules(request_page.__path__)
        if module.name.endswith("_actions")
        for value in vars(importlib.import_module(f"{request_page.__name__}.{module.name}")).values()
        if isinstance(value, type) and issubclass(value, RequestAction) and "name" in vars(value)
    }
    assert len(found) == 31
    assert {name: type(action) for name, action in ACTIONS.items()} == found
    for name in found:
        assert reverse(f"admin:appointments_appointmentrequest_{name}", args=[1]).endswith(f"/1/{name}/")


def test_a_declared_action_is_there_by_its_name(declared):
    assert isinstance(RequestAction.declared["call_back"], declared)


def test_two_actions_of_one_name_are_refused(declared):
    with pytest.raises(TypeError, match="two actions are called 'call_back'"):
        type("Again", (RequestAction,), {"name": "call_back"})
    assert isinstance(RequestAction.declared["call_back"], declared)


def test_the_boxes_are_in_the_order_of_their_numbers(make_request, scheduler, rf):
    state = load_state(make_request().pk, scheduler)
    boxes = context_of(state, rf.get("/").GET, None, may_change=True)["boxes"]
    assert [box.action.name for box in boxes] == [
        *("ask", "note", "close", "ask_nurse", "waitlist", "duplicate", "assign", "numbers", "correct"),
    ]


def test_a_reason_that_staff_may_choose_is_in_the_form(make_request, scheduler):
    form = ACTIONS["close"].form(load_state(make_request().pk, scheduler))
    assert [value for value, _label in form.fields["closed_reason"].choices] == list(CLOSED_BY_HAND)
