"""Staff enter when physicians see patients."""

import datetime

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from appointments import sample_content
from appointments.calendar.free_times import free_times
from appointments.models import AvailabilityRule, BusyImport, BusyTime, ExtraSession, Holiday, TimeOff, VirtualRoom
from physicians.models import Physician
from tests.factories import make_clinic

from .at_desk import filled_in, words_of
from .calendar_files import calendar
from .form_answers import NOW
from .hours import away, busy, local, period, rule, session, undone, visit

RULE = {
    "weekday": "1",
    "starts_at": "09:00",
    "ends_at": "12:00",
    "visit_minutes": "30",
    "buffer_minutes": "10",
    "notice_hours": "24",
    "effective_from": "2026-11-16",
    "effective_until": "",
    "location": "",
}
HOLIDAY = "/admin/appointments/holiday/add/"
SESSION = {"visit_minutes": "30", "buffer_minutes": "0", "notice_hours": "24", "location": ""}


@pytest.fixture
def desk(client, scheduler, hospital):
    client.force_login(scheduler)
    with time_machine.travel(NOW, tick=False):
        yield client


def page(physician):
    return reverse("admin:physicians_physician_change", args=[physician.pk])


def add(desk, model, physician, values, **changes):
    """Post the form of a new row."""
    address = reverse(f"admin:appointments_{model}_add")
    return desk.post(f"{address}?physician={physician.pk}", {"physician": physician.pk, **values, **changes})


def mistakes(response):
    """Return every sentence that a form shows."""
    form = response.context_data["adminform"].form
    return [sentence for sentences in form.errors.values() for sentence in sentences]


def press_again(desk, asked, address="", **button):
    """Press a button of the page that lists the visits in the way: “Save anyway”, or the one that's given."""
    sent = filled_in(asked, "visits_in_the_way")
    address = address or f"{reverse('admin:appointments_timeoff_add')}?physician={sent['physician']}"
    return desk.post(address, sent | button)


def test_the_page_of_a_physician_shows_all_hours_and_leads_to_each(desk, physician):
    place = make_clinic("oak-meadow")
    rows = [
        rule(physician, "9:00-12:00", location=place),
        rule(physician, "9:00-12:00", effective_from=datetime.date(2027, 1, 1)),
        session(physician, "2026-12-05 9:00", "12:00", location=place),
        away(physician, "2026-12-01 0:00", "2026-12-03 0:00"),
        VirtualRoom.objects.create(physician=physician, address="https://video.example.com/a"),
    ]
    rule(physician, "7:00-8:00", effective_until=datetime.date(2026, 3, 1))
    text = desk.get(page(physician)).content.decode()
    for words in (
        "9 a.m. – noon",
        "Oak Meadow",
        "from Jan. 1, 2027",
        "Sat, Dec. 5, 2026, 9 a.m. – noon",
        "Tue, Dec. 1, 2026 – Wed, Dec. 2, 2026",
        "https://video.example.com/a",
        "1 rule that has ended",
        "Never imported",
    ):
        assert words in text
    for row in rows:
        address = reverse(f"admin:appointments_{row._meta.model_name}_change", args=[row.pk])
        assert address in text
        assert desk.get(address).status_code == 200
    assert physician.display_name in desk.get(reverse("admin:physicians_physician_changelist")).content.decode()


def test_time_off_comes_before_the_rules_as_a_sick_doctor_cannot_wait(desk, physician):
    words = words_of(desk.get(page(physician)))
    assert words.index("Add time off") < words.index("Add a weekly rule")


def test_a_row_of_the_list_says_by_itself_what_its_dates_are(desk, physician):
    listed = reverse("admin:physicians_physician_changelist")
    assert "Never imported" in words_of(desk.get(listed))
    away(physician, "2026-12-01 0:00", "2026-12-03 0:00")
    BusyImport.objects.create(physician=physician, taken=0)
    words = words_of(desk.get(listed))
    assert "Off from Dec. 1, 2026" in words
    assert "Imported Nov. 16, 2026" in words


