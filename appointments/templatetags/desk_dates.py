"""Dates in the desk's templates. The import is inside the function, as in desk_navigation.py."""

import datetime

from django import template

register = template.Library()


@register.filter("with_year", expects_localtime=True)
def date_with_year(value: datetime.date | datetime.datetime | None, form: str) -> str:
    """Return a date in a form such as “D, N j”, with its year if that isn't this one."""
    from appointments.admin.year_of_dates import with_year

    return with_year(value, form)
