"""A client may name any codec; the site reads UTF-8 and never fails over the name."""

import io
import logging
from pathlib import Path
from urllib.parse import quote

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from django.test import RequestFactory

from wakemed.web.content_type import plain_content_type, without_codecs

pytestmark = pytest.mark.django_db

application = without_codecs(WSGIHandler())

CODECS = ("idna", "hex", "rot13", "punycode", "undefined", "utf-16", "utf-7", "unicode_escape", "base64", "latin-1")
NAMED = (
    "text/plain; charset={}",
    "text/plain;CHARSET={}",
    'application/x-www-form-urlencoded; charset="{}"',
    "text/plain; charset*={}''utf-8",
    "text/plain; charset*0*={}''utf-8",
    "text/plain; name*={}''%61",
)
ADDRESSES = ("/", "/search/", "/find-a-doctor/", "/healthz", "/accounts/login/", "/no/such/page/")


@pytest.fixture(autouse=True)
def _one_connection():
    """Leave the test's connection to the database open, as Django's client does."""
    signals = (request_started, request_finished)
    for signal in signals:
        signal.disconnect(close_old_connections)
    yield
    for signal in signals:
        signal.connect(close_old_connections)


def test_the_server_loads_the_site_behind_it():
    source = (Path(__file__).resolve().parents[2] / "wakemed" / "wsgi.py").read_text()
    assert "application = without_codecs(" in source


def ask(path, query="", method="GET", body=b"", **headers):
    """Ask as a server does, without Django's client, which reads the header itself; return (status, text)."""
    answered = []
    environ = RequestFactory()._base_environ(
        PATH_INFO=path,
        QUERY_STRING=query,
        REQUEST_METHOD=method,
        CONTENT_LENGTH=str(len(body)),
        **{"wsgi.input": io.BytesIO(body)},
        **headers,
    )
    response = application(environ, lambda status, _headers: answered.append(int(status[:3])))
    text = b"".join(response).decode()
    response.close()
    return answered[0], text


@pytest.mark.parametrize("codec", CODECS)
def test_no_codec_in_a_header_breaks_an_address_with_a_query(codec, hospital):
    logging.disable(logging.CRITICAL)  # of the page that isn't there
    broken = []
    for named in NAMED:
        for address in ADDRESSES:
            status, _text = ask(address, "q=caf%C3%A9", CONTENT_TYPE=named.format(codec))
            if status >= 500:
                broken.append((address, named))
    logging.disable(logging.NOTSET)
    assert broken == []


def test_the_query_is_read_as_utf_8_whatever_the_header_says(hospital):
    status, text = ask("/search/", f"q={quote('café')}", CONTENT_TYPE="text/plain; charset=latin-1")
    assert status == 200
    assert 'value="café"' in text


@pytest.mark.parametrize("codec", CODECS)
def test_no_codec_in_accept_breaks_what_a_script_saves(codec, hospital):
    headers = {"HTTP_ACCEPT": f"text/html; q*={codec}''1"}
    status, _text = ask("/appointments/request/", method="POST", **headers)
    assert status == 403  # without its token
    status, _text = ask("/appointments/request/reason/", **headers)
    assert status < 500


@pytest.mark.parametrize("codec", CODECS)
def test_no_codec_inside_a_form_breaks_it(codec):
    for line in (
        f"Content-Disposition: form-data; name*={codec}''a",
        f"Content-Disposition: form-data; name=\"a\"; filename*={codec}''b.txt",
        f'Content-Disposition: form-data; name="a"\r\nContent-Type: text/plain; charset={codec}',
    ):
        body = f"--x\r\n{line}\r\n\r\nwords\r\n--x--\r\n".encode()
        status, _text = ask(
            "/accounts/login/", method="POST", body=body, CONTENT_TYPE="multipart/form-data; boundary=x"
        )
        assert status < 500


@pytest.mark.parametrize(
    ("sent", "left"),
    [
        ("application/x-www-form-urlencoded", "application/x-www-form-urlencoded"),
        ("application/x-www-form-urlencoded; charset=UTF-8", "application/x-www-form-urlencoded"),
        ("multipart/form-data; boundary=----Web_Kit.1", 'multipart/form-data; boundary="----Web_Kit.1"'),
        ('multipart/form-data; charset=hex; boundary="a b"', "multipart/form-data"),
        ('multipart/form-data; charset=hex; Boundary="a:b"', 'multipart/form-data; boundary="a:b"'),
        ("multipart/form-data; boundary*=idna''x", "multipart/form-data"),
        ("application/json ; charset=utf-8", "application/json"),
        ("", ""),
        ("nonsense; charset=utf-8", ""),
        ("text/plain\xe9; charset=utf-8", ""),
    ],
)
def test_a_media_type_and_a_boundary_are_all_that_is_left(sent, left):
    assert plain_content_type(sent) == left
