"""The tab of the calls to make: a try that was promised for a day, or what a patient can't be told by mail."""

import dataclasses
import datetime
from collections.abc import Iterable
from typing import Any

from django.db.models import Prefetch, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from appointments.mail.calls import open_calls, to_call, to_call_after_the_end
from appointments.mail.mail_kinds import kind_of
from appointments.models import Notification


@dataclasses.dataclass(frozen=True)
class Call:
    """What to tell a patient, the time that it's about, if any, and until when offered times are held."""

    words: str
    when: str
    held_until: datetime.datetime | None


def with_calls(requests: QuerySet[Any], now: datetime.datetime) -> QuerySet[Any]:
    """Return the requests with `open_calls`."""
    calls = open_calls().select_related("appointment", "offer").order_by("created_at")
    return requests.prefetch_related(Prefetch("notifications", calls, to_attr="open_calls"))


def patients_to_call(now: datetime.datetime) -> QuerySet[Any]:
    """Return the keys of the requests whose patient has to be called."""
    return to_call(timezone.localdate(now))


def patients_to_call_after_the_end(now: datetime.datetime) -> QuerySet[Any]:
    """Return the keys of the closed requests among them."""
    return to_call_after_the_end(timezone.localdate(now))


def calls_in_words(calls: Iterable[Notification]) -> list[Call]:
    """Return what to say in each of the calls."""
    return [Call(_words(call), call.appointment.when if call.appointment else "", _held_until(call)) for call in calls]


def _held_until(call: Notification) -> datetime.datetime | None:
    return call.offer.held_until if call.offer and not call.offer.outcome else None


def _words(call: Notification) -> str:
    if call.state == Notification.State.TO_CALL:
        return str(kind_of(call).call)
    return _("A mail didn't arrive: %(mail)s. Tell the patient, and correct the address.") % {
        "mail": call.get_kind_display()
    }
