"""The calendar of the desk: what it shows of a day and of a week, to whom, and at what cost."""

import datetime
import re

import pytest
from django.db import connection
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from appointments.admin.calendar_page.time_blocks import Block
from appointments.models import ExtraSession, Holiday, Offer, RecordAccess
from appointments.services.visits.visit_day import check_in, complete_visit
from tests.factories import make_clinic

from .at_desk import words_of
from .hours import away, busy, rule, session, undone, visit
from .visits import book, offer, seen, wanted

DAY = "2026-11-24"  # a Tuesday, eight days after NOW
MOST_STATEMENTS = 20


@pytest.fixture
def address():
    return reverse("admin:appointments_calendar")


@pytest.fixture
def desk(client, scheduler):
    client.force_login(scheduler)
    return client


@pytest.fixture
def shown(desk, address):
    """Return a function that returns the list of a day, as (kind, words); it keeps the page itself."""

    def show(day=DAY, **asked):
        page = desk.get(address, {"date": day, **asked})
        assert page.status_code == 200
        show.page = page
        return blocks_of(page)

    return show


def test_the_day_leads_to_its_day_sheet_with_what_is_chosen(shown, clinic):
    shown(clinic=clinic.pk)
    sheet = reverse("admin:appointments_daysheet")
    assert f'href="{sheet}?date={DAY}&amp;span=day&amp;clinic={clinic.pk}"' in shown.page.content.decode()


def blocks_of(page):
    """Return the blocks of the list, in order: kind and words."""
    listed = page.content.decode().partition('class="calendar-list"')[2]
    found = re.findall(r'<div class="block block--(\w+)">(.*?)</div>', listed, re.DOTALL)
    return [(kind, seen_words(words)) for kind, words in found]


def seen_words(markup):
    """Return the words that are seen, without those that only tell one link from the next."""
    seen = re.sub(r'<span class="visually-hidden">.*?</span>|<a class="block__move".*?</a>', "", markup)
    return " ".join(re.sub(r"<[^>]+>", " ", seen).split())


def cells_of(page):
    """Return the cells of the table, in order of rows: kind and words."""
    table = re.search(r'<table class="calendar calendar--step.*?</table>', page.content.decode(), re.DOTALL)[0]
    cells = re.findall(r'<td class="is-(\w+)"[^>]*>(.*?)</td>', table, re.DOTALL)
    return [(kind, seen_words(words)) for kind, words in cells]


def test_a_day_shows_what_is_free_offered_booked_busy_and_off_each_in_words(
    shown, visiting, clinic, make_request, scheduler
):
    booked, offered = make_request(), make_request()
    book(booked, scheduler, wanted(visiting, clinic))
    offer(offered, scheduler, wanted(visiting, clinic, f"{DAY} 09:40"))
    busy(visiting, f"{DAY} 10:20", "10:50")
    busy(visiting, f"{DAY} 13:00", "13:30", is_guess=True)
    away(visiting, f"{DAY} 14:00", "18:00")
    assert shown() == [
        ("booked", f"9:00 a.m. – 9:30 a.m. Booked Pat Doe {booked.spoken_reference} Raleigh clinic"),
        (
            "offered",
            f"9:40 a.m. – 10:10 a.m. Offered until {until(offered)} Pat Doe {offered.spoken_reference} Raleigh clinic",
        ),
        ("busy", "10:20 a.m. – 10:50 a.m. Busy (health record)"),
        ("free", "11:00 a.m. – 11:30 a.m. Free Raleigh clinic"),
        ("perhaps", "1:00 p.m. – 1:30 p.m. Busy, perhaps (health record)"),
        ("off", "2:00 p.m. – 6:00 p.m. Time off"),
    ]


def until(request):
    """Return how long the request's offer is held, as the calendar says it."""
    held = Offer.objects.get(request=request).held_until.astimezone(datetime.UTC)
    assert held.isoformat() == "2026-11-18T22:00:00+00:00"
    return "Wed, 5 p.m."


