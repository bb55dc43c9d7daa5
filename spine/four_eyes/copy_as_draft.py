"""Copying a page: the copy is a draft, and goes through an approval of its own."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.pages import CopyForm


class CopyAsDraftForm(CopyForm):
    """Wagtail's form without the checkboxes that would publish the copies."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields.pop("publish_copies", None)
        self.fields.pop("alias", None)
        self.fields["new_title"].help_text = _("The copy starts as a draft and needs its own approval.")
