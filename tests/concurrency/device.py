"""A patient's device without a browser: cookies, forms, and a network address of its own."""

import dataclasses
import hashlib
import http.client
import http.cookies
from urllib.parse import urlencode, urlsplit

from bs4 import BeautifulSoup

from appointments.calendar.clinic_days import ClinicCalendar
from appointments.services.requests.drafts import start_draft
from tests.appointments.form_answers import GOOD, SOMETIMES, START

CHECK = f"{START}check/"
DONE = f"{START}done/"
SECONDS = 60  # longer than anything here waits


@dataclasses.dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    location: str
    text: str

    @property
    def main(self):
        """Return the page's own part, without header and footer."""
        return BeautifulSoup(self.text, "html.parser").main

    def hidden_fields(self):
        """Return what the page's form would post by itself."""
        fields = self.main.find("form", method="post").find_all("input", type="hidden")
        return [(field["name"], field["value"]) for field in fields]


def answers_for_today(email, phone):
    """Return good answers page by page, to be changed as one likes: two wishes, no doctor or condition at all."""
    day = ClinicCalendar().days_to_ask_for()[5].isoformat()  # the served site has no holidays of its own
    return {
        "safety": {**GOOD["safety"]},
        "who": {**GOOD["who"]},
        "condition": {"condition": "not-sure", "reason": "It hurts.\r\nAt night."},
        "history": {**GOOD["history"]},
        "visit": {"visit_type": "in_person"},
        "locations": SOMETIMES["locations"] | {"locations": []},
        "doctor": {"doctor": "first-available"},
        "times": {"day_1": day, "half_1": "morning", "day_2": day, "half_2": "afternoon"},
        "patient": {**GOOD["patient"]},
        "contact": {"phone": phone, "email": email, "reach_by": "phone"},
        "needs": {**GOOD["needs"]},
    }


def filled_draft(email, phone):
    """Write a draft in which everything is answered, much quicker than by posting; return it and its secret."""
    pages = answers_for_today(email, phone)
    return start_draft(
        answers={
            step: {name: value if isinstance(value, list) else [value] for name, value in fields.items()}
            for step, fields in pages.items()
        }
    )


class Device:
    """Keeps its cookies from one request to the next; each request is a connection of its own."""

    def __init__(self, *, network_address, site_address="", cookies=None):
        self.network_address = network_address
        self.server = urlsplit(site_address).netloc
        self.cookies = dict(cookies or {})

    def headers(self):
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        return {"X-Forwarded-For": self.network_address} | ({"Cookie": cookies} if cookies else {})

    def ask(self, method, path, fields=None):
        """Send one request and return the answer; follows no redirect."""
        connection = http.client.HTTPConnection(self.server, timeout=SECONDS)
        try:
            self.send(connection, method, path, fields)
            return self.receive(connection)
        finally:
            connection.close()

    def send(self, connection, method, path, fields=None, **headers):
        """Send and wait for nothing."""
        body = None if fields is None else urlencode(fields, doseq=True)
        form = {} if body is None else {"Content-Type": "application/x-www-form-urlencoded"}
        connection.request(method, path, body, self.headers() | form | headers)

    def receive(self, connection):
        """Return the answer to what was sent, and keep the cookies that it brings."""
        response = connection.getresponse()
        for header in response.headers.get_all("Set-Cookie", []):
            self.cookies |= {name: each.value for name, each in http.cookies.SimpleCookie(header).items()}
        return Answer(response.status, response.headers.get("Location", ""), response.read().decode())

    def get(self, path):
        return self.ask("GET", path)

    def fields(self, **fields):
        """Return these fields with the token that belongs to this device."""
        return {"csrfmiddlewaretoken": self.cookies["csrftoken"]} | fields

    def post(self, path, **fields):
        return self.ask("POST", path, self.fields(**fields))

    def start(self):
        """Press “Start now”."""
        self.get(START)
        answer = self.post(START)
        assert answer.status == 302, answer.text

    def fill_in(self, pages):
        """Answer these pages, each of which must lead to another."""
        for step, fields in pages.items():
            answer = self.post(f"{START}{step}/", **fields)
            assert answer.status == 302, f"{step}: {answer.status} {answer.text}"
        return answer.location

    @property
    def draft_digest(self):
        """Return what the draft's row knows of this device's secret."""
        return hashlib.sha256(self.cookies["request_draft"].encode()).hexdigest()
