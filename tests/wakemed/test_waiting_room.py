"""What waits for one of the few threads that work: not too many, and not too long."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.http import HttpResponse, StreamingHttpResponse
from django.test import Client

from wakemed.running import forked_site
from wakemed.web.waiting_room import THREADS, TURNED_AWAY, WaitingRoom

SECONDS = 30  # longer than anything here takes


class SlowSite:
    """An application that answers once it's told to."""

    def __init__(self):
        self.begun, self.threads, self.may_answer = [], set(), threading.Event()
        self.has_begun = threading.Semaphore(0)

    def __call__(self, environ, start_response):
        if TURNED_AWAY in environ:
            return HttpResponse("Try again", status=503)
        self.begun.append(environ["PATH_INFO"])
        self.threads.add(threading.get_ident())
        self.has_begun.release()
        assert self.may_answer.wait(SECONDS)
        return HttpResponse("Come in")


@pytest.fixture
def site():
    slow = SlowSite()
    yield slow
    slow.may_answer.set()


@pytest.fixture
def visitors():
    with ThreadPoolExecutor(20) as pool:
        yield pool


def text(answer):
    return b"".join(answer).decode()


def ask(room, path="/"):
    return text(room({"PATH_INFO": path}, None))


def test_few_work_and_the_others_get_their_turn(site, visitors):
    room = WaitingRoom(site, working=2, most_waiting=10, patience=SECONDS)
    answers = [visitors.submit(ask, room) for _visitor in range(9)]
    for _visitor in range(2):
        assert site.has_begun.acquire(timeout=SECONDS)
    assert not site.has_begun.acquire(timeout=0.2)
    site.may_answer.set()
    assert [answer.result(SECONDS) for answer in answers] == ["Come in"] * 9
    assert len(site.threads) == 2


def test_one_too_many_is_turned_away_at_once(site, visitors):
    room = WaitingRoom(site, working=1, most_waiting=2, patience=SECONDS)
    waiting = [visitors.submit(ask, room, f"/{number}") for number in range(3)]
    assert site.has_begun.acquire(timeout=SECONDS)
    while room._inside < 3:
        threading.Event().wait(0.01)
    assert ask(room, "/late") == "Try again"
    site.may_answer.set()
    assert [each.result(SECONDS) for each in waiting] == ["Come in"] * 3
    assert ask(room, "/later") == "Come in"
    assert "/late" not in site.begun


def test_who_has_waited_too_long_is_turned_away_and_costs_no_work(site, visitors):
    room = WaitingRoom(site, working=1, most_waiting=5, patience=0.1)
    first = visitors.submit(ask, room, "/first")
    assert site.has_begun.acquire(timeout=SECONDS)
    assert ask(room, "/second") == "Try again"
    site.may_answer.set()
    assert first.result(SECONDS) == "Come in"  # what has begun isn't given up, however long it takes
    assert ask(room, "/third") == "Come in"
    assert site.begun == ["/first", "/third"]


def test_a_mistake_is_the_servers_to_report(visitors):
    def broken(environ, start_response):
        raise ZeroDivisionError

    room = WaitingRoom(broken, working=1, most_waiting=1)
    for _try in range(3):
        with pytest.raises(ZeroDivisionError):
            ask(room)


def test_an_answer_is_put_away_by_the_thread_that_made_it_and_an_export_goes_on_being_sent():
    closed = []

    class Answer(HttpResponse):
        def close(self):
            closed.append(threading.current_thread().name)

    assert ask(WaitingRoom(lambda environ, start_response: Answer("a"), working=1)) == "a"
    assert [name.startswith("work") for name in closed] == [True]
    export = StreamingHttpResponse(iter("abc"))
    assert WaitingRoom(lambda environ, start_response: export, working=1)({}, None) is export


def turned_away(method, path, client=None, **fields):
    """Return the site's answer to a request that has waited too long."""
    return (client or Client(enforce_csrf_checks=True)).generic(
        method,
        path,
        "&".join(f"{name}={value}" for name, value in fields.items()),
        "application/x-www-form-urlencoded",
        **{TURNED_AWAY: True},
    )


@pytest.mark.parametrize("path", ["/", "/find-a-doctor/?q=spine", "/admin/", "/cms/", "/nowhere/", "/readyz"])
def test_the_page_for_an_outage_is_the_answer_and_asks_the_database_for_nothing(path):
    response = turned_away("GET", path)
    assert response.status_code == 503
    assert response["Retry-After"]
    assert "Content-Security-Policy" in response.headers


def test_what_was_typed_is_kept_and_can_be_sent_again(settings):
    client = Client(enforce_csrf_checks=True)
    client.cookies[settings.CSRF_COOKIE_NAME] = "a" * 32
    response = turned_away("POST", "/appointments/request/condition/", client, reason="lumbago")
    assert response.status_code == 503
    page = response.content.decode()
    assert "lumbago" in page
    assert response.cookies[settings.CSRF_COOKIE_NAME].value == "a" * 32  # the token on the page fits it


def test_the_server_has_threads_for_all_who_wait(monkeypatch):
    asked = {}

    class Server:
        def __init__(self, target, **options):
            asked.update(options)

        def serve(self):
            pass

    monkeypatch.setattr("granian.Granian", Server)
    forked_site.serve_pages(1)
    assert asked["blocking_threads"] == THREADS
