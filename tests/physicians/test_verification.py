"""Profiles that are due to be checked again, and the button that records it."""

import datetime

import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import ModelLogEntry

from physicians.cms.verification_views import due
from physicians.models import Physician
from physicians.services.profile_verification import take_back, verify
from tests.factories import make_member

pytestmark = pytest.mark.django_db
QUEUE = "/cms/directory/verify/"


@pytest.fixture
def someone():
    return make_member("editor@example.com")


@pytest.fixture
def editor(client, someone):
    codenames = ("access_admin", "change_physician", "publish_physician")
    someone.user_permissions.set(Permission.objects.filter(codename__in=codenames))
    client.force_login(someone)
    return client


def days_ago(days):
    return timezone.localdate() - datetime.timedelta(days=days)


def test_who_was_never_verified_comes_first_then_the_oldest_and_who_is_fresh_or_a_draft_does_not_wait(make_physician):
    for name, on in (("Fresh", 89), ("Due", 90), ("Old", 200)):
        Physician.objects.filter(pk=make_physician("A", name).pk).update(verified_on=days_ago(on))
    make_physician("A", "Never")
    make_physician("A", "Draft", live=False)
    assert [physician.family_name for physician in due(timezone.localdate())] == ["Never", "Old", "Due"]


def test_verifying_writes_the_day_and_the_history_once_and_leaves_the_draft_alone(make_physician, someone):
    physician = make_physician(biography="As published.")
    physician.biography = "As drafted."
    physician.save_revision()
    today = timezone.localdate()
    assert [verify(physician=physician, by=someone, today=today) for _click in range(2)] == [True, False]
    assert not verify(physician=physician, by=someone, today=days_ago(3))
    physician.refresh_from_db()
    assert (physician.verified_on, physician.biography) == (today, "As published.")
    (entry,) = ModelLogEntry.objects.filter(action="physicians.verify")
    assert (entry.user, entry.data["verified_on"]) == (someone, today.isoformat())
    physician.get_latest_revision().publish()
    physician.refresh_from_db()
    assert (physician.verified_on, physician.biography) == (today, "As drafted.")


def test_a_profile_that_patients_do_not_see_is_not_verified(make_physician, someone):
    with pytest.raises(Physician.DoesNotExist):
        verify(physician=make_physician(live=False), by=someone, today=timezone.localdate())


def test_one_click_in_the_queue_verifies_and_stays_there(editor, make_physician, clinic):
    ana = make_physician("Ana", "Here", locations=[clinic])
    make_physician("Bo", "Elsewhere")
    page = editor.get(f"{QUEUE}?locations={clinic.pk}").content.decode()
    assert "Juniper Clinic, (919) 555-0113" in page
    assert "Elsewhere" not in page
    assert f'value="{QUEUE}?locations={clinic.pk}"' in page
    start_page = editor.get("/cms/").content.decode()
    assert "2 profiles to verify" in start_page
    assert "Not checked with the physician's office" in start_page
    button = {"next": f"{QUEUE}?locations={clinic.pk}"}
    answer = editor.post(f"{QUEUE}{ana.pk}/", button, follow=True)
    assert answer.redirect_chain == [(button["next"], 302)]
    assert "Ana Here, MD: verified today." in answer.content.decode()
    assert "No profile at this clinic needs to be verified" in answer.content.decode()
    assert "Details verified on" in editor.get(ana.get_absolute_url()).content.decode()
    assert (
        "Details verified on" in editor.get(f"/cms/snippets/physicians/physician/history/{ana.pk}/").content.decode()
    )


def test_a_wrong_click_is_taken_back_by_the_one_who_made_it(editor, someone, make_physician):
    ana, before = make_physician("Ana", "Lopez"), days_ago(120)
    Physician.objects.update(verified_on=before)
    editor.post(f"{QUEUE}{ana.pk}/")
    page = editor.get(QUEUE).content.decode()
    form = page[page.index(f"{QUEUE}{ana.pk}/take-back/") :].split("</form>")[0]
    assert "csrfmiddlewaretoken" in form
    answer = editor.post(f"{QUEUE}{ana.pk}/take-back/", follow=True).content.decode()
    assert "Ana Lopez, MD: verification undone. The earlier date is back." in answer
    assert f"{QUEUE}{ana.pk}/take-back/" not in answer
    ana.refresh_from_db()
    assert ana.verified_on == before
    assert "there is nothing to undo" in editor.post(f"{QUEUE}{ana.pk}/take-back/", follow=True).content.decode()
    other = make_member("other@example.com")
    assert verify(physician=ana, by=other, today=timezone.localdate())
    assert not take_back(physician=ana, by=someone, today=timezone.localdate())
    ana.refresh_from_db()
    assert ana.verified_on == timezone.localdate()
    history = editor.get(f"/cms/snippets/physicians/physician/history/{ana.pk}/").content.decode()
    assert "Verification taken back" in history


def test_nothing_happens_by_a_link_or_without_the_right_or_to_a_draft(editor, someone, make_physician):
    ana, draft = make_physician(), make_physician(live=False)
    assert editor.get(f"{QUEUE}{ana.pk}/").status_code == 405
    assert editor.post(f"{QUEUE}{draft.pk}/").status_code == 404
    elsewhere = editor.post(f"{QUEUE}{make_physician().pk}/", {"next": "https://example.com/"})
    assert elsewhere.headers["Location"] == QUEUE
    someone.user_permissions.remove(Permission.objects.get(codename="publish_physician"))
    for answer in (editor.get(QUEUE), editor.post(f"{QUEUE}{ana.pk}/")):
        assert answer.status_code == 302
    assert "Not checked with the physician's office" not in editor.get("/cms/").content.decode()
    ana.refresh_from_db()
    assert ana.verified_on is None


def test_the_queue_has_pages_and_takes_few_queries(editor, make_physician, clinic):
    for number in range(21):
        make_physician("A", f"Name{number:02}", locations=[clinic])
    editor.get(QUEUE)  # what is read once and kept
    with CaptureQueriesContext(connection) as queries:
        page = editor.get(QUEUE).content.decode()
    assert "Name19" in page
    assert "Name20" not in page
    assert "Name20" in editor.get(f"{QUEUE}?p=2").content.decode()
    assert len(queries) <= 25, len(queries)