def test_the_list_is_called_availability_wherever_it_is_named(desk, physician):
    found = desk.get(reverse("admin:physicians_physician_changelist"), {"q": physician.family_name})
    trail = words_of(found).partition("Home")[2].partition("Search")[0]
    assert "Physicians" not in trail
    assert trail.count("Availability") == 2  # the breadcrumb and the heading
    nothing = desk.get(reverse("admin:physicians_physician_changelist"), {"q": "nobody of this name"})
    assert "No physicians found." in words_of(nothing)


def test_the_list_takes_the_same_number_of_queries_for_any_number(desk, make_physician, django_assert_max_num_queries):
    for number in range(8):
        rule(make_physician(f"physician-{number}"), "9:00-12:00")
    with django_assert_max_num_queries(9):
        desk.get(reverse("admin:physicians_physician_changelist"))


def test_a_rule_is_entered_changed_and_deleted(desk, physician):
    assert add(desk, "availabilityrule", physician, RULE).url == page(physician)
    entered = AvailabilityRule.objects.get()
    assert (entered.physician, str(entered)) == (physician, "Tuesday, 9:00 a.m. – 12:00 p.m.")
    change = reverse("admin:appointments_availabilityrule_change", args=[entered.pk])
    assert desk.post(change, {**RULE, "ends_at": "11:00"}).url == page(physician)
    entered.refresh_from_db()
    assert entered.ends_at == datetime.time(11)
    delete = reverse("admin:appointments_availabilityrule_delete", args=[entered.pk])
    assert desk.get(delete).status_code == 200
    assert desk.post(delete, {"post": "yes"}).url == page(physician)
    assert not AvailabilityRule.objects.exists()


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"location": "12/31/9999"}, "Select a valid choice. That choice is not one of the available choices."),
        ({}, "At these hours the physician has another rule for virtual visits."),
        ({"starts_at": "12:30", "ends_at": "12:10"}, "The hours end before they begin."),
        ({"starts_at": "13:00", "ends_at": "13:20"}, "No visit of this length fits into the hours."),
        ({"weekday": "2", "effective_until": "2026-11-01"}, "The last day is before the first day."),
        ({"weekday": "2", "effective_from": "1999-12-31"}, "Check the year."),
        ({"weekday": "2", "effective_until": "2101-01-01"}, "Check the year."),
        ({"weekday": "9"}, "Select a valid choice. 9 is not one of the available choices."),
        ({"weekday": "2", "visit_minutes": "0"}, "Ensure this value is greater than or equal to 5."),
    ],
)
def test_a_rule_that_cannot_be_gets_a_sentence_and_nothing_typed_is_lost(desk, physician, changes, sentence):
    rule(physician, "11:00-12:00")
    response = add(desk, "availabilityrule", physician, RULE, **changes)
    assert response.status_code == 200
    assert mistakes(response) == [sentence]
    assert f'value="{changes.get("effective_from", "2026-11-16")}"' in response.content.decode()
    assert AvailabilityRule.objects.count() == 1


