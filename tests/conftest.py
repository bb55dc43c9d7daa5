"""Fixtures that every test may ask for."""

import os

import pgtrigger
import pytest
from django.core.cache import caches
from django.test import TransactionTestCase
from hypothesis import settings

from physicians.models import Organization
from tests.journeys import serving

settings.register_profile("tests", deadline=None)  # how busy the machine is says nothing about the code
settings.load_profile("tests")


@pytest.fixture
def hospital(db):
    """The hospital's one row."""
    return Organization.objects.create(
        name="WakeMed Spine",
        appointment_phone="+19195550100",
        main_phone="+19195550101",
        email="spine@example.com",
        phone_hours="Monday to Friday, 8 am to 5 pm",
        street="1 Sample Way",
        city="Raleigh",
        state="NC",
        postal_code="27610",
    )


@pytest.fixture(scope="session")
def prepared_folder(tmp_path_factory):
    """A data folder as the first run of the site leaves it; one for all workers, to be copied."""
    base = tmp_path_factory.getbasetemp()
    return serving.prepared((base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "shared")


@pytest.fixture(scope="session")
def site(tmp_path_factory, prepared_folder):
    """The site with its sample content, served by `python -m wakemed.serve`; one for all tests of a worker."""
    data_dir = serving.copy_of(prepared_folder, tmp_path_factory.mktemp("served") / "site")
    process, address = serving.start(data_dir, TRUSTED_PROXY_COUNT="1", APPOINTMENTS_MINIMUM_SECONDS="0")
    try:
        serving.wait_for(process, "Ctrl-C stops all of it")
        yield serving.Site(address, data_dir, process)
    finally:
        serving.stop(process)


@pytest.fixture(autouse=True)
def _nothing_remembered():
    """Begin each test without what the last one left in the process."""
    caches["process"].clear()


@pytest.fixture(autouse=True, scope="session")
def _flush_may_empty_append_only_tables():
    """Between transactional tests Django truncates every table; only there the append-only guard steps aside."""
    original = TransactionTestCase._fixture_teardown

    def teardown(self):
        with pgtrigger.ignore():
            original(self)

    TransactionTestCase._fixture_teardown = teardown
    yield
    TransactionTestCase._fixture_teardown = original
