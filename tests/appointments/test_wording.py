"""The words of the request flow: editors change them, a clinical reviewer lets them out."""

import json

import pytest
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import transaction
from wagtail.models import TaskState, Workflow, WorkflowContentType, WorkflowTask

from appointments import sample_content
from appointments.models import RequestWording
from appointments.models.wording import MAIL_FIELDS, validate_lines
from spine.four_eyes.approval_workflow import settle_approval_workflow
from spine.four_eyes.first_content import publish_first_content
from spine.models import ApprovalTask, content_hash
from tests.factories import make_member

SNIPPET = "/cms/snippets/appointments/requestwording/"
EDIT = f"{SNIPPET}edit/1/"
FIRST = "Do you, or the person you ask for, have any of these right now?"
NEW = "Is one of these happening to you now?"


@pytest.fixture
def wording(hospital):
    sample_content.load(publish=publish_first_content)
    return RequestWording.objects.get()


@pytest.fixture
def member_of(db):
    return lambda group, name="": make_member(f"{name or group.split()[0]}@example.com", group)


@pytest.fixture
def editor(member_of):
    return member_of("Editors")


@pytest.fixture
def reviewer(member_of):
    return member_of("Clinical reviewers")


def save(client, user, *, action=None, extra=(), **changes):
    """Sign in, press “Edit” and send the form, as its buttons do; a browser ends the lines of a text with CR LF."""
    client.force_login(user)
    latest = RequestWording.objects.get().get_latest_revision_as_object()
    fields = (
        "safety_question", "symptoms", "emergency_heading", "emergency_text", "next_steps", "what_to_bring",
        "virtual_visit", *MAIL_FIELDS,
    )  # fmt: skip
    data = {name: getattr(latest, name) for name in fields} | changes | dict(extra)
    data |= {f"action-{action}": "1"} if action else {}
    return client.post(f"{EDIT}?edit=1", {name: "\r\n".join(value.splitlines()) for name, value in data.items()})


def latest_hash():
    return content_hash(RequestWording.objects.get().latest_revision_id)


def approve_in_the_editor(client, user, seen=None, **changes):
    answer = {"seen": seen or latest_hash(), "comment": ""}
    extra = {"workflow-action-name": "approve", "workflow-action-extra-data": json.dumps(answer)}
    with transaction.atomic():
        return save(client, user, action="workflow-action", extra=extra, **changes)


def approve_on_the_dashboard(client, user, seen=None):
    client.force_login(user)
    state = TaskState.objects.get(status=TaskState.STATUS_IN_PROGRESS)
    answer = {"seen": seen or latest_hash(), "comment": ""}
    with transaction.atomic():
        return client.post(f"{SNIPPET}workflow/action/1/approve/{state.pk}/", answer)


@pytest.mark.parametrize("approve", [approve_in_the_editor, approve_on_the_dashboard])
def test_a_change_is_shown_once_a_clinical_reviewer_has_approved_it(client, wording, editor, reviewer, approve):
    save(client, editor, action="submit", safety_question=NEW)
    approve(client, editor)
    assert RequestWording.current().safety_question == FIRST
    approve(client, reviewer)
    assert RequestWording.current().safety_question == NEW


@pytest.mark.parametrize("approve", [approve_in_the_editor, approve_on_the_dashboard])
def test_words_that_slip_in_unseen_are_not_approved(client, wording, editor, reviewer, member_of, approve):
    save(client, editor, action="submit", safety_question=NEW)
    seen = latest_hash()
    save(client, editor, safety_question="Locked out")  # only its reviewer can change it now
    save(client, member_of("Clinical reviewers", "colleague"), safety_question="Slipped in?")
    assert approve(client, reviewer, seen).status_code == 403
    assert RequestWording.current().safety_question == FIRST
    approve(client, reviewer)
    assert RequestWording.current().safety_question == "Slipped in?"  # read this time


def test_a_reviewer_who_corrects_the_words_does_not_approve_them(client, wording, editor, reviewer, member_of):
    save(client, editor, action="submit", safety_question=NEW)
    response = approve_in_the_editor(client, reviewer, safety_question="Corrected?")
    assert "someone else has to approve it" in response.content.decode()
    assert RequestWording.current().safety_question == FIRST


