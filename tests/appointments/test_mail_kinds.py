"""One declaration and two templates make a kind of mail; a missing part is found when it is declared."""

import subprocess
import sys
from unittest import mock

import pytest
from django.core.exceptions import ImproperlyConfigured, ValidationError
from django.template import TemplateSyntaxError

from appointments.mail import mail_kinds
from appointments.mail.delivery import deliver_next
from appointments.mail.mail_kinds import MailKind, Recipient, declare
from appointments.mail.outbox import notify, notify_staff
from appointments.models import Notification
from appointments.models.notification import kind_labels
from physicians.models import Physician

TEXT = '{% extends "appointments/mail/patient_frame.txt" %}{% block happened %}Park in {{ deck }}.{% endblock %}'
HTML = (
    '{% extends "appointments/mail/patient_frame.html" %}'
    "{% block happened %}<p>Park in <b>{{ deck }}</b>.</p>{% endblock %}"
)


@pytest.fixture
def folder(tmp_path, settings):
    """A folder of templates that only this test knows; what it declares is forgotten afterwards."""
    settings.TEMPLATES = [settings.TEMPLATES[0] | {"DIRS": [tmp_path, *settings.TEMPLATES[0]["DIRS"]]}]
    folder = tmp_path / "scratch"
    folder.mkdir()
    (folder / "parking.txt").write_text(TEXT)
    (folder / "parking.html").write_text(HTML)
    with mock.patch.dict(mail_kinds._declared), mock.patch.dict(kind_labels):
        yield folder


def parking(**changes):
    """Return the declaration of a mail that tells a patient where to park."""
    parts = {
        "name": "parking",
        "label": "Where to park",
        "subject": "Where to park (%(reference)s)",
        "goes_to": Recipient.PATIENT,
        "context": lambda notification: {"deck": "deck B"},
        "folder": "scratch",
    }
    return MailKind(**(parts | changes))


def delivered(sink):
    """Send all that waits and return the subjects in the order of arrival, and the last message."""
    while deliver_next():
        pass
    return [message["Subject"] for message in sink.taken], sink.taken[-1]


def test_a_declaration_and_two_templates_are_all_that_a_new_mail_to_patients_needs(make_request, folder, sink):
    request = make_request()
    kind = declare(parking())
    notify(request, kind, "parking:1")
    subjects, message = delivered(sink)
    assert subjects[1:] == [f"Where to park ({request.spoken_reference})"]
    assert message["To"] == "pat@example.com"
    text, html = (part.get_content() for part in message.iter_parts())
    assert "Park in deck B." in text
    assert "Park in <b>deck B</b>." in html
    for body in (text, html):
        assert "/appointments/manage/" in body
        assert "(919) 555-0100" in body
    row = Notification.objects.get(kind="parking")
    assert str(row) == "Where to park (sent)"
    row.full_clean()
    row.kind = "parkin"
    with pytest.raises(ValidationError, match="parkin"):
        row.full_clean()


def test_a_mail_that_is_not_needed_any_more_is_dropped_by_its_own_declaration(make_request, folder, sink):
    kind = declare(parking(still_needed=lambda notification: False))
    notify(make_request(), kind, "parking:1")
    subjects, _last = delivered(sink)
    assert len(subjects) == 1  # the confirmation alone
    assert Notification.objects.get(kind="parking").state == Notification.State.NOT_NEEDED


def test_a_mail_with_a_calendar_file_is_refused_at_once_if_it_is_about_no_visit(make_request, folder):
    kind = declare(parking(calendar_method="REQUEST"))
    with pytest.raises(ValueError, match=r"“parking” carries a visit's calendar file: pass appointment=…"):
        notify(make_request(), kind, "parking:1")


def test_a_new_mail_to_staff_finds_the_rows_that_it_is_about_by_their_keys(
    make_physician, scheduler, colleague, make_staff, folder, sink
):
    physicians = [make_physician("bo-berg", family_name="Berg"), make_physician("cy-cole", family_name="Cole")]
    make_physician("di-dane", family_name="Dane")
    (folder / "rota.txt").write_text("{{ names }}")
    (folder / "rota.html").write_text("<p>{{ names }}</p>")

    def names(notification):
        rows = Physician.objects.filter(pk__in=notification.about_ids).order_by("family_name")
        return {"names": ", ".join(row.family_name for row in rows)}

    kind = declare(parking(name="rota", subject="The rota", goes_to=Recipient.STAFF, context=names))
    readers = [scheduler, colleague, make_staff("gone@example.com", is_active=False)]
    for _again in range(2):
        notify_staff(readers, kind, "rota:1", about=physicians)
    _subjects, message = delivered(sink)
    assert sorted(one["To"] for one in sink.taken) == sorted([scheduler.email, colleague.email])
    assert [part.get_content().strip() for part in message.iter_parts()] == ["Berg, Cole", "<p>Berg, Cole</p>"]


@pytest.mark.parametrize("part", ["name", "label", "subject", "goes_to"])
def test_a_part_that_is_left_out_is_an_error_in_the_declaration(part):
    parts = {"name": 1, "label": 1, "subject": 1, "goes_to": 1}
    del parts[part]
    with pytest.raises(TypeError, match=part):
        MailKind(**parts)


@pytest.mark.parametrize(
    ("changes", "mistake"),
    [
        ({"name": ""}, "needs a name"),
        ({"name": "x" * 31}, "at most 30"),
        ({"name": "../parking"}, "needs a name"),
        ({"name": "booked"}, "is declared twice"),
        ({"label": ""}, "has no label"),
        ({"subject": ""}, "has no subject"),
        ({"subject": "Where %(patient)s parks"}, "placeholder"),
        ({"subject": "50% of (%(reference)s)"}, "placeholder"),
        ({"context": None}, "has no function context"),
        ({"still_needed": None}, "has no function still_needed"),
        ({"goes_to": Recipient.STAFF, "calendar_method": "REQUEST"}, "patient's calendar"),
        ({"folder": "nowhere"}, "has no template nowhere/parking.txt"),
    ],
)
def test_a_wrong_part_is_refused_in_a_sentence_and_nothing_is_declared(folder, changes, mistake):
    before = dict(mail_kinds._declared)
    with pytest.raises(ImproperlyConfigured, match=mistake):
        declare(parking(**changes))
    assert mail_kinds._declared == before


@pytest.mark.parametrize("ending", ["txt", "html"])
def test_each_of_the_two_templates_has_to_be_there_and_to_be_readable(folder, ending):
    (folder / f"parking.{ending}").write_text("{% block open %}")
    with pytest.raises(TemplateSyntaxError, match="block"):
        declare(parking())
    (folder / f"parking.{ending}").unlink()
    with pytest.raises(ImproperlyConfigured, match=rf"has no template scratch/parking\.{ending}"):
        declare(parking())


def test_the_site_does_not_start_without_the_template_of_a_mail():
    start = ("import django; from django.conf import settings; settings.TEMPLATES[0]['DIRS'] = []; django.setup()",)
    started = subprocess.run([sys.executable, "-c", *start], capture_output=True, text=True, check=False)
    assert started.returncode == 1
    assert "The mail “digest” has no template appointments/mail/digest.txt." in started.stderr
