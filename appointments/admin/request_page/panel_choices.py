"""Free times as choices to tick, in groups under a heading."""

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from appointments.admin.select_options import Directory
from appointments.calendar.free_times import FreeTime
from appointments.services.visits.free_time_value import value_of, wanted_from
from appointments.services.visits.reservations import Wanted

from .free_time_choice import spread
from .panel_rows import Choice, Group


class PanelChoices:
    """Puts free times into words; knows which of them are ticked."""

    def __init__(self, directory: Directory, ticked: list[str]) -> None:
        self.directory, self.ticked = directory, ticked
        self.physician_ids: set[int] = set()  # of the times that were put into words

    def group(self, heading: str, times: list[FreeTime], *, most: int, wished: bool = False) -> Group:
        """Return at most so many of the times under a heading."""
        choices = [self.choice(time) for time in spread(times, most)]
        return Group(heading, choices, more=max(0, len(times) - most), wished=wished)

    def choice(self, time: FreeTime) -> Choice:
        """Return one free time to tick."""
        value = value_of(time)
        return Choice(
            value=value,
            clock=date_format(time.local_start, "g:i a"),
            where=self._where(time),
            day=date_format(time.local_start, "D, N j"),
            ticked=value in self.ticked,
        )

    def lost(self, shown: set[str]) -> list[Group]:
        """Return what was ticked and is no longer free: nothing chosen is lost."""
        lost = [(value, wanted) for value in self.ticked if value not in shown and (wanted := wanted_from(value))]
        if not lost:
            return []
        choices = [
            Choice(
                value=value,
                clock=date_format(timezone.localtime(wanted.start), "D, N j, g:i a"),
                where=self._where(wanted),
                ticked=True,
            )
            for value, wanted in lost
        ]
        return [Group(_("You chose"), choices)]

    def _where(self, time: FreeTime | Wanted) -> str:
        self.physician_ids.add(time.physician_id)
        physician = self.directory.physicians.get(time.physician_id)
        location = self.directory.locations.get(time.location_id) if time.location_id else None
        place = location.name if location else _("virtual visit")
        return _("%(physician)s, %(place)s") % {
            "physician": physician.plain_name if physician else _("Unknown"),
            "place": place,
        }
