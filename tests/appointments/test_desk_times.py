"""Times are offered and booked from the request's page."""

import datetime
import re

import pytest
from django.contrib.auth.models import Permission

from appointments.models import Appointment, AppointmentRequest, Offer, PreferredTime
from appointments.services.visits.free_time_value import value_of
from appointments.services.visits.lapsing import lapse_due_offers
from appointments.workflow import AppointmentStatus, Status
from physicians.models import Language

from .at_desk import QUEUE, buttons_on, press, words_of
from .visits import at, book, offer, wanted

IN_MARCH = "2027-03-14"  # in its night the clocks go from 2 to 3

# The button, what is filled in, the answer's status, the sentence.
MISTAKES = [
    ("offer", {}, 422, "Check one to three times, or enter another time."),
    ("book", {}, 422, "Check the time that was agreed with the patient"),
    ("book", {"times": [0, 1]}, 422, "To book, choose exactly one time."),
    ("offer", {"times": [0, 1, 2, 3]}, 422, "Choose at most three times."),
    ("offer", {"times": "garbage"}, 422, "Choose from the list of free times."),
    ("offer", {"times": "1--99999999T9999"}, 422, "Choose from the list of free times."),
    ("offer", {"times": "999999999-7-20261124T1400"}, 409, "This physician is no longer in the directory."),
    ("offer", {"times": f"{'9' * 18}-7-20261124T1400"}, 409, "This physician is no longer in the directory."),
    ("book", {"another": "2026-11-16 9:00"}, 422, "This time has passed. Choose one in the future."),
    ("book", {"another": "2026-11-10 9:00"}, 422, "This day has passed."),
    ("book", {"another": "2099-11-10 9:00"}, 422, "This is more than a year ahead."),
    ("book", {"another": f"{IN_MARCH} 2:30"}, 422, "This time doesn't exist that night: the clocks go forward."),
    ("book", {"another": "2027-11-07 1:30"}, 422, "This time happens twice that night: the clocks go back."),
    ("book", {"another": "soon 9:00"}, 422, "Enter the day as month/day/year"),
    ("book", {"another": "2026-11-24 noonish"}, 422, "Enter the time as 9:30 am or 14:30."),
    ("book", {"another": "2026-11-24 9:00", "another_place": ""}, 422, "Choose a place"),
    ("book", {"another": "2026-11-24 9:00", "another_physician": "9" * 30}, 422, "Choose from the list."),
    ("book", {"another": "2026-11-24 9:00", "another_minutes": "9" * 30}, 422, "A visit takes 5 to 480 minutes."),
    ("book", {"another": "2026-11-24 13:00", "another_place": "virtual"}, 409, "Ask which state the patient"),
]  # fmt: skip


@pytest.fixture
def desk(client, scheduler):
    client.force_login(scheduler)
    return client


@pytest.fixture
def record(visiting, make_request):
    record = make_request()
    record.preferred_times.all().delete()
    PreferredTime.objects.create(request=record, rank=1, date=datetime.date(2026, 11, 24), half="morning")
    return record


@pytest.fixture
def times(visiting, clinic):
    return [wanted(visiting, clinic, f"2026-11-24 {time}") for time in ("09:00", "09:40", "10:20", "11:00")]


def another(physician, clinic, text, **more):
    """Return the fields of a time that is written and not ticked."""
    day, clock = text.split(maxsplit=1)
    return {
        "another_physician": physician.pk,
        "another_place": clinic.pk if clinic else "virtual",
        "another_date": day,
        "another_time": clock,
    } | more


def test_the_wished_half_day_stands_first_with_its_free_times_then_other_days(desk, record, times):
    page = desk.get(record.get_absolute_url())
    text = words_of(page)
    first = text[text.index("First choice: Tue, Nov. 24, morning") :]
    assert first.index("9:00 a.m. Ana Lopez, Raleigh clinic") < first.index("Wednesday, November 25")
    assert f'value="{value_of(times[0])}"' in page.content.decode()
    assert "virtual visit" not in first[: first.index("Another time")]


