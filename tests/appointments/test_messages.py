"""What patients read, from the first mail to the last."""

import datetime
import re

from django.core import mail
from django.core.management import call_command

from appointments.guards.links import find_link
from appointments.mail import mail_kinds
from appointments.mail.mail_kinds import Recipient
from appointments.mail.reminders import queue_lapsing_warnings, queue_reminders
from appointments.models import Appointment, AppointmentRequest, Notification
from appointments.services.requests.closing import close_request, reopen_request, waitlist_request
from appointments.services.requests.patient_questions import answer_question, ask_patient
from appointments.services.visits.bookings import cancel_visit
from appointments.services.visits.offers import accept_offer, withdraw_offer
from appointments.services.visits.visit_day import mark_no_show

from .visits import TUESDAY, at, book, offer, seen, wanted

SECRETS = ("tumor", "Tumor", "back", "urosurg", "1962", "Pat", "Doe", "555-0142", "MRN")
HOUR = datetime.timedelta(hours=1)


def told(kind, number=1):
    """Send what waits and return text and HTML of the one mail among it, which is of this kind."""
    mail.outbox.clear()
    call_command("send_notifications")
    messages = [message for message in mail.outbox if message.to == ["pat@example.com"]]
    assert len(messages) == len(mail.outbox) == number
    (notification,) = Notification.objects.filter(kind=kind, state="sent").order_by("-sent_at")[:1]
    (message,) = (one for one in messages if one.extra_headers["Message-ID"].startswith(f"<{notification.id}@"))
    return message


def bodies(message):
    (html,) = (part.content for part in message.alternatives if part.mimetype == "text/html")
    return [message.body, html]


def as_read(body):
    """Return the words without tags and line ends."""
    return " ".join(re.sub(r"<[^>]*>", " ", body).split())


def test_a_patient_is_told_everything_that_happens_and_nothing_about_health(
    make_request, visiting, clinic, scheduler, now
):
    messages = {}
    request = make_request()
    this = {"request_id": request.pk}
    messages["received"] = told("received")

    ask_patient(**seen(request), actor=scheduler, text="Is the MRN of your back scan known?")
    messages["question"] = told("question")
    answer_question(**this, text="My back hurts.")

    waitlist_request(**seen(request), actor=scheduler)
    messages["waitlisted"] = told("waitlisted")
    offer(request, scheduler, wanted(visiting, clinic), wanted(visiting, clinic, "2026-11-25 09:00"))
    messages["offered"] = told("offered")
    now.shift(44 * HOUR)
    queue_lapsing_warnings()
    messages["lapsing"] = told("lapsing")

    accept_offer(**this, appointment_id=Appointment.objects.in_order()[0].pk, actor=None)
    messages["booked"] = told("booked")
    book(request, scheduler, wanted(visiting, clinic, "2026-11-24 09:40"))
    messages["moved"] = told("moved")
    now.move_to(at(TUESDAY) - 70 * HOUR)
    queue_reminders()
    messages["reminder"] = told("reminder")
    cancel_visit(**seen(request), actor=scheduler, reason="Back pain is gone.", by_patient=True, still_wanted=False)
    messages["cancelled"] = told("cancelled")

    reopen_request(**seen(request), actor=scheduler, reason="Wanted after all.")
    messages["reopened"] = told("reopened")
    offer(request, scheduler, wanted(visiting, clinic, "2026-11-25 09:00"))
    told("offered")
    withdraw_offer(**seen(request), actor=scheduler)
    messages["offer_ended"] = told("offer_ended")
    close_request(**seen(request), actor=scheduler, closed_reason="declined", reason="Tumors aren't ours.")
    messages["closed"] = told("closed")
    now.shift(HOUR)
    reopen_request(**seen(request), actor=scheduler, reason="Wanted after all.")
    told("reopened")
    book(request, scheduler, wanted(visiting, clinic, "2026-11-25 09:00"))
    now.move_to(at("2026-11-25 09:30"))
    mark_no_show(**seen(request), actor=scheduler)
    now.shift(HOUR)
    messages["missed"] = told("missed")

    to_patients = {kind.name for kind in mail_kinds._declared.values() if kind.goes_to is Recipient.PATIENT}
    assert to_patients - messages.keys() == {"link"}, "cause the new mail above, so that it's read for health as well"
    for kind, message in messages.items():
        assert message.from_email == "WakeMed Spine <appointments@example.com>", kind
        assert request.spoken_reference in message.subject
        assert not [word for word in SECRETS if word in message.subject]
        for body in bodies(message):
            assert not [word for word in SECRETS if word in body], kind
            assert find_link(body.split("/appointments/manage/")[1].split("/")[0]).request == request
            words = as_read(body)
            for always in (
                "WakeMed Spine",
                "date of birth",
                "(919) 555-0100",
                "call 911",
                "don't reply to this email",
            ):
                assert always in words, (kind, always)
            assert request.spoken_reference in words

    clinic_address = ("Raleigh clinic", "1 Sample Way", "Raleigh")
    says = {
        "offered": (
            *("Tuesday, November 24, 2026 at 9:00 a.m. EST", "Wednesday, November 25, 2026 at 9:00 a.m. EST"),
            *("one of these times", "until Wednesday, November 18, 2026 at 5:00 p.m. EST", *clinic_address),
        ),
        "lapsing": ("only until Wednesday, November 18, 2026 at 5:00 p.m. EST", *clinic_address),
        "booked": ("is booked", "Tuesday, November 24, 2026 at 9:00 a.m. EST", "A photo ID", *clinic_address),
        "moved": ("has been moved", "Tuesday, November 24, 2026 at 9:40 a.m. EST", "A photo ID", *clinic_address),
        "reminder": ("reminder", "Tuesday, November 24, 2026 at 9:40 a.m. EST", "less than 24 hours", *clinic_address),
        "cancelled": ("is canceled", "Tuesday, November 24, 2026 at 9:40 a.m. EST"),
        "waitlisted": ("as soon as a time opens up",),
        "reopened": ("is open again",),
        "offer_ended": ("no longer holding the times", "look for other times"),
        "missed": ("We missed you", "Wednesday, November 25, 2026 at 9:00 a.m. EST", "we'll find another time"),
        "closed": ("is closed", "Your own doctor can help you find the right place."),
    }
    for kind, sentences in says.items():
        for body in bodies(messages[kind]):
            assert not [words for words in sentences if words not in as_read(body)], kind

    methods = {
        kind: part.mimetype.partition("method=")[2]
        for kind, message in messages.items()
        for part in message.alternatives
        if part.mimetype.startswith("text/calendar")
    }
    assert methods == {"booked": "REQUEST", "moved": "REQUEST", "cancelled": "CANCEL"}


