"""No page of the desk reads a table from end to end, and none takes more than twenty statements.

The tables are nearly empty here. PostgreSQL is told that they hold a hundred thousand rows each, and to avoid
sequential scans wherever an index will do.
"""

import datetime
import json

import pytest
from django.contrib import admin
from django.core.cache import caches
from django.db import connection
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from appointments.admin.filters import FILTERS
from appointments.admin.tabs import TABS
from appointments.guards.refreshes import HEADER as REFRESHES_ITSELF
from appointments.mail.desk_numbers import desk_numbers
from appointments.models import (
    AnswerChange,
    AppointmentRequest,
    ContactAttempt,
    Message,
    Note,
    PreferredTime,
    RecordAccess,
    TimeOff,
)
from appointments.services.requests.claims import claim_next, claim_request
from appointments.services.requests.closing import close_request, waitlist_request
from appointments.services.requests.contact_attempts import log_contact
from appointments.services.requests.nurse_reviews import ask_for_nurse_review
from appointments.services.requests.patient_questions import ask_patient
from appointments.services.visits.free_time_value import value_of
from appointments.services.visits.visit_day import check_in, complete_visit
from physicians.services.departures import record_departure

from .at_desk import QUEUE
from .visits import at, book, offer, seen, wanted

MOST_STATEMENTS = 20
SPARE = 1  # now and then the session is written, too
GROWING = {
    f"appointments_{name}"
    for name in (
        *("appointment", "appointmentchange", "answerchange", "appointmentrequest", "busytime", "contactattempt"),
        *("message", "note", "notification", "offer", "preferredtime", "recordaccess", "requestlink", "statuschange"),
        *("desksearch", "appointmentrequest_preferred_locations"),
    )
}
OWNERS = {"request_id", "appointmentrequest_id", "appointment_id", "offer_id"}
A_FEW_EACH = -0.2  # distinct values for each row
ACCESSES = "/admin/appointments/recordaccess/"
KEEPS_ORDER = {"Limit", "LockRows", "Nested Loop", "Subquery Scan", "Result", "Memoize"}


@pytest.fixture
def filled(monkeypatch, visiting, clinic, make_request, scheduler):
    """Three requests, one booked, one offered a time, in tables that seem to be full; an empty one seems empty."""
    for model in (AppointmentRequest, RecordAccess):  # even two rows make several pages
        monkeypatch.setattr(admin.site._registry[model], "list_per_page", 1)
    request, booked, offered = make_request(), make_request(), make_request()
    book(booked, scheduler, wanted(visiting, clinic))
    offer(offered, scheduler, wanted(visiting, clinic, "2026-11-24 10:00"))
    ContactAttempt.objects.create(request=request, author=scheduler, channel="phone", outcome="busy")
    AnswerChange.objects.create(request=request, question="phone", before="a", after="b")
    Note.objects.create(request=request, author=scheduler, text="x")
    Message.objects.create(request=request, author=scheduler, text="x")
    request.preferred_locations.add(clinic)
    with connection.cursor() as cursor:
        for table in GROWING:
            # What earlier tests have left in an index makes it look large, and a whole one beside it cheap.
            cursor.execute(f"REINDEX TABLE {table}")
            cursor.execute(
                "SELECT pg_restore_relation_stats('schemaname', 'public', 'relname', %s,"
                " 'relpages', 1, 'reltuples', 100000::real)",
                [table],
            )
        cursor.execute(
            "SELECT table_name, column_name FROM information_schema.columns"
            " WHERE table_name = ANY (%s) AND column_name ~ '_id$'",
            [list(GROWING)],
        )
        for table, column in cursor.fetchall():
            cursor.execute(
                "SELECT pg_restore_attribute_stats('schemaname', 'public', 'relname', %s, 'attname', %s,"
                " 'inherited', false, 'null_frac', 0.0::real, 'avg_width', 8, 'n_distinct', %s::real)",
                [table, column, A_FEW_EACH if column in OWNERS else 50],
            )
        for way in ("seqscan", "hashjoin", "mergejoin"):  # what reads whole tables where a few rows would do
            cursor.execute(f"SET LOCAL enable_{way} = off")
    return request, booked, visiting, clinic