def test_an_offer_whose_time_is_up_leaves_its_time_free(desk, now, shown, visiting, clinic, make_request, scheduler):
    offer(make_request(), scheduler, wanted(visiting, clinic))
    assert shown()[0][0] == "offered"
    now.move_to("2026-11-18T22:00:00+00:00")
    desk.force_login(scheduler)
    assert shown()[0] == ("free", "9:00 a.m. – 9:30 a.m. Free Raleigh clinic")
    assert "offered" not in {kind for kind, _words in shown()}


def test_what_is_free_today_but_sooner_than_the_physician_wants_says_so(shown, visiting):
    found = shown("2026-11-16")  # it's ten in the morning, and the physician wants a day of notice
    assert {kind for kind, _words in found} == {"short"}
    assert found[0] == ("short", "10:20 a.m. – 10:50 a.m. Free, short notice Raleigh clinic")
    tomorrow = shown("2026-11-17")
    assert [kind for kind, _words in tomorrow][:2] == ["short", "short"]
    assert tomorrow[2] == ("free", "10:20 a.m. – 10:50 a.m. Free Raleigh clinic")


def test_links_to_today_lead_to_the_current_hour_in_its_table(desk, now, shown, address, scheduler, visiting):
    now.move_to("2026-11-24T16:10:00+00:00")
    desk.force_login(scheduler)
    for asked in ({}, {"span": "week", "physician": visiting.pk}):
        shown(**asked)
        page = shown.page.content.decode()
        [current] = re.findall(r'<tr[^>]* id="now">\s*<th scope="row"><span>([^<]+)', page)
        assert current == "11:00 a.m."
    assert f'href="{address}#now"' in page  # the section
    for day, link in (("2026-11-23", "Next day"), ("2026-11-25", "Previous day"), ("2026-12-01", "Today")):
        shown(day)
        page = shown.page.content.decode()
        assert re.search(rf'href="[^"]+date={DAY}[^"]*#now"[^>]*>{link}', page), link
        assert 'id="now"' not in page


def test_the_table_holds_the_same_in_the_rows_of_its_hours(shown, visiting, clinic, make_request, scheduler):
    request = make_request()
    book(request, scheduler, wanted(visiting, clinic))
    shown()
    assert cells_of(shown.page) == [
        ("booked", f"9:00 a.m. Booked Pat Doe {request.spoken_reference} Raleigh clinic"),
        ("open", ""),
        ("free", "9:40 a.m. Free Raleigh clinic"),
        ("open", ""),
        ("free", "10:20 a.m. Free Raleigh clinic"),
        ("open", ""),
        ("free", "11:00 a.m. Free Raleigh clinic"),
        ("open", ""),
        ("shut", ""),
        ("free", "1:00 p.m. Free virtual visit"),
        ("open", ""),
        ("free", "1:40 p.m. Free virtual visit"),
        ("open", ""),
        ("free", "2:20 p.m. Free virtual visit"),
        ("open", ""),
    ]
    assert "calendar--step-10" in shown.page.content.decode()


@pytest.mark.parametrize(
    ("hours", "minutes", "step"), [("9:00-12:00", 30, 30), ("9:00-12:00", 20, 20), ("9:15-12:00", 45, 15)]
)
def test_the_rows_are_the_longest_steps_in_which_all_fits(shown, now, physician, clinic, hours, minutes, step):
    rule(physician, hours, location=clinic, visit_minutes=minutes)
    shown()
    assert f"calendar--step-{step}" in shown.page.content.decode()


def test_a_visit_off_the_grid_and_all_that_overlaps_are_shown(shown, visiting, clinic, make_request, scheduler):
    first, second = make_request(), make_request()
    book(first, scheduler, wanted(visiting, clinic, f"{DAY} 16:07", minutes=20), off_rules_reason="agreed")
    busy(visiting, f"{DAY} 16:00", "16:15")
    book(second, scheduler, wanted(visiting, clinic, f"{DAY} 16:29", minutes=5), off_rules_reason="agreed")
    texts = [words for _kind, words in shown() if "4:" in words]
    assert [words[:10] for words in texts] == ["4:00 p.m. ", "4:07 p.m. ", "4:29 p.m. "]
    together = [words for _kind, words in cells_of(shown.page) if "4:07" in words]
    assert len(together) == 1
    assert all(clock in together[0] for clock in ("4:00 p.m.", "4:07 p.m.", "4:29 p.m."))


