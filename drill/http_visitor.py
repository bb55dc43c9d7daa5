"""Someone at a browser: cookies, a network address of their own, one request at a time."""

import dataclasses
import http.client
import http.cookies
from collections.abc import Generator, Mapping
from urllib.parse import urlencode

TIMEOUT = 40  # seconds; the front server of docs/nginx.conf waits for 60
AWAY = (500, 502, 503, 504)
TRIES = 60  # so often someone presses “Try again”


@dataclasses.dataclass(frozen=True)
class Ask:
    """What a visitor does next. `fields` makes it a post."""

    path: str
    fields: Mapping[str, object] | None = None


@dataclasses.dataclass(frozen=True)
class Answer:
    """What came back; status 0 if nothing did."""

    status: int
    location: str = ""
    text: str = ""

    @property
    def is_away(self) -> bool:
        """Return True if the visitor can't know what became of it, or was asked to try again."""
        return self.status == 0 or self.status in AWAY


Script = Generator[Ask, Answer, None]


def insist(path: str, fields: Mapping[str, object] | None = None) -> Generator[Ask, Answer, Answer]:
    """Ask, and again the same way as long as the site is away; return the last answer."""
    for _try in range(TRIES):
        answer = yield Ask(path, fields)
        if not answer.is_away:
            break
    return answer


class Visitor:
    """Plays a script, one request at each `step`."""

    def __init__(self, port: int, network_address: str, script: Script) -> None:
        self._port, self._network_address = port, network_address
        self._cookies: dict[str, str] = {}
        self._script = script
        self._next: Ask | None = next(script)

    def step(self) -> Answer:
        """Do what the script says next and tell it the answer."""
        assert self._next is not None
        answer = self._send(self._next)
        try:
            self._next = self._script.send(answer)
        except StopIteration:
            self._next = None
        return answer

    @property
    def has_left(self) -> bool:
        """Return True once the script has ended."""
        return self._next is None

    def _send(self, ask: Ask) -> Answer:
        headers = {"X-Forwarded-For": self._network_address, "Accept-Encoding": "identity"}
        if self._cookies:
            headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in self._cookies.items())
        body = None
        if ask.fields is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
            body = urlencode({"csrfmiddlewaretoken": self._cookies.get("csrftoken", ""), **ask.fields}, doseq=True)
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=TIMEOUT)
        try:
            connection.request("GET" if body is None else "POST", ask.path, body, headers)
            response = connection.getresponse()
            text = response.read().decode(errors="replace")
        except (OSError, http.client.HTTPException):
            return Answer(0)
        finally:
            connection.close()
        for header in response.headers.get_all("Set-Cookie", []):
            self._cookies |= {name: each.value for name, each in http.cookies.SimpleCookie(header).items()}
        return Answer(response.status, response.headers.get("Location", ""), text)
