"""A tab of the queue is one declaration."""

import datetime
import re

import pytest
from django.db.models import Q
from django.utils import timezone

from appointments.admin.tab_definition import Tab
from appointments.admin.tabs import TABS
from appointments.calendar.departed_physicians import TAB as LEFT
from appointments.mail.desk_numbers import DeskNumbers, digest_lines
from appointments.models import AppointmentRequest

from .at_desk import QUEUE, words_of

IN_ROW = ["new", "fax", "mine", "nurse", "call", "visits", "unrecorded"]


@pytest.fixture
def desk(client, scheduler):
    client.force_login(scheduler)
    return client


@pytest.fixture
def by_fax(make_request):
    """A tab that nothing but this declares, between the first and the second, and the request that it holds."""
    tab = Tab(
        name="fax",
        label="By fax",
        holds=Q(source="fax"),
        is_alarming=True,
        columns=("reference_link", "state"),
        prepared=lambda requests, now: requests.order_by("-id"),
    )
    TABS.insert(1, tab)
    requests = [make_request() for _ in range(3)]
    AppointmentRequest.objects.filter(pk__in=[request.pk for request in requests[:2]]).update(source="fax")
    yield requests
    TABS.remove(tab)


def test_a_declared_tab_is_in_its_place_with_its_count_and_its_alarm(desk, by_fax):
    page = desk.get(QUEUE).content.decode()
    names = re.findall(r'href="\?tab=(\w+)"', page)
    assert names[:3] == ["new", "fax", "mine"]
    assert re.search(r'class="desk-tab desk-tab--late" href="\?tab=fax">By fax <span[^>]*>2<', page)


def test_a_declared_tab_shows_what_it_holds_in_its_order_with_its_columns(desk, by_fax):
    response = desk.get(QUEUE, {"tab": "fax"})
    text, page = words_of(response), response.content.decode()
    first, second, other = by_fax
    assert text.index(second.spoken_reference) < text.index(first.spoken_reference)
    assert other.spoken_reference not in text
    assert re.findall(r'<th scope="col" class="column-(\w+)"', page) == ["reference_link", "state"]
    assert 'href="?tab=fax" aria-current="page"' in page


@pytest.mark.parametrize(("opened", "named"), [("new", ""), ("waitlist", "Waitlist 0"), ("all", "All 3")])
def test_the_row_has_the_same_tabs_whichever_is_open_and_more_names_one_of_its_own(desk, by_fax, opened, named):
    page = desk.get(QUEUE, {"tab": opened}).content.decode()
    row, _summary, _rest = page.partition('class="desk-tabs__more"')
    assert re.findall(r'class="desk-tab[^>]*href="\?tab=(\w+)"', row) == IN_ROW
    summary = re.search(r'<summary class="desk-tab.*?</summary>', page, re.DOTALL)[0]
    assert " ".join(re.sub(r"<[^>]+>", " ", summary).split()) == f"{named} More".strip()


def test_no_name_is_a_tabs_twice():
    names = [tab.name for tab in TABS]
    assert sorted(set(names)) == sorted(names)


def test_mail_links_to_tabs_that_there_are(db):
    late = timezone.localdate() - datetime.timedelta(days=7)
    counts = dict.fromkeys(("new", "overdue", "doctor_away", "no_outcome", "lapsing", "calls"), 1)
    numbers = DeskNumbers(oldest_answer_by=late, **counts)
    linked = {line.link.rpartition("=")[2] for line in digest_lines(numbers)}
    assert linked == {"new", "overdue", "away", "no_outcome", "offered", "call"}
    assert linked | {LEFT} <= {tab.name for tab in TABS}
