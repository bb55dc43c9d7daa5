"""The question pages as the tests answer them."""

from appointments.models import RequestDraft

START = "/appointments/request/"
NOW = "2026-11-16T15:00:00+00:00"  # a Monday morning in Raleigh
BORN = {"date_of_birth_month": "3", "date_of_birth_day": "27", "date_of_birth_year": "1962"}
LATER = "2026-11-16T15:01:00+00:00"  # when someone who reads has come to the end

GOOD = {
    "safety": {"urgent_symptoms": "no"},
    "who": {"asks_for": "me"},
    "condition": {"condition": "tumors-of-the-spine", "reason": "It hurts.\r\nAt night."},
    "history": {"seen_before": "no", "scans": ["mri", "x_ray"], "biopsy": "not_sure", "referred": "no"},
    "visit": {"visit_type": "virtual"},
    "state": {"patient_state": "NC"},
    "doctor": {"doctor": "ana-lopez"},
    "times": {"day_1": "2026-11-23", "half_1": "morning", "day_2": "2026-11-23", "half_2": "afternoon"},
    "patient": {
        "legal_name": "Pat Doe",
        "date_of_birth_month": "3",
        "date_of_birth_day": "27",
        "date_of_birth_year": "1962",
        "postal_code": "27610",
    },
    "contact": {"phone": "(919) 555-0142", "email": "pat@example.com", "reach_by": "phone"},
    "needs": {},
}
# Pages that are asked only after some answers.
SOMETIMES = {
    "caregiver": {
        "caregiver_name": "Kim Carer",
        "caregiver_relationship": "parent",
        "caregiver_phone": "919 555 0143",
        "caregiver_consent": "on",
    },
    "referral": {"referrer_name": "Dr. Sam Referrer", "referrer_phone": "919.555.0144"},
    "locations": {"locations": ["raleigh"]},
}

LEADS_TO = {
    "caregiver": ("who", {"asks_for": "someone_else"}),
    "referral": ("history", {"referred": "yes"}),
    "locations": ("visit", {"visit_type": "in_person"}),
}


def answer(client, step, query="", **changes):
    """Post a page's good answers with these changes; None leaves a field out."""
    fields = (GOOD | SOMETIMES)[step] | changes
    return client.post(f"{START}{step}/{query}", {name: value for name, value in fields.items() if value is not None})


def answer_up_to(client, goal):
    """Leave the newest draft as if every page before `goal` (None: all) had been answered, for oneself.

    Written straight into the draft, which is much quicker; that posting does the same, other tests show.
    """
    draft = RequestDraft.objects.filter(request=None).latest("expires_at")
    steps = list(GOOD)[: list(GOOD).index(goal)] if goal else list(GOOD)
    for step in steps:
        draft.answers[step] = {
            name: typed if isinstance(typed, list) else [typed] for name, typed in GOOD[step].items()
        }
    draft.save()
