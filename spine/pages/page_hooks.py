"""What the CMS refuses to do with some kinds of pages."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.models import Page

from .condition_pages import ConditionPage


@hooks.register("before_copy_page")
def refuse_to_copy_a_condition_page(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Say why there is no second page about one condition; the database would refuse it without a word."""
    if not ConditionPage.objects.descendant_of(page, inclusive=True).exists():
        return None
    messages.error(
        request,
        _("A condition has one page only. Add a page for the other condition instead of copying this one."),
    )
    return redirect("wagtailadmin_explore", page.get_parent().pk)
