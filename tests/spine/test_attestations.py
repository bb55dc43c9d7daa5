"""“Reviewed by … on …; next review due …”: the one way in, and where it shows."""

import csv
import datetime
import io

import pytest
import time_machine
from django.db import DatabaseError, transaction
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, PageLogEntry

from physicians.models import Physician
from spine.attestations.attest import CannotAttest, record_attestation
from spine.attestations.attestation_dates import AttestationState, pages_to_attest
from spine.models import Attestation, InformationPage, LegalPage, TreatmentPage
from tests.factories import make_member, make_physician

from .approving import publish

DAY = datetime.timedelta(days=1)
REPORT = "spine_attestation_report"


def noon(day):
    return datetime.datetime.combine(day, datetime.time(12), timezone.get_default_timezone())


@pytest.fixture(autouse=True)
def today(content):
    """The day after the first content, as the clinic counts days."""
    day = timezone.localdate(Page.objects.get(slug="tumors-of-the-spine").last_published_at) + DAY
    with time_machine.travel(noon(day), tick=False):
        yield day


@pytest.fixture
def page():
    return Page.objects.get(slug="tumors-of-the-spine").specific


def make_user(email, group="Clinical reviewers", **fields):
    return make_member(email, group, **fields)


@pytest.fixture
def physician():
    return make_physician()


@pytest.fixture
def reviewer(physician):
    return make_user("ana@example.com", physician=physician)


def attest(page, by, day, **values):
    """Write an attestation that is due again in a year, unless told otherwise."""
    values = {"reviewed_on": day, "next_review_due": day + 365 * DAY} | values
    return record_attestation(page=page, by=by, **values)


def refusal(*args, **values):
    with pytest.raises(CannotAttest) as refused:
        attest(*args, **values)
    assert not Attestation.objects.exists()
    return refused.value.sentence


def test_an_attestation_names_the_physician_the_version_and_the_days_and_is_in_the_pages_history(
    page, reviewer, physician, today
):
    made = attest(page, reviewer, today, note=" Checked. ")
    assert (made.reviewed_by, made.recorded_by, made.note) == (physician, reviewer, "Checked.")
    assert made.revision_id == page.live_revision_id
    entry = PageLogEntry.objects.get(action="spine.record_attestation", page=page)
    assert entry.user == reviewer
    assert "Reviewed by Ana Lopez, MD on " in entry.message


def test_who_may_not_review_what_is_told_in_a_sentence(page, reviewer, today):
    editor = make_user("eden@example.com", "Editors", physician=make_physician(slug="eden"))
    assert "don’t have permission" in refusal(page, editor, today)
    assert "isn’t linked to a physician" in refusal(page, make_user("no-profile@example.com"), today)
    hidden = make_user("hidden@example.com", physician=make_physician(slug="hidden", live=False))
    assert "profile of Ana Lopez isn’t published" in refusal(page, hidden, today)
    assert "aren’t reviewed by a physician" in refusal(LegalPage.objects.first(), reviewer, today)
    visitors = InformationPage.objects.get(slug="visitors")
    visitors.unpublish()
    assert "isn’t published" in refusal(visitors, reviewer, today)
    assert "changed since you opened" in refusal(page, reviewer, today, seen=page.live_revision_id - 1)


def test_dates_that_cannot_be_true_are_refused_in_a_sentence(page, reviewer, today):
    table = {
        "in the future": {"reviewed_on": today + DAY},
        "was published on": {"reviewed_on": today - 2 * DAY},
        "on a future date": {"next_review_due": today},
        "within 3 years": {"next_review_due": today + 3 * 366 * DAY},
    }
    for words, values in table.items():
        assert words in refusal(page, reviewer, today, **values)


def test_a_day_before_the_last_review_is_refused(page, reviewer, today):
    attest(page, reviewer, today)
    with pytest.raises(CannotAttest, match="A later review"):
        attest(page, reviewer, today - DAY)


def test_the_same_review_twice_is_one_and_a_colleagues_is_another(page, reviewer, today):
    first, second = attest(page, reviewer, today), attest(page, reviewer, today)
    assert first == second
    colleague = make_user("kim@example.com", physician=make_physician(slug="kim"))
    assert attest(page, colleague, today) != first
    assert Attestation.objects.filter(page=page).count() == 2
    assert PageLogEntry.objects.filter(action="spine.record_attestation").count() == 2


def test_nothing_changes_a_review_and_publishing_an_older_version_brings_no_older_dates_back(page, reviewer, today):
    older = page.live_revision
    first = attest(page, reviewer, today)
    for change in (Attestation.objects.all().delete, lambda: Attestation.objects.update(note="Changed")):
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
            change()
    page.summary = "Other words"
    publish(page)
    last = attest(Page.objects.get(pk=page.pk), reviewer, today, next_review_due=today + 100 * DAY)
    publish(older.as_object())
    again = Page.objects.get(pk=page.pk).specific
    assert again.summary != "Other words"
    assert again.last_attestation == last != first


def as_read(outline, address):
    return " ".join(outline(address).text("main")[0].split())