def test_what_is_shown_can_be_narrowed_and_garbage_in_the_address_is_harmless(desk, record, visiting):
    def asked(**query):
        response = desk.get(record.get_absolute_url(), query)
        assert response.status_code == 200
        return words_of(response)

    assert "1:00 p.m. Ana Lopez, virtual visit" not in asked()
    AppointmentRequest.objects.filter(pk=record.pk).update(visit_type="either", patient_state="NC")
    assert "1:00 p.m. Ana Lopez, virtual visit" in asked(place="virtual", physician=visiting.pk)
    assert "Tuesday, December 1" in asked(since="2026-12-01")
    assert "Ana Lopez, Raleigh clinic" in asked(language="")
    spanish = Language.objects.create(code="es", name="Spanish")
    assert "Ana Lopez, Raleigh clinic" not in asked(language="es")
    visiting.languages = [spanish]
    visiting.save()
    assert "Ana Lopez, Raleigh clinic" in asked(language="es")
    AppointmentRequest.objects.filter(pk=record.pk).update(patient_state="SC")
    assert "is not licensed to see patients who are in South Carolina" in asked(place="virtual")
    for garbage in ("-1", "9" * 30, "x", "0001-01-01", "9999-12-31"):
        asked(physician=garbage, place=garbage, since=garbage, language=garbage)


def test_three_ticked_times_are_offered_and_the_next_request_opens(desk, record, make_request, times):
    following = make_request()
    response = press(desk, record, "offer", times=[value_of(time) for time in times[:3]], then="next")
    assert response.url == following.get_absolute_url()
    said = f"{record.legal_name}, {record.spoken_reference}: 3 times are held. We're emailing the patient."
    assert said in words_of(desk.get(response.url))  # on the page of another patient
    held = Offer.objects.get(request=record).appointments.order_by("period")
    assert [time.start for time in held] == [time.start for time in times[:3]]
    page = words_of(desk.get(record.get_absolute_url()))
    assert (
        "Sam Scheduler offered 3 times Tuesday, November 24, 2026 at 9:00 a.m. EST, Ana Lopez, Raleigh clinic" in page
    )
    assert buttons_on(desk, record) >= {"accept", "refuse", "withdraw", "book"}
    assert "offer" not in buttons_on(desk, record)


def test_one_click_offers_the_first_times_of_the_wishes(desk, record, times):
    page = desk.get(record.get_absolute_url())
    assert (
        "Offer Tue, Nov. 24, 9:00 a.m., 9:40 a.m., 10:20 a.m. with Ana Lopez, Raleigh clinic and take next"
        in words_of(page)
    )
    suggested = re.search(r'name="suggested" value="([^"]+)"', page.content.decode())[1]
    press(desk, record, "offer", suggested=suggested)
    held = Offer.objects.get(request=record).appointments.order_by("period")
    assert [time.start for time in held] == [time.start for time in times[:3]]


def test_an_offered_time_is_accepted_or_refused_for_the_patient_on_the_phone(desk, record, scheduler, times, visiting):
    made = offer(record, scheduler, *times[:2])
    for garbage in ("", "x", "9" * 30):
        assert press(desk, record, "accept", appointment=garbage).status_code == 422
        assert press(desk, record, "refuse", offer=garbage).status_code == 422
    assert press(desk, record, "accept", appointment="999999").status_code == 409
    assert "back in review" in words_of(press(desk, record, "refuse", offer=made.pk, text="Mondays", follow=True))
    chosen = offer(record, scheduler, *times[:2]).appointments.latest("pk")
    page = press(desk, record, "accept", appointment=chosen.pk, follow=True)
    said = "Booked: Tuesday, November 24, 2026 at 9:40 a.m. EST, Ana Lopez, MD, at Raleigh clinic."
    assert said in words_of(page)
    assert "Sam Scheduler accepted for the patient: Tuesday, November 24, 2026 at 9:40" in words_of(page)
    record.refresh_from_db()
    assert record.status == Status.BOOKED


def test_a_visit_is_booked_and_then_moved_as_agreed_on_the_phone(desk, record, times, visiting, clinic):
    press(desk, record, "book", times=[value_of(times[0])])
    page = press(desk, record, "book", **another(visiting, clinic, "11/25/2026 9:40 am"), follow=True)
    text = words_of(page)
    assert "Moved to Wednesday, November 25, 2026 at 9:40 a.m. EST, Ana Lopez, MD, at Raleigh clinic." in text
    assert "Choose a physician Ana Lopez, MD · Neurosurgery" in text
    assert "moved the visit from Tuesday, November 24, 2026 at 9:00 a.m. EST to Wednesday, November 25" in text
    visit = record.appointments.get(status=AppointmentStatus.BOOKED)
    assert visit.start == at("2026-11-25 09:40")