@pytest.mark.parametrize(
    ("model", "typed", "expected"),
    [
        ("timeoff", ("2026-12-01", "", "", ""), ("2026-12-01 0:00", "2026-12-02 0:00")),
        ("timeoff", ("2026-12-01", "", "2026-12-04", ""), ("2026-12-01 0:00", "2026-12-05 0:00")),
        ("timeoff", ("2026-12-01", "13:00", "", ""), ("2026-12-01 13:00", "2026-12-02 0:00")),
        ("timeoff", ("2027-03-13", "", "2027-03-14", ""), ("2027-03-13 0:00", "2027-03-15 0:00")),
        ("timeoff", ("2026-12-01", "13:00", "", "12:00"), "It ends before it begins."),
        ("timeoff", ("2026-12-02", "", "2026-12-01", "12:00"), "It ends before it begins."),
        ("timeoff", ("2027-03-14", "2:30", "", ""), "The clocks go forward that night: 2:30 a.m. doesn't exist on "),
        ("timeoff", ("2027-11-07", "", "", "1:30"), "The clocks go back that night: 1:30 a.m. happens twice on "),
        ("timeoff", ("9999-12-31", "", "", ""), "Check the year."),
        ("timeoff", ("0001-01-01", "", "", ""), "Check the year."),
        ("extrasession", ("2026-12-05", "9:00", "", "12:00"), ("2026-12-05 9:00", "2026-12-05 12:00")),
        ("extrasession", ("2026-12-05", "9:00", "", "9:20"), "No visit of this length fits into the hours."),
        ("timeoff", ("2026-12-01", "", "2027-12-02", ""), "This is longer than 366 days. Check the last day."),
        ("extrasession", ("2026-12-05", "9:00", "2027-01-05", "12:00"), "This is longer than 31 days. Check "),
        ("extrasession", ("2026-12-05", "9:00", "", ""), "This field is required."),
    ],
)
def test_a_period_is_two_days_and_two_times_on_the_hospitals_clock(desk, physician, model, typed, expected):
    values = dict(zip(("first_day", "starts_at", "last_day", "ends_at"), typed, strict=True))
    response = add(desk, model, physician, {**(SESSION if model == "extrasession" else {}), **values})
    entered = [
        *TimeOff.objects.values_list("period", flat=True),
        *ExtraSession.objects.values_list("period", flat=True),
    ]
    if isinstance(expected, str):
        assert not entered
        assert [sentence[: len(expected)] for sentence in mistakes(response)] == [expected]
    else:
        assert response.url == page(physician)
        assert entered == [period(*expected)]


def test_a_session_elsewhere_is_entered_and_shown_on_that_places_clock(desk, physician):
    west = make_clinic("west", time_zone="America/Los_Angeles")
    values = {**SESSION, "location": west.pk, "first_day": "2026-12-05", "starts_at": "9:00", "ends_at": "12:00"}
    add(desk, "extrasession", physician, values)
    entered = ExtraSession.objects.get()
    assert entered.period.lower == local("2026-12-05 12:00")
    form = desk.get(reverse("admin:appointments_extrasession_change", args=[entered.pk])).content.decode()
    assert 'value="09:00"' in form
    assert "9 a.m. – noon" in desk.get(page(physician)).content.decode()


OFF = {"first_day": "2026-12-01", "starts_at": "", "last_day": "", "ends_at": "", "reason": "Conference"}


def test_time_off_over_booked_visits_lists_them_and_is_saved_only_then(desk, physician, make_request):
    with undone():
        request = make_request()
        visit(request, physician, "2026-12-01 9:00", "10:00")
        asked = add(desk, "timeoff", physician, OFF)
        words = words_of(asked)
        assert "No doctor would be there for 1 booked or offered time" in words
        line = f"Tue, Dec. 1, 9:00 a.m., {physician.plain_name}, virtual visit, booked"
        assert f"{request.spoken_reference} : {line}" in words
        assert request.get_absolute_url() in asked.content.decode()
        assert not TimeOff.objects.exists()
        assert press_again(desk, asked).url == page(physician)
        assert TimeOff.objects.get().reason == "Conference"
        assert "1 request is affected" in words_of(desk.get(page(physician)))


def test_who_would_rather_change_it_gets_the_form_with_what_was_typed(desk, physician, make_request):
    with undone():
        visit(make_request(), physician, "2026-12-01 9:00", "10:00")
        form = press_again(desk, add(desk, "timeoff", physician, OFF), change_it="1")
        assert form.status_code == 200
        assert OFF.items() <= filled_in(form, "timeoff_form").items()
        assert not TimeOff.objects.exists()


