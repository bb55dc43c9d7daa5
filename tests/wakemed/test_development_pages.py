"""What is for development is nowhere else."""

import importlib.util

import pytest

from tests.wakemed.addresses import named_patterns

from .test_serve import MUST_HAVE, check_production

pytestmark = pytest.mark.django_db


@pytest.fixture
def elsewhere(settings):
    """Have the addresses of a site that isn't in development."""
    settings.DEVELOPMENT_PAGES = False
    spec = importlib.util.find_spec("wakemed.urls")
    urls = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(urls)
    settings.ROOT_URLCONF = urls


ADDRESSES = (
    "/dev/",
    "/dev/mail/",
    "/dev/mail/1/",
    "/dev/mail/1/html/",
    "/dev/styleguide/",
    "/dev/styleguide/mistakes/",
)


def test_every_address_below_dev_is_in_the_list_and_open_in_development(client):
    names = [name for name, _arguments in named_patterns(lambda route: route.startswith("dev/"))]
    assert len(names) == len(ADDRESSES) - 1
    assert client.get("/dev/mail/").status_code == 200


def test_nothing_below_dev_is_open_outside_development(elsewhere, hospital, client, admin_client):
    for someone in (client, admin_client):
        for address in (*ADDRESSES, "/media/images/none.png"):
            assert someone.get(address).status_code == 404, address
            assert someone.post(address).status_code == 404, address


def test_the_check_before_going_live_refuses_the_settings_of_a_laptop():
    result = check_production(**MUST_HAVE | {"DJANGO_SETTINGS_MODULE": "wakemed.settings.development"})
    assert "(wakemed.E010)" in result.stderr
