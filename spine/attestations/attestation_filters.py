"""The filters of the report “Reviews of pages”."""

from typing import Any

import django_filters
from django import forms
from django.contrib.auth import get_user_model
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy
from wagtail.admin.filters import WagtailFilterSet
from wagtail.models import Page

from .attestation_dates import AttestationState

EVERY_PAGE = "every"


def owners(request: HttpRequest) -> QuerySet[Any]:
    """Return everyone who owns a page."""
    return get_user_model().objects.filter(pk__in=Page.objects.order_by().values("owner")).order_by("email")


class AttestationFilters(WagtailFilterSet):
    """By state and owner. Without a state: what is waiting for a review."""

    state = django_filters.ChoiceFilter(
        label=gettext_lazy("Show"),
        method="filter_state",
        choices=[
            *[(str(value), label) for value, label in AttestationState.choices],
            (EVERY_PAGE, gettext_lazy("Every page")),
        ],
        empty_label=gettext_lazy("Waiting for a review"),
        widget=forms.RadioSelect,
    )
    owner = django_filters.ModelChoiceFilter(label=gettext_lazy("Owner"), queryset=owners)

    class Meta:
        model = Page
        fields = ["state", "owner"]

    def filter_state(self, queryset: QuerySet[Page], name: str, value: str) -> QuerySet[Page]:
        """Keep the pages in this state."""
        return queryset if value == EVERY_PAGE else queryset.filter(attestation_state=value)

    def filter_queryset(self, queryset: QuerySet[Page]) -> QuerySet[Page]:
        """Leave out what is up to date, unless a state was chosen."""
        queryset = super().filter_queryset(queryset)
        if not self.form.cleaned_data.get("state"):
            queryset = queryset.exclude(attestation_state=AttestationState.UP_TO_DATE)
        return queryset
