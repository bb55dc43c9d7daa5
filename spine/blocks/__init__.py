"""The typed blocks that pages are made of: what matters to a patient is never lost in rich text."""

from .care_cards import CareCard, CareLevel
from .notice_places import NoticePlaces, SitePart, place_in_words
from .page_bodies import ConditionBody, PageBody, StepsBody

__all__ = [
    "CareCard",
    "CareLevel",
    "ConditionBody",
    "NoticePlaces",
    "PageBody",
    "SitePart",
    "StepsBody",
    "place_in_words",
]
