"""Every mistake that the question pages know, and the sentence that says it.

The same list is gone through with Django's client and, where a person can make the mistake, in a browser.
"""

import datetime
from typing import NamedTuple

BORN = ("date_of_birth_month", "date_of_birth_day", "date_of_birth_year")
NOTHING = dict.fromkeys(BORN, "")


class Mistake(NamedTuple):
    """What differs from good answers on the page `step` (None and []: nothing chosen), and what is said then."""

    step: str
    changes: dict
    sentence: str


def mistakes_of_people(today: datetime.date) -> list[Mistake]:
    """Return what can be typed and left out in a browser; on each page first what nothing has been chosen for yet."""
    child, next_year = str(today.year - 5), str(today.year + 1)
    return [
        Mistake("safety", {"urgent_symptoms": None}, "Choose Yes or No. If you are not sure, choose Yes."),
        Mistake("who", {"asks_for": None}, "Choose who needs the appointment."),
        Mistake("caregiver", {"caregiver_name": " "}, "Enter your own name."),
        Mistake("caregiver", {"caregiver_relationship": ""}, "Choose your relationship to the patient."),
        Mistake("caregiver", {"caregiver_phone": ""}, "Enter a phone number where we can reach you."),
        Mistake("caregiver", {"caregiver_phone": "555"}, "Enter just the number, with its area code"),
        Mistake("caregiver", {"caregiver_consent": None}, "Confirm that you may ask on the patient's behalf."),
        Mistake("condition", {"condition": None}, "Choose a condition, or “I'm not sure”."),
        Mistake("condition", {"reason": "x" * 1001}, "1000 characters or fewer. It has 1001 now."),
        Mistake("condition", {"reason": "a\n" * 500 + "b" * 2}, "1000 characters or fewer. It has 1002 now."),
        Mistake("condition", {"reason": "pasted\x1b[0m"}, "This contains a character that can't be saved."),
        Mistake(
            "history", {"seen_before": None, "referred": None}, "Earlier visits here: choose Yes, No or Not sure."
        ),
        Mistake("history", {"referred": None}, "Referral: choose Yes or No."),
        Mistake("history", {"scans": []}, "Choose the scans that have been taken, or “None” or “Not sure”."),
        Mistake("history", {"scans": ["mri", "none"]}, "Choose either the scans that have been taken"),
        Mistake("referral", {"referrer_name": "\u200b"}, "Enter the name of the doctor or nurse"),
        Mistake("referral", {"referrer_phone": "12"}, "Enter just the number, with its area code"),
        Mistake("visit", {"visit_type": None}, "Choose how you would like to be seen."),
        Mistake("state", {"patient_state": ""}, "Choose the state for the virtual visit."),
        Mistake("doctor", {"doctor": None}, "Choose a doctor, or “First available doctor”."),
        Mistake("times", {"day_1": "", "half_1": None}, "Choose at least one day."),
        Mistake("times", {"half_1": None}, "Choose morning or afternoon."),
        Mistake("times", {"half_2": "morning"}, "You've already chosen this day and time."),
        Mistake("patient", {"legal_name": " \u200b "}, "Enter the legal name, first and last."),
        Mistake("patient", NOTHING, "Enter the date of birth."),
        Mistake("patient", {"date_of_birth_month": ""}, "The month is missing."),
        Mistake("patient", {"date_of_birth_day": ""}, "The day is missing."),
        Mistake("patient", {"date_of_birth_year": ""}, "The year is missing."),
        Mistake("patient", NOTHING | {"date_of_birth_year": "1962"}, "The month and the day are missing."),
        Mistake("patient", NOTHING | {"date_of_birth_day": "27"}, "The month and the year are missing."),
        Mistake("patient", NOTHING | {"date_of_birth_month": "3"}, "The day and the year are missing."),
        Mistake("patient", {"date_of_birth_month": "March"}, "Write the date in numbers only"),
        Mistake("patient", {"date_of_birth_month": "13"}, "The month must be a number from 1 to 12."),
        Mistake("patient", {"date_of_birth_day": "32"}, "The day must be a number from 1 to 31."),
        Mistake("patient", {"date_of_birth_year": "62"}, "Enter all four digits of the year"),
        Mistake("patient", {"date_of_birth_month": "2", "date_of_birth_day": "30"}, "There is no such day"),
        Mistake("patient", {"date_of_birth_year": "1899"}, "after 1899"),
        Mistake("patient", {"date_of_birth_year": next_year}, "in the future"),
        Mistake("patient", {"date_of_birth_year": child}, "A patient under 18 needs a parent or guardian to ask."),
        Mistake("patient", {"postal_code": "2761"}, "five digits"),
        Mistake("patient", {"postal_code": ""}, "Enter the ZIP code."),
        Mistake("contact", {"reach_by": None}, "Choose how we should contact you."),
        Mistake("contact", {"phone": ""}, "Enter a phone number where we can reach you."),
        Mistake("contact", {"phone": "555-0142"}, "Enter just the number, with its area code"),
        Mistake("contact", {"email": ""}, "Enter an e-mail address so we"),
        Mistake("contact", {"email": "pat.example.com"}, "The e-mail address has no @ sign."),
        Mistake("contact", {"email": "pat@"}, "Enter an e-mail address like name@example.com."),
        Mistake("contact", {"email": "a@example.com, b@example.com"}, "Enter one e-mail address only."),
        Mistake("contact", {"email": f"{'p' * 250}@example.com"}, "at most 254 characters"),
        Mistake("needs", {"needs_note": "x" * 501}, "500 characters or fewer"),
    ]


