"""The question pages, through Django's client."""

import datetime
import itertools
import re

import pytest
import time_machine

from appointments.models import AppointmentRequest, Holiday, RequestDraft
from tests.factories import make_clinic

from .form_answers import GOOD, SOMETIMES, START, answer, answer_up_to

pytestmark = pytest.mark.usefixtures("directory")


def steps_in(response):
    return [address for address, _status in response.redirect_chain]


def send(client):
    with time_machine.travel("2026-11-16T15:01:00+00:00", tick=False):
        return client.post(f"{START}check/", follow=True)


def test_the_whole_flow_makes_one_request_with_every_answer(patient):
    for step, following in itertools.pairwise([*GOOD, "check"]):
        assert answer(patient, step).url == f"{START}{following}/"
    assert patient.get(f"{START}check/").status_code == 200
    response = send(patient)
    request = AppointmentRequest.objects.get()
    assert request.spoken_reference in response.content.decode()
    assert request.reason == "It hurts.\nAt night."
    assert (request.visit_type, request.patient_state, request.physician.slug) == ("virtual", "NC", "ana-lopez")
    assert request.date_of_birth == datetime.date(1962, 3, 27)
    assert str(request.phone.as_e164) == "+19195550142"
    assert request.answer_by == datetime.date(2026, 11, 18)
    assert (request.seen_before, request.scans, request.biopsy) == ("no", ["mri", "x_ray"], "not_sure")
    assert (request.priority, request.urgent_symptoms, request.caregiver_name) == ("routine", False, "")
    assert [str(time) for time in request.preferred_times.all()] == [
        "Mon, Nov. 23, morning",
        "Mon, Nov. 23, afternoon",
    ]


def test_a_caregiver_who_was_referred_and_comes_to_a_clinic_sees_the_pages_that_apply(patient):
    seen = []
    changes = {
        "who": {"asks_for": "someone_else"},
        "history": {"referred": "yes"},
        "visit": {"visit_type": "in_person"},
        "doctor": {"doctor": "first-available"},
        "patient": {"date_of_birth_year": "2015"},
        "needs": {"language": "es", "needs": ["interpreter", "companion"], "needs_note": "She uses a walker."},
    }
    address = f"{START}safety/"
    while not address.endswith("check/"):
        step = address.split("/")[-2]
        seen.append(step)
        address = answer(patient, step, **changes.get(step, {})).url
    assert seen == [
        *("safety", "who", "caregiver", "condition", "history", "referral"),
        *("visit", "locations", "doctor", "times", "patient", "contact", "needs"),
    ]
    send(patient)
    request = AppointmentRequest.objects.get()
    assert (request.caregiver_name, request.caregiver_relationship) == ("Kim Carer", "parent")
    assert request.caregiver_consent
    assert (request.referred, request.referrer_name) == ("yes", "Dr. Sam Referrer")
    assert [location.slug for location in request.preferred_locations.all()] == ["raleigh"]
    assert (request.physician, request.language, request.needs) == (None, "es", ["interpreter", "companion"])
    assert request.date_of_birth.year == 2015


def test_a_caregiver_who_comes_from_a_page_can_send(client, directory):
    client.post(f"{START}?condition=tumors-of-the-spine")
    answer_up_to(client, None)
    answer(client, "who", asks_for="someone_else")
    answer(client, "caregiver")
    assert steps_in(send(client)) == [f"{START}done/"]


def test_either_kind_of_visit_asks_for_state_and_clinics(patient):
    answer_up_to(patient, "visit")
    assert answer(patient, "visit", visit_type="either").url == f"{START}state/"
    assert answer(patient, "state").url == f"{START}locations/"


def test_a_get_starts_nothing(client):
    client.get(START + "?doctor=ana-lopez&visit=virtual")
    assert not RequestDraft.objects.exists()


@pytest.mark.parametrize("step", [*GOOD, "check", "done", "amend"])
def test_without_a_draft_every_page_leads_to_the_start(client, step):
    assert client.get(f"{START}{step}/").url == START


