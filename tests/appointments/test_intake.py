"""The question pages, through Django's client."""

import datetime
import re

import pytest
import time_machine

from appointments.models import AppointmentRequest, RequestDraft

START = "/appointments/request/"
NOW = "2026-11-16T15:00:00+00:00"  # a Monday morning in Raleigh

BORN = ("date_of_birth_month", "date_of_birth_day", "date_of_birth_year")
GOOD = {
    "condition": {"condition": "tumors-of-the-spine", "reason": "It hurts.\r\nAt night."},
    "visit": {"visit_type": "virtual", "patient_state": "NC"},
    "doctor": {"doctor": "ana-lopez"},
    "times": {"day_1": "2026-11-23", "half_1": "morning", "day_2": "2026-11-23", "half_2": "afternoon"},
    "patient": {
        "legal_name": "Pat Doe",
        "date_of_birth_month": "3",
        "date_of_birth_day": "27",
        "date_of_birth_year": "1962",
        "phone": "(919) 555-0142",
        "email": "pat@example.com",
        "reach_by": "phone",
        "postal_code": "27610",
    },
}


@pytest.fixture(autouse=True)
def _frozen():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture(autouse=True)
def _directory(hospital, physician, make_physician):
    make_physician("not-accepting", family_name="Full", accepting_new_patients=False)
    make_physician("in-person-only", family_name="Onsite")


def answer(client, step, query="", **changes):
    return client.post(f"{START}{step}/{query}", GOOD[step] | changes)


@pytest.fixture
def patient(client):
    client.post(START)
    return client


@pytest.fixture
def ready(patient):
    for step in GOOD:
        answer(patient, step)
    return patient


def test_the_whole_flow_makes_one_request_with_every_answer(ready):
    assert ready.get(f"{START}check/").status_code == 200
    response = ready.post(f"{START}check/", follow=True)
    request = AppointmentRequest.objects.get()
    assert request.spoken_reference in response.content.decode()
    assert request.reason == "It hurts.\nAt night."
    assert (request.visit_type, request.patient_state, request.physician.slug) == ("virtual", "NC", "ana-lopez")
    assert request.date_of_birth == datetime.date(1962, 3, 27)
    assert str(request.phone.as_e164) == "+19195550142"
    assert request.answer_by == datetime.date(2026, 11, 18)
    assert [str(time) for time in request.preferred_times.all()] == [
        "Mon, Nov. 23, morning",
        "Mon, Nov. 23, afternoon",
    ]


def test_a_get_starts_nothing(client):
    client.get(START + "?doctor=ana-lopez&visit=virtual")
    assert not RequestDraft.objects.exists()


@pytest.mark.parametrize("step", [*GOOD, "check", "done"])
def test_without_a_draft_every_page_leads_to_the_start(client, step):
    assert client.get(f"{START}{step}/").url == START


@pytest.mark.parametrize("step", ["visit", "doctor", "times", "patient", "check", "done"])
def test_no_page_opens_out_of_turn(patient, step):
    response = patient.get(f"{START}{step}/", follow=True)
    assert response.redirect_chain[-1][0] == f"{START}condition/"
    if step in GOOD:
        assert answer(patient, step).url == f"{START}condition/"


def test_an_unknown_step_is_404(patient):
    assert patient.get(f"{START}nonsense/").status_code == 404
    assert patient.post(f"{START}nonsense/").status_code == 404


def test_back_shows_what_was_answered(ready):
    page = ready.get(f"{START}condition/").content.decode()
    assert re.search(r'value="tumors-of-the-spine"[^>]*checked', page)
    assert "It hurts." in page


def test_change_comes_back_to_the_check_page(ready):
    assert answer(ready, "condition", "?change=1", condition="not-sure").url == f"{START}check/"