def test_a_time_off_the_rules_asks_for_a_reason_keeps_everything_and_is_taken_with_one(desk, record, visiting, clinic):
    fields = another(visiting, clinic, "2026-11-24 16:00", another_minutes="45")
    response = press(desk, record, "offer", **fields)
    assert response.status_code == 409
    page = response.content.decode()
    assert "is not at Raleigh clinic at that time. Give a reason to book it anyway" in words_of(response)
    for kept in ('value="2026-11-24"', 'value="16:00"', 'value="45"'):
        assert kept in page
    assert '<details class="box" open>' in page
    assert not Offer.objects.exists()
    assert press(desk, record, "offer", off_rules_reason="Dr. Lopez agreed.", **fields).status_code == 302
    assert Appointment.objects.get(request=record).off_rules_reason == "Dr. Lopez agreed."


def test_a_mistake_is_a_sentence_and_nothing_is_lost_or_written(desk, record, times, visiting, clinic):
    for action, fields, status, sentence in MISTAKES:
        data = dict(fields)
        if "another" in data:
            data = another(visiting, clinic, data.pop("another")) | data
        elif isinstance(data.get("times"), list):
            data["times"] = [value_of(times[number]) for number in data["times"]]
        response = press(desk, record, action, off_rules_reason="kept words", **data)
        assert (response.status_code, sentence in words_of(response)) == (status, True), sentence
        assert "kept words" in response.content.decode()
    assert not Appointment.objects.exists()


def test_a_time_that_someone_else_took_is_refused_and_stays_ticked(
    desk, record, make_request, times, colleague, visiting
):
    book(make_request(), colleague, times[0])
    response = press(desk, record, "offer", times=[value_of(times[0]), value_of(times[1])])
    assert response.status_code == 409
    text = words_of(response)
    assert "Ana Lopez has another visit from 9:00 a.m. to 9:30 a.m., so choose another time." in text
    assert "You chose Tue, Nov. 24, 9:00 a.m. Ana Lopez, Raleigh clinic" in text
    assert len(re.findall(r'name="times" value="[^"]+" checked', response.content.decode())) == 2


def test_the_buttons_below_the_times_stay_where_they_were_after_a_failure(desk, record, times):
    def buttons_of(page):
        form = page.content.decode().split('id="do-times"')[1].split("</form>")[0]
        return re.findall(r"<button[^>]*>([^<]+)</button>", form)

    before = buttons_of(desk.get(record.get_absolute_url()))
    assert before == ["Offer and take next", "Offer these times", "Book: agreed with the patient"]
    for action in ("book", "offer"):
        assert buttons_of(press(desk, record, action)) == before


def test_a_closed_request_offers_only_what_may_be_done_with_it(desk, record, times):
    press(desk, record, "close", closed_reason="declined", reason="Not for us.")
    assert buttons_on(desk, record) == {"reopen", "note", "numbers", "correct"}
    assert press(desk, record, "offer", times=value_of(times[0])).status_code == 409
    press(desk, record, "reopen", reason="They called.")
    assert "offer" in buttons_on(desk, record)


def test_the_history_says_of_a_lapsed_offer_that_nobody_did_it(desk, record, scheduler, times, now):
    offer(record, scheduler, times[0])
    now.move_to("2026-11-20T15:00:00+00:00")
    lapse_due_offers()
    desk.force_login(scheduler)
    text = words_of(desk.get(record.get_absolute_url()))
    history = text[text.index("History") :]
    assert "The offered times expired without an answer Tuesday, November 24" in history
    assert "The patient moved" not in history


def test_an_offer_to_a_patient_without_email_says_to_call(desk, record, times):
    AppointmentRequest.objects.filter(pk=record.pk).update(email="")
    page = press(desk, record, "offer", times=value_of(times[0]), follow=True)
    assert "1 time is held. The patient has no email address. Call with the times." in words_of(page)


def test_only_staff_with_the_right_see_buttons(client, record, make_staff):
    reader = make_staff("reader@example.com")
    reader.user_permissions.add(Permission.objects.get(codename="view_appointmentrequest"))
    client.force_login(reader)
    assert buttons_on(client, record) == set()
    assert client.get(QUEUE).status_code == 200
