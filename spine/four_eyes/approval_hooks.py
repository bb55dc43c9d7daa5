"""How approval changes the editor: no button publishes, and the next step of an approval comes first."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.models import WorkflowMixin
from wagtail.snippets.action_menu import ActionMenuItem, PublishMenuItem

PUBLISH_AT_ONCE = "action-publish-at-once"  # the button of an emergency notice
NEXT_STEPS = (PUBLISH_AT_ONCE, "approve", "action-submit")

# The dialog puts its action into the editor's form and sends that. Autosave sees a changed form, and would send the
# same action a second time, to a workflow that is already over.
NO_SAVING_WHILE_APPROVING = """<script>
document.addEventListener("w-autosave:save", (event) => {
  if (event.detail.formData.has("action-workflow-action")) event.preventDefault();
});
</script>"""


@hooks.register("construct_snippet_action_menu")
def no_button_publishes(menu_items: list[ActionMenuItem], request: HttpRequest, context: dict[str, Any]) -> None:
    """Remove “Publish” where a second person approves. Pages lose it through their permission tester."""
    if issubclass(context["model"], WorkflowMixin):
        menu_items[:] = [item for item in menu_items if not isinstance(item, PublishMenuItem)]


@hooks.register("construct_page_action_menu")
@hooks.register("construct_snippet_action_menu")
def next_step_first(menu_items: list[Any], request: HttpRequest, context: dict[str, Any]) -> None:
    """Make the next step of the approval the button that is always in view. Drafts save themselves."""
    if context["view"] == "edit":
        steps = [item for name in NEXT_STEPS for item in menu_items if item.name == name]
        menu_items[:] = steps + [item for item in menu_items if item not in steps]


@hooks.register("insert_editor_js")
def nothing_changes_while_reading() -> SafeString:
    """Let the keyboard change nothing in what is locked."""
    return format_html('<script src="{}" defer></script>', static("js/read_only_editor.js"))


@hooks.register("insert_editor_js")
def no_saving_while_approving() -> SafeString:
    """Let an approval be sent once."""
    return mark_safe(NO_SAVING_WHILE_APPROVING)  # noqa: S308  a constant


@hooks.register("before_edit_page")
@hooks.register("before_edit_snippet")
def already_decided(request: HttpRequest, content: Any) -> HttpResponse | None:
    """Tell a second reviewer that the first has just decided. Wagtail would fail without a word."""
    if not isinstance(content, WorkflowMixin) or "action-workflow-action" not in request.POST:
        return None
    if content.current_workflow_task is not None:
        return None
    messages.warning(request, _("This is no longer waiting for approval. Someone has just decided on it."))
    return redirect(request.path)
