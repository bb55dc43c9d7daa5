"""A patient whose name, words, birth date, phone, mail address and link are looked for where they must not be.

They go through the whole site: the form, the link, the desk with its search, mistakes on the way. Afterwards the logs,
the cache, the sessions, every column of the database, the mails, the addresses and titles of all pages, and what a
process keeps in memory are searched.
"""

import email
import email.policy
import html
import re
import threading
import time

import pytest

from tests.concurrency.device import CHECK, DONE, START, Device, answers_for_today
from wakemed.dev.mailbox import messages

from . import on_site

KEPT, KEPT_IN_PROCESS = "tests.journeys.kept_by_site", "tests.journeys.kept_in_process"
QUEUE = "/admin/appointments/appointmentrequest/"
MAILBOX = "waxwing@example.com"
# As they are written anywhere. Searching ignores case.
NAME, WORDS, BORN, PHONE = "umbrafinch", "nightjar", ("1931-01-09", "january 9, 1931", "jan. 9, 1931"), "555-0187"
MISTYPED = "umbrafnich"
CANARIES = (NAME, WORDS, *BORN, PHONE, "5550187", "waxwing")
# Where the database has them on purpose; mails, cache, sessions, drafts, logs and histories of addresses are not here.
MAY_HOLD = {
    *("appointments_appointmentrequest", "appointments_appointmentrequestevent", "appointments_patientnames"),
    *("appointments_patientnameword", "appointments_note", "appointments_desksearch"),
}
ADDRESS = re.compile(r'(?:href|action|src)="((?!tel:)[^"]*)"')
TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
SECONDS = 60  # longer than a mail takes


class Recorded(Device):
    """A device that remembers the address and the title of every page, and every address on it."""

    def __init__(self, site, network_address):
        super().__init__(network_address=network_address, site_address=site.address)
        self.addresses, self.titles = [], []

    def ask(self, method, path, fields=None):
        answer = super().ask(method, path, fields)
        self.addresses += [path, answer.location, *map(html.unescape, ADDRESS.findall(answer.text))]
        self.titles += map(html.unescape, TITLE.findall(answer.text))
        return answer


def mails_to(site, address):
    return [message for message in messages(site.data_dir / "mail") if message["To"] == address]


def token_from_mail(site):
    """Return the token of the link that the patient is sent."""
    deadline = time.monotonic() + SECONDS
    while not (mails := mails_to(site, MAILBOX)):
        assert time.monotonic() < deadline, "no mail came"
        threading.Event().wait(0.1)
    return re.search(r"/appointments/manage/([\w-]{43})/", mails[0].get_body(("plain",)).get_content())[1]


def send_request(device):
    """Fill in and send the form, with a mistake and an autosave on the way."""
    pages = answers_for_today(MAILBOX, f"(919) {PHONE}")
    pages["condition"]["reason"] = f"A {WORDS} sits on my back."
    pages["patient"] |= {"legal_name": f"Una {NAME}", "date_of_birth_month": "1", "date_of_birth_day": "9"}
    pages["patient"]["date_of_birth_year"] = "1931"
    device.start()
    for step, fields in pages.items():
        device.post(f"{START}{step}/keep/", **fields)
        device.ask("POST", f"{START}{step}/", fields)  # without its token: refused
        wrong = fields | {"email": f"{MAILBOX} {NAME}", "date_of_birth_year": "19310", "reason": WORDS * 300}
        device.post(f"{START}{step}/", **wrong)
        device.fill_in({step: fields})
    device.get(CHECK)
    answer = device.post(CHECK)
    assert (answer.status, answer.location) == (302, DONE)
    device.get(DONE)


def open_link(device, token):
    """Open the request as its patient, after a wrong date, and press what is there."""
    address = f"/appointments/manage/{token}/"
    device.get(address)
    for year in (1932, 1931):
        device.post(address, date_of_birth_month=1, date_of_birth_day=9, date_of_birth_year=year)
    assert f"Una {NAME}" in device.get(address).text
    for path in ("change/", "cancel/", "move/", "visit.ics", "nowhere/"):
        device.get(address + path)
        device.post(address + path, text=WORDS)


