"""Where a person goes who has just signed in."""

import re

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from wagtail.models import Page

from .doors import may_open_cms, own_door, wrong_door
from .second_factor import WANTED


@login_required
def staff_start(request: HttpRequest) -> HttpResponse:
    """Send a person who has just signed in to the door that is open to them, or where they had wanted to go.

    `?page=12` comes from the link at the end of a public page: people who may edit that page go straight to it.
    """
    number = request.GET.get("page", "")
    page = Page.objects.filter(pk=number).first() if re.fullmatch("[0-9]{1,9}", number) else None
    if page is not None and may_open_cms(request.user) and page.permissions_for_user(request.user).can_edit():
        return redirect("wagtailadmin_pages:edit", page.pk)
    address = request.session.get(WANTED) or own_door(request)
    return redirect(address) if address else wrong_door(request)
