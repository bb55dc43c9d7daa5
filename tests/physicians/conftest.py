"""A small directory, made for each test."""

import itertools

import pytest

from physicians import sample_content
from physicians.models import Condition, Language, Location, Physician, Specialty
from physicians.npi import check_digit

numbers = itertools.count(50000)


@pytest.fixture
def herniated_disk(db):
    return Condition.objects.create(
        name="Herniated disk", slug="herniated-disk", lay_phrases=["slipped disk", "pinched nerve"]
    )


@pytest.fixture
def scoliosis(db):
    return Condition.objects.create(name="Scoliosis", slug="scoliosis", lay_phrases=["curved spine", "crooked back"])


@pytest.fixture
def neurosurgery(db):
    return Specialty.objects.create(
        name="Neurosurgery", practitioner="Neurosurgeon", slug="neurosurgery", lay_phrases=["spine surgeon"]
    )


@pytest.fixture
def spanish(db):
    return Language.objects.create(code="es", name="Spanish")


@pytest.fixture
def clinic(db):
    return Location.objects.create(
        name="Juniper Clinic",
        slug="juniper-clinic",
        street="75 Juniper Court",
        city="Cary",
        postal_code="27518",
        latitude=35.73,
        longitude=-78.77,
        phone="+19195550113",
        hours="Monday to Friday, 8 am to 5 pm",
        parking="Free parking in front.",
        access="A ramp leads to the door.",
    )


@pytest.fixture
def make_physician(neurosurgery):
    """Return a function that creates a published physician."""

    def make(given_name="Ana", family_name="Lopez", *, conditions=(), languages=(), locations=(), **values):
        first_nine = f"1000{next(numbers)}"
        physician = Physician(
            npi=first_nine + check_digit(first_nine),
            given_name=given_name,
            family_name=family_name,
            **{"credentials": "MD", **values},
        )
        physician.specialties.set([neurosurgery])
        physician.conditions.set(conditions)
        physician.languages.set(languages)
        physician.locations.set(locations)
        physician.full_clean()
        physician.save()
        return physician

    return make


@pytest.fixture(scope="module")
def loaded_directory(load):
    """The whole sample content of the directory."""
    load("loaded_directory", sample_content.load)
