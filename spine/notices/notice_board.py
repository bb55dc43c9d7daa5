"""Which notices belong to an address, and where they go on its page."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any

from wagtail.models import Page

from spine.blocks import SitePart

Notice = Any  # spine.models.Notice, which shows itself on a board in its preview


class NoticeBoard:
    """The notices of one address, the loudest first."""

    def __init__(self, notices: Iterable[Notice], *, path: str = "") -> None:
        self.notices = list(notices)
        self.path = path

    @classmethod
    def at(cls, path: str, shown: Iterable[Notice]) -> "NoticeBoard":
        """Return the board of an address, given the notices that show now. All chosen pages are read in one query.

        A page that has moved is found at its new address. A page that is gone or not published has no address.
        """
        notices = list(shown)
        chosen = {place["value"] for notice in notices for place in _places(notice) if place["type"] != "part"}
        addresses = _addresses_of(chosen) if chosen else {}
        return cls((notice for notice in notices if _is_for(notice, path, addresses)), path=path)

    def __iter__(self) -> Iterator[Notice]:
        return iter(self.notices)

    def __len__(self) -> int:
        return len(self.notices)

    @cached_property
    def emergencies(self) -> list[Notice]:
        """Return the notices that come before everything else."""
        return [notice for notice in self.notices if notice.is_emergency]

    @cached_property
    def others(self) -> list[Notice]:
        """Return the notices below the header."""
        return [notice for notice in self.notices if not notice.is_emergency]

    @cached_property
    def others_for_this_part(self) -> list[Notice]:
        """Return those that name this part of the site. A question page shows no others."""
        return [
            notice
            for notice in self.others
            if any(place["type"] == "part" and _covers(place, self.path, {}) for place in _places(notice))
        ]

    @cached_property
    def needs_script(self) -> bool:
        """Return True if one of them can be hidden, or is read aloud."""
        return any(notice.is_emergency or notice.is_dismissible for notice in self.notices)


def _places(notice: Notice) -> Collection[dict[str, Any]]:
    """Return the chosen places as stored. The pages themselves aren't read from the database."""
    places: Collection[dict[str, Any]] = notice.shown_on.raw_data
    return places


def _is_for(notice: Notice, path: str, addresses: Mapping[int, str]) -> bool:
    places = _places(notice)
    return not places or any(_covers(place, path, addresses) for place in places)


def _covers(place: dict[str, Any], path: str, addresses: Mapping[int, str]) -> bool:
    kind, value = place["type"], place["value"]
    if kind == "part":
        return value in SitePart.values and path.startswith(SitePart(value).address)
    address = addresses.get(value)
    if address is None:
        return False
    return path == address if kind == "page" else path.startswith(address)


def _addresses_of(page_ids: Collection[int]) -> dict[int, str]:
    """Return the paths of these pages, without those that aren't published."""
    parts = {page.pk: page.get_url_parts() for page in Page.objects.live().filter(pk__in=page_ids)}
    return {page_id: url[2] for page_id, url in parts.items() if url and url[2]}
