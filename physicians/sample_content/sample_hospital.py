"""The hospital's row, with invented contact details."""

from physicians.models import Organization


def load_hospital() -> None:
    """Create the one row, unless it exists."""
    Organization.objects.get_or_create(
        id=1,
        defaults={
            "name": "WakeMed Spine",
            "service_line": "Spine care in Raleigh and Wake County",
            "appointment_phone": "+19195550100",
            "main_phone": "+19195550101",
            "email": "spine@example.com",
            "phone_hours": "Monday to Friday, 8 am to 5 pm",
            "street": "100 Sample Hospital Way",
            "city": "Raleigh",
            "state": "NC",
            "postal_code": "27610",
        },
    )