def test_two_patients_at_the_same_moment_are_both_shown(
    shown, visiting, make_physician, give_hours, clinic, make_request, scheduler
):
    other = give_hours(make_physician("bo-berg", family_name="Berg", given_name="Bo"))
    requests = [make_request(), make_request()]
    for request, doctor in zip(requests, (visiting, other), strict=True):
        offer(request, scheduler, wanted(doctor, clinic))
    found = [words for kind, words in shown() if kind == "offered"]
    assert {words.split()[-3] for words in found} == {request.spoken_reference for request in requests}


def test_a_visit_that_took_place_stays_on_its_day_beside_the_one_after_it(
    desk, now, shown, visiting, clinic, make_request, scheduler
):
    request = make_request()
    book(request, scheduler, wanted(visiting, clinic))
    now.move_to("2026-11-24T14:10:00+00:00")
    desk.force_login(scheduler)
    check_in(**seen(request), actor=scheduler)
    assert "Checked in" in shown()[0][1]
    complete_visit(**seen(request), actor=scheduler)
    assert shown()[0][0] == "over"
    assert "Completed" in shown()[0][1]


def test_the_own_entry_of_a_visit_in_the_health_record_is_not_shown_beside_it(
    shown, visiting, clinic, make_request, scheduler
):
    request = make_request()
    booked = book(request, scheduler, wanted(visiting, clinic))
    busy(visiting, f"{DAY} 09:00", "09:30", visit_number="V1")
    assert [kind for kind, _words in shown()][:2] == ["booked", "busy"]
    assert "Doctor away" in shown()[0][1]
    type(booked).objects.filter(pk=booked.pk).update(visit_number="V1")
    assert [kind for kind, _words in shown()][:2] == ["booked", "free"]
    assert "Doctor away" not in shown()[0][1]


def test_a_visit_in_time_off_is_shown_within_it_and_says_so(shown, visiting, clinic, make_request, scheduler):
    book(make_request(), scheduler, wanted(visiting, clinic, f"{DAY} 09:40"))
    away(visiting, f"{DAY} 00:00", f"{DAY} 23:00")
    kinds = [kind for kind, _words in shown()]
    assert kinds == ["off", "booked"]
    assert "Booked · Doctor away" in shown()[1][1]
    before, visit_cell, after = cells_of(shown.page)
    assert before == after == ("off", "Time off")
    assert visit_cell[0] == "booked"


def test_time_off_of_several_days_is_shown_as_its_part_of_each_day(shown, visiting):
    away(visiting, "2026-11-23 12:00", f"{DAY} 09:40")
    assert shown()[0] == ("off", "12:00 a.m. – 9:40 a.m. Time off")
    assert shown("2026-11-23")[-1] == ("off", "12:00 p.m. – midnight Time off")
    away(visiting, f"{DAY} 00:00", "2026-11-25 00:00")
    assert ("off", "All day Time off") in shown()


def test_a_closed_day_is_named_and_has_only_its_extra_sessions(shown, visiting, clinic):
    Holiday.objects.create(date=DAY, name="Staff day")
    assert shown() == []
    assert "Clinics are closed on Tuesday, November 24: Staff day." in words_of(shown.page)
    session(visiting, f"{DAY} 09:00", "10:00", location=clinic)
    assert [kind for kind, _words in shown()] == ["free", "free"]
    shown("2026-11-26", span="week", physician=visiting.pk)
    assert "Closed: Thanksgiving Day" in words_of(shown.page)


