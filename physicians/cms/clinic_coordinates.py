"""Whether a clinic can be where its coordinates say."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from physicians.search.parse.zip_codes import miles_between
from physicians.zip_places import Place, centroids, place_of, read_zip_code

FARTHEST = 100  # miles from the ZIP code area
NEAR_A_ZIP_CODE = 2  # degrees; all of the United States is that near one


def why_not_there(place: Place, zip_code: str) -> str | Promise:
    """Return a sentence about coordinates that can't be a clinic's, an empty text otherwise."""
    latitude, longitude = place
    area = place_of(read_zip_code(zip_code))
    if is_far(place, area) and not is_far((longitude, latitude), area):
        return _("Latitude and longitude have changed places: Raleigh is at 35.78 and -78.64.")
    if not is_in_the_states(place):
        return _("This place isn't in the United States. Leave both empty if you don't know the numbers.")
    if is_far(place, area):
        return _("This place is more than 100 miles from the ZIP code. Check the numbers and the ZIP code.")
    return ""


def is_far(place: Place, area: Place | None) -> bool:
    """Return True if the place is far from the ZIP code area; from an unknown one, if it isn't in the country."""
    return miles_between(place, area) > FARTHEST if area else not is_in_the_states(place)


def is_in_the_states(place: Place) -> bool:
    """Return True if a ZIP code area is around."""
    return any(
        abs(place[0] - latitude) < NEAR_A_ZIP_CODE and abs(place[1] - longitude) < NEAR_A_ZIP_CODE
        for latitude, longitude in centroids().values()
    )