def asked(ask):
    """Return the statements that a page takes."""
    with CaptureQueriesContext(connection) as captured:
        ask()
    return [query["sql"] for query in captured]


def plan_of(sql):
    """Return the plan of a statement that reads, None for any other."""
    text = sql.partition(" FOR ")[2] if sql.startswith("DECLARE") else sql
    if not text.lstrip("( ").startswith(("SELECT", "WITH")):
        return None
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN (FORMAT JSON) {text}")
        [[plan]] = cursor.fetchall()
    return (json.loads(plan) if isinstance(plan, str) else plan)[0]["Plan"]


def whole_reads(sql):
    """Return the growing tables that a statement reads from end to end."""
    plan = plan_of(sql)
    with connection.cursor() as cursor:
        cursor.execute("SELECT indexrelid::regclass::text FROM pg_index WHERE indpred IS NOT NULL")
        partial = {name for (name,) in cursor}
    return list(reads_of(plan, partial, limited=False)) if plan else []


def indexes_of(node):
    """Yield the names of the indexes that a plan reads."""
    if name := node.get("Index Name"):
        yield name
    for each in node.get("Plans", ()):
        yield from indexes_of(each)


def reads_of(node, partial, *, limited):
    kind, table, index = node["Node Type"], node.get("Relation Name"), node.get("Index Name")
    is_first_rows = limited and "Filter" not in node
    if table in GROWING and kind == "Seq Scan" and not is_first_rows:
        yield f"{table} from end to end"
    whole_index = "Index" in kind and "Index Cond" not in node and index not in partial and not is_first_rows
    if whole_index and (table in GROWING or table is None):
        yield f"all of {index}"
    limited = kind == "Limit" or (limited and kind in KEEPS_ORDER)
    for each in node.get("Plans", ()):
        yield from reads_of(each, partial, limited=limited and each["Parent Relationship"] == "Outer")


def pages(request, booked, doctor, clinic):
    """Return the address of each page."""
    found = {f"tab {tab.name}": f"{QUEUE}?tab={tab.name}" for tab in TABS}
    found |= {"further": f"{QUEUE}?tab=new&after={request.pk}", "older": f"{QUEUE}?tab=all&after={request.pk}"}
    names, birthday = ("Doe", "Pat Doe", "Pst Doe"), "03/27/1962"
    numbers = ("919-555-0142", "555-0142", "0142", birthday, "MRN12345", "V12345")
    for typed in (*names, *numbers, "pat@example.com"):
        found[f"search {typed}"] = f"{QUEUE}?q={typed}"
    for name, typed in (("reference", request.spoken_reference), ("half a reference", request.reference[:4])):
        found[f"search {name}"] = f"{QUEUE}?q={typed}"
    found |= {"new request": request.get_absolute_url(), "booked request": booked.get_absolute_url()}
    calendar = reverse("admin:appointments_calendar")
    for span in ("day", "week"):
        found[f"calendar {span}"] = f"{calendar}?date=2026-11-24&span={span}"
        found[f"calendar {span} past"] = f"{calendar}?date=2026-11-13&span={span}"
    time = f"{calendar}time/?time={value_of(wanted(doctor, clinic, '2026-11-24 10:20'))}"
    found |= {"free time": time, "free time of a request": f"{time}&request={request.pk}"}
    found["day sheet"] = f"{reverse('admin:appointments_daysheet')}?date=2026-11-24"
    found["calendar of a request"] = f"{calendar}?date=2026-11-24&request={request.pk}"
    found |= {"home": "/admin/", "accesses": ACCESSES, "accesses of one": f"{ACCESSES}?q={request.reference}"}
    found |= {"accesses by one": f"{ACCESSES}?q=sam@example.com", "opened": f"{ACCESSES}?kind__exact=opened"}
    return found


