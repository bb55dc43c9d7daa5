"""What the database's rules of publishing are called in words."""

from typing import Any

from django.db import IntegrityError
from django.utils.translation import gettext_lazy as _

from .completeness import Incomplete

SENTENCES: dict[str, Any] = {
    "approver_is_no_author": _(
        "You have written some of this text yourself, so somebody else has to approve it. What you changed is kept "
        "as a draft."
    ),
    "approval_is_for_what_was_read": _(
        "The text has been changed since you opened it. Nothing was approved: read it again, then decide."
    ),
    "live_content_is_approved": _(
        "Nothing was published: a second person has to approve this version first. Submit it for clinical approval."
    ),
    "approved_version_is_kept": _(
        "This version has been approved and is kept as it is. Save your changes as a new one."
    ),
    "emergency_is_for_notices": _("Only a notice of the level “Emergency” can be published by one person."),
    "file_is_kept": _(
        "The file of a picture or a document is never exchanged, because people have read it with their page. "
        "Upload the new one beside it and choose it on the page: then the change is reviewed."
    ),
    "media_on_live_page_is_kept": _(
        "This picture or document is on a live page. Take it out of the page first: that change is reviewed. "
        "Its “Usage” says on which page it is."
    ),
    "redirect_stays_here": _("A redirect leads to an address of this site: begin with /."),
    "first_content_is_first": _("Somebody works here already, so this content has to be approved by a person."),
}


def sentence_for(error: BaseException) -> Any | None:
    """Return why publishing was refused, for a person; None where the error is about something else."""
    if isinstance(error, Incomplete):
        return str(error)
    diagnosis = getattr(error.__cause__, "diag", None) if isinstance(error, IntegrityError) else None
    return SENTENCES.get(diagnosis.constraint_name) if diagnosis and diagnosis.constraint_name else None
