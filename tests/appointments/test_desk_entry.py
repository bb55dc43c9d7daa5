"""Staff write a request down for a caller, from a fax, or at the counter."""

import re
import uuid

import pytest

from appointments.admin.entry_form import EntryForm
from appointments.models import AppointmentRequest, Notification, StatusChange
from appointments.workflow import Status

from .at_desk import QUEUE, words_of

ADD = f"{QUEUE}add/"
CALL = {
    "source": "phone",
    "legal_name": "Pat Doe",
    "date_of_birth": "3/27/1962",
    "phone": "919 555 0142",
    "reach_by": "phone",
    "may_leave_message": "no",
    "visit_type": "in_person",
}

MISTAKES = [
    ({"source": "web"}, "Select a valid choice"),
    ({"legal_name": ""}, "Enter the legal name, first and last."),
    ({"date_of_birth": "27/3/1962"}, "Enter the day as month/day/year"),
    ({"date_of_birth": "27031962"}, "Enter the day as month/day/year"),
    ({"date_of_birth": "3/27/2062"}, "The date of birth is in the future."),
    ({"date_of_birth": "3/27/2012"}, "A patient under 18 needs a parent or guardian."),
    ({"phone": ""}, "Enter a phone number where we can reach them."),
    ({"may_leave_message": ""}, "Choose whether we may leave a message."),
    ({"reach_by": "email"}, "Without an e-mail address the patient cannot be reached by e-mail."),
    ({"visit_type": ""}, "Choose the kind of visit."),
    ({"visit_type": "virtual"}, "Ask which state the patient will be in"),
    ({"visit_type": "virtual", "patient_state": "SC", "physician": "ana"}, "is not licensed to see patients"),
    ({"visit_type": "virtual", "patient_state": "XX", "physician": "ana"}, "Select a valid choice"),
    ({"visit_type": "either", "patient_state": "XX", "physician": "ana"}, "Select a valid choice"),
    ({"physician": "9" * 30}, "Select a valid choice"),
    ({"locations": ["x", "-1"]}, "is not a valid value"),
    ({"condition": "\x00"}, "Null characters are not allowed."),
    ({"day_1": "2026-11-26", "half_1": "morning"}, "Clinics are closed on this day"),
    ({"day_1": "2026-11-16", "half_1": "morning"}, "Enter a day after today."),
    ({"day_1": "2026-11-13", "half_1": "morning"}, "This day has passed."),
    ({"day_1": "2028-11-14", "half_1": "morning"}, "This day is too far ahead."),
    ({"day_1": "02/30/2050", "half_1": "morning"}, "February 2050 has only 28 days."),
    ({"day_1": "2026-11-24"}, "Choose morning or afternoon."),
    ({"half_1": "morning"}, "Enter the day, or clear the time of day."),
    ({"caregiver_name": "Rosa"}, "Confirm that they may ask on the patient's behalf."),
    ({"scans": ["none", "mri"]}, "Choose either the scans that have been taken"),
]


@pytest.fixture
def desk(client, scheduler, directory):
    client.force_login(scheduler)
    return client


def enter(desk, key=None, **changes):
    return desk.post(ADD, CALL | {"idempotency_key": key or uuid.uuid4()} | changes)


def test_a_caller_with_a_phone_alone_has_a_request_with_free_times_beside_it(desk, scheduler):
    assert f'href="{ADD}"' in desk.get(QUEUE).content.decode()
    response = enter(desk)
    record = AppointmentRequest.objects.get()
    assert response.url == record.get_absolute_url()
    assert (record.status, record.claimed_by, record.source) == (Status.IN_REVIEW, scheduler, "phone")
    assert StatusChange.objects.earliest("id").actor == scheduler
    assert not Notification.objects.exists()
    text = words_of(desk.get(response.url))
    assert "Sam Scheduler entered the request (phone)" in text
    assert "Free times that fit" in text


def test_no_field_alone_breaks_a_form_in_which_all_others_are_right(desk, physician, clinic, condition):
    right = {
        "visit_type": "virtual", "patient_state": "NC", "physician": physician.pk, "locations": [clinic.pk],
        "condition": condition.pk, "email": "pat@example.com", "caregiver_name": "Rosa Doe",
        "caregiver_relationship": "child", "caregiver_phone": "919 555 0188", "caregiver_consent": "on",
        "day_1": "2026-11-24", "half_1": "morning", "language": "es", "scans": ["mri"],
    }  # fmt: skip
    form = EntryForm()
    assert {"patient_state", "physician", "day_1"} < set(form.fields)
    for name in form.fields:
        for value in ("XX", "", "\x00"):
            assert enter(desk, **right | {name: value}).status_code in (302, 422), (name, value)


@pytest.mark.parametrize("typed", ["03271962", "3/27/1962", "3/27/62", "03-27-62", "03-27-1962", "1962-03-27"])
def test_a_date_of_birth_is_taken_as_it_is_typed(desk, typed):
    assert enter(desk, date_of_birth=typed).status_code == 302
    assert AppointmentRequest.objects.get().date_of_birth.isoformat() == "1962-03-27"


def test_a_double_click_makes_one_request(desk):
    key = re.search(r'name="idempotency_key" value="([\w-]+)"', desk.get(ADD).content.decode())[1]
    assert enter(desk, key).url == enter(desk, key).url
    assert AppointmentRequest.objects.count() == 1
    assert enter(desk, "garbage").status_code == 302


def test_a_fax_with_everything_is_kept_whole(desk, physician, clinic, condition):
    response = enter(
        desk,
        source="fax",
        email="pat@example.com",
        postal_code="27610",
        urgent_symptoms="on",
        condition=condition.pk,
        reason="Weak legs.",
        visit_type="either",
        patient_state="NC",
        physician=physician.pk,
        locations=[clinic.pk],
        day_1="2026-11-24",
        half_1="morning",
        referrer_name="Dr. Ellen Graham",
        referrer_phone="919 555 0177",
        scans=["mri"],
        caregiver_name="Rosa Doe",
        caregiver_relationship="child",
        caregiver_phone="919 555 0188",
        caregiver_consent="on",
        language="es",
        needs=["interpreter"],
    )
    assert response.status_code == 302
    record = AppointmentRequest.objects.get()
    assert (record.source, record.priority, record.nurse_review, record.referred) == ("fax", "urgent", "needed", "yes")
    assert [str(wish) for wish in record.preferred_times.all()] == ["Tue, Nov. 24, morning"]
    assert list(record.preferred_locations.all()) == [clinic]
    assert (record.condition, record.physician, record.caregiver_name) == (condition, physician, "Rosa Doe")


def test_a_mistake_is_a_sentence_and_nothing_typed_is_lost(desk, physician):
    for changes, sentence in MISTAKES:
        values = {name: physician.pk if value == "ana" else value for name, value in changes.items()}
        response = enter(desk, needs_note="kept words", **values)
        assert (response.status_code, sentence in words_of(response)) == (422, True), sentence
        assert "kept words" in response.content.decode()
    assert not AppointmentRequest.objects.exists()
    listed = words_of(enter(desk, legal_name="", visit_type="", language="x"))
    assert listed.index("Legal name:") < listed.index("Kind of visit:") < listed.index("Language:")


def test_nobody_writes_a_request_down_without_the_right(client, make_staff):
    client.force_login(make_staff("visitor@example.com"))
    assert client.get(ADD).status_code == 403
    assert client.post(ADD, CALL).status_code == 403
