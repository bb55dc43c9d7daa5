"""The hospital for search engines, in the words of schema.org."""

from physicians.models import Location, Organization
from physicians.structured_data import Node, clinic, hospital_reference, postal_address


def hospital(organization: Organization) -> Node:
    """Return the hospital with its clinics, except sample ones."""
    clinics = Location.objects.live().filter(is_sample=False)
    return {
        **(hospital_reference(organization) or {}),
        "description": organization.service_line,
        "telephone": organization.main_phone.as_international,
        "email": organization.email,
        "address": postal_address(organization),
        "contactPoint": {
            "@type": "ContactPoint",
            "contactType": "appointments",
            "telephone": organization.appointment_phone.as_international,
            "description": organization.phone_hours,
        },
        "department": [
            {name: value for name, value in clinic(place, None).items() if value is not None} for place in clinics
        ],
    }
