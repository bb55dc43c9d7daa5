"""One person publishes an emergency notice; a second one reads it."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection, transaction
from django.urls import reverse

from spine.models import (
    Approval,
    Notice,
    content_hash,
)
from spine.notices.emergency_publication import publish_at_once
from tests.factories import make_member

pytestmark = pytest.mark.usefixtures("content")


def test_an_emergency_is_published_by_one_and_read_by_another(client, emergency, reviewer):
    oncall = make_member("oncall@example.com", "Emergency publishers")
    emergency.save_revision(user=oncall)
    address = reverse("spine_publish_at_once", args=[emergency.pk])
    listed = reverse("spine_emergency_publications")
    client.force_login(oncall)
    assert "The clinic is closed" in client.get(address).content.decode()
    seen = content_hash(Notice.objects.get(pk=emergency.pk).latest_revision_id)
    assert client.post(address, {"seen": seen, "note": ""}).status_code == 422
    assert client.post(address, {"seen": seen, "note": "Water in the hall"}).status_code == 302
    connection.check_constraints()
    assert Notice.objects.get(pk=emergency.pk).live
    signed = Approval.objects.get(kind=Approval.Kind.EMERGENCY)
    client.post(listed, {"approval": signed.pk})
    assert Approval.objects.awaiting_second_person().get() == signed

    client.force_login(reviewer)
    assert "Water in the hall" in client.get(listed).content.decode()
    assert "is waiting to be read" in client.get("/cms/").content.decode()
    client.post(listed, {"approval": signed.pk})
    assert not Approval.objects.awaiting_second_person().exists()


def test_who_published_an_emergency_is_not_the_second_person(client, emergency):
    both = make_member("both@example.com", "Emergency publishers", "Clinical reviewers")
    emergency.save_revision(user=both)
    client.force_login(both)
    seen = content_hash(Notice.objects.get(pk=emergency.pk).latest_revision_id)
    client.post(reverse("spine_publish_at_once", args=[emergency.pk]), {"seen": seen, "note": "Now"})
    listed = reverse("spine_emergency_publications")
    with transaction.atomic():
        response = client.post(listed, {"approval": Approval.objects.get(kind=Approval.Kind.EMERGENCY).pk})
    assert response.status_code == 403
    assert "someone else has to read it" in response.content.decode()


def test_an_emergency_that_waits_for_approval_is_published_at_once_all_the_same(client, emergency, editor):
    emergency.get_workflow().start(emergency, editor)
    client.force_login(make_member("both@example.com", "Emergency publishers", "Clinical reviewers"))
    shown = client.get(reverse("wagtailsnippets_spine_notice:edit", args=[emergency.pk])).content.decode()
    assert "Approve and publish" in shown
    assert reverse("spine_publish_at_once", args=[emergency.pk]) in shown


def test_the_right_to_publish_at_once_is_asked_for(client, emergency, editor, reviewer):
    for user in (editor, reviewer):
        client.force_login(user)
        address = reverse("spine_publish_at_once", args=[emergency.pk])
        assert client.get(address).status_code in (302, 403)
        assert client.post(address, {"seen": "x", "note": "Now"}).status_code in (302, 403)
        with pytest.raises(PermissionDenied):
            publish_at_once(notice=emergency, by=user, seen="x", note="Now")
    assert not Notice.objects.get(pk=emergency.pk).live


def test_a_superuser_without_the_named_right_does_not_publish_at_once(client, emergency):
    client.force_login(make_member("root@example.com", is_superuser=True))
    address = reverse("spine_publish_at_once", args=[emergency.pk])
    client.post(address, {"seen": content_hash(emergency.latest_revision_id), "note": "Now"})
    assert not Notice.objects.get(pk=emergency.pk).live
