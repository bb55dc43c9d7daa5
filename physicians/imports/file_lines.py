"""The lines of a file, plain or gzip, one at a time in memory."""

import contextlib
import gzip
import io
import sys
import zlib
from collections.abc import Iterator
from typing import IO, cast

from django.utils.translation import gettext as _

from .import_errors import UnreadableFileError

STANDARD_INPUT = "-"
LONGEST_LINE = 64 * 1024  # bytes
GZIP_MAGIC = b"\x1f\x8b"


@contextlib.contextmanager
def opened(name: str) -> Iterator[IO[bytes]]:
    """Open a file by its name (“-”: standard input), and unpack it if its content is gzip.

    Raises UnreadableFileError.
    """
    try:
        with contextlib.ExitStack() as stack:
            raw = sys.stdin.buffer if name == STANDARD_INPUT else stack.enter_context(open(name, "rb"))  # noqa: PTH123
            packed = cast("io.BufferedReader", raw).peek(2)[:2] == GZIP_MAGIC
            yield cast("IO[bytes]", gzip.GzipFile(fileobj=raw)) if packed else raw
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        raise UnreadableFileError(_("The gzip file is damaged, or ends too early.")) from error
    except OSError as error:
        raise UnreadableFileError(_("The file can't be read: %(why)s.") % {"why": error.strerror or error}) from error


def numbered_lines(stream: IO[bytes]) -> Iterator[tuple[int, str]]:
    """Yield each line with its number, from 1; raises UnreadableFileError for a line that is too long or not UTF-8."""
    number = 0
    while content := stream.readline(LONGEST_LINE + 1):
        number += 1
        if len(content) > LONGEST_LINE:
            raise UnreadableFileError(
                _("Line %(line)d is longer than %(most)d bytes. Is this a CSV file?")
                % {"line": number, "most": LONGEST_LINE}
            )
        try:
            # The byte order mark that some programs write isn't part of a column's name.
            yield number, content.decode("utf-8-sig" if number == 1 else "utf-8")
        except UnicodeDecodeError as error:
            raise UnreadableFileError(
                _("Line %(line)d is not encoded in UTF-8. In Excel, save the file as “CSV UTF-8”.") % {"line": number}
            ) from error
