"""Whatever stands in an address or a form, a page answers with a sentence and never with a 500."""

import itertools
import logging

import pytest

from appointments.clinic_days import earliest_day
from appointments.models import AppointmentRequest, RequestDraft

HOSTILE = {
    "NUL": "a\0b",
    "percent NUL": "%00",
    "100 kB": "x" * 100_000,
    "a dash": "-",
    "dashes": "chase-",
    "a negation": "-x",
    "a backslash": "\\",
    "a quote": '"',
    "a dash in quotes": '"-"',
    "an apostrophe": "'",
    "an asterisk": "*",
    "a bracket": "(",
    "brackets and signs": "(((&|!:*<->",
    "an address in angles": "<a@b>",
    "markup": "<script>alert(1)</script>",
    "SQL": "'; DROP TABLE physicians_physician; --",
    "emoji": "🦴🩻",
    "right to left": "\u202e\u05e2\u05d1\u05e8",
    "combining": "Z\u0351\u036b" * 200,
    "a huge number": "9" * 40,
    "a negative number": "-1",
    "not a number": "NaN",
    "a list": "[]",
    "a template": "{{ 7|add:7 }} {% now 'Y' %}",
    "a stop word": "the",
    "spaces": " \t\u00a0\u200b ",
    "an encoding": "%F0%28%8C%28",
    "a format": "%s%n{0}",
}
PARAMETERS = {
    "/find-a-doctor/": (
        "q", "specialty", "condition", "location", "language", "gender", "accepting", "virtual", "zip", "within",
        "sort", "page", "after",
    ),
    "/find-a-doctor/suggest/": ("q",),
    "/appointments/request/": ("doctor", "condition", "visit", "erased"),
    "/accounts/login/": ("next",),
    "/conditions/tumors-of-the-spine/": ("page",),
    "/": ("q",),
}  # fmt: skip
SAFE = (200, 302, 400, 404)


pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("content")]


def test_no_parameter_of_a_public_page_breaks_it(client):
    broken = []
    for address, names in PARAMETERS.items():
        for name in names:
            for kind, value in HOSTILE.items():
                response = client.get(address, {name: value})
                if response.status_code not in SAFE:
                    broken.append((address, name, kind, response.status_code))
                if "<script>alert" in response.content.decode():
                    broken.append((address, name, kind, "markup came through"))
    assert broken == []


def test_repeated_and_contradictory_parameters_are_a_page(client):
    many = "&".join(f"condition=c{number}" for number in range(50))
    assert client.get(f"/find-a-doctor/?{many}&accepting=1&accepting=0&page=1&page=1000000000").status_code in SAFE


def test_no_path_breaks_a_page(client):
    prefixes = ("find-a-doctor/", "locations/", "conditions/", "appointments/request/", "appointments/manage/", "")
    paths = ("%00", "%FF%FE", "..%2f..%2fetc%2fpasswd", "%ED%A0%80", "a" * 5000, "%0d%0aX-A:b", "🦴", "suggest", "-")
    for prefix, path in itertools.product(prefixes, paths):
        assert client.get(f"/{prefix}{path}/").status_code in (*SAFE, 301)
        assert client.get(f"/{prefix}{path}").status_code in (*SAFE, 301)


def test_no_answer_breaks_a_question_page(client):
    client.post("/appointments/request/")
    good = {"condition": "not-sure"}
    for kind, value in HOSTILE.items():
        response = client.post("/appointments/request/condition/", {"condition": value, "reason": value})
        assert response.status_code == 422, kind
    assert client.post("/appointments/request/condition/", good).status_code == 302
    for kind, value in HOSTILE.items():
        response = client.post("/appointments/request/visit/", {"visit_type": value, "patient_state": value})
        assert response.status_code == 422, kind
    client.post("/appointments/request/visit/", {"visit_type": "in_person"})
    for kind, value in HOSTILE.items():
        assert client.post("/appointments/request/doctor/", {"doctor": value}).status_code == 422, kind
    client.post("/appointments/request/doctor/", {"doctor": "first-available"})
    for kind, value in HOSTILE.items():
        fields = {name: value for rank in "123" for name in (f"day_{rank}", f"half_{rank}")}
        assert client.post("/appointments/request/times/", fields).status_code == 422, kind
    client.post("/appointments/request/times/", {"day_1": earliest_day().isoformat(), "half_1": "morning"})
    names = ("legal_name", "preferred_name", "phone", "email", "reach_by", "postal_code", "insurance_carrier")
    for kind, value in HOSTILE.items():
        fields = dict.fromkeys((*names, "date_of_birth_month", "date_of_birth_day", "date_of_birth_year"), value)
        assert client.post("/appointments/request/patient/", fields).status_code == 422, kind
    assert not AppointmentRequest.objects.exists()