def test_a_closed_clinic_is_named_and_the_others_have_their_times(shown, visiting, clinic):
    other = make_clinic("other", name="Other clinic")
    rule(visiting, "14:00-15:00", day=DAY, location=other)
    Holiday.objects.create(date=DAY, name="Staff day", clinic=clinic)
    sentence = "Raleigh clinic is closed on Tuesday, November 24: Staff day."
    in_person = [words for kind, words in shown(clinic=other.pk) if kind == "free"]
    assert [words[:9] for words in in_person] == ["2:00 p.m.", "2:30 p.m."]
    assert sentence not in words_of(shown.page)
    assert not any("Raleigh clinic" in words for _kind, words in shown())
    assert sentence in words_of(shown.page)
    assert shown(clinic=clinic.pk) == []
    assert sentence in words_of(shown.page)
    assert "Go to Wednesday, November 25" in words_of(shown.page)


def test_a_clinic_that_is_open_on_a_closed_day_is_named(shown, visiting, clinic):
    Holiday.objects.create(date=DAY, name="Ice storm")
    Holiday.objects.create(date=DAY, name="Ice clinic", clinic=clinic, clinics_open=True)
    assert {kind for kind, _words in shown()} == {"free"}
    words = words_of(shown.page)
    assert "Clinics are closed on Tuesday, November 24: Ice storm." in words
    assert "Raleigh clinic is open on Tuesday, November 24: Ice clinic." in words


def test_a_week_of_one_physician_has_its_days_and_a_week_of_all_has_the_physicians(
    shown, visiting, clinic, make_request, scheduler
):
    request = make_request()
    book(request, scheduler, wanted(visiting, clinic))
    alone = shown(span="week", physician=visiting.pk)
    table = shown.page.content.decode()
    for day in ("Mon, Nov. 23", "Tue, Nov. 24", "Wed, Nov. 25", "Thu, Nov. 26", "Fri, Nov. 27"):
        assert f">{day}</a>" in table
    assert "Sat, Nov. 28" not in table
    everyone = shown(span="week")
    assert [words for kind, words in everyone if kind == "booked"] == [
        words for kind, words in alone if kind == "booked"
    ]
    assert len(everyone) < len(alone)
    row = re.search(r'<th scope="row"><a[^>]*>Ana Lopez</a></th>(.*?)</tr>', shown.page.content.decode(), re.DOTALL)[1]
    tuesday = seen_words(re.findall(r"<td.*?</td>", row, re.DOTALL)[1])
    booked = f"9:00 a.m. Booked Pat Doe {request.spoken_reference} Raleigh clinic"
    assert tuesday == f"{booked} 9:40 a.m. 6 free"


def test_the_list_can_be_had_without_the_table(shown, visiting):
    as_table = shown()
    assert shown(view="list") == as_table
    assert "<table" not in shown.page.content.decode()
    assert "As a table" in words_of(shown.page)


def test_the_list_of_several_physicians_has_free_times_as_numbers_that_lead_to_each_ones_day(
    shown, address, visiting, make_physician, give_hours
):
    other = give_hours(make_physician("bo-berg", family_name="Berg", given_name="Bo"))
    assert shown() == [("free", "9:00 a.m. 4 free"), ("free", "9:00 a.m. 7 free")]
    assert sum(kind == "free" for kind, _words in cells_of(shown.page)) == 11
    listed = shown.page.content.decode().partition('class="calendar-list"')[2]
    for physician in (visiting, other):
        assert f'href="{address}?date={DAY}&amp;span=day&amp;physician={physician.pk}"' in listed
    assert len(shown(physician=other.pk)) == 4


def test_a_time_at_which_many_are_free_is_put_into_words_once(
    shown, visiting, make_physician, give_hours, monkeypatch
):
    told, clock = [], Block.clock
    monkeypatch.setattr(Block, "clock", lambda block, zone: told.append(block.start) or clock(block, zone))
    for number in range(3):
        give_hours(make_physician(f"doctor-{number}", family_name=f"Doctor {number}"))
    shown()
    assert len(told) == len(set(told)) == 7