@pytest.mark.parametrize("step", [*list(GOOD)[1:], *SOMETIMES, "check", "done", "amend"])
def test_no_page_opens_out_of_turn(patient, step):
    assert steps_in(patient.get(f"{START}{step}/", follow=True))[-1] == f"{START}safety/?missing=1"
    if step in GOOD:
        assert answer(patient, step).url == f"{START}safety/?missing=1"


@pytest.mark.parametrize("step", ["caregiver", "referral", "locations"])
def test_a_page_that_does_not_apply_leads_on(ready, step):
    assert steps_in(ready.get(f"{START}{step}/", follow=True)) == [f"{START}check/"]
    assert answer(ready, step).url == f"{START}check/"


def test_an_unknown_step_is_404(patient):
    for method in (patient.get, patient.post):
        assert method(f"{START}nonsense/").status_code == 404
    assert patient.post(f"{START}nonsense/keep/").status_code == 404


def test_going_back_shows_what_was_answered(ready):
    page = ready.get(f"{START}condition/").content.decode()
    assert re.search(r'value="tumors-of-the-spine"[^>]*checked', page)
    assert "It hurts." in page


def test_back_keeps_what_was_typed_and_judges_nothing(patient):
    answer_up_to(patient, "contact")
    assert answer(patient, "contact", email="pat@", back="1").url == f"{START}patient/"
    page = patient.get(f"{START}contact/").content.decode()
    assert 'value="pat@"' in page
    assert "There is a problem" not in page
    assert patient.get(f"{START}check/").url == f"{START}contact/?missing=1"


def test_back_from_the_first_page_leads_to_the_start(patient):
    assert answer(patient, "safety", back="1").url == START


def test_change_comes_back_to_the_check_page(ready):
    assert answer(ready, "condition", "?change=1", condition="not-sure").url == f"{START}check/"
    assert answer(ready, "condition", "?change=1", condition="", back="1").url == f"{START}check/"
    assert "I&#x27;m not sure" in ready.get(f"{START}check/").content.decode()


def test_a_change_that_makes_a_later_answer_impossible_leads_there_and_keeps_the_rest(ready, make_physician):
    make_physician("tessa-tennessee", given_name="Tessa", offers_virtual_visits=True, licensed_states=["TN"])
    answer(ready, "state", "?change=1", patient_state="TN")
    page = ready.get(f"{START}check/", follow=True)
    assert steps_in(page) == [f"{START}doctor/?missing=1"]
    assert "There is a problem" in page.content.decode()
    assert answer(ready, "doctor", "?missing=1", doctor="first-available").url == f"{START}check/"
    assert ready.get(f"{START}check/").status_code == 200


def test_a_change_asks_the_pages_that_now_apply_and_drops_those_that_do_not(ready):
    answer(ready, "visit", "?change=1", visit_type="in_person")
    assert ready.get(f"{START}check/").url == f"{START}locations/?missing=1"
    assert answer(ready, "locations", "?missing=1").url == f"{START}check/"
    assert "State during a virtual visit" not in ready.get(f"{START}check/").content.decode()
    send(ready)
    assert AppointmentRequest.objects.get().patient_state == ""


def test_sending_again_shows_the_same_confirmation(ready):
    for _ in range(3):
        assert steps_in(send(ready)) == [f"{START}done/"]
    assert AppointmentRequest.objects.count() == 1


def test_another_request_can_be_started_afterwards(ready):
    send(ready)
    assert ready.post(START).url == f"{START}safety/"
    assert ready.get(f"{START}safety/").status_code == 200


def test_what_is_typed_after_the_draft_was_erased_is_kept(ready):
    with time_machine.travel("2026-11-16T15:31:00+00:00", tick=False):
        assert ready.get(f"{START}check/").url == f"{START}?erased=1"
        assert "have been erased" in ready.get(f"{START}?erased=1").content.decode()
        assert answer(ready, "condition", reason="Still here.").url == f"{START}safety/?erased=1"
        answer_up_to(ready, "condition")
        page = ready.get(f"{START}condition/").content.decode()
        assert "Still here." in page
        assert "There is a problem" not in page


