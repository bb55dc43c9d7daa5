"""Whatever stands in an address or a form, a page answers with a sentence and never with a 500."""

import itertools
import logging

import pytest

from appointments.calendar.clinic_days import earliest_day
from appointments.models import AppointmentRequest, RequestDraft
from appointments.request_form.draft_progress import Progress
from appointments.request_form.steps import STEPS
from tests.appointments.form_answers import GOOD, LEADS_TO, answer_up_to

from .values import HOSTILE

PARAMETERS = {
    "/find-a-doctor/": (
        "q", "specialty", "condition", "location", "language", "gender", "accepting", "virtual", "zip", "within",
        "sort", "page", "after",
    ),
    "/find-a-doctor/suggest/": ("q",),
    "/search/": ("q", "page"),
    "/appointments/request/": ("doctor", "condition", "visit", "erased", "left"),
    "/appointments/manage/": ("asked",),
    "/accounts/login/": ("next",),
}  # fmt: skip
WITHOUT_PARAMETERS = ("/", "/conditions/tumors-of-the-spine/")
SAFE = (200, 302, 400, 404)
A_FEW = 4  # every how-manieth value a parameter meets in each way; the next parameter meets the others


pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("content")]


def hostile_queries(names):
    """Return queries in which each parameter meets every value: the first one alone, for it is what people type.

    The others meet a few values alone and the rest in company, all of them at once.
    """
    values = list(HOSTILE.values())
    for value in values:
        yield {names[0]: value}
    for first, name in enumerate(names[1:]):
        for value in values[first % A_FEW :: A_FEW]:
            yield {name: value}
    for first in range(len(values) if names[1:] else 0):
        yield {name: values[(first + place) % len(values)] for place, name in enumerate(names[1:])}


def test_each_parameter_meets_every_value():
    for names in PARAMETERS.values():
        met = {pair for query in hostile_queries(names) for pair in query.items()}
        assert met == set(itertools.product(names, HOSTILE.values()))


def test_no_parameter_of_a_public_page_breaks_it(client):
    queries = [(address, query) for address, names in PARAMETERS.items() for query in hostile_queries(names)]
    queries += [(address, {"q": HOSTILE["markup"]}) for address in WITHOUT_PARAMETERS]
    broken = []
    for address, query in queries:
        response = client.get(address, query)
        shown = {name: value[:40] for name, value in query.items()}
        if response.status_code not in SAFE:
            broken.append((address, shown, response.status_code))
        if "<script>alert" in response.content.decode():
            broken.append((address, shown, "markup came through"))
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


@pytest.fixture
def flow(client):
    """Return a function that answers every page before the named one."""

    def up_to(step):
        RequestDraft.objects.all().delete()
        client.post("/appointments/request/")
        answer_up_to(client, step)
        draft = RequestDraft.objects.latest("expires_at")
        known = {
            "condition": {"condition": ["not-sure"]},
            "doctor": {"doctor": ["first-available"]},
            "times": {"day_1": [earliest_day().isoformat()], "half_1": ["morning"]},
        }
        draft.answers |= {name: typed for name, typed in known.items() if name in draft.answers}
        draft.save()
        return client

    return up_to


def test_no_answer_breaks_a_question_page(flow):
    """Each page checks every value and is sent a few of them; the next page is sent the others."""
    sent = AppointmentRequest.objects.count()
    for place, step in enumerate(STEPS):
        address = f"/appointments/request/{step.slug}/"
        client = flow(before(step))
        if step.slug in LEADS_TO:
            page, choice = LEADS_TO[step.slug]
            assert client.post(f"/appointments/request/{page}/", GOOD[page] | choice).status_code == 302
        names = [name for form_field in step.form().fields.items() for name in input_names(*form_field)]
        progress = Progress(RequestDraft.objects.get())
        assert progress.may_open(step)
        for kind, value in HOSTILE.items():
            typed = {name: [value] for name in names}
            assert not progress.form_for(step, typed).is_valid(), (step.slug, kind)
        for kind, value in list(HOSTILE.items())[place % A_FEW :: A_FEW]:
            assert client.post(address, dict.fromkeys(names, value)).status_code == 422, (step.slug, kind)
        assert client.post(f"{address}keep/", dict.fromkeys(names, "a\0b" * 9)).status_code == 204
        assert client.get(address).status_code == 200
    assert AppointmentRequest.objects.count() == sent


