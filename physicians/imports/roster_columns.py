"""The columns of the roster's file, and which field of a profile each of them is."""

from physicians.roster import ROSTER_FIELDS

HEADERS = (
    "npi",
    "first_name",
    "last_name",
    "credentials",
    "gender",
    "specialties",
    "languages",
    "locations",
    "accepting_new_patients",
    "virtual_visits",
    "licensed_states",
)
HEADER_OF = dict(zip(ROSTER_FIELDS, HEADERS, strict=True))
SEPARATOR = ";"  # within a cell that is a list
