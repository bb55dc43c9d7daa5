"""Whether the patient gets a mail from a button, and at which address: staff see it before they press."""

from django.utils.translation import gettext as _

from appointments.admin.request_state import RequestState
from appointments.mail.mail_kinds import MailKind


def how_told(state: RequestState, kind: MailKind) -> str:
    """Return in a sentence how the patient learns of what a button does."""
    address = state.request.email
    if not address:
        if kind.call:
            return _(
                "No e-mail address: no mail can go out. If the patient doesn't know yet, call: see the tab “Call”."
            )
        return _("No e-mail address: no mail can go out. Tell the patient by phone.")
    if state.mail_trouble:
        return _("A mail goes to %(address)s, but the last one didn't arrive there. Call as well.") % {
            "address": address
        }
    return _("A mail goes to %(address)s.") % {"address": address}
