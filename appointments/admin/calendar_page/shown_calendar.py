"""The calendar as its page shows it: one source for the table and for the list."""

import dataclasses
import datetime
from collections import Counter
from collections.abc import Iterable
from functools import cached_property
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from appointments.admin.select_options import Directory
from appointments.models import AppointmentRequest

from .blocks_read import Days, read_days
from .calendar_address import CalendarAddress
from .day_column import Column
from .nearby_pages import NearbyPages
from .time_blocks import Block, Kind
from .time_grid import Grid, grid_of
from .week_overview import PhysiciansWeek, weeks_of

FRIDAY = 4


@dataclasses.dataclass(frozen=True)
class ShownCalendar:
    """The columns of what was asked for."""

    asked: CalendarAddress
    days: Days

    @cached_property
    def nearby(self) -> NearbyPages:
        """Return where its links lead."""
        return NearbyPages(self.asked)

    @cached_property
    def columns(self) -> list[Column]:
        """Return each physician's days, without the empty weekends."""
        columns = [self._column(physician, day) for physician in self.days.physicians for day in self.days.days]
        used = {column.day for column in columns if column.blocks or column.hours}
        return [column for column in columns if column.day in used or column.day.weekday() <= FRIDAY or self.is_day]

    def _column(self, physician: Any, day: datetime.date) -> Column:
        window = self.days.window(day)

        def within(parts: Iterable[Any]) -> list[Any]:
            return [part for part in parts if part.start < window.upper and part.end > window.lower]

        return Column(
            physician=physician,
            day=day,
            window=window,
            blocks=[block.within(window) for block in within(self.days.blocks.get(physician.pk, ()))],
            hours=within(self.days.hours.get(physician.pk, ())),
            closed=self.days.closed.names.get(day, ""),
        )

    @property
    def is_day(self) -> bool:
        """Return True for one day, whose columns are physicians."""
        return self.asked.span == "day"

    @property
    def is_one_physician(self) -> bool:
        """Return True for the week of one physician, whose columns are days."""
        return not self.is_day and self.asked.physician is not None

    @cached_property
    def grid(self) -> Grid | None:
        """Return the table of time, for a day or for one physician's week."""
        return grid_of(self.columns, self.days.zone, timezone.now()) if self.is_day or self.is_one_physician else None

    @cached_property
    def weeks(self) -> list[PhysiciansWeek]:
        """Return the week of several physicians."""
        return [] if self.is_day or self.is_one_physician else weeks_of(self.columns, counted=True)

    @property
    def list_by_physician(self) -> list[PhysiciansWeek]:
        """Return the same for the list; the free times of several physicians are numbers there."""
        counted = bool(self.weeks) or len(self.days.physicians) > 1
        return weeks_of((column for column in self.columns if column.blocks), counted=counted)

    def clock_of(self, block: Block, *, with_hours: bool) -> str:
        """Return when a block begins or, `with_hours`, from when to when it is.

        Most free times have the same few: each is put into words once.
        """
        moment = (block.start, block.end, block.zone, with_hours)
        if moment not in self._clocks:
            self._clocks[moment] = block.hours(self.days.zone) if with_hours else block.clock(self.days.zone)
        return self._clocks[moment]

    @cached_property
    def _clocks(self) -> dict[tuple[datetime.datetime, datetime.datetime, str, bool], str]:
        return {}

    @property
    def heading(self) -> str:
        """Return the day or the week in words."""
        if self.is_day:
            return date_format(self.asked.day, "l, F j, Y")
        return _("%(first)s to %(last)s") % {
            "first": date_format(self.asked.first, "F j"),
            "last": date_format(self.asked.last, "F j, Y"),
        }

    @property
    def numbers(self) -> str:
        """Return what there is: “12 free times, 4 free at short notice, 3 offered, 8 booked”."""
        counts = Counter(block.kind for column in self.columns for block in column.blocks)
        free, short, offered, booked = (counts[kind] for kind in (Kind.FREE, Kind.SHORT, Kind.OFFERED, Kind.BOOKED))
        return ", ".join(
            (
                ngettext("%(count)s free time", "%(count)s free times", free) % {"count": f"{free:,}"},
                *([_("%(count)s free at short notice") % {"count": f"{short:,}"}] if short else []),
                _("%(count)s offered") % {"count": f"{offered:,}"},
                _("%(count)s booked") % {"count": f"{booked:,}"},
            )
        )

    @property
    def with_free_times(self) -> set[int]:
        """Return the keys of the physicians that have a free time."""
        return {block.physician_id for column in self.columns for block in column.blocks if block.value}

    @property
    def requests(self) -> list[AppointmentRequest]:
        """Return the requests whose patients are named, each once."""
        visits = (block.visit for column in self.columns for block in column.blocks if block.visit)
        return list({visit.request_id: visit.request for visit in visits}.values())


def calendar_of(asked: CalendarAddress, directory: Directory) -> ShownCalendar:
    """Read what an address asks for."""
    return ShownCalendar(asked, read_days(asked, directory))
