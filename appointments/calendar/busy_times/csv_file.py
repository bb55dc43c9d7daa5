"""Busy times from a CSV file with the columns npi, start, end and, optionally, visit_number."""

import csv
import datetime
import io

from django.conf import settings
from django.utils.translation import gettext as _

from appointments.calendar.time_zones import exists, happens_twice, moment
from physicians.storable import is_storable

from .busy_rows import LONGEST_NUMBER, BadRowError, BusyRow, Reading, UnreadableFileError

NEEDED = ("npi", "start", "end")


def read_csv(text: str) -> Reading:
    """Return the rows of a file with a header line; raises UnreadableFileError without one."""
    lines = csv.reader(io.StringIO(text, newline=""))
    reading = Reading()
    try:
        columns = [name.strip().lower() for name in next(lines, [])]
        if missing := [name for name in NEEDED if name not in columns]:
            raise UnreadableFileError(
                _("The first line must name the columns. Missing: %(columns)s.") % {"columns": ", ".join(missing)}
            )
        for cells in lines:
            if any(cell.strip() for cell in cells):
                values = dict(zip(columns, (cell.strip() for cell in cells), strict=False))
                _take(reading, lines.line_num, values)
    except csv.Error as error:
        raise UnreadableFileError(_("This isn't a CSV file.")) from error
    return reading


def _take(reading: Reading, line: int, values: dict[str, str]) -> None:
    npi = values.get("npi", "")
    try:
        visit_number = values.get("visit_number", "")
        if len(visit_number) > LONGEST_NUMBER or not is_storable(visit_number):
            raise BadRowError(_("This isn't a valid visit number."))
        if not npi:
            raise BadRowError(_("The NPI is missing, so we don't know whose time it is."))
        start = read_moment(values.get("start", ""))
        end = read_moment(values.get("end", ""), second_reading=True)
        reading.add(BusyRow(start=start, end=end, line=line, visit_number=visit_number, npi=npi))
    except BadRowError as bad:
        reading.refuse(line, bad, npi)


def read_moment(text: str, *, second_reading: bool = False) -> datetime.datetime:
    """Return a time in UTC from ISO 8601: “2026-12-01T09:30” in the hospital's time zone, or with an offset.

    When the clocks go back, an hour happens twice. Then the first one counts, or with `second_reading` the second, so
    that a busy time is never cut short. Raises BadRowError.
    """
    try:
        read = datetime.datetime.fromisoformat(text)
        if len(text) < len("20261201T09"):
            raise BadRowError(_("“%(text)s” has a date but no time.") % {"text": text})
        if read.tzinfo is not None:
            return read.astimezone(datetime.UTC)
        return _on_our_clock(read, second_reading=second_reading)
    except (ValueError, OverflowError) as error:
        raise BadRowError(
            _("“%(text)s” isn't a time. Write it like 2026-12-01T09:30 or 2026-12-01T14:30Z.") % {"text": text[:40]}
        ) from error


def _on_our_clock(naive: datetime.datetime, *, second_reading: bool) -> datetime.datetime:
    day, time, zone = naive.date(), naive.time(), settings.TIME_ZONE
    if not exists(day, time, zone):
        raise BadRowError(
            _("The clocks go forward that night, and %(time)s doesn't exist.")
            % {"time": naive.strftime("%Y-%m-%d %H:%M")}
        )
    if second_reading and happens_twice(day, time, zone):
        return moment(day, time, zone) + datetime.timedelta(hours=1)
    return moment(day, time, zone)
