"""A row of the security log as a sentence."""

from collections.abc import Callable
from typing import Any

from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from wakemed.models.security_event import Happened, SecurityEvent

METHODS = {
    "totp": lambda: _("an authenticator app"),
    "webauthn": lambda: _("a passkey"),
    "recovery_codes": lambda: _("recovery codes"),
}
FLAGS = {
    "is_active": lambda: _("may sign in"),
    "is_staff": lambda: _("may work at the desk"),
    "is_superuser": lambda: _("may do everything"),
}


def sentence(event: SecurityEvent) -> str:
    """Return what happened, in plain words."""
    return SENTENCES[Happened(event.kind)](event)


def _who(event: SecurityEvent) -> str:
    """Return who did it."""
    if event.details.get("by_provider"):
        return _("The hospital's sign-in")
    if event.by_email:
        return event.by_email
    return _("Someone who wasn't signed in") if event.request_id else _("A command on the server")


def _whose(event: SecurityEvent) -> str:
    """Return the account that was tried."""
    if event.account_email:
        return event.account_email
    return _("an address that no account has (typed: %(digest)s)") % {"digest": event.typed[:8]}


def _reference(event: SecurityEvent) -> str:
    request: Any = event.patient_request
    return str(request.spoken_reference)


def _link_opened(event: SecurityEvent) -> str:
    if event.patient_request_id is None:
        return _("Someone opened the link of a request that has been erased since.")
    return _("Someone opened the link of request %(reference)s with the right date of birth.") % {
        "reference": _reference(event)
    }


def _rights(event: SecurityEvent) -> str:
    """Return what was given or taken, as a list in quotation marks."""
    details = event.details
    names = [_("the group “%(name)s”") % {"name": name} for name in details.get("groups", ())]
    names += [f"“{name}”" for name in details.get("permissions", ())]
    names += [f"“{FLAGS[flag]()}”" for flag in details.get("flags", ())]
    return get_text_list(names, _("and"))


def _rights_changed(given: bool) -> Callable[[SecurityEvent], str]:
    def words(event: SecurityEvent) -> str:
        group = event.details.get("group")
        to = _("everyone in the group “%(name)s”") % {"name": group} if group else event.account_email
        names = {"who": _who(event), "whose": to, "rights": _rights(event)}
        if given:
            return _("%(who)s gave %(whose)s: %(rights)s.") % names
        return _("%(who)s took from %(whose)s: %(rights)s.") % names

    return words


def _second_step(template: Callable[[], str]) -> Callable[[SecurityEvent], str]:
    def words(event: SecurityEvent) -> str:
        method = METHODS.get(event.details.get("method", ""), lambda: _("a second step"))()
        return template() % {"who": _who(event), "whose": event.account_email, "method": method}

    return words


def _password_changed(event: SecurityEvent) -> str:
    names = {"who": _who(event), "whose": event.account_email}
    if event.by_email == event.account_email:
        return _("%(who)s changed their own password.") % names
    if not event.by_email and event.request_id:
        return _("The password of %(whose)s was changed through a link in a mail.") % names
    return _("%(who)s changed the password of %(whose)s.") % names


def _deleted(event: SecurityEvent) -> str:
    if "group" not in event.details:
        return _("%(who)s deleted the account of %(whose)s.") % {"who": _who(event), "whose": event.account_email}
    people = get_text_list(event.details["people"], _("and")) or _("nobody")
    names = {"who": _who(event), "group": event.details["group"], "people": people}
    return _("%(who)s deleted the group “%(group)s”. In it: %(people)s.") % names


def _copied(event: SecurityEvent) -> str:
    if event.patient_request_id is None:
        return _("%(who)s made a copy of a request that has been erased since.") % {"who": _who(event)}
    names = {"who": _who(event), "reference": _reference(event)}
    return _("%(who)s made a copy of request %(reference)s for its patient.") % names


def _signed_out(event: SecurityEvent) -> str:
    if event.by_email == event.account_email:
        return _("%(who)s signed out.") % {"who": event.account_email}
    return _("%(who)s signed %(whose)s out everywhere.") % {"who": _who(event), "whose": event.account_email}


def _access_refused(event: SecurityEvent) -> str:
    names = {"who": _who(event), "pattern": event.details.get("pattern", "")}
    said = _("%(who)s asked for %(pattern)s without having the right to.") % names
    return f"{said} {_('More within this hour was not recorded.')}" if event.details.get("is_last") else said


def _link_failed(event: SecurityEvent) -> str:
    if event.patient_request_id is None:
        return _("Someone tried a link that isn't valid, or whose request has been erased since.")
    return _("Someone tried the link of request %(reference)s and it didn't open.") % {"reference": _reference(event)}


SENTENCES: dict[Happened, Callable[[SecurityEvent], str]] = {
    Happened.SIGNED_IN: lambda event: _("%(who)s signed in.") % {"who": event.account_email},
    Happened.SIGNED_OUT: _signed_out,
    Happened.SIGN_IN_FAILED: lambda event: _("A sign-in failed for %(whose)s.") % {"whose": _whose(event)},
    Happened.LOCKED: lambda event: _("Too many attempts: locked for %(whose)s.") % {"whose": _whose(event)},
    Happened.UNLOCKED: lambda event: (
        _("%(who)s unlocked the sign-in of %(whose)s.") % {"who": _who(event), "whose": event.account_email}
    ),
    Happened.RIGHTS_GIVEN: _rights_changed(True),
    Happened.RIGHTS_TAKEN: _rights_changed(False),
    Happened.PASSWORD_CHANGED: _password_changed,
    Happened.RESET_ASKED: lambda event: (
        _("Someone asked for a new password (address typed: %(digest)s).") % {"digest": event.typed[:8]}
    ),
    Happened.ACCOUNT_MADE: lambda event: (
        _("%(who)s made an account for %(whose)s.") % {"who": _who(event), "whose": event.account_email}
    ),
    Happened.ACCOUNT_CHANGED: lambda event: (
        _("%(who)s changed the address %(before)s to %(whose)s.")
        % {"who": _who(event), "before": event.details["before"], "whose": event.account_email}
    ),
    Happened.ACCOUNT_DELETED: _deleted,
    Happened.FACTOR_ADDED: _second_step(lambda: _("%(who)s added %(method)s to the sign-in of %(whose)s.")),
    Happened.FACTOR_REMOVED: _second_step(lambda: _("%(who)s removed %(method)s from the sign-in of %(whose)s.")),
    Happened.FACTOR_RENEWED: _second_step(lambda: _("%(who)s made new recovery codes for %(whose)s.")),
    Happened.FACTOR_SHOWN: _second_step(lambda: _("%(whose)s used %(method)s at the sign-in.")),
    Happened.FACTOR_FAILED: _second_step(lambda: _("A second step failed for %(whose)s.")),
    Happened.HOSPITAL_REFUSED: lambda event: (
        _("The hospital's sign-in no longer knows %(whose)s, who was signed out.") % {"whose": event.account_email}
    ),
    Happened.ACCESS_REFUSED: _access_refused,
    Happened.COPIED: _copied,
    Happened.LINK_OPENED: _link_opened,
    Happened.LINK_FAILED: _link_failed,
}
