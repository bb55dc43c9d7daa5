"""A small directory, made for each test."""

import functools

import pytest

from physicians import sample_content
from physicians.models import Condition, Language, Specialty
from tests import factories

NAMES_ALIKE = (
    ("Michael", "Smith", {"known_as": "Mike"}),
    ("Michael", "Brown", {}),
    ("William", "Smith", {}),
    ("Robert", "Jones", {}),
    ("Elizabeth", "Keller", {"former_name": "Fairweather"}),
    ("Beth", "Moreland", {}),
    ("José", "Núñez", {}),
    ("Guadalupe", "Ibarra", {}),
    ("Alice", "McDonald", {}),
    ("Brian", "MacDonald", {}),
    ("Carol", "Mc Donald", {}),
    ("Donald", "Trent", {}),
    ("Ana", "de la Cruz", {}),
    ("Marco", "Delacruz", {}),
    ("Peter", "Saint John", {}),
    ("Paul", "St. John", {}),
    ("Bảo", "Trịnh", {}),
    ("Linh", "Do", {}),
    ("Trina", "Thin", {}),
    ("Mary Ann", "Okafor", {}),
    ("Thomas", "Webb", {}),
    ("Webb", "Thomas", {}),
    ("Hank", "Aldridge Jr.", {}),
    ("J. Walter", "Pemberton", {}),
    ("Sean", "Kowalczyk", {}),
)


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
    return factories.make_clinic(
        "juniper-clinic",
        on_the_map=True,
        street="75 Juniper Court",
        city="Cary",
        postal_code="27518",
        phone="+19195550113",
        hours="Monday to Friday, 8 am to 5 pm",
        parking="Free parking in front.",
        access="A ramp leads to the door.",
    )


@pytest.fixture
def make_physician(neurosurgery):
    """Return a function that creates a published physician."""

    return functools.partial(factories.make_physician, specialties=[neurosurgery])


@pytest.fixture(scope="module")
def loaded_directory(load):
    """The whole sample content of the directory."""
    load("loaded_directory", sample_content.load)


@pytest.fixture(scope="module")
def loaded_names(load):
    """A hospital full of names that look alike."""

    def make():
        for given, family, fields in NAMES_ALIKE:
            factories.make_physician(given, family, specialties=[factories.neurosurgery()], **fields)

    load("loaded_names", make)
