"""The pages where one person publishes an emergency notice at once, and a second reads it afterwards."""

import re
from typing import Any

from django import forms
from django.contrib.auth.models import AbstractUser
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from spine.four_eyes.approval_task import ApprovalTask
from spine.four_eyes.approvals import Approval, content_hash

from .emergency_publication import confirm, may_publish_at_once, publish_at_once
from .notice import Notice
from .notice_queryset import NoticeLevel


class AtOnceForm(forms.Form):
    """Why it can't wait, and the hash of the version on the page."""

    note = forms.CharField(
        label=gettext_lazy("Why can’t this wait for a second person?"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("The person who reads the notice afterwards will see this."),
    )
    seen = forms.CharField(max_length=64, widget=forms.HiddenInput)


def publish_notice_at_once(request: HttpRequest, notice_id: int) -> HttpResponse:
    """Show the notice as patients will see it. Publish it when the person says why it can't wait."""
    if not may_publish_at_once(request.user):
        raise PermissionDenied
    notice = get_object_or_404(Notice, pk=notice_id)
    latest = notice.get_latest_revision_as_object()
    if latest.level != NoticeLevel.EMERGENCY:
        messages.error(request, _("Only a notice of the level “Emergency” can be published by one person."))
        return redirect("wagtailsnippets_spine_notice:edit", notice.pk)
    form = AtOnceForm(
        request.POST if request.method == "POST" else None,
        initial={"seen": content_hash(notice.get_latest_revision().pk)},
    )
    if request.method == "POST" and form.is_valid():
        publish_at_once(notice=notice, by=member_of_staff(request), **form.cleaned_data)
        messages.success(
            request, _("The notice is published. It is listed under Reports until a second person has read it.")
        )
        return redirect("wagtailsnippets_spine_notice:list")
    context = {"form": form, "notices": [latest], "notice": notice}
    return render(request, "spine/notices/publish_at_once.html", context, status=422 if form.errors else 200)


def member_of_staff(request: HttpRequest) -> AbstractUser:
    """Return the person who is signed in. The CMS lets no one else this far."""
    if not isinstance(request.user, AbstractUser):
        raise PermissionDenied
    return request.user


def may_confirm(user: Any) -> bool:
    """Return True if this person approves content: a member of a group that an approval asks."""
    return ApprovalTask.objects.filter(active=True, groups__user=user).exists()


def emergency_publications(request: HttpRequest) -> HttpResponse:
    """List the emergency notices that no one else has read. POST: a second person has read one."""
    if not may_confirm(request.user) and not may_publish_at_once(request.user):
        raise PermissionDenied
    waiting = Approval.objects.awaiting_second_person().select_related("approved_by", "revision")
    if request.method == "POST":
        if not may_confirm(request.user):
            raise PermissionDenied
        number = request.POST.get("approval", "")
        approval = get_object_or_404(waiting, pk=number if re.fullmatch("[0-9]{1,18}", number) else None)
        confirm(approval=approval, by=member_of_staff(request))
        messages.success(request, _("Thank you. It’s recorded that you have read this notice."))
        return redirect("spine_emergency_publications")
    context = {
        "waiting": [(signed, signed.revision.as_object()) for signed in waiting],
        "may_confirm": may_confirm(request.user),
    }
    return render(request, "spine/notices/emergency_publications.html", context)
