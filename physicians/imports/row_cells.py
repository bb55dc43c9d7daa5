"""From the cells of a line to a row of the roster, and back."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from physicians.spreadsheet_cells import escape_formula

from .cell_text import cell_text
from .import_errors import BadRowError
from .name_lookup import Lookups
from .roster_columns import ROSTER
from .roster_row import RosterRow


def read_npi(cells: Mapping[str, str]) -> str:
    """Return the NPI of a line, by the names of its columns; raises BadRowError."""
    return ROSTER.npi.read(cells[ROSTER.npi.header].strip(), {})


def read_row(npi: str, cells: Mapping[str, str], lookups: Lookups) -> RosterRow:
    """Return what the line of this NPI says; raises BadRowError, with a sentence that names the column."""
    texts = {column.field: cell_text(column.header, cells[column.header]) for column in ROSTER.columns}
    values = {column.field: column.read(texts[column.field], lookups) for column in ROSTER.after_npi}
    row = RosterRow({ROSTER.npi.field: npi, **values})
    if row["offers_virtual_visits"] and not row["licensed_states"]:
        raise BadRowError(_("Virtual visits need at least one state in licensed_states."))
    return row


def write_row(row: RosterRow, lookups: Lookups) -> list[str]:
    """Return the cells of a row in the order of the columns; `read_row` reads the same from them."""
    return [escape_formula(column.write(row[column.field], lookups)) for column in ROSTER.columns]
