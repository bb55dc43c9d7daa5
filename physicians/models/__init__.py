"""Vocabulary, the hospital, its locations and its physicians."""

from .location import Location
from .organization import Organization
from .physician import Physician
from .physician_queryset import PhysicianQuerySet
from .vocabulary import BodyRegion, Condition, Language, Specialty

__all__ = [
    "BodyRegion",
    "Condition",
    "Language",
    "Location",
    "Organization",
    "Physician",
    "PhysicianQuerySet",
    "Specialty",
]
