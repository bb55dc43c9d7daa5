"""How often the same address may do what an anonymous form allows, counted in PostgreSQL for all processes.

The generic cell rate algorithm (ITU-T I.371, Annex A): a limit of 60 an hour lets 60 through at once and after
that one more each minute. A subject's whole state is one moment, and one statement asks and answers.
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
    """`times` uses in `per`. The name is part of the key: the same subject has one allowance a limit."""

    name: str
    times: int
    per: datetime.timedelta

    @property
    def cost(self) -> datetime.timedelta:
        """Return by how much one use moves the subject's moment."""
        return self.per / self.times

    def key(self, subject: str) -> str:
        """Return the row's key, a keyed digest: who reads the table learns no address."""
        return salted_hmac("appointments.limits", f"{self.name}:{subject}", algorithm="sha256").hexdigest()


def _limit(name: str) -> Limit:
    times, seconds = settings.APPOINTMENTS_LIMITS[name]
    return Limit(name, times, datetime.timedelta(seconds=seconds))


STARTS = _limit("starts")  # drafts begun, a network address
SENDS = _limit("sends")  # requests sent, a network address
CONTACT = _limit("contact")  # requests and changes that name an e-mail address, or a phone number
DATE_TRIES = _limit("date_tries")  # dates of birth tried, a network address
LOST_LINKS = _limit("lost_links")  # links asked for again, a network address
MAIL = _limit("mail")  # mails that an anonymous form causes, an e-mail address

# A row that is refused is locked all the same, so that of any number of callers exactly as many pass as may.
# Sorted keys: two callers that need the same rows take them in the same order.
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
    """Return what stands for an e-mail address in a limit: case and a +tag lead to the same mailbox."""
    name, _, domain = email.casefold().rpartition("@")
    return f"{name.partition('+')[0]}@{domain}"


def use(*pairs: tuple[Limit, str]) -> datetime.datetime | None:
    """Use each limit once for its subject; returns None, or when it may be tried again if one of them is used up.

    Subjects are compared as they are: callers pass them in one form (client_address, a casefolded e-mail address,
    a phone number in E.164). All or none are used. The same pair twice counts once. In a transaction the rows stay
    locked until its end, and what is rolled back has not been used.
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
    """Return the first moment at which none of them would be refused."""
    free_at = dict(Allowance.objects.filter(pk__in=refused).values_list("key", "free_at"))
    return max([now, *(free_at[key] - limit.per + limit.cost for key, limit in refused.items() if key in free_at)])


def forget_used_up() -> int:
    """Delete the rows whose moment has passed, which say nothing any more; returns how many.

    A row that somebody is using is left for the next time: the mail sender holds its own while it talks to the mail
    server, and nobody's send may wait for that.
    """
    unused = Allowance.objects.select_for_update(skip_locked=True).filter(free_at__lte=timezone.now())
    return Allowance.objects.filter(pk__in=unused.values("pk")).delete()[0]
