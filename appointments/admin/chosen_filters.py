"""The filters that are chosen in the address of the queue."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any
from urllib.parse import urlencode

from django.contrib import admin
from django.db.models import Q, QuerySet
from django.http import HttpRequest

from appointments.models import AppointmentRequest
from appointments.models.request_order import OPEN
from appointments.workflow import Status

from .filters import FILTERS
from .queue_filter import QueueFilter

LONGEST_VALUE = 20  # characters; the keys and codes of the filters are shorter


def filter_query(parameters: Mapping[str, str]) -> str:
    """Return the filters among the parameters of an address, to be added to the address of another tab."""
    names = [each.parameter_name for each in FILTERS]
    return urlencode({name: parameters[name][:LONGEST_VALUE] for name in names if parameters.get(name)})


def queue_query(parameters: Mapping[str, str]) -> str:
    """Return the tab and the filters among the parameters, always in the same order."""
    tab = urlencode({"tab": parameters.get("tab", "new")[:LONGEST_VALUE]})
    filters = filter_query(parameters)
    return f"{tab}&{filters}" if filters else tab


def chosen_filters(request: HttpRequest, model_admin: admin.ModelAdmin) -> list[QueueFilter]:
    """Return the filters in the address that leave some requests out."""
    named = [(each, {each.parameter_name: request.GET.getlist(each.parameter_name)}) for each in FILTERS]
    filters = [
        each(request, asked, AppointmentRequest, model_admin) for each, asked in named if any(map(any, asked.values()))
    ]
    return [each for each in filters if each.chosen]


def that_fit(requests: QuerySet[Any], filters: Collection[QueueFilter]) -> QuerySet[Any]:
    """Return those of a few requests that fit all chosen filters, each looked up once."""
    open_ones = Q(OPEN, *(each.open_condition(each.chosen) for each in filters))
    closed = Q(*(each.closed_condition(each.chosen) for each in filters), status=Status.CLOSED)
    return requests.filter(open_ones | closed)


def open_that_fit(requests: QuerySet[Any], filters: Iterable[QueueFilter]) -> QuerySet[Any]:
    """Return those of the requests that are open and fit all chosen filters."""
    return requests.filter(OPEN, *(each.open_condition(each.chosen) for each in filters))


def closed_that_fit(requests: QuerySet[Any], filters: Iterable[QueueFilter]) -> QuerySet[Any]:
    """Return those of the requests that are closed and fit all chosen filters."""
    conditions = (each.closed_condition(each.chosen) for each in filters)
    return requests.filter(*conditions, status=Status.CLOSED)
