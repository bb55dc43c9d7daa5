"""What a row of the roster means for the profile of the same NPI, if there is one."""

import dataclasses
import enum

from django.utils.translation import gettext as _

from .current_profiles import CurrentProfile
from .roster_columns import ROSTER
from .roster_row import RosterRow


class Kind(enum.Enum):
    """What to do, in the order of the report."""

    NEW = "new"
    CHANGED = "changed"
    ADOPTED = "adopted"  # the same values, but so far the editors owned the profile
    UNCHANGED = "unchanged"
    DRAFT = "draft"
    NOT_PUBLISHED = "not published"
    GONE = "gone"


@dataclasses.dataclass(frozen=True)
class Finding:
    """What to do, or what was done, for one physician."""

    kind: Kind
    npi: str
    name: str
    fields: tuple[str, ...] = ()

    def __str__(self) -> str:
        said = {
            Kind.NEW: _("New: %(name)s"),
            Kind.CHANGED: _("Changed: %(name)s: %(columns)s"),
            Kind.ADOPTED: _("Now on the roster: %(name)s"),
            Kind.UNCHANGED: _("Unchanged: %(name)s"),
            Kind.DRAFT: _("Not changed: %(name)s has an unpublished draft. The roster would change: %(columns)s"),
            Kind.NOT_PUBLISHED: _("Not changed: %(name)s is on the roster, but the profile isn't published"),
            Kind.GONE: _(
                "No longer in the file: %(name)s. To take the profile down, use “This physician leaves” in the CMS"
            ),
        }[self.kind]
        columns = ", ".join(ROSTER.header_of(field) for field in self.fields)
        return said % {"name": f"{self.name} ({self.npi})", "columns": columns}


def finding(row: RosterRow, profile: CurrentProfile | None) -> Finding:
    """Compare a row of the file with the profile of the same NPI."""
    if profile is None:
        return Finding(Kind.NEW, row.npi, row.plain_name)
    fields = row.differing(profile.row)
    name = profile.row.plain_name
    if not profile.live:
        return Finding(Kind.NOT_PUBLISHED, row.npi, name)
    if fields:
        kind = Kind.DRAFT if profile.has_unpublished_changes else Kind.CHANGED
        return Finding(kind, row.npi, name, fields)
    return Finding(Kind.UNCHANGED if profile.on_roster else Kind.ADOPTED, row.npi, name)