def before(step):
    """Return the page that has to come next for `step` to be asked, once what leads to it is answered."""
    return LEADS_TO[step.slug][0] if step.slug in LEADS_TO else step.slug


def input_names(name, field):
    """Return the names of a field's inputs."""
    return [name + suffix for suffix in getattr(field.widget, "widgets_names", [""])]


def test_what_hides_beside_the_fields_is_not_stored(flow):
    client = flow("condition")
    hidden = {"condition": "not-sure", "reason_x": "a\0b", "a\0": "b", "reason": "ok", "more": "x" * 100_000}
    assert client.post("/appointments/request/condition/", hidden).status_code == 302
    answers = RequestDraft.objects.get().answers
    assert answers["condition"] == {"condition": ["not-sure"], "reason": ["ok"]}
    many = {"scans": ["mri"] * 900, "seen_before": ["no", "yes"]}
    client.post("/appointments/request/history/keep/", many)
    assert len(RequestDraft.objects.get().unfinished["history"]["scans"]) == 50
    phone = {"phone": "919-555-0123\0", "may_leave_message": "\0"}
    assert client.post("/appointments/request/contact/", phone).status_code == 302


def test_a_forged_cookie_cannot_store_what_no_row_can_hold_or_what_nobody_types(client):
    client.cookies["request_draft"] = "forged"
    typed = {"condition": "not-sure", "reason": "a\0b" + "x" * 900_000}
    assert client.post("/appointments/request/condition/", typed).status_code == 302
    draft = RequestDraft.objects.get()
    assert len(str([draft.answers, draft.unfinished])) < 5_000


def test_every_request_is_read_as_utf_8_whatever_it_says(flow):
    client = flow("condition")
    address = "/appointments/request/condition/"
    body = '--x\r\nContent-Disposition: form-data; name="condition"\r\n\r\n\\ud800\r\n--x--\r\n'
    for charset in ("unicode_escape", "hex", "idna", "undefined", "utf-16", "utf-7", "no-such"):
        form = f"application/x-www-form-urlencoded; charset={charset}"
        multipart = f"multipart/form-data; boundary=x; charset={charset}"
        assert client.generic("GET", "/find-a-doctor/?q=%5Cud800", content_type=form).status_code == 200, charset
        assert client.generic("POST", address, "condition=%5Cud800", content_type=form).status_code in (400, 422)
        assert client.generic("POST", address, body, content_type=multipart).status_code in (400, 422)


def test_no_cookie_and_no_token_breaks_a_page(client):
    for value in ("a\0b", "x" * 3000, "é", '"', ";", ""):
        client.cookies["request_draft"] = value
        client.cookies["request_open"] = value
        assert client.get("/appointments/request/check/").status_code == 302
        assert client.get("/appointments/request/extend/").json() == {"seconds": 0}
        assert client.get("/appointments/request/emergency/").status_code == 200
        assert client.get("/appointments/manage/AAAA/").status_code == 200
    response = client.post(
        "/appointments/manage/AAAA/",
        {"date_of_birth_month": "9" * 40, "date_of_birth_day": "\0", "date_of_birth_year": "²⁰"},
    )
    assert response.status_code == 422


def test_nothing_that_someone_types_lands_in_a_log(client, caplog, capsys):
    caplog.set_level(logging.DEBUG)
    for address in (
        "/find-a-doctor/?q=zebraword",
        "/find-a-doctor/zebraword/",
        "/nowhere/zebraword/",
        "/find-a-doctor/?q=zebraword%00",
        "/search/?q=zebraword",
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
