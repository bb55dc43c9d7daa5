"""“Use” beside the templates of a form: the page comes again with the words in the field. Scripts do it at once."""

from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import gettext as _

from appointments.admin.message_templates.filled_templates import added, filled_templates
from appointments.admin.request_state import RequestState
from physicians.storable import storable

from .action import RequestAction
from .failed_action import MISTAKE, KeptForm

CHOICE, USE = "template", "use_template"  # the select and its button


def asks_for_template(request: HttpRequest) -> bool:
    """Return True if the button “Use” was pressed."""
    return USE in request.POST


def with_template(action: RequestAction, request: HttpRequest, state: RequestState) -> KeptForm:
    """Return the form with everything that was typed, and the chosen template after it."""
    form, field = action.form(state), action.templates_fill
    typed = {name: storable(request.POST.get(name, "")) for name in form.fields}
    offered = filled_templates(state).get(action.name, []) if field else []
    chosen = next((each for each in offered if str(each.key) == request.POST.get(CHOICE)), None)
    if chosen is None:
        messages.error(request, _("Choose a template first."))
        form.initial = {**form.initial, **typed}
        return KeptForm(action, form, status=MISTAKE)
    form.initial = {**form.initial, **typed, field: added(typed[field], chosen.text)}
    form.fields[field].widget.attrs["autofocus"] = True
    return KeptForm(action, form)
