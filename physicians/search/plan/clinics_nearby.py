"""The clinics near a ZIP code."""

from physicians.search.parse.zip_codes import miles_between, place_of
from physicians.search.published_choices import Choices


def clinics_near(zip_code: str, choices: Choices, *, within: float) -> dict[str, float]:
    """Return the lexemes of the clinics within so many miles, each with its distance; empty without a ZIP code."""
    place = place_of(zip_code)
    if not place:
        return {}
    miles = {
        clinic.lexeme: miles_between(place, (clinic.latitude, clinic.longitude))
        for clinic in choices.of_facet("location")
        if clinic.latitude is not None and clinic.longitude is not None
    }
    return {lexeme: distance for lexeme, distance in miles.items() if distance <= within}
