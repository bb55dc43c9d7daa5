"""Rate limits for the anonymous forms, counted in PostgreSQL so that all processes share them.

The generic cell rate algorithm (ITU-T I.371, Annex A): a limit of 60 an hour lets 60 through at once and then
one more each minute. The whole state of a subject is a single moment, and one statement checks and updates it.
"""

import dataclasses
import datetime

from django.conf import settings
from django.db import connection
from django.db.models import F
from django.utils import timezone
from django.utils.crypto import salted_hmac

from appointments.models import Allowance


@dataclasses.dataclass(frozen=True)
class Limit:
    """`times` uses in `per`. The name is part of the key, so each limit counts a subject separately."""

    name: str
    times: int
    per: datetime.timedelta

    @property
    def cost(self) -> datetime.timedelta:
        """Return how far one use moves the subject's moment."""
        return self.per / self.times

    def key(self, subject: str) -> str:
        """Return the row's key, a keyed digest: nobody can read an address out of the table."""
        return salted_hmac("appointments.limits", f"{self.name}:{subject}", algorithm="sha256").hexdigest()


def _limit(name: str) -> Limit:
    times, seconds = settings.APPOINTMENTS_LIMITS[name]
    return Limit(name, times, datetime.timedelta(seconds=seconds))


STARTS = _limit("starts")  # drafts begun, per network address
SENDS = _limit("sends")  # requests sent, per network address
CONTACT = _limit("contact")  # requests and changes, per e-mail address or phone number they name
DATE_TRIES = _limit("date_tries")  # dates of birth tried, per network address
LOST_LINKS = _limit("lost_links")  # lost links requested, per network address
MAIL = _limit("mail")  # mails caused by an anonymous form, per e-mail address

# A refused row is locked too, so that exactly as many callers pass as the limit allows.
# The keys are sorted so that two callers lock the same rows in the same order.
USE = """
    WITH asked AS (
        SELECT * FROM unnest(%(keys)s::varchar[], %(first)s::timestamptz[], %(latest)s::timestamptz[])
            AS asked (key, free_at, latest)
    )
    INSERT INTO appointments_allowance AS used (key, free_at)
    SELECT key, free_at FROM asked ORDER BY key
    ON CONFLICT (key) DO UPDATE
        SET free_at = GREATEST(used.free_at, %(now)s) + (EXCLUDED.free_at - %(now)s)
        WHERE used.free_at <= (SELECT latest FROM asked WHERE asked.key = EXCLUDED.key)
    RETURNING key
"""


def mailbox(email: str) -> str:
    """Return an e-mail address without case and +tag: those reach the same mailbox, so they share a limit."""
    name, _, domain = email.casefold().rpartition("@")
    return f"{name.partition('+')[0]}@{domain}"


def use(*pairs: tuple[Limit, str]) -> datetime.datetime | None:
    """Use each limit once for its subject. Return None, or the time to try again if one of them is used up.

    Subjects are compared as strings, so callers normalize them first (client_address, `mailbox`, a phone number in
    E.164). Either all limits are used or none. The same pair twice counts once. The rows stay locked until the
    transaction ends, and a rollback undoes the use.
    """
    now = timezone.now()
    asked = {limit.key(subject): limit for limit, subject in pairs}
    with connection.cursor() as cursor:
        cursor.execute(
            USE,
            {
                "now": now,
                "keys": list(asked),
                "first": [now + limit.cost for limit in asked.values()],
                "latest": [now + limit.per - limit.cost for limit in asked.values()],
            },
        )
        used = {key for (key,) in cursor.fetchall()}
    if len(used) == len(asked):
        return None
    for key in sorted(used):
        Allowance.objects.filter(pk=key).update(free_at=F("free_at") - asked[key].cost)
    return _free_again({key: limit for key, limit in asked.items() if key not in used}, now)


def _free_again(refused: dict[str, Limit], now: datetime.datetime) -> datetime.datetime:
    """Return the earliest time at which all of them would pass."""
    free_at = dict(Allowance.objects.filter(pk__in=refused).values_list("key", "free_at"))
    return max([now, *(free_at[key] - limit.per + limit.cost for key, limit in refused.items() if key in free_at)])


def forget_used_up() -> int:
    """Delete the rows whose moment has passed, and return how many.

    Locked rows are left for the next run: the mail sender holds one while it talks to the mail server, and nobody
    should have to wait for that.
    """
    unused = Allowance.objects.select_for_update(skip_locked=True).filter(free_at__lte=timezone.now())
    return Allowance.objects.filter(pk__in=unused.values("pk")).delete()[0]