def test_the_dates_stand_at_the_end_of_the_page_and_nothing_false_before(
    page, reviewer, physician, today, outline, hospital
):
    assert "eviewed by" not in as_read(outline, page.url)
    attest(page, reviewer, today)
    read, due = (f"{day:%B} {day.day}, {day.year}" for day in (today, today + 365 * DAY))
    sentence = f"Reviewed by Ana Lopez, MD on {read}. Next review due: {due}."
    assert sentence in as_read(outline, page.url)
    assert physician.get_absolute_url() in outline(page.url).attribute("href")
    assert {today.isoformat(), (today + 365 * DAY).isoformat()} <= set(outline(page.url).attribute("datetime"))
    page.summary = "Other words"
    publish(page)
    assert f"{due}. The text has changed since then, most recently on {read}." in as_read(outline, page.url)
    Physician.objects.update(live=False, is_sample=True)
    assert sentence in as_read(outline, page.url)
    assert physician.get_absolute_url() not in outline(page.url).attribute("href")
    assert "This physician is invented" in as_read(outline, page.url)


def form_values(page, today, **values):
    return {
        "reviewed_on": today.isoformat(),
        "next_review_due": (today + 365 * DAY).isoformat(),
        "note": "Against the guideline of this year.",
        "read": "on",
        "seen": str(page.live_revision_id),
    } | values


def test_a_reviewer_records_a_review_in_the_cms_and_nothing_typed_is_lost(client, page, reviewer, today, contexts):
    client.force_login(reviewer)
    address = reverse("spine_attest", args=[page.pk])
    shown = client.get(address)
    assert shown.context["form"].initial["reviewed_on"] == today
    assert page.url in shown.content.decode()

    refused = client.post(address, form_values(page, today, next_review_due=today.isoformat()))
    assert "on a future date" in refused.content.decode()
    assert "Against the guideline of this year." in refused.content.decode()
    unread = client.post(address, form_values(page, today, read=""))
    assert unread.context["form"].errors.keys() == {"read"}
    other_text = client.post(address, form_values(page, today, seen=str(page.live_revision_id - 1)))
    assert "changed since you opened" in other_text.content.decode()
    assert other_text.context["form"]["read"].value() is False  # signed again, not by habit
    assert not Attestation.objects.exists()

    for _double_click in range(2):
        assert client.post(address, form_values(page, today)).url == reverse(REPORT)
    assert Attestation.objects.get().note == "Against the guideline of this year."
    assert "Against the guideline" in client.get(address).content.decode()
    assert (
        "Reviewed by Ana Lopez, MD on"
        in client.get(reverse("wagtailadmin_pages:history", args=[page.pk])).content.decode()
    )


def test_the_button_is_there_for_those_who_may_and_for_what_is_reviewed(client, page, reviewer):
    def offers(user, page):
        client.force_login(user)
        content = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
        return reverse("spine_attest", args=[page.pk]) in content

    editor = make_user("eden@example.com", "Editors")
    assert [offers(user, page) for user in (reviewer, editor)] == [True, False]
    assert not offers(reviewer, LegalPage.objects.first().page_ptr)
    assert client.get(reverse("spine_attest", args=[LegalPage.objects.first().pk])).status_code == 404
    client.force_login(editor)
    assert client.get(reverse("spine_attest", args=[page.pk])).status_code == 302  # Wagtail's “no permission”
    assert client.get(reverse(REPORT)).status_code == 200
    client.force_login(make_user("devon@example.com", "Directory editors"))
    assert client.get(reverse(REPORT)).status_code == 302


def test_the_report_lists_what_is_overdue_due_within_60_days_and_never_reviewed(client, page, reviewer, today):
    en_bloc, decompression = TreatmentPage.objects.order_by("-slug")
    attest(page, reviewer, today, next_review_due=today + 61 * DAY)
    attest(en_bloc, reviewer, today, next_review_due=today + 60 * DAY)
    attest(decompression, reviewer, today, next_review_due=today + DAY)
    with time_machine.travel(noon(today + DAY), tick=False):
        states = {waiting.title: waiting.attestation_state for waiting in pages_to_attest()}
        assert states.pop(page.title) == states.pop(en_bloc.title) == AttestationState.SOON
        assert states.pop(decompression.title) == AttestationState.SOON  # due today is not overdue
        assert set(states.values()) == {AttestationState.NEVER}
    assert page.title not in {waiting.title for waiting in pages_to_attest()}

    with time_machine.travel(noon(today + 2 * DAY), tick=False):
        client.force_login(reviewer)
        rows = list(csv.DictReader(io.StringIO(client.get(reverse(REPORT), {"export": "csv"}).getvalue().decode())))
        assert rows[0]["Title"] == decompression.title
        assert (rows[0]["State"], rows[0]["Reviewed by"]) == ("Overdue", "Ana Lopez, MD")
        assert [row["State"] for row in rows[1:]] == ["Never reviewed"] * (len(rows) - 3) + ["Due within 60 days"] * 2
        for parameters in ({"state": "1"}, {"state": "every"}, {"ordering": "-next_review_due"}, {"state": "x"}):
            assert decompression.title in client.get(reverse(REPORT), parameters).content.decode()
        assert decompression.title not in client.get(reverse(REPORT), {"state": "2"}).content.decode()
        start = client.get(reverse("wagtailadmin_home")).content.decode()
        assert f"{len(rows)} pages are waiting for a physician" in start.replace("&#x27;", "'")


def test_a_page_that_was_reviewed_is_not_deleted(admin_client, page, reviewer, today):
    attest(page, reviewer, today)
    for one in (page, page.get_parent()):
        answer = admin_client.post(reverse("wagtailadmin_pages:delete", args=[one.pk]), follow=True)
        assert "so it is kept with its reviews" in answer.content.decode()
    several = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
    answer = admin_client.post(f"{several}?next=/cms/&id={page.pk}", follow=True)
    assert "so it is kept with its reviews" in answer.content.decode()
    assert Page.objects.filter(pk=page.pk).exists()
