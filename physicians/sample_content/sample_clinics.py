"""Six invented clinics around Raleigh. Towns and ZIP codes are real; names and streets aren't."""

from typing import Any

from django.utils.text import slugify

from physicians.models import Location

from .sample_rows import create_unless_there

WEEKDAYS = "Monday to Friday, 8 am to 5 pm"
AFTER_HOURS = "+19195550120"  # one nurse line for all clinics

LOCATIONS: list[dict[str, Any]] = [
    {
        "name": "Oak Meadow Spine Center",
        "street": "1200 Oak Meadow Parkway",
        "city": "Raleigh",
        "postal_code": "27610",
        "latitude": 35.7612,
        "longitude": -78.5790,
        "phone": "+19195550111",
        "fax": "+19195550131",
        "hours": f"{WEEKDAYS}\nSaturday, 9 am to noon",
        "parking": "Free parking in the deck beside the main entrance. Level 1 is reserved for patients.",
        "access": "Step-free from the deck and from the bus stop. Wheelchairs are inside the main door. "
        "Elevators to every floor.",
    },
    {
        "name": "North Lantern Clinic",
        "street": "480 Lantern Hollow Drive, Suite 200",
        "city": "Raleigh",
        "postal_code": "27614",
        "latitude": 35.9461,
        "longitude": -78.6145,
        "phone": "+19195550112",
        "fax": "+19195550132",
        "hours": WEEKDAYS,
        "parking": "Free parking in front of the building.",
        "access": "The clinic is on the second floor; an elevator is to the left of the entrance. "
        "Doors open at the push of a button.",
    },
    {
        "name": "Juniper Ridge Clinic",
        "street": "75 Juniper Ridge Court",
        "city": "Cary",
        "postal_code": "27518",
        "latitude": 35.7312,
        "longitude": -78.7726,
        "phone": "+19195550113",
        "fax": "+19195550133",
        "hours": "Monday to Thursday, 8 am to 6 pm\nFriday, 8 am to noon",
        "parking": "Free parking on both sides of the building. Six accessible spaces are next to the door.",
        "access": "Everything is on the ground floor. Exam tables can be lowered for a transfer from a wheelchair.",
    },
    {
        "name": "Quarry Pond Clinic",
        "street": "310 Quarry Pond Lane",
        "city": "Apex",
        "postal_code": "27502",
        "latitude": 35.7286,
        "longitude": -78.8513,
        "phone": "+19195550114",
        "fax": "+19195550134",
        "hours": WEEKDAYS,
        "parking": "Free parking behind the clinic; follow the sign from the lane.",
        "access": "A ramp leads to the front door. Call from your car and someone will come out to help.",
    },
    {
        "name": "Larkspur Square Clinic",
        "street": "22 Larkspur Square",
        "city": "Garner",
        "postal_code": "27529",
        "latitude": 35.6982,
        "longitude": -78.6127,
        "phone": "+19195550115",
        "fax": "+19195550135",
        "hours": "Monday, Wednesday and Friday, 8 am to 5 pm",
        "parking": "Free parking on the square. Two hours are enough for most visits.",
        "access": "Step-free from the square. A hearing loop is at the front desk.",
    },
    {
        "name": "Mill Heron Clinic",
        "street": "905 Mill Heron Road",
        "city": "Wake Forest",
        "postal_code": "27587",
        "latitude": 35.9742,
        "longitude": -78.5203,
        "phone": "+19195550116",
        "fax": "+19195550136",
        "hours": "Tuesday to Friday, 9 am to 5 pm",
        "parking": "Free parking in front of the door.",
        "access": "Everything is on the ground floor, with automatic doors and wide corridors.",
    },
]


def load_locations() -> None:
    """Create the clinics that don't exist yet."""
    for location in LOCATIONS:
        unique = {"name": location["name"], "slug": slugify(location["name"])}
        create_unless_there(Location, unique=unique, after_hours_phone=AFTER_HOURS, is_sample=True, **location)
