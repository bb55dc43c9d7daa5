"""The kinds of columns that hold one value: how each is read from a cell, compared, and written back.

What the model says about a field (its length, its choices, whether it may be empty) isn't repeated here.
"""

import dataclasses
from collections.abc import Mapping
from typing import Any, Generic, TypeVar

from django.db.models import F, Field
from django.utils.functional import Promise
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from physicians.models import Physician
from physicians.npi import is_npi

from .cell_text import tidy
from .import_errors import BadRowError
from .name_lookup import Lookups

Value = TypeVar("Value")
TRUE, FALSE = {"yes", "true", "1", "y"}, {"no", "false", "0", "n"}


@dataclasses.dataclass(frozen=True)
class Column(Generic[Value]):
    """One column of the roster. A value is text, a number, True, False, None, or a sorted tuple of ids or codes."""

    header: str  # in the first line of the file
    field: str  # of Physician
    note: str | Promise = dataclasses.field(default="", kw_only=True)  # for the help of the import

    @property
    def model_field(self) -> "Field[Any, Any]":
        """Return the field of the profile."""
        return Physician._meta.get_field(self.field)

    @property
    def label(self) -> str:
        """Return what editors see beside the field."""
        return str(self.model_field.verbose_name)

    @property
    def accepts(self) -> str:
        """Return what a cell may say, in a few words."""
        raise NotImplementedError

    def read(self, text: str, lookups: Lookups) -> Value:
        """Return the value of a cell (from `cell_text`); raises BadRowError, with a sentence that names the column."""
        raise NotImplementedError

    def write(self, value: Value, lookups: Lookups) -> str:
        """Return a cell that `read` reads back as the same value."""
        return str(value)

    def query(self) -> Any:
        """Return what to select of a profile for `stored`."""
        return F(self.field)

    def stored(self, found: Any) -> Value:
        """Return the value that `query` has found, in the form of `read`: what no one can see is no difference."""
        value: Value = found
        return value

    def for_profile(self, value: Value) -> Any:
        """Return the value as the field of the model holds it."""
        return value

    def assign(self, physician: Physician, value: Value) -> None:
        """Set the value on a profile, in memory."""
        setattr(physician, self.field, self.for_profile(value))

    def _refuse_empty(self, value: object) -> None:
        if not value and not self.model_field.blank:
            raise BadRowError(_("%(column)s is empty.") % {"column": self.header})


class TextColumn(Column[str]):
    """A line of text."""

    @property
    def accepts(self) -> str:
        """Say how long it may be."""
        most = self.model_field.max_length
        length = _("at most %(most)d characters") % {"most": most} if most else _("text in one line")
        return _("%(length)s; may be empty") % {"length": length} if self.model_field.blank else length

    def read(self, text: str, lookups: Lookups) -> str:
        """Return the text."""
        self._refuse_empty(text)
        most = self.model_field.max_length
        if most and len(text) > most:
            raise BadRowError(
                _("%(column)s is longer than %(most)d characters.") % {"column": self.header, "most": most}
            )
        return text

    def stored(self, found: Any) -> str:
        """Return the text as a file has it."""
        return tidy(found)


class NpiColumn(TextColumn):
    """The number that identifies the physician."""

    @property
    def accepts(self) -> str:
        """Name the digits."""
        return _("ten digits")

    def read(self, text: str, lookups: Lookups) -> str:
        """Return the number if its check digit is right."""
        if not is_npi(text):
            raise BadRowError(_("This is not a valid NPI: check its ten digits."))
        return text


@dataclasses.dataclass(frozen=True)
class ChoiceColumn(TextColumn):
    """One of the choices of the field, or another word for one of them."""

    also: Mapping[str, str] = dataclasses.field(default_factory=dict, kw_only=True)  # in lower case

    @property
    def accepts(self) -> str:
        """List the choices."""
        values = [str(value) for value, _label in self.model_field.flatchoices if value]
        return get_text_list([*values, _("empty")] if self.model_field.blank else values, _("or"))

    def read(self, text: str, lookups: Lookups) -> str:
        """Return the choice."""
        words = {value: value for value, _label in self.model_field.flatchoices} | {**self.also}
        if self.model_field.blank:
            words[""] = ""
        if text.casefold() not in words:
            raise BadRowError(_("%(column)s must be %(choices)s.") % {"column": self.header, "choices": self.accepts})
        return words[text.casefold()]


class YesNoColumn(Column[bool]):
    """True or False."""

    @property
    def accepts(self) -> str:
        """Name the words."""
        return _("yes or no")

    def read(self, text: str, lookups: Lookups) -> bool:
        """Return True for yes."""
        if text.casefold() not in TRUE | FALSE:
            raise BadRowError(_("%(column)s must be yes or no.") % {"column": self.header})
        return text.casefold() in TRUE

    def write(self, value: bool, lookups: Lookups) -> str:
        """Return yes or no."""
        return "yes" if value else "no"