def test_what_is_typed_without_any_cookie_is_kept_too(client):
    assert answer(client, "condition", reason="No cookie.").url == f"{START}safety/?erased=1"
    answer_up_to(client, "condition")
    assert "No cookie." in client.get(f"{START}condition/").content.decode()


def test_links_fill_in_what_they_know_and_say_at_once_what_cannot_be(client):
    page = client.get(f"{START}?doctor=ana-lopez").content.decode()
    assert "Ana Lopez, MD" in page
    wish = "?doctor=in-person-only&condition=tumors-of-the-spine&visit=virtual"
    page = client.get(START + wish).content.decode()
    assert "Ana Onsite does not offer virtual visits." in page
    assert "?doctor=ana-lopez&amp;condition=tumors-of-the-spine&amp;visit=virtual" in page
    client.post(START + wish)
    answer_up_to(client, "condition")
    page = client.get(f"{START}condition/").content.decode()
    assert re.search(r'value="tumors-of-the-spine"[^>]*checked', page)
    assert "There is a problem" not in page
    for step in ("condition", "history", "visit", "state"):
        answer(client, step)
    page = client.get(f"{START}doctor/").content.decode()
    assert "Ana Onsite" in page
    assert 'value="in-person-only"' not in page


def test_a_virtual_visit_that_nobody_can_give_is_not_promised(patient):
    answer_up_to(patient, "state")
    answer(patient, "state", patient_state="TX")
    page = patient.get(f"{START}doctor/").content.decode()
    assert "can see you by video while you are in Texas" in page
    assert 'value="first-available"' not in page
    response = answer(patient, "doctor", doctor="first-available")
    assert response.status_code == 422
    assert patient.get(f"{START}check/").url == f"{START}doctor/?missing=1"


def test_whichever_is_sooner_says_who_can_only_be_seen_in_person(patient):
    answer_up_to(patient, "visit")
    answer(patient, "visit", visit_type="either")
    answer(patient, "state", patient_state="VA")
    answer(patient, "locations")
    page = patient.get(f"{START}doctor/").content.decode()
    elsewhere = "(Neurosurgery). Not at the clinics you chose"
    assert f"Ana Onsite, MD {elsewhere}. In person only: no video visits in Virginia" in page
    assert f"Ana Lopez, MD {elsewhere}</label>" in page


@pytest.mark.parametrize(
    ("chosen", "visit_type", "is_offered"),
    [
        (["raleigh"], "in_person", False),
        (["raleigh", "cary"], "in_person", True),
        (["raleigh"], "either", True),
    ],
)
def test_no_day_is_offered_on_which_the_only_clinic_chosen_is_closed(patient, clinic, chosen, visit_type, is_offered):
    make_clinic("cary")
    Holiday.objects.create(date="2026-11-24", name="Staff day", clinic=clinic)
    answer_up_to(patient, "visit")
    answer(patient, "visit", visit_type=visit_type)
    if visit_type == "either":
        answer(patient, "state")
    answer(patient, "locations", locations=chosen)
    answer(patient, "doctor", doctor="first-available")
    page = patient.get(f"{START}times/").content.decode()
    assert 'value="2026-11-23"' in page
    assert ('value="2026-11-24"' in page) is is_offered
    sent = answer(patient, "times", day_1="2026-11-24", day_2="")
    assert sent.status_code == (302 if is_offered else 422)


def test_half_a_day_tapped_by_accident_asks_for_nothing(ready):
    answer(ready, "times", "?change=1", day_2="")
    assert "Second choice" not in ready.get(f"{START}check/").content.decode()


def test_going_on_leads_to_where_one_was(patient):
    answer_up_to(patient, "state")
    assert patient.post(START).url == f"{START}state/"


def test_a_new_link_changes_only_the_answer_it_is_about(ready):
    ready.post(f"{START}?doctor=in-person-only")
    draft = RequestDraft.objects.get()
    assert draft.answers["doctor"] is None
    assert draft.answers["patient"]["legal_name"] == ["Pat Doe"]