def work_at_the_desk(site, device):
    """Find, open and work on the request, and sign out."""
    device.get("/accounts/login/")
    device.post("/accounts/login/", login=MAILBOX, password=NAME)
    signed_in = device.post(
        "/accounts/login/", login="scheduler@example.com", password=site.password_of("scheduler@example.com")
    )
    assert signed_in.status == 302
    device.get(f"{QUEUE}?tab=all")
    [(key,)] = site.rows("SELECT id FROM appointments_appointmentrequest WHERE email = %s", MAILBOX)
    page = device.get(f"{QUEUE}{key}/change/")
    assert WORDS in page.text
    version = re.search(r'name="seen_version" value="(\d+)"', page.text)[1]
    for seen in (version, 0):
        for button in ("note", "book", "close", "correct", "contact"):
            device.post(f"{QUEUE}{key}/{button}/", seen_version=seen, text=WORDS, reason=WORDS, times=NAME)
    device.get(f"{QUEUE}{key}/change/")
    device.get(f"{QUEUE}?tab=all")
    for word in (NAME, MISTYPED, PHONE, MAILBOX):
        found = device.post(f"{QUEUE}?tab=all", find=word)
        assert f"/{key}/change/" in device.get(found.location).text
    device.get("/accounts/logout/")
    assert device.post("/accounts/logout/").status == 302


def search_for(site, *words):
    """Look for them as a stranger does. Where they did, the address and the title say what they typed."""
    device = Device(network_address="198.51.100.188", site_address=site.address)
    for word in words:
        for address in ("/find-a-doctor/?q=", "/find-a-doctor/suggest/?q=", "/search/?q=", "/", "/cms/?q=", "/x/%00"):
            device.get(f"{address}{word.replace(' ', '+')}")


@pytest.fixture(scope="module")
def traces(site):
    """All that the patient's way through the site has left, as text by place."""
    logs = {"the site's log": site.log, "PostgreSQL's log": site.data_dir / "postgres" / "log"}
    before = {name: path.stat().st_size if path.exists() else 0 for name, path in logs.items()}
    patient, desk = Recorded(site, "198.51.100.186"), Recorded(site, "198.51.100.187")
    send_request(patient)
    token = token_from_mail(site)
    open_link(patient, token)
    work_at_the_desk(site, desk)
    search_for(site, *CANARIES, token)

    def read():
        kept = on_site.call(site, KEPT, "read", *CANARIES, token)
        found = {name: path.read_bytes()[before[name] :].decode() for name, path in logs.items()}
        mails = mails_to(site, MAILBOX)
        headers = [(name, value) for mail in mails for name, value in mail.items() if name != "To"]
        return found | {
            "the cache": kept["cache"],
            "sessions": kept["sessions"],
            "columns": "\n".join(column for column in kept["columns"] if column.partition(".")[0] not in MAY_HOLD),
            "mail headers": "\n".join(f"{name}: {value}" for name, value in headers),
            "addresses": "\n".join(patient.addresses + desk.addresses).replace(f"/appointments/manage/{token}/", ""),
            "titles": "\n".join(patient.titles + desk.titles),
        }

    read.token, read.devices, read.before_the_control = token, (patient, desk), read()
    return read


def leaks(places, token):
    """Return where something of the patient is, and what; any column that is still named has something."""
    found = {}
    for place, text in places.items():
        words = [word for word in (*CANARIES, token) if word.lower() in text.lower()]
        if words or (place == "columns" and text):
            found[place] = words or text
    return found


def test_nothing_of_a_patient_is_where_it_must_not_be(site, traces):
    places = traces.before_the_control
    assert "GET route=unmatched status=404" in places["the site's log"]
    assert len(places["titles"].splitlines()) > 30
    assert leaks(places, traces.token) == {}


def test_a_process_keeps_nothing_of_a_patient_in_memory(site, traces):
    words = (*CANARIES, MISTYPED)
    assert on_site.call(site, KEPT_IN_PROCESS, "work", MAILBOX, *words) == []
    planted = on_site.call(site, KEPT_IN_PROCESS, "plant", "crakehen")  # the control
    assert sorted(re.findall(r"(\d) crakehen", " ".join(planted))) == ["1", "2", "3"]


def test_a_mail_says_nothing_of_the_illness_and_nothing_that_opens_its_link(site, traces):
    for mail in mails_to(site, MAILBOX):
        text = "\n".join(part.get_content() for part in mail.walk() if part.get_content_maintype() == "text")
        assert [word for word in (WORDS, *BORN, PHONE) if word in text.lower()] == []


def test_whatever_leaks_is_found(site, traces):
    """The control: the name is put into every place."""
    patient, _desk = traces.devices
    leaked = email.message_from_string(f"To: {MAILBOX}\nSubject: {NAME}\n\n", policy=email.policy.default)
    file = site.data_dir / "mail" / "control.log"
    on_site.call(site, KEPT, "plant", NAME)
    patient.addresses.append(f"/?name={NAME}")
    patient.titles.append(f"Una {NAME.capitalize()}")
    try:
        file.write_bytes(leaked.as_bytes() + b"-" * 79 + b"\n")
        with site.log.open("a") as log:
            log.write(f"{NAME}\n")
        places = traces()
        assert leaks(places, traces.token).keys() == places.keys()
    finally:
        file.unlink()
        on_site.call(site, KEPT, "take out")
