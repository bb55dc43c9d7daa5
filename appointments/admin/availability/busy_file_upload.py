"""A file of busy times that staff upload for one physician."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import gettext

from appointments.admin.desk_staff import staff_of
from appointments.calendar.busy_times.busy_rows import UnreadableFileError
from appointments.calendar.busy_times.file_reader import read_file
from appointments.guards.refusals import Refused
from appointments.services.busy_imports import import_busy_times
from physicians.models import Physician

from .affected_warning import warn_of
from .busy_file_form import BusyFileForm

MOST_PROBLEMS = 100


def take_busy_file(request: HttpRequest, physician: Physician) -> tuple[int, dict[str, Any]]:
    """Import the file, and return the status and what the physician's page then shows."""
    form = BusyFileForm(request.POST, request.FILES)
    if not form.is_valid():
        return 422, {"busy_form": form}
    file = form.cleaned_data["file"]
    try:
        reading = read_file(file.read(), name=file.name, owner=form.cleaned_data["owner"])
        imported = import_busy_times(
            reading=reading,
            physician=physician,
            staff=staff_of(request),
            allow_fewer=form.cleaned_data["allow_fewer"],
        )
    except UnreadableFileError as error:
        form.add_error("file", gettext("%(why)s Nothing was changed.") % {"why": error})
        return 422, {"busy_form": form}
    except Refused as refusal:
        form.add_error("file", str(refusal))
        return 409, {"busy_form": form}
    for replaced in imported.replaced:
        messages.success(
            request,
            gettext("Busy times imported: %(number)d. They replace all that were imported before.")
            % {"number": replaced.busy_import.taken},
        )
        warn_of(request, replaced.in_the_way)
    problems, guesses = imported.problems, imported.guesses
    return 200 if imported.replaced else 409, {
        "busy_form": BusyFileForm() if imported.replaced else form,
        "problems": problems[:MOST_PROBLEMS],
        "problems_left_out": max(0, len(problems) - MOST_PROBLEMS),
        "guesses": guesses[:MOST_PROBLEMS],
        "guesses_left_out": max(0, len(guesses) - MOST_PROBLEMS),
    }
