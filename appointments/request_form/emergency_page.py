"""The page after a yes in the safety check."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.decorators import method_decorator
from django.views import View
from django.views.decorators.cache import never_cache

from appointments.models import RequestWording
from appointments.services.requests.drafts import save_answers

from .draft_cookie import draft_of
from .flow import keep_typed, to_start
from .forms import EmergencyForm
from .forms.safety_form import YES
from .steps import STEPS


@method_decorator([never_cache, keep_typed], name="dispatch")
class EmergencyView(View):
    """Says to call 911. Anyone may read it. After calling, the person may go on, and only then is the yes saved."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """Show the page."""
        return self.show(request, EmergencyForm())

    def post(self, request: HttpRequest) -> HttpResponse:
        """Save the yes and go on with the request."""
        form = EmergencyForm(request.POST)
        if not form.is_valid():
            return self.show(request, form, status=422)
        draft = draft_of(request)
        answers = {"safety": {"urgent_symptoms": [YES], "acknowledged": ["on"]}}
        if draft is None or not save_answers(draft=draft, answers=answers):
            return to_start(request)
        if draft.request is not None:
            return redirect("appointments:amend")
        return (
            redirect("appointments:check") if "change" in request.GET else redirect("appointments:step", STEPS[1].slug)
        )

    def show(self, request: HttpRequest, form: EmergencyForm, status: int = 200) -> HttpResponse:
        """Render the template."""
        context = {"form": form, "wording": RequestWording.current(), "may_go_on": draft_of(request) is not None}
        return render(request, "appointments/request_form/emergency.html", context, status=status)
