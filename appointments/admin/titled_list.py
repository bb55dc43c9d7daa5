"""Lists of the desk with a heading and a sentence of their own, in place of “Select holiday to change”."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse


class TitledList(admin.ModelAdmin):
    """A list in the desk's look.

    Attributes:
        list_title: its heading.
        list_about: the sentence below it.
        add_label: what the button says that adds a row.
        empty_words: what it says while it has no rows.
    """

    change_list_template = "admin/appointments/titled_list.html"
    list_title: Any = ""
    list_about: Any = ""
    add_label: Any = ""
    empty_words: Any = ""

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """Show the list in its own words."""
        words = {
            "title": self.list_title,
            "list_about": self.list_about,
            "add_label": self.add_label,
            "empty_words": self.empty_words,
        }
        return super().changelist_view(request, {**words, **(extra_context or {})})
