"""Copying a page: the copy is a draft, and goes through an approval of its own."""

from typing import Any

from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.forms.pages import CopyForm
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.models import Page


class CopyAsDraftForm(CopyForm):
    """Wagtail's form without the checkboxes that would publish the copies."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields.pop("publish_copies", None)
        self.fields.pop("alias", None)
        self.fields["new_title"].help_text = _("The copy starts as a draft and needs its own approval.")
        self.fields["new_parent_page"].error_messages["invalid_choice"] = _(
            "This page no longer exists. Choose another one."
        )


@hooks.register("before_copy_page", order=1)
def show_mistakes(request: HttpRequest, page: Page) -> TemplateResponse | None:
    """Show the form with its mistakes. Wagtail would first look for the new parent, and fail if that was deleted."""
    if request.method != "POST":
        return None
    form = getattr(page.specific_class, "copy_form_class", CopyForm)(request.POST, user=request.user, page=page)
    if form.is_valid():
        return None
    context = {"page": page, "form": form, "next": get_valid_next_url_from_request(request)}
    return TemplateResponse(request, "wagtailadmin/pages/copy.html", context)