def test_a_clinic_or_video_has_its_own_free_times_and_all_that_is_taken(
    shown, visiting, clinic, make_request, scheduler
):
    book(make_request(), scheduler, wanted(visiting, clinic))
    at_clinic = shown(clinic=clinic.pk)
    assert [kind for kind, _words in at_clinic] == ["booked", "free", "free", "free"]
    by_video = shown(clinic="virtual")
    assert [words for _kind, words in by_video if "virtual" in words] == [words for _k, words in by_video[1:]]
    assert by_video[0][0] == "booked"


def test_a_clinic_where_no_one_works_that_day_says_so_and_leads_on(shown, visiting):
    assert shown(clinic=make_clinic("mill-heron").pk) == []
    assert "No hours and no visits." in words_of(shown.page)
    assert "Go to Wednesday, November 25" in words_of(shown.page)


def test_a_clinic_in_another_zone_has_its_own_clock_and_elsewhere_its_zone_is_named(shown, now, physician):
    denver = make_clinic("denver", time_zone="America/Denver")
    rule(physician, "9:00-10:00", location=denver)
    assert [words[:9] for _kind, words in shown(clinic=denver.pk)] == ["9:00 a.m.", "9:30 a.m."]
    assert '<th scope="row"><span>9:00 a.m.</span></th>' in shown.page.content.decode()
    assert [words[:13] for _kind, words in shown()] == ["9:00 a.m. MST", "9:30 a.m. MST"]
    assert '<th scope="row"><span>11:00 a.m.</span></th>' in shown.page.content.decode()


def test_what_is_on_another_date_at_its_place_is_on_the_page_of_its_moment(shown, now, physician):
    rule(physician, "19:00-20:00", day="2026-11-23", location=make_clinic("honolulu", time_zone="Pacific/Honolulu"))
    assert [words[:13] for _kind, words in shown()] == ["7:00 p.m. HST", "7:30 p.m. HST"]


@pytest.mark.parametrize(
    ("day", "clocks"),
    [
        ("2027-03-14", ["1:00 a.m. EST", "1:30 a.m. EST", "3:00 a.m. EDT", "3:30 a.m. EDT"]),
        ("2027-11-07", ["1:00 a.m. EDT", "1:30 a.m. EDT", "1:00 a.m. EST", "1:30 a.m. EST"]),
    ],
)
def test_in_the_nights_when_the_clocks_change_every_time_is_shown_with_its_zone(
    desk, now, shown, scheduler, physician, clinic, day, clocks
):
    now.move_to(f"{day}T00:00:00+00:00")
    desk.force_login(scheduler)
    rule(physician, "1:00-2:00" if day.endswith("07") else "1:00-4:00", day=day, location=clinic)
    if day.endswith("07"):
        start = datetime.datetime.fromisoformat(f"{day}T06:00:00+00:00")
        ExtraSession.objects.create(
            physician=physician,
            location=clinic,
            period=DateTimeTZRange(start, start + datetime.timedelta(hours=1)),
            notice_hours=0,
        )
    assert [re.match(r"\S+ \S+ \S+", words)[0] for _kind, words in shown(day)] == clocks
    assert len([kind for kind, words in cells_of(shown.page) if kind == "free"]) >= 2


def test_a_visit_over_midnight_is_on_both_days(shown, visiting, clinic, make_request):
    with undone():
        visit(make_request(), visiting, f"{DAY} 23:30", "2026-11-25 00:30", location=clinic)
        assert "11:30 p.m. – Wed, Nov. 25, 12:30 a.m. Booked" in shown()[-1][1]
        assert cells_of(shown.page)[-1][0] == "booked"  # up to the end of the day
        assert "11:30 p.m. – Wed, Nov. 25, 12:30 a.m. Booked" in shown("2026-11-25")[0][1]
        assert cells_of(shown.page)[0][0] == "booked"


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ({"date": "soon"}, "Enter the day as month/day/year"),
        ({"date": "2026-02-30"}, "Enter the day as month/day/year"),
        ({"date": "0001-01-01"}, "The calendar goes back two years."),
        ({"date": "9999-12-31"}, "The calendar goes a year ahead."),
        ({"date": "9" * 5000}, "Enter the day as month/day/year"),
        ({"span": "year"}, "The calendar shows a day or a week."),
        ({"clinic": "0"}, "This clinic isn't in the directory."),
        ({"clinic": "x"}, "This clinic isn't in the directory."),
        ({"clinic": "9" * 30}, "This clinic isn't in the directory."),
        ({"physician": "0"}, "This physician isn't in the directory."),
        ({"physician": "9" * 18}, "This physician isn't in the directory."),
    ],
)
def test_what_can_not_be_understood_says_so_and_a_calendar_is_shown(desk, address, visiting, asked, sentence):
    page = desk.get(address, asked)
    assert page.status_code == 200
    assert sentence in words_of(page)
    assert 'class="calendar-bar"' in page.content.decode()


