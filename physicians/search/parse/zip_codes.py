"""Which clinics are near a ZIP code."""

import math

from physicians.search.published_choices import Choices
from physicians.zip_places import Place, place_of

MILES_OF_EARTH = 3958.8  # mean radius
DISTANCES = [5, 10, 25, 50, 100]  # miles
USUAL_DISTANCE = 25


def miles_between(one: Place, other: Place) -> float:
    """Return the distance on the surface of the earth (haversine)."""
    latitude, longitude = math.radians(one[0]), math.radians(one[1])
    other_latitude, other_longitude = math.radians(other[0]), math.radians(other[1])
    chord = (
        math.sin((other_latitude - latitude) / 2) ** 2
        + math.cos(latitude) * math.cos(other_latitude) * math.sin((other_longitude - longitude) / 2) ** 2
    )
    return 2 * MILES_OF_EARTH * math.asin(math.sqrt(min(1.0, chord)))


def clinics_near(zip_code: str, choices: Choices, *, within: float) -> dict[str, float]:
    """Return the lexemes of the clinics within so many miles, each with its distance; empty without a ZIP code."""
    place = place_of(zip_code)
    if not place:
        return {}
    miles = {
        clinic.lexeme: miles_between(place, clinic.place) for clinic in choices.of_facet("location") if clinic.place
    }
    return {lexeme: distance for lexeme, distance in miles.items() if distance <= within}
