"""“Record a review”: what the physician signs, the form, and every earlier attestation of the page."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Page

from .attest import CannotAttest, check_may_attest, physician_of, record_attestation
from .attestation import Attestation
from .attestation_dates import clinical_pages, may_attest
from .attestation_form import AttestationForm


class AttestView(WagtailAdminTemplateMixin, FormView):
    """Sign one page. GET shows the form, POST writes the attestation."""

    form_class = AttestationForm
    template_name = "spine/attestations/record_attestation.html"
    page_title = gettext_lazy("Record a review")
    header_icon = "success"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Turn away people who may not sign pages."""
        if not may_attest(request.user):
            raise PermissionDenied
        self.next_url = get_valid_next_url_from_request(request)
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def page(self) -> Page:
        """Return the page, or raise Http404 for one that physicians don't sign."""
        return get_object_or_404(clinical_pages(), pk=self.kwargs["page_id"]).specific

    def get_page_subtitle(self) -> str:
        """Return the page's title."""
        return str(self.page.title)  # what is live, not a draft's title

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Lead back to the report."""
        return [
            *self.breadcrumbs_items,
            {"url": reverse("spine_attestation_report"), "label": _("Reviews of pages")},
            {"url": "", "label": self.get_page_title(), "sublabel": self.get_page_subtitle()},
        ]

    def get_initial(self) -> dict[str, Any]:
        """Start with today and a year from now."""
        return AttestationForm.first_values(seen=self.page.live_revision_id)

    @cached_property
    def why_not(self) -> str:
        """Return why this person can't sign this page now, or "" if they can."""
        try:
            check_may_attest(page=self.page, by=self.request.user)  # type: ignore[arg-type]
        except CannotAttest as refusal:
            return refusal.sentence
        return ""

    def form_valid(self, form: AttestationForm) -> HttpResponse:
        """Write the attestation. A refusal comes back with everything that was typed."""
        values = form.cleaned_data
        try:
            attestation = record_attestation(
                page=self.page,
                by=self.request.user,  # type: ignore[arg-type]
                reviewed_on=values["reviewed_on"],
                next_review_due=values["next_review_due"],
                note=values["note"],
                seen=values["seen"],
            )
        except CannotAttest as refusal:
            form.add_error(refusal.field, refusal.sentence)
            if values["seen"] != self.page.live_revision_id:
                # The next try is about the current text: it is signed only after another checkmark.
                data = self.request.POST.copy()
                data["seen"] = str(self.page.live_revision_id or "")
                data.pop("read", None)
                form.data = data
            return self.form_invalid(form)
        messages.success(
            self.request,
            _("%(physician)s’s review of “%(page)s” is recorded. Patients now see its dates.")
            % {"page": self.page.title, "physician": attestation.reviewed_by},
            buttons=[messages.button(self.page.get_url(self.request), _("View live"), new_window=True)],
        )
        return redirect(self.next_url or reverse("spine_attestation_report"))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add what is signed, by whom, and the attestations so far."""
        context = super().get_context_data(**kwargs)
        attestations = Attestation.objects.filter(page=self.page).select_related("reviewed_by", "recorded_by")
        return context | {
            "page": self.page,
            "physician": physician_of(self.request.user),  # type: ignore[arg-type]
            "why_not": self.why_not,
            "attestations": attestations.order_by("-id"),
            "action_url": f"{self.request.path}?{urlencode({'next': self.next_url})}" if self.next_url else "",
            "submit_button_label": _("Record this review"),
            "submit_button_active_label": _("Recording…"),
            "media": context["form"].media,
        }
