"""Whether the patient gets an email from a button, and at which address: staff see it before they press."""

from django.utils.translation import gettext as _

from appointments.admin.request_state import RequestState
from appointments.mail.mail_kinds import MailKind


def how_told(state: RequestState, kind: MailKind) -> str:
    """Return in a sentence how the patient learns of what a button does."""
    address = state.request.email
    if not address:
        if kind.call:
            return _("The patient has no email address. If they don't know yet, call them: see the tab “Call”.")
        return _("The patient has no email address. Tell them by phone.")
    if state.mail_trouble:
        return _("An email goes to %(address)s, but the last one didn't arrive there. Call as well.") % {
            "address": address
        }
    return _("An email goes to %(address)s.") % {"address": address}