def test_a_visit_booked_after_the_list_was_shown_is_listed_before_anything_is_saved(desk, physician, make_request):
    with undone():
        visit(make_request(), physician, "2026-12-01 9:00", "10:00")
        asked, later = add(desk, "timeoff", physician, OFF), make_request()
        visit(later, physician, "2026-12-01 11:00", "12:00")
        asked = press_again(desk, asked)
        assert "No doctor would be there for 2 booked or offered times" in words_of(asked)
        assert later.spoken_reference in words_of(asked)
        assert not TimeOff.objects.exists()
        assert press_again(desk, asked).status_code == 302


def test_time_off_is_not_asked_about_again_for_visits_that_had_no_doctor_before(desk, physician, make_request):
    with undone():
        visit(make_request(), physician, "2026-12-01 9:00", "10:00")
        off = away(physician, "2026-12-01 0:00", "2026-12-02 0:00")
        change = reverse("admin:appointments_timeoff_change", args=[off.pk])
        assert desk.post(change, {**OFF, "reason": "Course"}).url == page(physician)
        assert TimeOff.objects.get().reason == "Course"


@pytest.mark.parametrize("change", ["shorter", "gone"])
def test_hours_that_are_taken_away_list_their_visits_first(desk, physician, make_request, change):
    hours = rule(physician, "9:00-12:00")
    with undone():
        request = make_request()
        visit(request, physician, "2026-12-01 11:00", "12:00")
        if change == "gone":
            address, values = reverse("admin:appointments_availabilityrule_delete", args=[hours.pk]), {"post": "yes"}
        else:
            address = reverse("admin:appointments_availabilityrule_change", args=[hours.pk])
            values = {**RULE, "effective_from": "2026-01-01", "ends_at": "10:00"}
        asked = desk.post(address, values)
        assert request.spoken_reference in words_of(asked)
        assert AvailabilityRule.objects.get().ends_at == datetime.time(12)
        assert press_again(desk, asked, address).url == page(physician)
        assert not AvailabilityRule.objects.filter(ends_at=datetime.time(12)).exists()


def test_a_holiday_lists_the_visits_of_its_clinic_alone(desk, physician, make_physician, make_request):
    oak, elm = make_clinic("oak-meadow"), make_clinic("elm-street")
    with undone():
        here, there, by_video = make_request(), make_request(), make_request()
        visit(here, physician, "2026-12-01 9:00", "10:00", location=oak)
        visit(there, make_physician("other"), "2026-12-01 9:00", "10:00", location=elm)
        visit(by_video, physician, "2026-12-01 13:00", "14:00")
        day = {"date": "2026-12-01", "name": "Staff day"}
        asked = desk.post(HOLIDAY, {**day, "clinic": oak.pk})
        listed = words_of(asked)
        assert [one.spoken_reference in listed for one in (here, there, by_video)] == [True, False, False]
        assert press_again(desk, asked, HOLIDAY).status_code == 302
        assert Holiday.objects.get().clinic == oak
        assert "Staff day Oak Meadow" in words_of(desk.get(reverse("admin:appointments_holiday_changelist")))
        listed = words_of(desk.post(HOLIDAY, day))  # for all clinics: the first visit waits already
        assert [one.spoken_reference in listed for one in (here, there, by_video)] == [False, True, True]


