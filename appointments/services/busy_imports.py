"""Import a whole file of busy times."""

import dataclasses
from collections import defaultdict

from django.contrib.auth.models import AbstractUser
from django.utils.translation import gettext as _

from appointments.calendar.busy_times.busy_rows import BadRow, BusyRow, Reading
from physicians.models import Physician

from .busy_calendar import FewerTimes, Replaced, replace_busy_times


@dataclasses.dataclass(frozen=True)
class Imported:
    """What importing a file did."""

    replaced: list[Replaced]
    problems: list[str]  # a sentence for each row that was refused and each calendar that was kept
    guesses: list[str]  # a sentence for each row that was taken over but leaves something open
    fewer: bool = False  # whether a calendar was kept that `allow_fewer` would have replaced


def import_busy_times(
    *,
    reading: Reading,
    physician: Physician | None = None,
    staff: AbstractUser | None = None,
    allow_fewer: bool = False,
) -> Imported:
    """Replace the busy times of every physician in the file, each in a transaction of its own.

    Args:
        reading: the file's rows. A row for an unknown physician, or for anyone but `physician`, is refused.
        physician: whose calendar the file is; None if the rows say whose they are.
        staff: who is importing; None for a command.
        allow_fewer: allow a physician fewer than half as many future busy times as there are now.

    A broken export must not free a whole calendar: a physician keeps the existing busy times if none of their rows can
    be read, or if too few would be left. Raises BeingChanged if a physician's row stays locked; those before it are
    already imported.
    """
    known = {physician.npi: physician} if physician else {each.npi: each for each in Physician.objects.all()}
    rows: dict[str, list[BusyRow]] = {physician.npi: []} if physician else {}
    bad = list(reading.bad)
    for row in reading.rows:
        npi = row.npi or (physician.npi if physician else "")
        if npi in known:
            rows.setdefault(npi, []).append(row)
        else:
            bad.append(BadRow(row.line, _stranger(npi, physician)))
    refused: dict[str, int] = defaultdict(int)
    for refusal in bad:
        refused[physician.npi if physician else refusal.npi] += 1
    replaced, left_alone, fewer = [], [], []
    for npi in sorted(known.keys() & (rows.keys() | refused.keys())):
        if refused[npi] and not rows.get(npi):
            left_alone.append(
                _("None of the rows for %(name)s could be read, so the existing busy times were kept.")
                % {"name": known[npi].plain_name}
            )
            continue
        try:
            replaced.append(
                replace_busy_times(
                    physician_id=known[npi].pk,
                    rows=rows[npi],
                    refused=refused[npi],
                    staff=staff,
                    allow_fewer=allow_fewer,
                )
            )
        except FewerTimes as refusal:
            fewer.append(str(refusal))
    lines = map(str, sorted(bad, key=lambda one: one.line))
    return Imported(
        replaced=replaced,
        problems=[*fewer, *left_alone, *lines],
        guesses=list(map(str, reading.guesses)) if replaced else [],
        fewer=bool(fewer),
    )


def _stranger(npi: str, physician: Physician | None) -> str:
    if physician:
        return _("The NPI “%(npi)s” is not that of %(name)s.") % {"npi": npi[:20], "name": physician.plain_name}
    return _("No one in the directory has the NPI “%(npi)s”.") % {"npi": npi[:20]}
