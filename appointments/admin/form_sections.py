"""A long form in sections."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from .desk_form import DeskForm


class Section(NamedTuple):
    """A part of a form: its heading and the names of its fields. A folded one is closed unless it's filled in."""

    title: str
    names: Sequence[str]
    folded: bool = False


class SectionedForm(DeskForm):
    """A form whose fields are in sections; what is wrong is listed in their order."""

    def parts(self) -> list[Section]:
        """Return the sections in order."""
        raise NotImplementedError

    def sort_fields(self) -> None:
        """Put the fields in the order of the sections. Call it once all of them are there."""
        self.order_fields([name for part in self.parts() for name in part.names])

    def sections(self) -> list[dict[str, Any]]:
        """Return what a template needs of each section. A folded one opens if something is filled in or wrong."""
        return [
            {
                "title": part.title,
                "fields": [self[name] for name in part.names],
                "folded": part.folded,
                "open": any(
                    name in self.errors or self[name].value() not in (None, "", [], False) for name in part.names
                ),
            }
            for part in self.parts()
        ]