def test_what_hides_beside_the_fields_is_not_stored(client):
    client.post("/appointments/request/")
    hidden = {"condition": "not-sure", "reason_x": "a\0b", "a\0": "b", "reason": "ok", "more": "x" * 100_000}
    assert client.post("/appointments/request/condition/", hidden).status_code == 302
    answers = RequestDraft.objects.get().answers
    assert answers["condition"] == {"condition": ["not-sure"], "reason": ["ok"]}
    phone = {"phone": "919-555-0123\0", "may_leave_message": "\0"}
    assert client.post("/appointments/request/patient/", phone).status_code == 302


def test_a_forged_cookie_cannot_store_what_no_row_can_hold_or_what_nobody_types(client):
    client.cookies["request_draft"] = "forged"
    typed = {"condition": "not-sure", "reason": "a\0b" + "x" * 900_000}
    assert client.post("/appointments/request/condition/", typed).status_code == 302
    assert len(str(RequestDraft.objects.get().answers)) < 6000


@pytest.mark.parametrize("charset", ["unicode_escape", "hex", "idna", "undefined", "utf-16", "utf-7", "no-such"])
def test_every_request_is_read_as_utf_8_whatever_it_says(client, charset):
    client.post("/appointments/request/")
    form = f"application/x-www-form-urlencoded; charset={charset}"
    assert client.generic("GET", "/find-a-doctor/?q=%5Cud800", content_type=form).status_code == 200
    address = "/appointments/request/condition/"
    assert client.generic("POST", address, "condition=%5Cud800", content_type=form).status_code in (400, 422)
    boundary = f"multipart/form-data; boundary=x; charset={charset}"
    body = '--x\r\nContent-Disposition: form-data; name="condition"\r\n\r\n\\ud800\r\n--x--\r\n'
    assert client.generic("POST", address, body, content_type=boundary).status_code in (400, 422)


def test_no_cookie_and_no_token_breaks_a_page(client):
    for value in ("a\0b", "x" * 3000, "é", '"', ";", ""):
        client.cookies["request_draft"] = value
        client.cookies["request_open"] = value
        assert client.get("/appointments/request/check/").status_code == 302
        assert client.get("/appointments/manage/AAAA/").status_code == 200
    response = client.post(
        "/appointments/manage/AAAA/",
        {"date_of_birth_month": "9" * 40, "date_of_birth_day": "\0", "date_of_birth_year": "²⁰"},
    )
    assert response.status_code == 422


def test_nothing_that_somebody_types_lands_in_a_log(client, caplog, capsys):
    caplog.set_level(logging.DEBUG)
    for address in (
        "/find-a-doctor/?q=zebraword",
        "/find-a-doctor/zebraword/",
        "/nowhere/zebraword/",
        "/find-a-doctor/?q=zebraword%00",
        "/appointments/manage/zebraword/",
    ):
        client.get(address)
    client.post("/appointments/request/?doctor=zebraword")
    client.post("/appointments/request/condition/", {"reason": "zebraword", "condition": "zebraword"})
    printed = capsys.readouterr()
    assert "zebraword" not in printed.out + printed.err
    handled = [
        record.getMessage() for record in caplog.records if record.name.startswith(("django.request", "wakemed"))
    ]
    assert handled
    assert not any("zebraword" in line for line in handled)