def test_the_flow_is_never_cached_and_its_cookie_is_for_the_flow_only(patient):
    response = patient.get(f"{START}safety/")
    assert "no-store" in response["Cache-Control"]
    cookie = patient.cookies["request_draft"]
    assert (cookie["path"], cookie["httponly"], cookie["samesite"]) == ("/appointments/", True, "Lax")


def test_leaving_erases_the_draft_from_the_server_and_the_device(ready):
    response = ready.post(f"{START}leave/")
    assert not RequestDraft.objects.exists()
    assert ready.cookies["request_draft"].value == ""
    assert "no longer on this device" in ready.get(response.url).content.decode()


def test_what_is_being_typed_is_kept_and_shown_again_without_being_judged(patient):
    answer_up_to(patient, "contact")
    before = RequestDraft.objects.get().expires_at
    with time_machine.travel("2026-11-16T15:10:00+00:00", tick=False):
        response = patient.post(f"{START}contact/keep/", {"email": "pat@", "phone": "919", "strange": "x"})
        assert response.status_code == 204
    draft = RequestDraft.objects.get()
    assert draft.expires_at == before  # typing is kept, but only a page passed on restarts the half hour
    assert draft.unfinished["contact"] == {"phone": ["919"], "email": ["pat@"]}
    page = patient.get(f"{START}contact/").content.decode()
    assert 'value="pat@"' in page
    assert "There is a problem" not in page
    assert answer(patient, "contact").url == f"{START}needs/"
    assert 'value="pat@"' not in patient.get(f"{START}contact/").content.decode()


def test_nothing_is_kept_without_a_draft(client):
    assert client.post(f"{START}contact/keep/", {"email": "pat@"}).status_code == 409
    assert not RequestDraft.objects.exists()


def test_the_half_hour_can_be_prolonged_with_and_without_a_script(patient):
    extend = f"{START}extend/"
    with time_machine.travel("2026-11-16T15:28:00+00:00", tick=False):
        assert patient.get(extend).json() == {"seconds": 120}
        assert patient.post(extend, headers={"Accept": "application/json"}).json() == {"seconds": 1800}
        assert patient.get(extend).json() == {"seconds": 1800}
        response = patient.post(extend, {"step": "who", "csrfmiddlewaretoken": "x", "asks_for": "me"})
        assert response.url == f"{START}who/"
        assert RequestDraft.objects.get().unfinished["who"] == {"asks_for": ["me"]}
    with time_machine.travel("2026-11-16T16:00:00+00:00", tick=False):
        assert patient.get(extend).json() == {"seconds": 0}
        assert patient.post(extend, headers={"Accept": "application/json"}).json() == {"seconds": 0}
        assert patient.post(extend).url == f"{START}?erased=1"


def real_queries(captured):
    return [query["sql"] for query in captured if "SAVEPOINT" not in query["sql"]]


def test_each_page_takes_at_most_seven_queries_and_the_send_thirteen(ready, django_assert_max_num_queries):
    ready.post(f"{START}?doctor=in-person-only")  # the most expensive: a doctor who cannot take the visit
    for step in [*GOOD, "check"]:
        with django_assert_max_num_queries(7):  # one asks for emergency notices
            ready.get(f"{START}{step}/")
    answer(ready, "doctor")
    answer(ready, "visit", visit_type="either")
    answer(ready, "locations")
    for step in [*GOOD, "locations", "check"]:
        with django_assert_max_num_queries(7):  # one asks for emergency notices
            assert ready.get(f"{START}{step}/").status_code == 200
    with (
        time_machine.travel("2026-11-16T15:01:00+00:00", tick=False),
        django_assert_max_num_queries(15) as captured,
    ):
        assert ready.post(f"{START}check/").url == f"{START}done/"
    # The test's own transaction turns the one of the send into a savepoint.
    assert len(real_queries(captured)) <= 13, "\n".join(real_queries(captured))
    with django_assert_max_num_queries(7):  # one asks for emergency notices
        assert ready.get(f"{START}done/").status_code == 200
