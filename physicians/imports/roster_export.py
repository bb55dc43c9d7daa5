"""The roster as a file that the import takes without changing anything."""

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

from .current_profiles import in_rows, profile_of
from .file_lines import STANDARD_INPUT
from .name_lookup import Vocabulary
from .roster_columns import HEADERS
from .row_cells import write_row

CHUNK = 500  # rows that are in memory


def export_roster(stream: TextIO, *, everybody: bool) -> Iterator[None]:
    """Write the file, sorted by NPI; yield after each physician.

    `everybody`: also published profiles that are not on the roster; who imports that puts them on it.
    """
    vocabulary = Vocabulary()
    physicians = Physician.objects.live().order_by("npi")
    if not everybody:
        physicians = physicians.filter(on_roster=True)
    lines = csv.writer(stream)
    lines.writerow(HEADERS)
    for values in in_rows(physicians).iterator(chunk_size=CHUNK):
        lines.writerow(write_row(profile_of(values).row, vocabulary))
        yield


@contextlib.contextmanager
def written(name: str, *, packed: bool) -> Iterator[TextIO]:
    """Open a file for the export (“-”: standard output); it gets its name when it is whole. Raises OSError."""
    with contextlib.ExitStack() as stack:
        path = Path(name)
        part = path.with_name(f"{path.name}.part")
        raw: IO[bytes] = sys.stdout.buffer if name == STANDARD_INPUT else stack.enter_context(part.open("wb"))
        zipped = stack.enter_context(gzip.GzipFile(fileobj=raw, mode="wb", mtime=0, filename="")) if packed else raw
        # With the mark at its beginning: Excel would take the letters for others without it.
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