def test_holidays_deleted_together_list_the_visits_of_all_their_days_first(desk, physician, make_request):
    oak, address = make_clinic("oak-meadow"), reverse("admin:appointments_holiday_changelist")
    with undone():
        requests = [make_request(), make_request(), make_request()]
        days = ("2026-12-01", "2026-12-02", "2026-12-03")
        for day in days[:2]:
            Holiday.objects.create(date=day, name="Ice storm")
        rows = [Holiday.objects.create(date=day, name="Open", clinic=oak, clinics_open=True) for day in days]
        for request, day in zip(requests, days, strict=True):
            visit(request, physician, f"{day} 9:00", "10:00", location=oak)
        chosen = {"action": "delete_selected", "_selected_action": [row.pk for row in rows]}
        asked = desk.post(address, {**chosen, "post": "yes"})
        listed = words_of(asked)
        assert [one.spoken_reference in listed for one in requests] == [True, True, False]
        assert f'href="{address}"' in asked.content.decode()
        assert Holiday.objects.filter(clinic=oak).count() == 3
        assert asked.content.decode().count('name="_selected_action"') == 3
        assert desk.post(address, filled_in(asked, "visits_in_the_way") | chosen).status_code == 302
        assert not Holiday.objects.filter(clinic=oak).exists()
        assert "2 requests are affected" in words_of(desk.get(address))


@pytest.mark.parametrize("change", ["gone", "another day", "another clinic"])
def test_a_federal_holiday_is_closed_again_only_after_its_visits_are_listed(desk, physician, make_request, change):
    oak, elm = make_clinic("oak-meadow"), make_clinic("elm-street")
    with undone():
        request, christmas = make_request(), "2026-12-25"
        is_open = Holiday.objects.create(date=christmas, name="Open", clinic=oak, clinics_open=True)
        visit(request, physician, f"{christmas} 9:00", "10:00", location=oak)
        address = reverse(
            f"admin:appointments_holiday_{'delete' if change == 'gone' else 'change'}", args=[is_open.pk]
        )
        row = {"date": christmas, "name": "Open", "clinic": oak.pk, "clinics_open": "on"}
        values = {
            "gone": {"post": "yes"},
            "another day": {**row, "date": "2027-01-01"},
            "another clinic": {**row, "clinic": elm.pk},
        }
        asked = desk.post(address, values[change])
        assert request.spoken_reference in words_of(asked)
        assert Holiday.objects.get().clinic == oak
        assert press_again(desk, asked, address).status_code == 302
        assert not Holiday.objects.filter(date=christmas, clinic=oak).exists()
        assert "1 request is affected" in words_of(desk.get(reverse("admin:appointments_holiday_changelist")))


def test_a_day_is_in_the_list_once_for_all_clinics_and_once_for_each(desk):
    oak, day = make_clinic("oak-meadow"), {"date": "2026-12-01", "name": "Staff day"}
    for clinic, sentence in (("", "for all clinics"), (oak.pk, "for this clinic")):
        assert desk.post(HOLIDAY, {**day, "clinic": clinic}).status_code == 302
        assert sentence in words_of(desk.post(HOLIDAY, {**day, "clinic": clinic}))
    assert Holiday.objects.count() == 2


def test_a_room_is_a_link_by_https(desk, physician):
    response = add(desk, "virtualroom", physician, {"address": "http://video.example.com/a"})
    assert mistakes(response) == ["Enter a link that begins with https://"]
    add(desk, "virtualroom", physician, {"address": "https://video.example.com/a"})
    assert VirtualRoom.objects.get().address == "https://video.example.com/a"


def upload(desk, physician, text, name="busy.csv", **ticks):
    address = reverse("admin:physicians_physician_busy_times", args=[physician.pk])
    return desk.post(address, {"file": SimpleUploadedFile(name, text.encode()), **ticks})


def test_busy_times_are_uploaded_on_the_physicians_page(desk, physician, scheduler):
    busy(physician, "2026-12-01 9:00", "10:00")
    head = "npi,start,end\n"
    good = f"{physician.npi},2026-12-03T09:00,2026-12-03T10:00\n"
    text = upload(desk, physician, f"{head}{good}{physician.npi},soon,<b>later</b>\n").content.decode()
    assert "Busy times imported: 1." in text
    assert "Line 3: “soon” isn&#x27;t a time." in text
    assert f"Imported by {scheduler}." in text
    assert [time.period.lower for time in BusyTime.objects.all()] == [local("2026-12-03 9:00")]
    response = upload(desk, physician, "start,end\n")
    assert response.status_code == 422
    assert "Missing: npi. Nothing was changed." in response.content.decode()
    assert upload(desk, physician, "", name="x.csv").status_code == 422
    response = upload(desk, physician, head)
    assert (response.status_code, BusyTime.objects.count()) == (409, 1)
    assert "has 1 upcoming busy times, but the file has only 0." in response.content.decode()
    response = upload(desk, physician, "start,end\n", allow_fewer="on")
    assert 'id="id_allow_fewer" checked' in response.content.decode()
    assert upload(desk, physician, head, allow_fewer="on").status_code == 200
    assert not BusyTime.objects.exists()


