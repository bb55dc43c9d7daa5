"""Thousands of requests that no browser sends, over every address and form: none is answered with 5xx.

`make test` sends a share of them. `make hostile` sends all (PUBLIC=10000, STAFF=3000 for each group, EDITORS=1000
for each group that writes or approves pages, SEED=…) and
prints what came back.
"""

import logging
import os
import sys

import pytest
from django.test import Client
from django.urls import reverse

from appointments.request_form.steps import STEPS
from appointments.services.requests.drafts import start_draft
from tests.concurrency.device import answers_for_today
from tests.wakemed.addresses import every_address
from tests.wakemed.everything import AT_THE_DESK
from tests.wakemed.who_may import who_may
from wakemed.staff.groups import GROUPS

from .asking import Asker
from .generator import Generator
from .public_addresses import public_addresses, token_of

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.filterwarnings("ignore"),  # what is sent is odd on purpose
]
FULL = os.environ.get("HOSTILE") == "full"
PUBLIC = int(os.environ.get("PUBLIC", "10000" if FULL else "600"))
EDITORS = int(os.environ.get("EDITORS", "1000" if FULL else "60"))
STAFF = int(os.environ.get("STAFF", "3000" if FULL else "60"))
SEED = os.environ.get("SEED", "1")
NEEDS_PROOF = "wakemed.signin.account_adapter.StaffAccountAdapter.is_reauthentication_required"


@pytest.fixture(autouse=True)
def _signed_in_just_now(monkeypatch):
    monkeypatch.setattr(NEEDS_PROOF, lambda *args, **kwargs: False)
    logging.disable(logging.CRITICAL)
    yield
    logging.disable(logging.NOTSET)


@pytest.fixture
def ask():
    """Return a function that sends requests and fails for every 5xx."""
    asker = Asker()

    def send(who, number, addresses, people):
        generator = Generator(asker, addresses, people, f"{SEED} {who}")
        opened = generator.run(number)
        tally = ", ".join(f"{status}: {times}" for status, times in sorted(asker.statuses.items()))
        sys.stdout.write(
            f"\n{who}: {asker.asked} requests with seed {SEED}, {opened} of {len(generator.addresses)} addresses, "
            f"{generator.posted} forms posted. {tally}\n"
        )
        assert not asker.broken, "\n".join(
            f"{len(requests)} times {raised}\n  {requests[0]}" for raised, requests in asker.broken.items()
        )
        return opened == len(generator.addresses)

    yield send
    asker.close()


def drafts(things):
    """Return cookies of devices that are at the question pages, that have answered all, and that have sent it."""
    answers = {
        step: {name: value if isinstance(value, list) else [value] for name, value in fields.items()}
        for step, fields in answers_for_today("hostile@example.com", "(919) 555-0155").items()
    }
    steps = [step.slug for step in STEPS if step.slug in answers]
    some = [{step: answers[step] for step in steps[:number]} for number in range(0, len(steps) + 1, 2)]
    secrets = [start_draft(answers=each)[1] for each in [*some, answers, answers, answers]]
    sent = start_draft(answers={}, request=things.offered)[1]
    return [{"request_draft": secret} for secret in [*secrets, sent]]


def patients(things):
    """Return cookies of devices that have opened a request through its link."""
    found = []
    for request in (things.appointmentrequest, things.offered):
        device, born = Client(), request.date_of_birth
        date = {f"date_of_birth_{part}": getattr(born, part) for part in ("month", "day", "year")}
        assert device.post(f"/appointments/manage/{token_of(request)}/", date).status_code == 302
        found.append({name: morsel.value for name, morsel in device.cookies.items()})
    return found


def session_of(person):
    """Return the cookies of someone who has signed in."""
    device = Client()
    device.force_login(person)
    return {name: morsel.value for name, morsel in device.cookies.items()}


def test_no_public_address_breaks(loaded_everything, ask):
    addresses = public_addresses(loaded_everything)
    people = {
        "/": [{}],
        "/appointments/request/": drafts(loaded_everything),
        "/appointments/manage/": patients(loaded_everything),
        "/accounts/": [session_of(loaded_everything.staff["Schedulers"])],
    }
    assert ask("Everyone", PUBLIC, addresses, people), "some addresses were never opened: raise PUBLIC"


@pytest.mark.parametrize("group", GROUPS)
def test_no_staff_address_breaks(loaded_everything, ask, group):
    """Those that the group is let into, and those that have no page of their own."""
    door, table = "/admin/" if group in AT_THE_DESK else "/cms/", who_may()
    addresses = [
        (name, address)
        for name, address in every_address(loaded_everything)
        if address.startswith(door) and group in table.get(name, GROUPS)
    ]
    ask(group, STAFF, addresses, {"/": [session_of(loaded_everything.staff[group])]})


@pytest.mark.parametrize("group", ["Editors", "Clinical reviewers"])
def test_no_page_editor_breaks(loaded_everything, ask, group):
    """Pages in every state, and new ones: with their blocks, which JavaScript draws, and all buttons."""
    pages = {name: getattr(loaded_everything, name) for name in ("home", "clinical", "page", "draft")}
    addresses = [(name, f"{reverse('spine_page_editor', args=[page.pk])}?edit=1") for name, page in pages.items()]
    if group == "Editors":
        home = loaded_everything.home.pk
        kinds = ("conditionpage", "informationpage", "treatmentpage", "legalpage", "treatmentindexpage")
        addresses += [(kind, reverse("wagtailadmin_pages:add", args=["spine", kind, home])) for kind in kinds]
    ask(f"Pages: {group}", EDITORS, addresses, {"/": [session_of(loaded_everything.staff[group])]})
