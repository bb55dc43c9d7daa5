import pytest

ADDRESSES = [
    "/",
    "/conditions/",
    "/conditions/tumors-of-the-spine/",
    "/treatments/",
    "/treatments/en-bloc-resection/",
    "/treatments/decompression-and-stabilization/",
    "/visitors/",
    "/covid-19/",
    "/privacy-practices/",
    "/nondiscrimination/",
    "/accessibility/",
    "/website-privacy/",
]

pytestmark = pytest.mark.usefixtures("content")


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_page_answers_at_its_address(client, address):
    assert client.get(address).status_code == 200
