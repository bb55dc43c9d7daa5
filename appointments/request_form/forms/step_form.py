"""The base of the forms on all question pages."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.forms.utils import ErrorDict

from appointments.answers import FIELDS
from appointments.request_form.fields import MemorableDateWidget

Typed = dict[str, list[str]]
Known = Mapping[str, Any]


class StepForm(forms.Form):
    """One page's questions.

    `known` holds the checked answers of the pages before it, by the names of RequestAnswers (and `asks_for`).
    An `unfinished` form shows what was typed without judging it: nobody has pressed Continue yet.
    """

    detour: str | None = None  # the name of a page to show before a valid answer may be kept
    keeps_unfinished = True  # whether typed and not passed on is kept
    use_required_attribute = False  # The server's words are better than the browser's, and the same everywhere.

    def __init__(self, *args: Any, known: Known | None = None, unfinished: bool = False, **kwargs: Any) -> None:
        self.known = known or {}
        self.unfinished = unfinished
        super().__init__(*args, **kwargs)

    def full_clean(self) -> None:
        """Check the answers, unless they are unfinished."""
        if self.unfinished:
            self._errors = ErrorDict()
            return
        super().full_clean()

    def prepare(self) -> None:
        """Read what only the page needs. Checking an answer doesn't call this."""

    @property
    def for_someone_else(self) -> bool:
        """Return True if a caregiver fills in the form."""
        return self.known.get("asks_for") == "someone_else"

    def answers(self) -> dict[str, Any]:
        """Return a valid form's answers by the names of RequestAnswers, with anything else that later pages need."""
        return {name: value for name, value in self.cleaned_data.items() if name in FIELDS}

    @classmethod
    def initial_from(cls, known: Known) -> dict[str, Any]:
        """Return the initial values of the fields for known answers."""
        return {name: known[name] for name in cls.base_fields if name in known}

    def as_typed(self) -> Typed:
        """Return the initial values as a browser would post them, so that they can be checked under today's rules."""
        typed: Typed = {}
        for name, field in self.fields.items():
            value = self.get_initial_for_field(field, name)
            if isinstance(field.widget, MemorableDateWidget):
                texts = field.widget.decompress(value) or []
                typed |= {f"{name}_{part}": [str(text)] for part, text in zip(field.widget.parts, texts, strict=True)}
            elif isinstance(value, list):
                typed[name] = [str(item) for item in value]
            elif value is True:
                typed[name] = ["on"]
            elif value not in (None, False):
                typed[name] = [str(value)]
        return typed
