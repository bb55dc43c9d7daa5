"""What each of the database's rules of publishing says to a person."""

from typing import Any

from django.db import IntegrityError
from django.utils.translation import gettext_lazy as _

from .completeness import Incomplete

SENTENCES: dict[str, Any] = {
    "approver_is_no_author": _(
        "You wrote some of this text yourself, so someone else has to approve it. Your changes are kept as a draft."
    ),
    "second_person_reads_it": _("You published this yourself, so someone else has to read it."),
    "approval_is_for_what_was_read": _(
        "The text has changed since you opened it. Nothing was approved. Read it again, then decide."
    ),
    "live_content_is_approved": _(
        "Nothing was published. A second person has to approve this version first: submit it for approval."
    ),
    "approved_version_is_kept": _(
        "This version has been approved, so it can’t change. Save your changes as a new version."
    ),
    "emergency_is_for_notices": _("Only a notice of the level “Emergency” can be published by one person."),
    "file_is_kept": _(
        "The file of a picture or document is never replaced, because it was approved together with its page. "
        "Upload the new file next to it and choose it on the page. That change is approved like any other."
    ),
    "media_on_live_page_is_kept": _(
        "This picture or document is on a live page. Take it off the page first; that change needs approval. "
        "“Usage” says which page it is on."
    ),
    "live_phrase_is_kept": _(
        "A danger phrase that patients' words are compared with is never deleted or unpublished. Clear “in use” and "
        "submit it for approval."
    ),
    "redirect_stays_here": _("A redirect leads to an address on this site: start with /."),
    "first_content_is_first": _("People already work on this site, so a person has to approve this content."),
}


def sentence_for(error: BaseException) -> Any | None:
    """Return why publishing was refused, in a sentence; None if the error is about something else."""
    if isinstance(error, Incomplete):
        return str(error)
    diagnosis = getattr(error.__cause__, "diag", None) if isinstance(error, IntegrityError) else None
    return SENTENCES.get(diagnosis.constraint_name) if diagnosis and diagnosis.constraint_name else None
