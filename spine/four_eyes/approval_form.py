"""The dialogs in which a reviewer approves, and asks for changes."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.forms import TaskStateCommentForm


class ApproveForm(TaskStateCommentForm):
    """A comment, and the hash of the version that the reviewer has on screen."""

    seen = forms.CharField(max_length=64, widget=forms.HiddenInput)


class RequestChangesForm(TaskStateCommentForm):
    """What should change. The editor reads it above the text."""

    comment = forms.CharField(label=_("What should change?"), widget=forms.Textarea({"rows": 3}))
