"""What waits for approval is read-only, for its reviewers too until they press “Edit”."""

from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from wagtail.locks import WorkflowLock

from physicians.four_eyes_snippets import EDIT

from .approvals import is_author


class ApprovalLock(WorkflowLock):
    """Keeps reviewers from changing by accident what they came to read. Everyone else can't change it at all.

    The editor notes on the object that its reviewer has pressed “Edit” (`opened_for_editing`).
    """

    def keeps_out(self, user: Any) -> bool:
        """Return True if this person isn't a reviewer of it."""
        return bool(super().for_user(user))

    def for_user(self, user: Any) -> bool:
        """Return True if this person can only read it now."""
        return self.keeps_out(user) or not getattr(self.object, "opened_for_editing", False)

    def get_message(self, user: Any) -> Any:
        """Return what the editor says at its top."""
        if self.keeps_out(user):
            if self.object.current_workflow_state.user_can_cancel(user):
                return _("This waits for approval. To change it before that, choose “Take back from approval” below.")
            return _("This waits for approval. Only its reviewers can change it.")
        if is_author(user, self.object.get_latest_revision()):
            consequence = _("You wrote some of this text, so someone else has to approve it.")
        else:
            consequence = _("If you change a word, someone else has to approve it.")
        if not self.for_user(user):
            return _("You’re editing a text that waits for approval. %(consequence)s") % {"consequence": consequence}
        return _with_edit_button(_("You’re reading a text that waits for your approval."), consequence)


def _with_edit_button(text: str, consequence: str) -> SafeString:
    return format_html(
        '{} {} <span class="buttons"><a class="button button-small button-secondary" href="?{}=1">{}</a></span>',
        text,
        consequence,
        EDIT,
        _("Edit"),
    )