def test_an_editor_does_not_publish(client, wording, editor):
    save(client, editor, action="publish", safety_question=NEW)
    client.post(f"{SNIPPET}unpublish/1/")
    wording.refresh_from_db()
    assert (wording.safety_question, wording.live) == (FIRST, True)
    assert wording.has_unpublished_changes  # kept as a draft


def test_nobody_adds_a_second_wording_or_deletes_the_one(client, wording, editor, admin_user):
    for user in (editor, admin_user):
        client.force_login(user)
        for refused in ("add/", "copy/1/", "delete/1/"):
            assert client.post(f"{SNIPPET}{refused}", {}).status_code in (302, 404)
            assert RequestWording.objects.count() == 1


def test_without_a_published_row_the_first_wording_is_shown(wording):
    wording.unpublish()
    RequestWording.objects.update(safety_question=NEW)
    assert RequestWording.current().safety_question == FIRST
    RequestWording.objects.all().delete()
    assert RequestWording.current().symptom_lines[2] == "New numbness between the legs"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (" \n ", "Write one to ten lines."),
        ("line\n" * 11, "Write one to ten lines."),
        (f"Fine\nToo long {'x' * 200}", "Shorten the line that begins with “Too long x"),
    ],
)
def test_lines_that_fit_no_phone_are_refused_in_words(text, sentence):
    with pytest.raises(ValidationError, match=sentence):
        validate_lines(text)


def test_ten_short_lines_are_fine():
    validate_lines("line\n\n" * 10)


def test_a_preview_looks_like_the_pages_that_patients_get(client, wording, editor):
    save(client, editor, safety_question=NEW)
    address = f"{SNIPPET}preview/1/"
    client.post(address, {"safety_question": NEW, "symptoms": "One\nTwo", "emergency_heading": "Call",
                          "emergency_text": "At once.", "next_steps": "We call you.",
                          "what_to_bring": "Your ID", "virtual_visit": "A camera"})  # fmt: skip
    page = client.get(address)
    assert page.status_code == 200
    for words in (NEW, "<li>Two</li>", "<h2>Call</h2>", "<p>At once.</p>", 'href="tel:911"', "<li>We call you.</li>",
                  "<li>Your ID</li>", "<li>A camera</li>"):  # fmt: skip
        assert words in page.content.decode()


@pytest.mark.parametrize("address", [SNIPPET, EDIT, f"{SNIPPET}history/1/"])
def test_editors_and_reviewers_open_it(client, wording, editor, reviewer, address):
    for user in (editor, reviewer):
        client.force_login(user)
        assert client.get(address).status_code == 200


def test_loading_the_first_wording_again_leaves_an_editors_words(wording):
    wording.safety_question = NEW
    wording.save_revision()
    sample_content.load(publish=publish_first_content)
    assert RequestWording.objects.get().get_latest_revision_as_object().safety_question == NEW
    assert wording.revisions.count() == 2


def test_the_review_is_there_from_the_first_migration_and_settled_once(db):
    reviewers = Group.objects.get(name="Clinical reviewers")
    settle_approval_workflow(reviewers=reviewers)
    workflow = RequestWording.get_default_workflow()
    assert [list(task.specific.groups.all()) for task in workflow.tasks] == [[reviewers]]
    assert Workflow.objects.filter(name=workflow.name).count() == 1
    assert ApprovalTask.objects.filter(groups=reviewers).count() == 1


def test_a_workflow_of_the_hospitals_stays_when_someone_signs_in_it(db):
    reviewers = Group.objects.get(name="Clinical reviewers")
    own = Workflow.objects.create(name="Our own")
    step = WorkflowTask.objects.create(workflow=own, task=ApprovalTask.objects.get(), sort_order=0)
    assignment = WorkflowContentType.objects.filter(content_type=ContentType.objects.get_for_model(RequestWording))
    assignment.update(workflow=own)
    settle_approval_workflow(reviewers=reviewers)
    assert RequestWording.get_default_workflow() == own
    step.delete()
    settle_approval_workflow(reviewers=reviewers)
    assert RequestWording.get_default_workflow().name == "Clinical approval"
