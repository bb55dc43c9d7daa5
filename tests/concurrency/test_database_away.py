"""The database goes away while someone asks for an appointment: nothing typed is lost, nothing is sent twice."""

import contextlib
import threading

import environ
import psycopg2
import pytest

from appointments.request_form.bot_check import HONEYPOT
from wakemed.running.embedded import OWNER

from .device import CHECK, DONE, START, Device, answers_for_today

EMAIL = "outage@example.com"
WORDS = "It hurts <here> & “there”.\r\nAt night."
WRITTEN = """
    SELECT count(*),
        (SELECT count(*) FROM appointments_statuschange JOIN appointments_appointmentrequest request
            ON request.id = request_id WHERE request.email = %s),
        (SELECT count(*) FROM appointments_notification JOIN appointments_appointmentrequest request
            ON request.id = request_id WHERE request.email = %s)
    FROM appointments_appointmentrequest WHERE email = %s
"""
THROW_OUT = (
    "SELECT bool_and(pg_terminate_backend(pid, 10000)) FROM pg_stat_activity WHERE datname = %s AND usename = %s"
)
IS_HELD_UP = """
    SELECT count(*) FROM pg_stat_activity WHERE datname = %s AND usename = %s
        AND wait_event_type = 'Lock' AND query LIKE '%%INSERT INTO "appointments_notification"%%'
"""


class Database:
    """The served site's database, as its owner can close and open it."""

    def __init__(self, site):
        self.config = environ.Env.db_url_config(site.variables["DATABASE_URL"])

    @contextlib.contextmanager
    def as_owner(self, name):
        host = self.config["HOST"] or self.config["OPTIONS"]["host"]
        with contextlib.closing(psycopg2.connect(host=host, user=OWNER, dbname=name)) as connection:
            connection.autocommit = True
            with connection.cursor() as cursor:
                yield cursor

    @contextlib.contextmanager
    def away(self):
        """Let nobody in for the length of the block; the site's connections are closed."""
        with self.as_owner("postgres") as cursor:
            cursor.execute(f'ALTER DATABASE "{self.config["NAME"]}" ALLOW_CONNECTIONS false')
            try:
                cursor.execute(THROW_OUT, [self.config["NAME"], self.config["USER"]])
                yield
            finally:
                cursor.execute(f'ALTER DATABASE "{self.config["NAME"]}" ALLOW_CONNECTIONS true')

    @contextlib.contextmanager
    def mail_held_up(self):
        """Let nobody write the last row of a request."""
        with self.as_owner(self.config["NAME"]) as cursor:
            cursor.execute("BEGIN")
            cursor.execute("LOCK TABLE appointments_notification IN SHARE MODE")
            yield

    def wait_until_someone_is_held_up(self):
        with self.as_owner("postgres") as cursor:
            for _ in range(3000):
                cursor.execute(IS_HELD_UP, [self.config["NAME"], self.config["USER"]])
                if cursor.fetchone()[0]:
                    return
                cursor.execute("SELECT pg_sleep(0.01)")
        raise AssertionError("nobody has come to the mail")


@pytest.fixture
def database(site):
    return Database(site)


@pytest.fixture
def device(site):
    device = Device(network_address="198.51.100.101", site_address=site.address)
    device.start()
    return device


def press_try_again(device, answer, path):
    """Post what the page for an outage holds in its form, as its button does."""
    form = answer.main.find("form", method="post")
    assert form["action"] == path
    assert form.button.get_text() == "Try again"
    return device.ask("POST", path, answer.hidden_fields())


def says_what_to_do(answer):
    """Tell whether it is the page that promises to have kept everything and gives the phone numbers."""
    assert (answer.status, answer.main.h1.get_text()) == (503, "Please try again in a minute")
    return {link["href"] for link in answer.main.select("a[href^=tel]")} == {"tel:919-555-0100", "tel:911"}


def test_an_outage_in_the_middle_loses_no_answer_and_sends_nothing_twice(site, device, database):
    def written():
        return site.rows(WRITTEN, EMAIL, EMAIL, EMAIL)

    before = written()
    pages = answers_for_today(EMAIL, "(919) 555-0187") | {"condition": {"condition": "not-sure", "reason": WORDS}}
    later = {step: pages.pop(step) for step in list(pages)[2:]}
    device.fill_in(pages)

    path = f"{START}condition/"
    with database.away():
        answer = device.post(path, **later.pop("condition"))
        again = device.ask("POST", path, answer.hidden_fields())
    for page in (answer, again):
        assert says_what_to_do(page)
        typed = {row.dt.get_text(): row.dd.get_text("\n") for row in page.main.select(".summary-list__row")}
        assert [words.splitlines() for words in typed.values() if "“there”" in words]
        assert ("reason", WORDS) in page.hidden_fields()
    answer = press_try_again(device, again, path)
    assert (answer.status, answer.location) == (302, f"{START}history/")

    assert device.fill_in(later) == CHECK
    assert WORDS.splitlines()[1] in device.get(CHECK).text
    with database.away():
        unreachable = device.post(CHECK, **{HONEYPOT: ""})
    assert says_what_to_do(unreachable)
    assert written() == before

    cut = []
    with database.mail_held_up():
        sender = threading.Thread(target=lambda: cut.append(press_try_again(device, unreachable, CHECK)))
        sender.start()
        database.wait_until_someone_is_held_up()
        with database.away():
            sender.join()
    assert says_what_to_do(cut[0])
    assert written() == before

    for _ in range(2):  # the second press of an impatient finger
        answer = press_try_again(device, cut[0], CHECK)
        assert (answer.status, answer.location) == (302, DONE)
    assert written() == [tuple(number + 1 for number in before[0])]
    assert site.process.poll() is None