def test_a_virtual_visit_is_told_without_its_link(make_request, visiting, scheduler):
    request = make_request()
    AppointmentRequest.objects.update(visit_type="virtual", patient_state="NC")
    visit = book(request, scheduler, wanted(visiting, None, "2026-11-24 13:00"))
    Appointment.objects.filter(pk=visit.pk).update(join_link="https://video.example.com/secret")
    for body in bodies(told("booked", number=2)):
        assert "y video. The link to join appears on your page 30 minutes before." in as_read(body)
        assert "a camera" in body
        assert "video.example.com" not in body


def test_what_a_canceled_visit_means_for_the_request_is_told(make_request, visiting, clinic, scheduler):
    request = make_request()
    book(request, scheduler, wanted(visiting, clinic))
    cancel_visit(**seen(request), actor=scheduler, reason="Ill.", by_patient=False, still_wanted=True)
    for body in bodies(told("cancelled", number=2)):  # the mail about the booking is not needed any more
        assert "We'll look for another time" in body
        assert "Ill." not in body


def test_while_a_visit_is_moved_the_mail_says_that_it_is_still_booked(make_request, visiting, clinic, scheduler):
    request = make_request()
    book(request, scheduler, wanted(visiting, clinic))
    offer(request, scheduler, wanted(visiting, clinic, "2026-11-25 09:00"))
    for body in bodies(told("offered", number=3)):
        assert "Your appointment on Tuesday, November 24, 2026 at 9:00 a.m. EST is still booked" in body
        assert "can see you at this time" in body


def test_one_time_is_one_in_every_subject(make_request, visiting, clinic, scheduler, now):
    request = make_request()
    offer(request, scheduler, wanted(visiting, clinic))
    reference = request.spoken_reference
    assert told("offered", number=2).subject == f"Please confirm a time for your appointment ({reference})"
    now.move_to(at("2026-11-18 12:00"))
    queue_lapsing_warnings()
    assert told("lapsing").subject == f"Your held appointment time expires soon ({reference})"
    withdraw_offer(**seen(request), actor=scheduler)
    ended = told("offer_ended")
    assert ended.subject == f"We're no longer holding your appointment time ({reference})"
    assert "This is about the appointment time that" in ended.body
    offer(request, scheduler, wanted(visiting, clinic), wanted(visiting, clinic, "2026-11-25 09:00"))
    assert told("offered").subject == f"Please choose a time for your appointment ({reference})"
