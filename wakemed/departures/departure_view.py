"""A physician leaves, in the CMS: what will happen, how many patients it affects, and one button."""

from typing import Any

from django import forms
from django.contrib.auth.models import AbstractUser
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from appointments.calendar.departed_physicians import affected_by
from physicians.models import Departure, Physician
from physicians.services.departures import NotPublished

from .physician_departures import record_physician_left

RIGHT = "physicians.publish_physician"
LONGEST_NOTE = Departure._meta.get_field("note").max_length
LIST = "wagtailsnippets_physicians_physician:list"
EDIT = "wagtailsnippets_physicians_physician:edit"


class DepartureForm(forms.Form):
    """A note to the scheduling staff."""

    note = forms.CharField(
        label=gettext_lazy("For the scheduling staff (optional)"),
        required=False,
        max_length=LONGEST_NOTE,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Who takes over, for example. Don't mention patients: this note is sent by email."),
    )


class DepartureView(WagtailAdminTemplateMixin, FormView):
    """GET shows what would happen to one physician's patients; POST takes the profile down."""

    form_class = DepartureForm
    template_name = "wakemed/cms/departure.html"
    page_title = gettext_lazy("This physician leaves")
    header_icon = "user"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Raise PermissionDenied for users who may not take profiles down."""
        if not request.user.has_perm(RIGHT):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def physician(self) -> Physician:
        """Return the physician named in the address."""
        return get_object_or_404(Physician, pk=self.kwargs["physician_id"])

    def get_page_subtitle(self) -> str:
        """Name the physician."""
        return str(self.physician)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Lead back to the profile and to the list."""
        return [
            *self.breadcrumbs_items,
            {"url": reverse(LIST), "label": _("Physicians")},
            {"url": reverse(EDIT, args=[self.physician.pk]), "label": str(self.physician)},
            {"url": "", "label": self.get_page_title()},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add how many patients are affected, never who they are, and the colleagues who could take over."""
        physician = self.physician
        more = {"physician": physician, "affected": affected_by(physician), "colleagues": physician.colleagues()}
        return super().get_context_data(**kwargs, **more)

    def form_valid(self, form: DepartureForm) -> HttpResponse:
        """Take the profile down, or say that it has come down already."""
        if not isinstance(self.request.user, AbstractUser):
            raise PermissionDenied
        try:
            record_physician_left(physician=self.physician, by=self.request.user, note=form.cleaned_data["note"])
        except NotPublished as refusal:
            messages.error(self.request, str(refusal))
        else:
            done = _("The profile of %(name)s is down. The scheduling staff are being notified by email.")
            messages.success(self.request, done % {"name": self.physician.plain_name})
        return redirect(LIST)

    def form_invalid(self, form: DepartureForm) -> HttpResponse:
        """Show the form again with its errors."""
        return self.render_to_response(self.get_context_data(form=form), status=422)
