"""The page of one request, and the buttons on it."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from appointments.models import AppointmentRequest, Need, Scan
from appointments.services.access import record_opened
from appointments.services.claims import claim_request, release_request
from appointments.services.moves import move_request
from appointments.services.notes import add_note
from appointments.services.refusals import Refused

from .forms import MoveForm, NoteForm
from .staff import staff_of
from .timeline import timeline_of
from .unseen import with_unseen_changes


class RecordAdmin(admin.ModelAdmin):
    """The request's page and its actions; the queue adds the list."""

    def get_urls(self) -> list[URLPattern]:
        """Add one address for each button."""
        actions: dict[str, Callable[..., HttpResponse]] = {
            "claim": self.claim,
            "release": self.release,
            "note": self.note,
            "move": self.move,
        }
        return [
            path(
                f"<int:request_id>/{name}/",
                self.admin_site.admin_view(require_POST(view)),
                name=f"appointments_appointmentrequest_{name}",
            )
            for name, view in actions.items()
        ] + super().get_urls()

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Show the request; raises Http404 and PermissionDenied. The reading is recorded."""
        if request.method != "GET":
            raise PermissionDenied
        return self.render_record(request, int(object_id) if object_id.isdecimal() else 0)

    def render_record(
        self, request: HttpRequest, request_id: int, *, status: int = 200, **forms: Form
    ) -> TemplateResponse:
        """Return the page with these forms in place of fresh ones, so that nothing typed is lost."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        record = (
            with_unseen_changes(AppointmentRequest.objects.all())  # unseen until the reading is recorded, below
            .select_related("condition", "physician", "claimed_by")
            .filter(pk=request_id)
            .first()
        )
        if record is None:
            raise Http404
        record_opened(request=record, staff=staff_of(request))
        context = {
            **self.admin_site.each_context(request),
            "title": record.spoken_reference,
            "opts": self.opts,
            "record": record,
            "preferred_times": record.preferred_times.all(),
            "preferred_locations": record.preferred_locations.all(),
            "scans": [Scan(scan).label for scan in record.scans],
            "needs": [Need(need).label for need in record.needs],
            "notifications": record.notifications.order_by("created_at"),
            "timeline": timeline_of(record),
            "is_mine": record.claimed_by_id == request.user.pk,
            "may_change": self.has_change_permission(request),
            "note_form": forms.get("note_form") or NoteForm(),
            "move_form": forms.get("move_form") or MoveForm(request=record),
        }
        return TemplateResponse(request, "admin/appointments/appointmentrequest/record.html", context, status=status)

    def act(
        self, request: HttpRequest, request_id: int, action: Callable[[], object], done: str, **forms: Form
    ) -> HttpResponse:
        """Run a service, come back to the page and say what was done.

        A refusal shows its sentence beside what was typed (409).
        """
        if not self.has_change_permission(request):
            raise PermissionDenied
        try:
            action()
        except AppointmentRequest.DoesNotExist:
            raise Http404 from None
        except Refused as refusal:
            messages.error(request, str(refusal))
            return self.render_record(request, request_id, status=409, **forms)
        messages.success(request, done)
        return redirect("admin:appointments_appointmentrequest_change", request_id)

    def claim(self, request: HttpRequest, request_id: int) -> HttpResponse:
        """Make it mine."""
        return self.act(
            request,
            request_id,
            lambda: claim_request(request_id=request_id, actor=staff_of(request)),
            _("The request is yours."),
        )

    def release(self, request: HttpRequest, request_id: int) -> HttpResponse:
        """Give it back."""
        return self.act(
            request,
            request_id,
            lambda: release_request(request_id=request_id, actor=staff_of(request)),
            _("The request is back in the queue."),
        )

    def note(self, request: HttpRequest, request_id: int) -> HttpResponse:
        """Write a note."""
        form = NoteForm(request.POST)
        if not form.is_valid():
            return self.render_record(request, request_id, status=422, note_form=form)
        return self.act(
            request,
            request_id,
            lambda: add_note(request_id=request_id, author=staff_of(request), text=form.cleaned_data["text"]),
            _("The note is in the history."),
            note_form=form,
        )

    def move(self, request: HttpRequest, request_id: int) -> HttpResponse:
        """Move it to another state."""
        record = AppointmentRequest.objects.filter(pk=request_id).first()
        if record is None:
            raise Http404(_("No such request."))
        form = MoveForm(request.POST, request=record)
        if not form.is_valid():
            return self.render_record(request, request_id, status=422, move_form=form)
        answers = form.cleaned_data
        return self.act(
            request,
            request_id,
            lambda: move_request(request_id=request_id, actor=staff_of(request), **answers),
            _("The request is now “%(status)s”.") % {"status": answers["to"].label},
            move_form=form,
        )