def narrowed_pages(request, doctor, clinic, scheduler):
    """Return the address of every tab with a clinic, and of others with each of the other filters.

    “Virtual visit” and “no clinic chosen” aren't among them: they are looked for among all open requests, as many fit.
    Nor are all requests of a physician, colleague or condition: how many these have decides which index is better.
    """
    values = {
        "physician": (doctor.pk,),
        "colleague": (scheduler.pk, "none"),
        "condition": (request.condition_id, "none"),
    }
    values |= {"clinic": (clinic.pk,), "language": ("es",), "visit": ("virtual",)}
    assert values.keys() == {each.parameter_name for each in FILTERS}
    chosen = [f"{name}={value}" for name, those in values.items() for value in those]
    found = {each: f"{QUEUE}?tab=new&{each}" for each in chosen}
    found |= {f"all, {each}": f"{QUEUE}?tab=all&{each}" for each in ("language=es", "visit=virtual")}
    one = f"clinic={clinic.pk}"
    found |= {f"{tab.name}, {one}": f"{QUEUE}?tab={tab.name}&{one}" for tab in TABS}
    return found | {"search, one clinic": f"{QUEUE}?q=Doe&{one}", "two filters": f"{QUEUE}?tab=all&{one}&language=es"}


def read_what_is_kept(client, scheduler, *requests):
    """Open pages, after which the process knows for five minutes what is the same for all requests."""
    client.force_login(scheduler)
    for request in requests:
        client.get(request.get_absolute_url())


def costs(client, address):
    """Return what is wrong with the statements of a page."""
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200, address
    statements = [query["sql"] for query in captured]
    found = [f"{read} in {sql[-300:]}" for sql in statements for read in whole_reads(sql)]
    if len(statements) > MOST_STATEMENTS:
        found.append(f"{len(statements)} statements")
    return found


def test_every_statement_of_every_page_is_on_an_index_and_they_are_few(client, filled, scheduler, make_staff):
    auditor = make_staff("root@example.com", is_superuser=True)
    read_what_is_kept(client, scheduler, filled[0])
    wrong = {}
    for name, address in pages(*filled).items():
        client.force_login(auditor if "accesses" in name or name == "opened" else scheduler)
        if found := costs(client, address):
            wrong[name] = found
    assert not wrong, json.dumps(wrong, indent=1)


def test_every_statement_of_a_filter_is_on_an_index_and_they_are_few(client, filled, scheduler):
    request, _booked, doctor, clinic = filled
    read_what_is_kept(client, scheduler, request)
    wrong = {}
    for name, address in narrowed_pages(request, doctor, clinic, scheduler).items():
        if found := costs(client, address):
            wrong[name] = found
    assert not wrong, json.dumps(wrong, indent=1)


def test_a_clinic_or_a_physician_is_found_by_an_index_of_the_visits_that_take_time(client, filled, scheduler):
    _request, _booked, doctor, clinic = filled
    client.force_login(scheduler)
    for index, query in {
        "visit_at_clinic": f"clinic={clinic.pk}",
        "undecided_wish": f"clinic={clinic.pk}",
        "wish_for_clinic": f"tab=all&clinic={clinic.pk}",  # of closed requests
        "visit_with_physician": f"physician={doctor.pk}",
    }.items():
        plans = filter(None, map(plan_of, asked(lambda query=query: client.get(f"{QUEUE}?{query}"))))
        assert index in {name for plan in plans for name in indexes_of(plan)}, query


