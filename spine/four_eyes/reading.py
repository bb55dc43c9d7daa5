"""Reading what waits for approval: what the editor offers a reviewer there, and how their answer is taken."""

import json
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.action_menu import ActionMenuItem, UnpublishMenuItem
from wagtail.admin.action_menu import WorkflowMenuItem as PageAnswer
from wagtail.models import Page, WorkflowMixin
from wagtail.snippets.action_menu import WorkflowMenuItem as SnippetAnswer

from physicians.four_eyes_snippets import EDIT

from .approval_refusals import SENTENCES
from .approval_task import ApprovalTask

ANSWER = "action-workflow-action"  # in what the editor sends after the dialog of an answer
LOCKED = ("action-page-locked", "action-locked")  # a button that says so and does nothing
ICONS = {"approve": "success", "reject": "edit"}


class EditMenuItem(ActionMenuItem):
    """Opens the text for editing."""

    name = "action-edit"
    label = gettext_lazy("Edit")
    icon_name = "edit"

    def get_url(self, parent_context: dict[str, Any]) -> str:
        """Return the address, which is the same with one word more."""
        return f"?{EDIT}=1"


@hooks.register("construct_page_action_menu", order=-1)
@hooks.register("construct_snippet_action_menu", order=-1)
def what_a_reader_can_do(menu_items: list[Any], request: HttpRequest, context: dict[str, Any]) -> None:
    """Offer the answers beside “Edit”. Wagtail offers nothing on what is locked."""
    content = context.get("page") or context.get("instance")
    task = _approval_of(content)
    user: Any = request.user
    if context["view"] != "edit" or not context["locked_for_user"] or task is None:
        return
    kind = PageAnswer if isinstance(content, Page) else SnippetAnswer
    if answers := task.get_actions(content, user):
        menu_items[:] = [
            *(kind(name, label, modal, icon_name=ICONS[name]) for name, label, modal in answers),
            EditMenuItem(),
            *(item for item in menu_items if item.name not in LOCKED),
        ]
        if isinstance(content, Page) and content.permissions_for_user(request.user).can_unpublish():
            menu_items.append(UnpublishMenuItem())


@hooks.register("before_edit_page")
@hooks.register("before_edit_snippet")
def take_the_answer(request: HttpRequest, content: Any) -> HttpResponse | None:
    """Approve what was read, or send it back, and save nothing. While someone edits, Wagtail does it."""
    task = _approval_of(content)
    user: Any = request.user
    if ANSWER not in request.POST or EDIT in request.GET or task is None:
        return None
    answer = request.POST.get("workflow-action-name", "")
    if answer not in [name for name, _label, _modal in task.get_actions(content, user)]:
        return None
    read = request.POST.get("loaded_revision_id"), request.POST.get("loaded_revision_created_at")
    latest = content.get_latest_revision()
    if read != (str(latest.pk), latest.created_at.isoformat()):
        messages.error(request, SENTENCES["approval_is_for_what_was_read"])
        return redirect(request.path)
    dialog = task.get_form_for_action(answer)(_sent_by_dialog(request))
    if not dialog.is_valid() and answer != "approve":  # an approval of nothing is refused by the database
        messages.error(request, _("Say what should change."))
        return redirect(request.path)
    task.on_action(content.current_workflow_task_state, user, answer, **dialog.cleaned_data)
    messages.success(request, _said(content, answer))
    return redirect(_list_with(content))


@hooks.register("before_edit_page")
@hooks.register("before_edit_snippet")
def say_what_should_change(request: HttpRequest, content: Any) -> None:
    """Show its editor, above the text, what the reviewer has asked for."""
    state = content.current_workflow_state if isinstance(content, WorkflowMixin) else None
    if request.method != "GET" or state is None or state.status != state.STATUS_NEEDS_CHANGES:
        return
    sent_back = state.current_task_state
    if sent_back.comment:
        said = {"reviewer": sent_back.finished_by, "comment": sent_back.comment}
        messages.warning(request, _("%(reviewer)s has sent this back: “%(comment)s”") % said)


def _approval_of(content: Any) -> ApprovalTask | None:
    """Return the step that it waits in. Not everything with an editor is approved."""
    task = content.current_workflow_task if isinstance(content, WorkflowMixin) else None
    return task if isinstance(task, ApprovalTask) else None


def _sent_by_dialog(request: HttpRequest) -> dict[str, Any]:
    try:
        sent = json.loads(request.POST.get("workflow-action-extra-data", ""))
    except ValueError:
        return {}
    return sent if isinstance(sent, dict) else {}


def _said(content: Any, answer: str) -> str:
    title = {"title": str(content)}
    if answer != "approve":
        return _("“%(title)s” has been sent back to its editor.") % title
    if content.revisions.filter(approved_go_live_at__isnull=False).exists():
        return _("“%(title)s” has been approved, and goes live when it’s due.") % title
    return _("“%(title)s” has been approved and published.") % title


def _list_with(content: Any) -> str:
    if isinstance(content, Page):
        return reverse("wagtailadmin_explore", args=[content.get_parent().pk])
    return reverse(content.snippet_viewset.get_url_name("list"))
