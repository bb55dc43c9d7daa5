"""The text of a cell, before anything is read from it."""

import re
import unicodedata

from django.utils.translation import gettext as _

from physicians.spreadsheet_cells import unescape_formula

from .import_errors import BadRowError

CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f]")  # PostgreSQL can't hold the first, and no name has the others
BREAKS = re.compile(r"[\t\n\v\f\r]+")


def tidy(text: str) -> str:
    """Return the text as profiles have it: composed letters, one line, no spaces at the ends."""
    return BREAKS.sub(" ", unicodedata.normalize("NFC", text)).strip()


def cell_text(header: str, cell: str) -> str:
    """Return what a cell says, tidy and without our guard against formulas; raises BadRowError for controls."""
    text = unescape_formula(tidy(cell))
    if CONTROLS.search(text):
        raise BadRowError(_("%(column)s contains a character that isn't text.") % {"column": header})
    return text
