"""The page on which managers make a copy, to print or as a file. Each copy is recorded as an export."""

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from appointments.admin.desk_staff import staff_of
from appointments.admin.sections import SECTIONS, Section
from appointments.guards.access import record_exported
from physicians.storable import storable

from .contents import copies, file_of, find

MAY_COPY = "appointments.copy_appointmentrequest"

SECTIONS.append(
    Section(
        label=gettext_lazy("Copy for a patient"),
        about=gettext_lazy("All that is on record about one request, to print or as a file, for the patient."),
        view="patient_copy",
        permission=MAY_COPY,
        rooms=("wakemed/securityevent/copy",),
    )
)


def patient_copy(request: HttpRequest) -> HttpResponse:
    """Show the copy of the request whose reference is in the address, or answer with the file; or ask for a reference.

    Raises PermissionDenied. `FreshProofMiddleware` has asked who it is before.
    """
    if not request.user.has_perm(MAY_COPY):
        raise PermissionDenied
    typed = storable(request.GET.get("reference", "")).strip()[:40]
    found = find(typed) if typed else []
    record_exported(requests=found, staff=staff_of(request))
    made = copies(found)
    if made and request.GET.get("as") == "json":
        name = f"request-{made[0].request.spoken_reference}.json"
        headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
        return JsonResponse(file_of(made), headers=headers, json_dumps_params={"indent": 1, "ensure_ascii": False})
    context = {
        **admin.site.each_context(request),
        "title": _("Copy for a patient"),
        "typed": typed,
        "copies": made,
        "now": timezone.now(),
    }
    return TemplateResponse(request, "admin/wakemed/patient_copy.html", context)