def test_guesses_of_a_calendar_are_named_when_it_is_uploaded_and_afterwards(desk, physician):
    nine = "DTSTART;TZID=Custom:20261201T090000\nDURATION:PT1H"
    invited = "DTSTART:20261202T140000Z\nDURATION:PT1H\nATTENDEE;PARTSTAT=DECLINED:mailto:jane@example.org"
    text = upload(desk, physician, calendar(nine, invited), name="x.ics").content.decode()
    assert "Imported, but please check" in text
    assert "Line 4: We don&#x27;t know for sure which time zone this event is in." in text
    assert "Line 10: This invitation is marked as free, or someone declined it" in text
    text = desk.get(page(physician)).content.decode()
    assert "2 times are a guess." in text
    assert "Tue, Dec. 1, 2026, 9 a.m." in text
    text = upload(desk, physician, calendar(invited, nine), name="x.ics", owner="jane@example.org").content.decode()
    assert "1 time is a guess." in text
    assert upload(desk, physician, "", name="x.ics", owner="jane").status_code == 422


def test_who_may_not_see_hours_sees_none_and_nobody_edits_a_profile_here(client, desk, physician, make_staff):
    assert desk.post(page(physician), {"given_name": "Eve"}).status_code == 403
    assert desk.get(reverse("admin:physicians_physician_add")).status_code == 403
    assert desk.get(reverse("admin:physicians_physician_delete", args=[physician.pk])).status_code == 403
    client.force_login(make_staff("eden@example.com", "Editors"))
    entered = rule(physician, "9:00-12:00")
    for address in (
        page(physician),
        reverse("admin:physicians_physician_changelist"),
        reverse("admin:appointments_availabilityrule_change", args=[entered.pk]),
        reverse("admin:appointments_holiday_changelist"),
    ):
        assert client.get(address).status_code == 403
    assert upload(client, physician, "npi,start,end\n").status_code == 403


@pytest.mark.parametrize("key", ["0", "x", "9999999999", "-1", "²"])
def test_an_address_of_nobody_is_not_found_or_leads_to_the_list(desk, key):
    response = desk.get(f"/admin/physicians/physician/{key}/change/")
    assert response.status_code == 404
    response = desk.get(f"/admin/appointments/timeoff/add/?physician={key}")
    assert response.url == reverse("admin:physicians_physician_changelist")


def test_sample_physicians_have_free_times_and_a_second_load_changes_nothing(physician, make_physician):
    place = make_clinic()
    physician.locations.set([place])
    physician.save()
    real = make_physician("real")
    Physician.objects.filter(pk=physician.pk).update(is_sample=True)
    with time_machine.travel(NOW, tick=False):
        sample_content.load_availability()
        rules = set(AvailabilityRule.objects.values_list("pk", flat=True))
        sample_content.load_availability()
        week = {"first": datetime.date(2026, 11, 18), "last": datetime.date(2026, 11, 25)}
        times = free_times(Physician.objects.all(), **week)
    assert set(AvailabilityRule.objects.values_list("pk", flat=True)) == rules
    assert {time.location_id for time in times} == {place.pk, None}
    assert (TimeOff.objects.count(), VirtualRoom.objects.count()) == (1, 1)
    assert not real.availability_rules.exists()
