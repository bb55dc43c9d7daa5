"""The names and codes of things of one kind, as a roster may write them."""

import functools
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any, Generic, TypeAlias, TypeVar

from django.utils.translation import gettext as _
from wagtail.coreutils import string_to_ascii

from .import_errors import BadRowError

Key = TypeVar("Key", int, str)
SEPARATOR = ";"  # within a cell that is a list


@functools.lru_cache(maxsize=10_000)
def folded(text: str) -> str:
    """Return the text without case, accents and doubled spaces."""
    return " ".join(string_to_ascii(unicodedata.normalize("NFKC", text)).casefold().split())


class NameLookup(Generic[Key]):
    """The things of one kind. A code counts before a name, and as written before its folded form."""

    def __init__(self, unknown: str, rows: Iterable[tuple[Key, str, str]]) -> None:
        """Take what to say of an unknown one (with `%(name)s`), and for each thing its key, its code and its name."""
        self.unknown = unknown
        self.exact: dict[str, Key] = {}
        self.codes: dict[str, set[Key]] = {}
        self.names: dict[str, set[Key]] = {}
        rows = list(rows)
        for key, code, name in rows:
            self.exact[code] = key
            self.codes.setdefault(folded(code), set()).add(key)
            self.names.setdefault(folded(name), set()).add(key)
        self.written: dict[Key, str] = {key: name if self._is_plain(name, key) else code for key, code, name in rows}

    def _is_plain(self, name: str, key: Key) -> bool:
        return SEPARATOR not in name and self._meant(name.strip()) == {key}

    def _meant(self, text: str) -> set[Key]:
        if text in self.exact:
            return {self.exact[text]}
        return self.codes.get(folded(text)) or self.names.get(folded(text)) or set()

    def read(self, cell: str) -> tuple[Key, ...]:
        """Return the keys of what a cell lists, sorted; raises BadRowError for what is unknown or ambiguous."""
        found: set[Key] = set()
        for text in filter(None, map(str.strip, cell.split(SEPARATOR))):
            meant = self._meant(text)
            shown = text[:60]
            if not meant:
                raise BadRowError(self.unknown % {"name": shown})
            if len(meant) > 1:
                raise BadRowError(_("“%(name)s” could mean several things. Use the code.") % {"name": shown})
            found |= meant
        return tuple(sorted(found))

    def write(self, keys: Iterable[Key]) -> str:
        """Return a cell that `read` reads back."""
        return SEPARATOR.join(sorted(self.written[key] for key in keys))


Lookups: TypeAlias = Mapping[str, NameLookup[Any]]  # by the field of the profile
