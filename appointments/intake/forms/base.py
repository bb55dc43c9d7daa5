"""What all question pages have in common."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.functional import Promise

Answers = Mapping[str, Mapping[str, Any]]
Row = tuple[str | Promise, str]


class StepForm(forms.Form):
    """One page's questions. `so_far` holds the checked answers of the steps before it, by step."""

    use_required_attribute = False  # The server's words are better than the browser's, and the same everywhere.

    def __init__(self, *args: Any, so_far: Answers | None = None, **kwargs: Any) -> None:
        self.so_far = so_far or {}
        super().__init__(*args, **kwargs)

    def summary(self) -> list[Row]:
        """Return (question, answer) for the check page; needs a valid form. An empty answer is left out."""
        raise AssertionError("each step says how its answers read")
