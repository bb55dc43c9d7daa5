"""The page of one request, and the view behind all its buttons."""

from functools import partial
from http import HTTPStatus
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from appointments.admin.desk_staff import staff_of
from appointments.admin.load_state import load_state
from appointments.admin.nothing_next import nothing_next
from appointments.admin.request_state import RequestState
from appointments.admin.row_keys import is_a_key
from appointments.admin.tabs import TABS
from appointments.guards.access import record_opened
from appointments.guards.refusals import Refused
from appointments.services.requests.next_work import take_next

from .action import RequestAction
from .action_registry import ACTIONS
from .button_press import press
from .context import context_of
from .failed_action import MISTAKE, Failure, KeptForm
from .template_choice import asks_for_template, with_template


class RequestAdmin(admin.ModelAdmin):
    """The request's page and its actions; the queue adds the list."""

    def get_urls(self) -> list[URLPattern]:
        """Add one address for each button."""
        return [
            path(
                f"<int:request_id>/{name}/",
                self.admin_site.admin_view(require_POST(partial(self.act, action=action))),
                name=f"appointments_appointmentrequest_{name}",
            )
            for name, action in ACTIONS.items()
        ] + super().get_urls()

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Show the request and record that it was read; raises Http404 and PermissionDenied."""
        if request.method != "GET" or not self.has_view_permission(request):
            raise PermissionDenied
        if not is_a_key(object_id):
            raise Http404
        return self.render_request(request, load_state(int(object_id), staff_of(request)))

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Lead to the history on the request's page: Django's own knows nothing of it.

        Raises PermissionDenied and Http404.
        """
        if request.method != "GET" or not self.has_view_permission(request):
            raise PermissionDenied
        if not is_a_key(object_id):
            raise Http404
        return redirect(f"{reverse('admin:appointments_appointmentrequest_change', args=[object_id])}#history")

    def render_request(
        self, request: HttpRequest, state: RequestState, *, kept: KeptForm | None = None
    ) -> TemplateResponse:
        """Return the page. A form that is kept takes the place of a fresh one: nothing typed is lost."""
        staff = staff_of(request)
        may_change = self.has_change_permission(request)
        values = context_of(state, request.GET, kept, may_change=may_change)
        beside = [other["request"] for other in values["duplicates"]]
        record_opened(request=state.request, staff=staff, beside=beside)
        context = {
            **self.admin_site.each_context(request),
            "is_nav_sidebar_enabled": False,  # the page needs the room
            "title": state.request.spoken_reference,
            "opts": self.opts,
            "may_change": may_change,
            **values,
        }
        template = "admin/appointments/appointmentrequest/request_page.html"
        return TemplateResponse(request, template, context, status=kept.status if kept else HTTPStatus.OK)

    def act(self, request: HttpRequest, request_id: int, *, action: RequestAction) -> HttpResponse:
        """Run an action, return to the page and say what was done.

        A mistake (422) or a refusal (409) shows its sentence beside what was typed.
        """
        if not self.has_change_permission(request):
            raise PermissionDenied
        state = load_state(request_id, staff_of(request))
        if asks_for_template(request):
            return self.render_request(request, state, kept=with_template(action, request, state))
        done = press(action, request, state)
        if isinstance(done, Failure):
            now = state if done.status == MISTAKE else load_state(request_id, state.staff)
            return self.render_request(request, now, kept=done)
        if then_of(request):  # the sentence appears on another patient's page, or on a list
            done = format_html(
                "{}, {}: {} <a href='{}'>{}</a>",
                *(state.request.legal_name, state.request.spoken_reference, done),
                *(state.request.get_absolute_url(), _("Go back to it")),
            )
        messages.success(request, done)
        return self.go_on(request, request_id)

    def go_on(self, request: HttpRequest, request_id: int) -> HttpResponse:
        """Return where to go after a button: to the next request, to the queue, or back to the page."""
        then = then_of(request)
        if then == "next":
            return self.take_next(request, but=request_id)
        if then in {tab.name for tab in TABS}:
            return redirect(f"{reverse('admin:appointments_appointmentrequest_changelist')}?tab={then}")
        return redirect("admin:appointments_appointmentrequest_change", request_id)

    def take_next(self, request: HttpRequest, but: int | None = None) -> HttpResponse:
        """Open the most pressing thing that the person may work on. `but`: the key of the request they come from."""
        if not self.has_change_permission(request):
            raise PermissionDenied
        try:
            left = but or _key(request.POST.get("but", ""))
            taken = take_next(actor=staff_of(request), but=left)
        except Refused as refusal:
            messages.error(request, str(refusal))
            return redirect("admin:appointments_appointmentrequest_changelist")
        if taken is None:
            nothing = nothing_next(staff_of(request), is_at_one=left is not None)
            messages.add_message(request, messages.INFO if nothing.is_all_done else messages.WARNING, nothing.words)
            return redirect(f"{reverse('admin:appointments_appointmentrequest_changelist')}?tab={nothing.tab}")
        return redirect(taken)


def _key(typed: str) -> int | None:
    return int(typed) if is_a_key(typed) else None


def then_of(request: HttpRequest) -> str:
    """Return what comes after the button: “next”, the name of a tab, or nothing."""
    return request.POST.get("then") or request.GET.get("then") or ""