# What no page lets a person choose.
MISTAKES_OF_PROGRAMS = [
    Mistake("safety", {"urgent_symptoms": "perhaps"}, "Choose Yes or No. If you are not sure, choose Yes."),
    Mistake("caregiver", {"caregiver_relationship": "boss"}, "Choose your relationship to the patient from the list."),
    Mistake("condition", {"condition": "unheard-of"}, "Choose a condition from the list"),
    Mistake("condition", {"reason": "a\r\n" * 501}, "1000 characters or fewer. It has 1001 now."),
    Mistake("condition", {"reason": "a\0b"}, "can't be saved"),
    Mistake("history", {"scans": ["petrol"]}, "Choose from the list of scans."),
    Mistake("history", {"biopsy": "maybe"}, "Biopsy: choose Yes, No or Not sure."),
    Mistake("history", {"referred": "not_sure"}, "Referral: choose Yes or No."),
    Mistake("visit", {"visit_type": "by-mail"}, "Choose one of the three kinds of visit."),
    Mistake("state", {"patient_state": "XX"}, "Choose a state from the list."),
    Mistake("locations", {"locations": ["atlantis"]}, "Choose from the list of clinics."),
    Mistake("doctor", {"doctor": "nobody"}, "Choose a doctor from the list"),
    Mistake("doctor", {"doctor": "not-accepting"}, "new patients"),
    Mistake("doctor", {"doctor": "in-person-only"}, "virtual visits"),
    Mistake("times", {"half_1": "night"}, "Choose morning or afternoon."),
    Mistake("times", {"day_1": "2026-11-20"}, "from Monday, November 23 to Tuesday, March 16, 2027"),
    Mistake("times", {"day_1": "2026-11-26"}, "Choose a day on which our clinics are open"),
    Mistake("times", {"day_1": "2026-11-28"}, "Choose a day on which our clinics are open"),
    Mistake("times", {"day_1": "2027-03-17"}, "Choose a day on which our clinics are open"),
    Mistake("times", {"day_1": "tomorrow"}, "Choose a day from the list."),
    Mistake("contact", {"reach_by": "owl"}, "Choose one of the ways to contact you."),
    Mistake("needs", {"language": "klingon"}, "Choose a language from the list."),
    Mistake("needs", {"needs": ["helicopter"]}, "Choose from the list."),
]
