"""What is too large is refused before a byte of it is read, everywhere; files go where files are taken."""

import contextlib
import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.urls import NoReverseMatch, reverse

from wakemed.web.upload_limits import BESIDE_THE_FILE, UPLOADS, most_bytes

pytestmark = pytest.mark.django_db

MEGABYTE = 1024 * 1024
FORM = "multipart/form-data; boundary=x"
NGINX = Path(__file__).resolve().parents[2] / "docs" / "nginx.conf"


class WasRead(BaseException):
    """Someone has begun to read the body. No one makes an answer of it."""


class Unread:
    """A body that nobody may read."""

    def read(self, *args):
        raise WasRead

    readline = read


def send(client, address, size, content_type=FORM):
    """Announce a body of this size."""
    headers = {"CONTENT_TYPE": content_type, "CONTENT_LENGTH": str(size), "wsgi.input": Unread()}
    return client.post(address, b"", content_type=content_type, **headers)


def address_of(view_name):
    """Return the address of a page that takes a file."""
    for arguments in ([], [1]):
        try:
            return reverse(view_name, args=arguments)
        except NoReverseMatch:
            continue
    raise LookupError(view_name)


@pytest.mark.parametrize("content_type", [FORM, "application/x-www-form-urlencoded", "text/plain"])
@pytest.mark.parametrize(
    "address", ["/", "/accounts/login/", "/appointments/request/", "/find-a-doctor/", "/documents/1/x.pdf", "/healthz"]
)
def test_nobody_can_send_more_than_a_page_of_answers(client, hospital, address, content_type):
    for size in (MEGABYTE + 1, 300 * MEGABYTE, 10**30):
        assert send(client, address, size, content_type).status_code == 413


def test_the_answer_is_a_page_that_says_how_much_is_taken(client, hospital):
    page = BeautifulSoup(send(client, "/accounts/login/", 300 * MEGABYTE).content, "html.parser")
    assert page.h1.get_text() == "That is too large to send"
    assert "1.0" in page.main.get_text()
    assert page.main.select_one('a[href="tel:911"]')


def test_strangers_send_nothing_to_the_pages_that_take_files(client):
    for name in UPLOADS:
        answer = send(client, address_of(name), 5 * MEGABYTE)
        assert answer.status_code == 302, name
        assert answer.url.startswith("/accounts/login/"), name


def test_staff_can_send_a_file_of_the_documented_size_and_no_larger_one(admin_client):
    for name in UPLOADS:
        address = address_of(name)
        assert send(admin_client, address, most_bytes(name) + 1).status_code == 413, name
        with contextlib.suppress(WasRead):
            assert send(admin_client, address, most_bytes(name) - BESIDE_THE_FILE).status_code == 404, name


def test_the_sample_of_a_front_server_takes_what_the_application_takes():
    text = NGINX.read_text()
    found = re.findall(r"location ~ (\S+) \{\s+client_max_body_size (\d+)m;", text)
    for name in UPLOADS:
        [megabytes] = [int(size) for pattern, size in found if re.search(pattern, address_of(name))]
        assert 0 <= megabytes * MEGABYTE - most_bytes(name) <= MEGABYTE, name
    assert "\n    client_max_body_size 1m;" in text
    assert "proxy_request_buffering on;" in text
