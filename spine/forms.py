"""The forms of the CMS that are ours."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.pages import CopyForm
from wagtail.forms import TaskStateCommentForm


class ApproveForm(TaskStateCommentForm):
    """The dialog of an approval: a comment, and the hash of the version that the reviewer has before them."""

    seen = forms.CharField(max_length=64, widget=forms.HiddenInput)


class CopyAsDraftForm(CopyForm):
    """Wagtail's form without the ticks that would publish: what is live has been read by a second person."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields.pop("publish_copies", None)
        self.fields.pop("alias", None)
        self.fields["new_title"].help_text = _("The copy begins as a draft and goes through a review of its own.")
