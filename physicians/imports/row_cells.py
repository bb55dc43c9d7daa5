"""From the cells of a record to what they say, and back."""

import re
import unicodedata

from django.utils.translation import gettext as _

from physicians.models import Gender, Physician
from physicians.npi import is_npi
from physicians.spreadsheet_cells import escape_formula, unescape_formula

from .name_lookup import Vocabulary
from .roster_columns import HEADER_OF
from .roster_row import BadRowError, RosterRow

TRUE, FALSE = {"yes", "true", "1", "y"}, {"no", "false", "0", "n"}
GENDERS = {**{value: value for value in Gender.values}, "woman": "female", "man": "male"}
GENDERS |= {"f": "female", "m": "male", "non-binary": "nonbinary"}
CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f]")  # PostgreSQL cannot hold the first, and no name has the others
BREAKS = re.compile(r"[\t\n\v\f\r]+")


def tidy(text: str) -> str:
    """Return a name as profiles have it: composed letters, one line, no spaces at the ends."""
    return BREAKS.sub(" ", unicodedata.normalize("NFC", text)).strip()


def read_npi(cells: dict[str, str]) -> str:
    """Return the NPI of a record; raises BadRowError."""
    npi = cells["npi"].strip()
    if not is_npi(npi):
        raise BadRowError(_("This is not a valid NPI: check its ten digits."))
    return npi


def read_row(npi: str, cells: dict[str, str], vocabulary: Vocabulary) -> RosterRow:
    """Return what the record of this NPI says; raises BadRowError, with a sentence that names the column."""
    values = {field: unescape_formula(tidy(cells[header])) for field, header in HEADER_OF.items()}
    for field, value in values.items():
        if CONTROLS.search(value):
            raise BadRowError(_("%(column)s holds a character that is no text.") % {"column": HEADER_OF[field]})
    row = RosterRow(
        npi=npi,
        given_name=_name(values, "given_name", needed=True),
        family_name=_name(values, "family_name", needed=True),
        credentials=_name(values, "credentials"),
        gender=_gender(values["gender"]),
        specialties=vocabulary.specialties.read(values["specialties"]),
        languages=vocabulary.languages.read(values["languages"]),
        locations=vocabulary.locations.read(values["locations"]),
        accepting_new_patients=_yes(values, "accepting_new_patients"),
        offers_virtual_visits=_yes(values, "offers_virtual_visits"),
        licensed_states=vocabulary.licensed_states.read(values["licensed_states"]),
    )
    if not row.specialties:
        raise BadRowError(_("%(column)s is empty.") % {"column": HEADER_OF["specialties"]})
    if row.offers_virtual_visits and not row.licensed_states:
        raise BadRowError(_("Virtual visits need at least one state in licensed_states."))
    return row


def write_row(row: RosterRow, vocabulary: Vocabulary) -> list[str]:
    """Return the cells of a row in the order of the columns; `read_row` reads the same from them."""
    cells = {field: _written(value) for field in HEADER_OF if isinstance(value := getattr(row, field), str | bool)} | {
        field: getattr(vocabulary, field).write(getattr(row, field))
        for field in ("specialties", "languages", "locations", "licensed_states")
    }
    return [escape_formula(cells[field]) for field in HEADER_OF]


def _written(value: str | bool) -> str:
    if isinstance(value, str):
        return value
    return "yes" if value else "no"


def _name(values: dict[str, str], field: str, *, needed: bool = False) -> str:
    value = values[field]
    most = Physician._meta.get_field(field).max_length or 0
    if needed and not value:
        raise BadRowError(_("%(column)s is empty.") % {"column": HEADER_OF[field]})
    if len(value) > most:
        raise BadRowError(
            _("%(column)s is longer than %(most)d characters.") % {"column": HEADER_OF[field], "most": most}
        )
    return value


def _gender(text: str) -> str:
    if text and text.casefold() not in GENDERS:
        raise BadRowError(_("gender is female, male, nonbinary or empty."))
    return GENDERS[text.casefold()] if text else ""


def _yes(values: dict[str, str], field: str) -> bool:
    text = values[field].casefold()
    if text not in TRUE | FALSE:
        raise BadRowError(_("%(column)s is yes or no.") % {"column": HEADER_OF[field]})
    return text in TRUE
