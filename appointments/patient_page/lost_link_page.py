"""The page for patients who have lost the mail with their link."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.views import View
from django.views.decorators.cache import never_cache

from appointments.guards.client_address import client_address
from appointments.guards.limits import LOST_LINKS, use
from appointments.guards.outage import keeps_what_was_typed
from appointments.guards.rate_limited import too_many
from appointments.mail.lost_links import ask_for_link

from .patient_forms import LostLinkForm


@method_decorator(never_cache, name="dispatch")
@method_decorator(keeps_what_was_typed(LostLinkForm), name="dispatch")
class LostLinkView(View):
    """Takes an e-mail address. It looks nothing up, so every address gets the same answer in the same time."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """Show the question, or the answer that everyone gets."""
        if "asked" in request.GET:
            return render(
                request, "appointments/patient_page/lost_link_asked.html", {"back": reverse("appointments:lost_link")}
            )
        return self.ask(request, LostLinkForm())

    def post(self, request: HttpRequest) -> HttpResponse:
        """Save the address for the mail sender."""
        form = LostLinkForm(request.POST)
        if not form.is_valid():
            return self.ask(request, form, status=422)
        again_at = use((LOST_LINKS, client_address(request)))
        if again_at:
            return too_many(request, again_at)
        ask_for_link(email=form.cleaned_data["email"])
        return redirect(reverse("appointments:lost_link") + "?asked=1")

    def ask(self, request: HttpRequest, form: LostLinkForm, status: int = 200) -> HttpResponse:
        """Render the form."""
        return render(request, "appointments/patient_page/lost_link.html", {"form": form}, status=status)
