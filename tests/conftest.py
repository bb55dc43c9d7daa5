"""Fixtures that every test may ask for."""

import os

import pgtrigger
import pytest
from django.core.cache import caches
from django.db import connection
from django.template import Template
from django.test import TransactionTestCase
from django.test.utils import _TestState, instrumented_test_render
from hypothesis import settings

from physicians.models import Organization
from tests import databases
from tests.journeys import on_site, serving
from tests.loaded_content import load, loaded_everything, pytest_runtest_setup  # noqa: F401

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
def shared(tmp_path_factory):
    """A folder of this run; one for all workers."""
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "shared"
    folder.mkdir(exist_ok=True)
    return folder


@pytest.fixture(scope="session")
def prepared_folder(shared):
    """A data folder as the first run of the site leaves it; one for all workers, to be copied."""
    return serving.prepared(shared)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    shared, django_db_modify_db_settings_parallel_suffix, django_db_keepdb, django_db_blocker
):
    """Have the test database copied, from one that is migrated once for all workers."""
    if django_db_keepdb:
        return
    with django_db_blocker.unblock():
        databases.migrate_once(shared / "migrated.lock")
    connection.settings_dict["TEST"]["TEMPLATE"] = databases.MIGRATED


@pytest.fixture(scope="session")
def site(tmp_path_factory, prepared_folder):
    """The site with its sample content, served by `python -m wakemed.serve`; one for all tests of a worker."""
    data_dir = serving.copy_of(prepared_folder, tmp_path_factory.mktemp("served") / "site")
    with serving.served(data_dir, TRUSTED_PROXY_COUNT="1", APPOINTMENTS_MINIMUM_SECONDS="0") as site:
        yield site
        on_site.end(site)


@pytest.fixture(autouse=True)
def _nothing_remembered():
    """Begin each test without what the last one left in the process."""
    caches["process"].clear()


@pytest.fixture(autouse=True, scope="session")
def _templates_keep_no_record(django_test_environment):
    """Render as the site does: Django records templates and contexts only where `contexts` is asked for."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Template, "_render", _TestState.saved_data.template_render)
        yield


@pytest.fixture
def contexts(monkeypatch):
    """Have `response.context`."""
    monkeypatch.setattr(Template, "_render", instrumented_test_render)


@pytest.fixture(autouse=True, scope="session")
def _what_was_committed_is_gone_for_the_next(django_db_keepdb):
    """After a test that commits, the database is copied again.

    Where it is kept Django truncates every table; only there the append-only guard steps aside.
    """
    original = TransactionTestCase._fixture_teardown

    def teardown(self):
        if not django_db_keepdb:
            return databases.copy_again()
        with pgtrigger.ignore():
            return original(self)

    TransactionTestCase._fixture_teardown = teardown
    yield
    TransactionTestCase._fixture_teardown = original
