"""Rights are read in one statement, and are what Django says they are."""

import pytest
from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.models import AnonymousUser, Group, Permission

from tests.factories import make_member
from wakemed.models import User


@pytest.fixture
def people(db):
    """Someone without rights, of a group, with one more, of two groups, a superuser, one whose account is closed."""
    scheduler, more = make_member("a@example.com", "Schedulers"), make_member("b@example.com", "Schedulers")
    more.user_permissions.add(Permission.objects.get(codename="view_logentry"))
    both = make_member("c@example.com", "Schedulers")
    both.groups.add(Group.objects.get(name="Auditors"))
    closed = make_member("d@example.com", "Schedulers")
    User.objects.filter(pk=closed.pk).update(is_active=False)
    return [
        make_member("e@example.com"),
        scheduler,
        more,
        both,
        make_member("f@example.com", is_superuser=True),
        closed,
    ]


def test_everyone_may_do_what_django_says(people):
    for person in people:
        expected = ModelBackend().get_all_permissions(User.objects.get(pk=person.pk))
        asked = User.objects.get(pk=person.pk)
        assert asked.get_all_permissions() == expected
        assert {name for name in expected if asked.has_perm(name)} == expected
        assert not asked.has_perm("appointments.fly") or (asked.is_superuser and asked.is_active)
    assert AnonymousUser().get_all_permissions() == set()


def test_one_statement_reads_them(people, django_assert_num_queries):
    person = User.objects.get(pk=people[2].pk)
    with django_assert_num_queries(1):
        assert person.has_perm("admin.view_logentry")
        assert person.has_perm("appointments.change_appointmentrequest")
        assert not person.has_perm("appointments.view_recordaccess")
        assert not person.has_perm("appointments.change_appointmentrequest", obj=people[0])
