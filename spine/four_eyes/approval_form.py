"""The dialog in which a reviewer approves."""

from django import forms
from wagtail.forms import TaskStateCommentForm


class ApproveForm(TaskStateCommentForm):
    """A comment, and the hash of the version that the reviewer has on screen."""

    seen = forms.CharField(max_length=64, widget=forms.HiddenInput)
