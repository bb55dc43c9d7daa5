"""Tells editors about a clinic that no search by distance can find."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _
from wagtail.snippets.views.snippets import CreateView, EditView

from physicians.models import Location


def unknown_place(clinic: Location) -> str:
    """Return a sentence if it isn't known where a clinic is, an empty text otherwise."""
    if not clinic.postal_code or clinic.place:
        return ""
    return _(
        "We don't know where ZIP code %(zip)s is, so patients who search by distance won't find this clinic."
        " Check the ZIP code, or enter latitude and longitude."
    ) % {"zip": clinic.postal_code}


class WarningMixin:
    """Adds the sentence to what the CMS says after saving."""

    def save_action(self) -> HttpResponse:
        """Warn about a clinic whose place isn't known."""
        view: Any = self
        response: HttpResponse = super().save_action()  # type: ignore[misc]
        if not view.expects_json_response and (sentence := unknown_place(view.object)):
            messages.warning(view.request, sentence)
        return response


class CreateClinicView(WarningMixin, CreateView):
    """Creates a clinic."""


class EditClinicView(WarningMixin, EditView):
    """Changes a clinic."""
