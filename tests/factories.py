"""One of each thing that tests start from. What a test does not name is something ordinary.

Traits are words for what several fields say together: `by_video`, `on_the_map`, `permissions`.
"""

import datetime
import itertools
import uuid

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from phonenumber_field.phonenumber import PhoneNumber
from wagtail.signal_handlers import disable_reference_index_auto_update

from appointments.answers import RequestAnswers
from appointments.models import HalfDay, ReachBy, VisitType
from appointments.services.requests.submission import create_request
from physicians.models import Location, Physician, Specialty
from physicians.npi import check_digit

BY_VIDEO = {"offers_virtual_visits": True, "licensed_states": ["NC", "VA"]}
ON_THE_MAP = {"latitude": 35.73, "longitude": -78.77}
DAY = datetime.date(2026, 12, 1)
numbers = itertools.count(50_000)


def npi():
    """Return a valid NPI that no other physician of the run has."""
    first_nine = f"1000{next(numbers)}"
    return first_nine + check_digit(first_nine)


def neurosurgery():
    """Return the specialty, the same one each time."""
    names = {"name": "Neurosurgery", "practitioner": "Neurosurgeon"}
    return Specialty.objects.get_or_create(slug="neurosurgery", defaults=names)[0]


def make_physician(
    given_name="Ana",
    family_name="Lopez",
    *,
    by_video=False,
    specialties=(),
    conditions=(),
    languages=(),
    locations=(),
    **fields,
):
    """Create a published physician."""
    fields = {"npi": npi(), "credentials": "MD"} | (BY_VIDEO if by_video else {}) | fields
    physician = Physician(given_name=given_name, family_name=family_name, **fields)
    physician.full_clean(validate_unique=False, validate_constraints=False)  # the database asks these by itself
    with disable_reference_index_auto_update():
        physician.save()
    for relation, chosen in (
        (Physician.specialties, specialties),
        (Physician.conditions, conditions),
        (Physician.languages, languages),
        (Physician.locations, locations),
    ):
        names = relation.field.m2m_field_name(), relation.field.m2m_reverse_field_name()
        relation.through.objects.bulk_create(
            relation.through(**dict(zip(names, (physician, each), strict=True))) for each in chosen
        )
    return physician


def make_clinic(slug="oak-meadow", *, on_the_map=False, **fields):
    """Create a location."""
    address = {"street": "1 Sample Way", "city": "Raleigh", "postal_code": "27610", "phone": "+19195550100"}
    named = {"name": slug.replace("-", " ").title()} | address | (ON_THE_MAP if on_the_map else {})
    return Location.objects.create(slug=slug, **(named | fields))


def make_member(email, *groups, permissions=(), **fields):
    """Create a person who can sign in, in these groups or with these permissions (by their code names)."""
    user = get_user_model().objects.create_user(email, "a long password", **fields)
    if groups:
        user.groups.add(*Group.objects.filter(name__in=groups))
    if permissions:
        user.user_permissions.add(*Permission.objects.filter(codename__in=permissions))
    return user


def make_answers(**changes):
    """Return complete answers of an invented patient; nothing is written."""
    ordinary = {
        "condition": None,
        "reason": "My lower back hurts at night.",
        "visit_type": VisitType.IN_PERSON,
        "patient_state": "",
        "physician": None,
        "times": [(DAY, HalfDay.MORNING), (DAY, HalfDay.AFTERNOON)],
        "legal_name": "Pat Doe",
        "preferred_name": "",
        "date_of_birth": datetime.date(1962, 3, 27),
        "phone": phone("919-555-0142"),
        "email": "pat@example.com",
        "reach_by": ReachBy.PHONE,
        "may_leave_message": True,
        "postal_code": "27610",
        "insurance_carrier": "",
    }
    return RequestAnswers(**(ordinary | changes))


def phone(number):
    """Return a number of the United States as the forms have it."""
    return PhoneNumber.from_string(number, region="US")


def send_request(answers):
    """Send a request with these answers, as the question pages do."""
    return create_request(answers=answers, idempotency_key=uuid.uuid4())
