"""Vocabulary, the hospital, its locations, its physicians, and the tables of the search."""

from .danger_phrase import DangerCard, DangerPhrase
from .departure import Departure
from .location import Location
from .organization import Organization
from .physician import Gender, Physician
from .physician_free_times import NextFreeTimes
from .physician_queryset import PhysicianQuerySet
from .search_tables import PhysicianDocument, SearchTerm, SearchWord
from .vocabulary import BodyRegion, Condition, Language, Procedure, Specialty

__all__ = [
    "BodyRegion",
    "Condition",
    "DangerCard",
    "DangerPhrase",
    "Departure",
    "Gender",
    "Language",
    "Location",
    "NextFreeTimes",
    "Organization",
    "Physician",
    "PhysicianDocument",
    "PhysicianQuerySet",
    "Procedure",
    "SearchTerm",
    "SearchWord",
    "Specialty",
]
