"""Every mistake has its sentence, and costs nothing that was typed."""

import pytest

from appointments.models import AppointmentRequest, RequestDraft

from .flow import GOOD, LEADS_TO, SOMETIMES, START, answer, answer_up_to

BORN = ("date_of_birth_month", "date_of_birth_day", "date_of_birth_year")
MISTAKES = [
    ("safety", {"urgent_symptoms": None}, "Choose Yes or No. If you are not sure, choose Yes."),
    ("safety", {"urgent_symptoms": "perhaps"}, "Choose Yes or No. If you are not sure, choose Yes."),
    ("who", {"asks_for": None}, "Choose who needs the appointment."),
    ("caregiver", {"caregiver_name": " "}, "Enter your own name."),
    ("caregiver", {"caregiver_relationship": ""}, "Choose what you are to the patient."),
    ("caregiver", {"caregiver_relationship": "boss"}, "Choose what you are to the patient from the list."),
    ("caregiver", {"caregiver_phone": "555"}, "Enter a phone number with its area code"),
    ("caregiver", {"caregiver_consent": None}, "Confirm that you may ask on the patient&#x27;s behalf."),
    ("condition", {"condition": ""}, "Choose a condition, or “I&#x27;m not sure”."),
    ("condition", {"condition": "unheard-of"}, "Choose a condition from the list"),
    ("condition", {"reason": "x" * 1001}, "1000 characters or fewer. It has 1001 now."),
    ("condition", {"reason": "a\r\n" * 501}, "1000 characters or fewer. It has 1001 now."),
    ("condition", {"reason": "a\0b"}, "cannot be saved"),
    ("history", {"seen_before": None}, "Choose Yes, No or Not sure."),
    ("history", {"scans": []}, "Choose the pictures that have been taken, or “None” or “Not sure”."),
    ("history", {"scans": ["mri", "none"]}, "Choose either the pictures that have been taken"),
    ("history", {"scans": ["petrol"]}, "Choose from the list of pictures."),
    ("history", {"biopsy": "maybe"}, "Choose Yes, No or Not sure."),
    ("history", {"referred": "not_sure"}, "Choose Yes or No."),
    ("referral", {"referrer_name": "\u200b"}, "Enter the name of the doctor or nurse"),
    ("referral", {"referrer_phone": "12"}, "Enter a phone number with its area code"),
    ("visit", {"visit_type": ""}, "Choose how you would like to be seen."),
    ("visit", {"visit_type": "by-mail"}, "Choose one of the three kinds of visit."),
    ("state", {"patient_state": ""}, "Choose the state where the patient will be"),
    ("state", {"patient_state": "XX"}, "Choose a state from the list."),
    ("locations", {"locations": ["atlantis"]}, "Choose from the list of clinics."),
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
    ("patient", {"date_of_birth_year": "2010"}, "A patient under 18 needs a parent or guardian to ask."),
    ("patient", {"postal_code": "2761"}, "five digits"),
    ("patient", {"postal_code": ""}, "Enter the patient&#x27;s ZIP code."),
    ("contact", {"phone": ""}, "Enter a phone number where we can reach you."),
    ("contact", {"email": ""}, "Enter an e-mail address, so that"),
    ("contact", {"email": "pat.example.com"}, "The e-mail address has no @ sign."),
    ("contact", {"email": "pat@"}, "Enter an e-mail address like name@example.com."),
    ("contact", {"email": "a@example.com, b@example.com"}, "Enter one e-mail address only."),
    ("contact", {"email": f"{'p' * 250}@example.com"}, "at most 254 characters"),
    ("contact", {"reach_by": None}, "Choose how we should contact you."),
    ("contact", {"reach_by": "owl"}, "Choose one of the ways to contact you."),
    ("needs", {"language": "klingon"}, "Choose a language from the list."),
    ("needs", {"needs": ["helicopter"]}, "Choose from the list."),
    ("needs", {"needs_note": "x" * 501}, "500 characters or fewer"),
]


@pytest.mark.parametrize(("step", "changes", "sentence"), MISTAKES)
def test_a_mistake_is_said_in_words_and_nothing_typed_is_lost(patient, step, changes, sentence):
    before, choice = LEADS_TO.get(step, (step, None))
    answer_up_to(patient, before)
    if choice:
        answer(patient, before, **choice)
    response = answer(patient, step, **changes)
    assert response.status_code == 422
    page = response.content.decode()
    assert sentence in page
    assert "There is a problem" in page
    assert "<title>Error: " in page
    again = patient.get(f"{START}{step}/").content.decode()
    for name, typed in (GOOD | SOMETIMES)[step].items():
        if name not in changes and f'name="{name}" value="' in page and 'type="radio"' not in page:
            assert f'value="{typed}"' in page
            assert f'value="{typed}"' in again
    assert "There is a problem" not in again  # a reload shows what was typed and judges nothing
    assert not AppointmentRequest.objects.exists()


def test_a_minor_is_asked_for_by_a_caregiver(ready):
    response = answer(ready, "patient", "?change=1", date_of_birth_year="2010")
    assert f'href="{START}who/?change=1"' in response.content.decode()
    answer(ready, "who", "?change=1", asks_for="somebody_else")
    assert ready.get(f"{START}check/").url == f"{START}caregiver/?missing=1"
    answer(ready, "caregiver", "?missing=1")
    assert 'value="2010"' in ready.get(f"{START}patient/?change=1").content.decode()
    assert answer(ready, "patient", "?change=1", date_of_birth_year="2010").url == f"{START}check/"
    assert ready.get(f"{START}check/").status_code == 200


def test_a_minor_cannot_be_left_without_a_caregiver_by_a_later_change(patient):
    answer_up_to(patient, "condition")
    answer(patient, "who", asks_for="somebody_else")
    answer(patient, "caregiver")
    for step in list(GOOD)[2:]:
        answer(patient, step, **({"date_of_birth_year": "2015"} if step == "patient" else {}))
    assert patient.get(f"{START}check/").status_code == 200
    answer(patient, "who", "?change=1")
    assert patient.get(f"{START}check/").url == f"{START}patient/?missing=1"


def test_a_whole_date_in_the_first_box_is_understood(ready):
    answer(
        ready,
        "patient",
        "?change=1",
        date_of_birth_month="3/5/1958",
        date_of_birth_day="",
        date_of_birth_year="",
    )
    assert "March 5, 1958" in ready.get(f"{START}check/").content.decode()


def test_a_line_break_counts_once_however_it_was_sent(patient):
    answer_up_to(patient, "condition")
    assert answer(patient, "condition", reason="a\r\n" * 500).status_code == 302
    assert answer(patient, "condition", reason="👍" * 1000).status_code == 302
    assert RequestDraft.objects.get().answers["condition"]["reason"] == ["👍" * 1000]
