"""/dev/mail/ shows what the development settings wrote instead of sending it."""

import pytest
from django.core.mail import EmailMessage, EmailMultiAlternatives, get_connection

pytestmark = pytest.mark.django_db


@pytest.fixture
def post(settings, tmp_path):
    """Write mails as the file backend does; several in one call share a file."""
    settings.EMAIL_FILE_PATH = tmp_path

    def write(*mails):
        connection = get_connection("django.core.mail.backends.filebased.EmailBackend", file_path=tmp_path)
        connection.send_messages(mails)

    return write


def mail(subject, day, body="Good morning", **options):
    headers = {"Date": f"{day:02} Jul 2026 10:00:00 -0400"} | options.pop("headers", {})
    return EmailMultiAlternatives(subject, body, to=["pat@example.com"], headers=headers, **options)


def test_an_empty_or_missing_folder_says_so(client, settings, tmp_path):
    settings.EMAIL_FILE_PATH = tmp_path / "nowhere"
    assert "No mail has gone out yet." in client.get("/dev/mail/").content.decode()


def test_mails_are_listed_newest_first_also_those_that_share_a_file(client, post):
    post(mail("The first", 1), mail("The third", 3))
    post(mail("The second", 2))
    page = client.get("/dev/mail/").content.decode()
    assert page.index("The third") < page.index("The second") < page.index("The first")


def test_the_number_of_a_mail_stays_when_others_arrive(client, post):
    post(mail("The first", 1))
    post(mail("The second", 2))
    assert "The first" in client.get("/dev/mail/1/").content.decode()


def test_a_mail_is_shown_with_its_headers_its_text_and_working_links(client, post):
    post(mail("Reçu de Zoë", 1, "Open https://example.com/a/ please.\n" + "é" * 200, headers={"X-Cause": "received"}))
    page = client.get("/dev/mail/1/").content.decode()
    assert "Reçu de Zoë" in page
    assert "X-Cause" in page
    assert '<a href="https://example.com/a/"' in page
    assert "é" * 200 in page


def test_text_that_looks_like_html_is_shown_as_text(client, post):
    post(mail("<script>", 1, "<script>alert(1)</script>"))
    assert "<script>alert" not in client.get("/dev/mail/1/").content.decode()


def test_the_html_part_has_a_page_of_its_own_without_scripts(client, post):
    message = mail("Both", 1)
    message.attach_alternative("<h1 style='color: red'>Hello</h1>", "text/html")
    post(message)
    response = client.get("/dev/mail/1/html/")
    assert "<h1 style='color: red'>Hello</h1>" in response.content.decode()
    policy = response["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "sandbox" in policy
    assert "script-src" not in policy


def test_attachments_are_named_and_a_calendar_file_is_shown(client, post):
    message = mail("With a file", 1)
    message.attach_alternative("BEGIN:VCALENDAR", "text/calendar; method=CANCEL")
    message.attach("visit.ics", "BEGIN:VCALENDAR", "application/ics")
    post(message)
    page = client.get("/dev/mail/1/").content.decode()
    assert "visit.ics" in page
    assert "BEGIN:VCALENDAR" in page
    assert "Calendar (CANCEL)" in page


def test_a_mail_without_a_date_or_a_subject_is_shown_too(client, settings, tmp_path):
    settings.EMAIL_FILE_PATH = tmp_path
    (tmp_path / "odd.log").write_bytes(b"Date: yesterday\nTo: pat@example.com\n\nHello\n" + b"-" * 79 + b"\n")
    assert "No subject" in client.get("/dev/mail/").content.decode()
    assert "Hello" in client.get("/dev/mail/1/").content.decode()


@pytest.mark.parametrize("number", ["0", "2", "99999999999999999999", "-1", "..%2f1", "1/../../x"])
def test_a_number_that_names_no_mail_is_not_found(client, post, number):
    post(EmailMessage("Only", "one", to=["pat@example.com"]))
    assert client.get(f"/dev/mail/{number}/").status_code == 404
    assert client.get("/dev/mail/1/html/").status_code == 404
