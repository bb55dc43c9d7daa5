"""The roster as a file. Importing it changes nothing."""

import contextlib
import csv
import gzip
import io
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO, TextIO

from physicians.models import Physician

from .current_profiles import current_profile, in_rows
from .file_lines import STANDARD_INPUT
from .roster_columns import ROSTER
from .row_cells import write_row

CHUNK = 500  # rows in memory


def export_roster(stream: TextIO, *, everyone: bool) -> Iterator[None]:
    """Write the file, sorted by NPI; yield after each physician.

    `everyone`: also published profiles that are not on the roster; importing the file puts them on it.
    """
    lookups = ROSTER.lookups()
    physicians = Physician.objects.live().order_by("npi")
    if not everyone:
        physicians = physicians.filter(on_roster=True)
    lines = csv.writer(stream)
    lines.writerow(ROSTER.headers)
    for values in in_rows(physicians).iterator(chunk_size=CHUNK):
        lines.writerow(write_row(current_profile(values).row, lookups))
        yield


@contextlib.contextmanager
def open_for_export(name: str, *, packed: bool) -> Iterator[TextIO]:
    """Open a file for the export (“-”: standard output); it gets its name once it is complete. Raises OSError."""
    with contextlib.ExitStack() as stack:
        path = Path(name)
        part = path.with_name(f"{path.name}.part")
        raw: IO[bytes] = sys.stdout.buffer if name == STANDARD_INPUT else stack.enter_context(part.open("wb"))
        zipped = stack.enter_context(gzip.GzipFile(fileobj=raw, mode="wb", mtime=0, filename="")) if packed else raw
        # With a byte order mark: without it Excel misreads accented letters.
        text = io.TextIOWrapper(zipped, encoding="utf-8-sig", newline="")
        try:
            yield text
            text.flush()
        except BaseException:
            if name != STANDARD_INPUT:
                part.unlink(missing_ok=True)
            raise
        finally:
            text.detach()
    if name != STANDARD_INPUT:
        os.replace(part, path)  # noqa: PTH105