def test_a_change_that_makes_a_later_answer_impossible_leads_there_and_keeps_the_rest(ready, make_physician):
    make_physician("tessa-tennessee", given_name="Tessa", offers_virtual_visits=True, licensed_states=["TN"])
    response = answer(ready, "visit", "?change=1", patient_state="TN")
    assert response.url == f"{START}doctor/"
    page = ready.get(f"{START}doctor/").content.decode()
    assert "There is a problem" in page
    assert answer(ready, "doctor", "?change=1", doctor="first-available").url == f"{START}check/"


@pytest.mark.parametrize(
    ("step", "changes", "sentence"),
    [
        ("condition", {"condition": ""}, "Choose a condition, or “I&#x27;m not sure”."),
        ("condition", {"condition": "unheard-of"}, "Choose a condition from the list"),
        ("condition", {"reason": "x" * 1001}, "1000 characters or fewer"),
        ("condition", {"reason": "a\0b"}, "cannot be saved"),
        ("visit", {"visit_type": ""}, "Choose how you would like to be seen."),
        ("visit", {"visit_type": "by-mail"}, "Choose one of the three kinds of visit."),
        ("visit", {"patient_state": ""}, "Choose the state where you will be"),
        ("visit", {"patient_state": "XX"}, "Choose a state from the list."),
        ("visit", {"visit_type": "either", "patient_state": ""}, "Choose the state where you will be"),
        ("doctor", {"doctor": ""}, "Choose a doctor, or “First available doctor”."),
        ("doctor", {"doctor": "nobody"}, "Choose a doctor from the list"),
        ("doctor", {"doctor": "not-accepting"}, "new patients"),
        ("doctor", {"doctor": "in-person-only"}, "virtual visits"),
        ("times", {"day_1": "", "half_1": ""}, "Choose at least one day."),
        ("times", {"half_1": ""}, "Choose morning or afternoon."),
        ("times", {"half_1": "night"}, "Choose morning or afternoon."),
        ("times", {"day_1": "2026-11-20"}, "from Monday, November 23 to Tuesday, March 16, 2027"),
        ("times", {"day_1": "2026-11-26"}, "Choose a day on which our clinics are open"),
        ("times", {"day_1": "2026-11-28"}, "Choose a day on which our clinics are open"),
        ("times", {"day_1": "2027-03-17"}, "Choose a day on which our clinics are open"),
        ("times", {"day_1": "tomorrow"}, "Choose a day from the list."),
        ("times", {"half_2": "morning"}, "You have chosen this day and time already."),
        ("patient", {"legal_name": " \u200b "}, "Enter the patient&#x27;s legal name."),
        ("patient", dict.fromkeys(BORN, ""), "Enter the patient&#x27;s date of birth."),
        ("patient", {"date_of_birth_year": "1899"}, "after 1899"),
        ("patient", {"date_of_birth_year": "2027"}, "in the future"),
        ("patient", {"date_of_birth_year": "2010"}, "under 18"),
        ("patient", {"phone": ""}, "Enter a phone number where we can reach you."),
        ("patient", {"email": ""}, "Enter an e-mail address, so that"),
        ("patient", {"email": "pat@"}, "Enter an e-mail address like name@example.com."),
        ("patient", {"email": f"{'p' * 250}@example.com"}, "254 characters"),
        ("patient", {"reach_by": ""}, "Choose how we should contact you."),
        ("patient", {"postal_code": "2761"}, "five digits"),
        ("patient", {"postal_code": ""}, "Enter your ZIP code."),
    ],
)  # fmt: skip
def test_a_mistake_is_said_in_words_and_nothing_typed_is_lost(patient, step, changes, sentence):
    for earlier in GOOD:
        if earlier == step:
            break
        answer(patient, earlier)
    response = answer(patient, step, **changes)
    assert response.status_code == 422
    page = response.content.decode()
    assert sentence in page
    assert "There is a problem" in page
    assert "<title>Error: " in page
    for name, typed in GOOD[step].items():
        if name not in changes and step == "patient" and name != "reach_by":
            assert f'value="{typed}"' in page
    assert not AppointmentRequest.objects.exists()


