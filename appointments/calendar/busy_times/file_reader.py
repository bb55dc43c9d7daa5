"""Read a file of busy times in any format we know."""

from django.utils.translation import gettext as _

from .busy_rows import MOST_BYTES, Reading, UnreadableFileError
from .csv_file import read_csv
from .ics_file import read_ics

KINDS = ("csv", "ics")


def read_file(content: bytes, *, name: str = "", kind: str = "", owner: str = "") -> Reading:
    """Return the rows of a file.

    Args:
        content: its bytes, UTF-8 with or without a byte order mark.
        name: its name, whose ending says which kind it is.
        kind: “csv” or “ics”, if the name doesn't say.
        owner: the physician's e-mail address in a calendar; see `read_ics`.

    Raises UnreadableFileError, with a sentence, for a file that is of another kind or too large.
    """
    kind = kind or name.rpartition(".")[2].lower()
    if kind not in KINDS:
        raise UnreadableFileError(_("The file name must end in .csv or .ics."))
    if len(content) > MOST_BYTES:
        raise UnreadableFileError(_("The file is larger than 5 MB. Split it."))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableFileError(_("The file isn't encoded in UTF-8.")) from error
    return read_csv(text) if kind == "csv" else read_ics(text, owner)
