"""What a filter of the queue is."""

from typing import Any

from django.contrib import admin
from django.db.models import Q, QuerySet
from django.http import HttpRequest

from .directory_options import DirectoryOptions, Options


class QueueFilter(admin.SimpleListFilter):
    """One select above the queue. A value that it doesn't have filters nothing.

    Attributes:
        parameter_name: its name in the address.
        directory: the clinics, physicians and conditions that can be chosen, the same for all filters of a page.
    """

    parameter_name: str
    directory: DirectoryOptions

    def options(self) -> Options:
        """Return the values and their labels."""
        raise NotImplementedError

    def condition(self, value: str) -> Q:
        """Return the condition for one of its values."""
        raise NotImplementedError

    def open_condition(self, value: str) -> Q:
        """Return the condition for those of the requests that are open, if that reads less."""
        return self.condition(value)

    def closed_condition(self, value: str) -> Q:
        """Return the condition for those that are closed, if that reads less."""
        return self.condition(value)

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> Options:
        """Return the values and their labels, read once for a page that asks several times."""
        read: dict[type[QueueFilter], Options] = request.__dict__.setdefault("filter_options", {})
        self.directory = request.__dict__.setdefault("directory_options", DirectoryOptions())
        if type(self) not in read:
            read[type(self)] = self.options()
        return read[type(self)]

    @property
    def chosen(self) -> str:
        """Return the value in the address, empty if there's none that this filter has."""
        value = self.value()
        return value if value and any(value == option for option, _label in self.lookup_choices) else ""

    @property
    def chosen_label(self) -> Any:
        """Return what staff read of the chosen value."""
        return dict(self.lookup_choices).get(self.chosen, "")

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Keep what fits the chosen value."""
        return queryset.filter(self.condition(self.chosen)) if self.chosen else queryset
