"""The list of notices in the CMS: which show now, which are planned, which are over."""

import django_filters
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext, gettext_lazy, ngettext
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, StatusTagColumn

from .notice import Notice
from .notice_queryset import NoticeState


class NoticeFilterSet(WagtailFilterSet):
    """By their state now, and by how loud they are."""

    state = django_filters.ChoiceFilter(choices=NoticeState.choices, label=gettext_lazy("Now"))

    class Meta:
        model = Notice
        fields = ["level"]


def state_in_words(notice: Notice) -> str:
    """Return the state of an annotated notice (NoticeQuerySet.with_state), and whether a change is waiting."""
    words = str(NoticeState(notice.state).label)
    if notice.live and notice.has_unpublished_changes:
        return gettext("%(state)s; a change isn’t published yet") % {"state": words}
    return words


def time_in_words(notice: Notice) -> str:
    """Return from when to when it shows, in the clinic's time."""
    first, last = (
        date_format(localtime(moment), "M j, Y, g:i a") if moment else None
        for moment in (notice.show_from, notice.show_until)
    )
    if first and last:
        return gettext("%(first)s until %(last)s") % {"first": first, "last": last}
    if first:
        return gettext("from %(first)s") % {"first": first}
    return gettext("until %(last)s") % {"last": last} if last else gettext("until further notice")


def places_in_words(notice: Notice) -> str:
    """Return how much of the site it shows on."""
    count = len(notice.shown_on.raw_data)
    if not count:
        return gettext("Every page")
    return ngettext("%(count)s place", "%(count)s places", count) % {"count": count}


COLUMNS = [
    "text",
    StatusTagColumn(
        "state",
        label=gettext_lazy("Now"),
        accessor=state_in_words,
        primary=lambda notice: notice.state == NoticeState.SHOWN,
        sort_key="state",
    ),
    Column("get_level_display", label=gettext_lazy("Level"), sort_key="level"),
    Column("time", label=gettext_lazy("Shown"), accessor=time_in_words, sort_key="show_from"),
    Column("places", label=gettext_lazy("Where"), accessor=places_in_words),
]