def test_sending_again_shows_the_same_confirmation(ready):
    for _ in range(3):
        assert ready.post(f"{START}check/").url == f"{START}done/"
    assert AppointmentRequest.objects.count() == 1


def test_an_answer_changed_after_the_send_is_not_lost_in_silence(ready):
    ready.post(f"{START}check/")
    response = answer(ready, "condition", condition="not-sure")
    assert response.url == f"{START}done/?late=1"
    assert "had been sent before you changed that answer" in ready.get(response.url).content.decode()


def test_another_request_can_be_started_afterwards(ready):
    ready.post(f"{START}check/")
    assert ready.post(START).url == f"{START}condition/"
    assert ready.get(f"{START}condition/").status_code == 200


def test_what_is_typed_after_the_draft_was_erased_is_kept(ready):
    with time_machine.travel("2026-11-16T15:31:00+00:00", tick=False):
        assert ready.get(f"{START}check/").url == f"{START}?erased=1"
        assert "have been erased" in ready.get(f"{START}?erased=1").content.decode()
        assert answer(ready, "condition", reason="Still here.").url == f"{START}condition/?erased=1"
        assert "Still here." in ready.get(f"{START}condition/").content.decode()


def test_links_fill_in_what_they_know_and_say_at_once_what_cannot_be(client):
    page = client.get(f"{START}?doctor=ana-lopez").content.decode()
    assert "Ana Lopez, MD" in page
    client.post(f"{START}?doctor=in-person-only&condition=tumors-of-the-spine&visit=virtual")
    page = client.get(f"{START}condition/").content.decode()
    assert re.search(r'value="tumors-of-the-spine"[^>]*checked', page)
    assert "There is a problem" not in page
    answer(client, "condition")
    answer(client, "visit")
    page = client.get(f"{START}doctor/").content.decode()
    assert "Ana Onsite" in page
    assert 'value="in-person-only"' not in page


def test_a_virtual_visit_that_nobody_can_give_is_not_promised(patient):
    answer(patient, "condition")
    answer(patient, "visit", patient_state="TX")
    page = patient.get(f"{START}doctor/").content.decode()
    assert "can see you by video while you are in Texas" in page
    assert 'value="first-available"' not in page
    response = answer(patient, "doctor", doctor="first-available")
    assert response.status_code == 422
    assert patient.get(f"{START}check/").url == f"{START}doctor/"


def test_half_a_day_tapped_by_accident_asks_for_nothing(ready):
    assert answer(ready, "times", "?change=1", day_2="").url == f"{START}check/"
    assert "Second choice" not in ready.get(f"{START}check/").content.decode()


def test_going_on_leads_to_where_one_was(patient):
    answer(patient, "condition")
    answer(patient, "visit")
    assert patient.post(START).url == f"{START}doctor/"


def test_what_is_typed_without_any_cookie_is_kept_too(client):
    assert answer(client, "condition", reason="No cookie.").url == f"{START}condition/?erased=1"
    assert "No cookie." in client.get(f"{START}condition/").content.decode()


def test_a_new_link_changes_only_the_answer_it_is_about(ready):
    ready.post(f"{START}?doctor=in-person-only")
    draft = RequestDraft.objects.get()
    assert draft.answers["doctor"] is None
    assert draft.answers["patient"]["legal_name"] == ["Pat Doe"]


def test_the_flow_is_never_cached_and_its_cookie_is_for_the_flow_only(patient):
    response = patient.get(f"{START}condition/")
    assert "no-store" in response["Cache-Control"]
    cookie = patient.cookies["request_draft"]
    assert (cookie["path"], cookie["httponly"], cookie["samesite"]) == (START, True, "Lax")


def test_each_page_takes_at_most_six_queries_and_the_send_twelve(ready, django_assert_max_num_queries):
    for step in [*GOOD, "check"]:
        with django_assert_max_num_queries(6):
            assert ready.get(f"{START}{step}/").status_code == 200
    with django_assert_max_num_queries(12):
        ready.post(f"{START}check/")