@pytest.mark.parametrize(
    "extra", [{"view": "x"}, {"clinic": "any"}, {"chosen": ["x", "1--20261124T1400"]}, {"date": ""}]
)
def test_what_means_nothing_is_left_out_without_a_word(desk, address, visiting, extra):
    page = desk.get(address, extra)
    assert page.status_code == 200
    assert 'role="alert"' not in page.content.decode()


@pytest.mark.parametrize(
    ("group", "status"),
    [("Schedulers", 200), ("Scheduling managers", 200), ("Nurses", 200), ("Auditors", 403), ("Editors", 403)],
)
def test_who_may_read_requests_may_read_the_calendar(client, make_staff, visiting, address, group, status):
    client.force_login(make_staff("avery@example.com", group))
    assert client.get(address, {"date": DAY}).status_code == status


def test_whose_names_were_seen_is_recorded_once_each(shown, visiting, clinic, make_request, scheduler):
    booked, offered, elsewhere = make_request(), make_request(), make_request()
    book(booked, scheduler, wanted(visiting, clinic))
    times = [wanted(visiting, clinic, f"{DAY} {clock}") for clock in ("09:40", "10:20")]
    offer(offered, scheduler, *times)
    book(elsewhere, scheduler, wanted(visiting, clinic, "2026-11-25 09:00"))
    shown()
    listed = RecordAccess.objects.order_by("request").values_list("request", "staff", "kind")
    assert list(listed) == [(each.pk, scheduler.pk, RecordAccess.Kind.LISTED) for each in (booked, offered)]


@pytest.mark.parametrize("asked", [{"span": "day"}, {"span": "week"}])
def test_ten_physicians_cost_as_many_statements_as_one(
    desk, address, visiting, clinic, make_request, make_physician, give_hours, scheduler, asked
):
    def statements():
        with CaptureQueriesContext(connection) as captured:
            assert desk.get(address, {"date": DAY, **asked}).status_code == 200
        return len(captured)

    book(make_request(), scheduler, wanted(visiting, clinic))
    with_one = statements()
    for number in range(9):
        other = give_hours(make_physician(f"doctor-{number}", family_name=f"Doctor {number}"))
        book(make_request(), scheduler, wanted(other, clinic))
        offer(make_request(), scheduler, wanted(other, clinic, f"{DAY} 09:40"))
    assert statements() == with_one
    assert with_one <= MOST_STATEMENTS


def test_nothing_is_styled_or_scripted_inline(shown, visiting, clinic, make_request, scheduler):
    book(make_request(), scheduler, wanted(visiting, clinic))
    shown()
    page = shown.page.content.decode()
    assert "default-src 'none'" in shown.page["Content-Security-Policy"]
    assert " style=" not in page[page.index('id="content"') :]
    assert not re.search(r"<script(?![^>]*src=)", page)
    assert " onclick=" not in page


def test_the_calendar_is_a_section_and_the_requests_are_not_marked_with_it(desk, address, visiting):
    page = desk.get(address).content.decode()
    row = re.search(r'<nav class="desk-sections".*?</nav>', page, re.DOTALL)[0]
    assert re.findall(r'href="([^"]+)" aria-current', row) == [f"{address}#now"]
