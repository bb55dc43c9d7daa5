"""An empty address part is made from the name."""

import itertools
from typing import Any

from django.utils.text import slugify
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.coreutils import string_to_ascii

from physicians.spent_dates import ClearsSpentDates

LONGEST_STEM = 90  # letters; a number may follow


class AddressFromNameForm(ClearsSpentDates, WagtailAdminModelForm):
    """The form of a row with a name and a slug."""

    def full_clean(self) -> None:
        """Let the slug be empty, also on publication."""
        if "slug" in self.fields:
            self.fields["slug"].required = False
        super().full_clean()

    def clean(self) -> Any:
        """Fill in an empty slug."""
        cleaned = super().clean()
        name = self.cleaned_data.get("name")
        if name and self.cleaned_data.get("slug") == "":
            self.cleaned_data["slug"] = self._free_slug(name)
        return cleaned

    def _free_slug(self, name: str) -> str:
        """Return “mill-heron”, or with a number what no other row has."""
        stem = slugify(string_to_ascii(name))[:LONGEST_STEM].strip("-") or self._meta.model._meta.model_name
        others = self._meta.model._default_manager.exclude(pk=self.instance.pk)
        tried = itertools.chain([stem], (f"{stem}-{number}" for number in itertools.count(2)))
        return next(slug for slug in tried if not others.filter(slug=slug).exists())