def of_every_kind(now, make_request, scheduler, nurse, doctor, clinic, leaving):
    """Return a request of each kind, by what sets it apart."""

    def made(change, **fields):
        request = make_request()
        change(request)
        AppointmentRequest.objects.filter(pk=request.pk).update(**fields)
        return request

    def with_visit(start, by=doctor):
        return lambda request: book(request, scheduler, wanted(by, clinic, start), off_rules_reason="x")

    def called_three_times(request):
        for _ in range(3):
            log_contact(request_id=request.pk, actor=scheduler, channel="phone", outcome="busy", next_on=None)

    def with_distant_wishes(request):
        request.preferred_times.all().delete()
        for rank, day in enumerate(("2026-11-20", "2026-12-22", "2027-01-05"), start=1):
            PreferredTime.objects.create(request=request, rank=rank, date=day, half="morning")

    def lost_mail(request):
        request.notifications.update(state="bounced")
        close_request(**seen(request), closed_reason="declined", reason="x", actor=scheduler)

    requests = {
        "claimed": made(lambda request: claim_request(request_id=request.pk, actor=scheduler)),
        "wishes that lie apart": made(with_distant_wishes),
        "asked": made(lambda request: ask_patient(**seen(request), actor=scheduler, text="?")),
        "waitlisted": made(lambda request: waitlist_request(**seen(request), actor=scheduler)),
        "with a nurse": made(
            lambda request: ask_for_nurse_review(request_id=request.pk, actor=scheduler, nurse=nurse),
            priority="urgent",
        ),
        "called": made(called_three_times),
        "offered": made(lambda request: offer(request, scheduler, wanted(doctor, clinic, "2026-11-24 11:00"))),
        "no outcome yet": made(with_visit("2026-11-16 10:40")),
        "arrived": made(with_visit("2026-11-16 11:20")),
        "took place": made(with_visit("2026-11-16 12:00")),
        "doctor away": made(with_visit("2026-11-25 09:00")),
        "doctor left": made(with_visit("2026-11-25 09:00", by=leaving)),
        "names who left": made(lambda request: None, physician=leaving),
        "closed, to be called": made(lost_mail),
    }
    for name in ("arrived", "took place"):
        check_in(**seen(requests[name]), actor=scheduler)
    now.shift(datetime.timedelta(hours=3))
    complete_visit(**seen(requests["took place"]), actor=scheduler)
    return requests


def test_a_request_of_every_kind_takes_few_statements_for_schedulers_and_nurses(
    client, filled, now, make_request, scheduler, nurse, make_physician, give_hours
):
    first, _booked, doctor, clinic = filled
    leaving = give_hours(make_physician("leaving"))
    requests = of_every_kind(now, make_request, scheduler, nurse, doctor, clinic, leaving)
    TimeOff.objects.create(physician=doctor, period=DateTimeTZRange(at("2026-11-25 09:00"), at("2026-11-25 10:00")))
    record_departure(physician=leaving, by=scheduler, note="", now=timezone.now())
    read_what_is_kept(client, scheduler, first, requests["claimed"])
    wrong = {}
    for name, request in requests.items():
        for person in (scheduler, nurse):
            client.force_login(person)
            if found := costs(client, request.get_absolute_url()):
                wrong[f"{name}, {person}"] = found
    assert not wrong, json.dumps(wrong, indent=1)


def test_a_list_that_holds_requests_takes_few_statements_though_it_has_a_clinic_and_refreshes_itself(
    client, filled, now, make_request, scheduler, nurse, make_physician, give_hours, monkeypatch
):
    monkeypatch.setattr(admin.site._registry[AppointmentRequest], "list_per_page", 25)
    _first, _booked, doctor, clinic = filled
    leaving = give_hours(make_physician("leaving"))
    requests = of_every_kind(now, make_request, scheduler, nurse, doctor, clinic, leaving)
    for request in requests.values():
        request.preferred_locations.add(clinic)
    record_departure(physician=leaving, by=scheduler, note="", now=timezone.now())
    client.force_login(scheduler)
    wrong = {}
    for tab in TABS:
        page = f"{QUEUE}?tab={tab.name}&clinic={clinic.pk}"
        for headers in ({}, {REFRESHES_ITSELF: "1"}):
            caches["process"].clear()
            number = len(asked(lambda page=page, headers=headers: client.get(page, headers=headers)))
            if number > MOST_STATEMENTS - SPARE:
                wrong[f"{tab.name}, {headers}"] = number
    assert not wrong


def test_the_digest_and_take_next_are_on_an_index(filled, scheduler):
    for ask in (desk_numbers, lambda: claim_next(actor=scheduler)):
        assert [(sql, reads) for sql in asked(ask) if (reads := whole_reads(sql))] == []
