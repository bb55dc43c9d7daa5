"""Whose words a version has: nobody approves any of their own, and a change that was undone is nobody's."""

import pytest
from django.contrib.auth import get_user_model
from django.db import DatabaseError, connection, transaction
from django.utils import timezone
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from wagtail.models import DraftStateMixin, Page, Revision

from spine.four_eyes.approvals import is_author
from spine.models import Approval, ContentChange, Notice, content_hash
from wakemed.running.embedded import APPLICATION

from .approving import approve, colleague, refused
from .guarded_models import models_under_four_eyes

# “A:X” is a version by A that says X. “A~X” rewrites the latest version, as autosave does. “ok” is someone's approval.
# Then who may not approve what is there at the end.
CASES = {
    "A:X": "A",
    "A:X B:Y": "AB",
    # The page says again what it said before: what was in between is undone.
    "A:X B:Y B~X": "A",  # a letter, typed and deleted
    "A:X B:Y B:X": "A",
    "A:X B:Y B:Z B:Y B:X": "A",
    "A:X B:Y A:X": "A",
    "A:X B:Y C:Z A:X": "A",
    "A:X B:X": "A",  # saved without a change
    "A:X ok B:Y C:X": "C",
    "A:X ok B:Y B:X": "",
    # The words are B's, although A has typed them again. Bringing back what another took out is authorship, too.
    "A:X B:Y A:X A:Y": "AB",
    "A:X B:Y B~X A:Y": "AB",
    "A:X B:Y C:X": "AC",
    "A:X B:Y A:X C:Y": "ABC",
    "A:X ok B:Y A:X A:Y": "B",
    "A:X ok B:Y B:X A:Y": "AB",
    "A:X ok B:Y A:X B:Y": "B",
    # New words after that may hold a piece of any version that was kept, but not of one that B put back.
    "A:X B:Y A:X A:Z": "AB",
    "A:X B:Y B:X A:Z": "AB",
    "A:X B:Y B~X A:Z": "A",
    "A:X B:Y B~X A:Z B:Y B~Z": "A",
    "A:X B:Y B~Z B~X A:Z": "AB",  # they are what B had typed
    "A:X B:Y B~X C:Z B:Y": "AB",
    # Older words than the approved ones aren't approved any more.
    "A:X ok B:Y ok C:X": "C",
    "A:X ok B:Y": "B",
}


@pytest.fixture
def notice(db):
    """Something that versions can be of. What they say is up to the test."""
    return Notice.objects.create(text="Closed", live=False)


@pytest.fixture
def people(db):
    return {name: get_user_model().objects.create(email=f"{name}@example.com".lower()) for name in "ABC"}


def save(notice, author, words):
    kind = Notice.get_content_type()
    return Revision.objects.create(
        content_object=notice, base_content_type=kind, user=author, content={"text": words, "latest_revision": None}
    )


def rewrite(version, words):
    version.content = {"text": words, "latest_revision": version.pk}
    version.save()


def refused_ones(version, people):
    """Return the people that the database refuses; no approval stays."""
    found = ""
    for name, person in people.items():
        with transaction.atomic():
            if is_author(person, version):
                found += name
                with refused("approver_is_no_author"):
                    approve(version, by=person)
            else:
                approve(version, by=person)
            transaction.set_rollback(True)
    return found


@pytest.mark.parametrize("story", CASES)
def test_authors_are_those_whose_words_are_there(notice, people, story):
    version = None
    for step in story.split():
        if step == "ok":
            approve(version)
        elif "~" in step:
            assert version.user == people[step[0]]
            rewrite(version, step[2:])
        else:
            version = save(notice, people[step[0]], step[2:])
    assert refused_ones(version, people) == CASES[story]


STEPS = st.lists(
    st.tuples(
        st.sampled_from("ABC"),
        st.sampled_from(["type", "go on typing", "cut", "bring back", "bring back and type", "type and put back"]),
        st.integers(0, 9),
    ),
    max_size=8,
)


def follow(steps, notice, people):
    """Do the steps; returns the last version, its words, and who did more than put back at once what they had typed.

    A text is words, and each word names the person who typed it.
    """
    versions = [(save(notice, None, "first"), ("first",))]
    busy = set()
    for number, (name, what, which) in enumerate(steps):
        latest, words = versions[-1]
        kept = versions[which % len(versions)][1]
        typed = f"{name}{number}"
        after = {
            "cut": words[: which % (len(words) + 1)] + words[which % (len(words) + 1) + 1 :],
            "bring back": kept,
            "bring back and type": (*kept, typed),
        }.get(what, (*words, typed))
        if what == "go on typing" and latest.user == people[name]:
            rewrite(latest, " ".join(after))
            versions[-1] = latest, after
        else:
            versions.append((save(notice, people[name], " ".join(after)), after))
        if what == "type and put back":
            rewrite(versions[-1][0], " ".join(words))
            versions[-1] = versions[-1][0], words
        else:
            busy.add(name)
    return *versions[-1], busy


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(STEPS)
@example([("B", "type", 0), ("A", "bring back", 0), ("A", "bring back and type", 1)])
@example([("B", "type", 0), ("B", "bring back", 0), ("A", "bring back and type", 1)])
@example([("B", "type and put back", 0), ("A", "type", 0), ("C", "cut", 0)])
def test_whatever_three_people_do_nobody_approves_a_word_of_theirs(notice, people, steps):
    with transaction.atomic():
        version, words, busy = follow(steps, notice, people)
        refused = set(refused_ones(version, people))
        transaction.set_rollback(True)
    assert {word[0] for word in words if word != "first"} <= refused <= busy


# What counts as words


@pytest.mark.usefixtures("content")
def test_what_wagtail_notes_about_a_page_is_no_change_of_it_and_its_schedule_is(page, editor, reviewer):
    page.title = "Tumors, again"
    page.save_revision(user=editor)
    page.get_workflow().start(page, editor)
    page.refresh_from_db()
    page.locked, page.locked_by = True, reviewer
    page.save()
    page = Page.objects.get(pk=page.pk).get_latest_revision_as_object()
    assert not is_author(reviewer, page.save_revision(user=reviewer))
    page.go_live_at = timezone.now() + timezone.timedelta(days=1)
    assert is_author(reviewer, page.save_revision(user=reviewer, clean=False))


def test_every_field_of_what_is_approved_counts(db):
    wagtails = {field.name for field in Page._meta.get_fields()} | {
        field.name for field in DraftStateMixin._meta.get_fields()
    } | {"latest_revision"}  # fmt: skip
    patients_see = {"title", "slug", "seo_title", "search_description", "show_in_menus", "go_live_at", "expire_at"}
    for model in models_under_four_eyes():
        own = {field.name for field in (*model._meta.local_concrete_fields, *model._meta.local_many_to_many)}
        for name in own - (wagtails - patients_see) if not issubclass(model, Page) else (own | patients_see):
            with connection.cursor() as cursor:
                cursor.execute(
                    "SELECT spine_words_hash(jsonb_build_object(%s, 1)) = spine_words_hash(jsonb_build_object(%s, 2))",
                    [name, name],
                )
                assert cursor.fetchone() == (False,), f"{model._meta.label}.{name}"


# What the role that serves can't do about it


def test_the_role_that_serves_writes_no_change_by_hand_and_its_saves_are_recorded(notice, people):
    version = save(notice, people["A"], "X")
    change = ContentChange.objects.get(revision=version)
    with connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL ROLE {APPLICATION}")
        with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            ContentChange.objects.create(
                content_type_id=change.content_type_id, object_id=notice.pk, revision=version, author=people["A"]
            )
        rewrite(version, "Y")
        cursor.execute("RESET ROLE")
    assert [one.author for one in ContentChange.objects.filter(revision=version)] == [people["A"]] * 2


def test_rewriting_an_old_version_afterwards_takes_no_one_from_the_authors(notice, people):
    save(notice, people["A"], "X")
    old = save(notice, people["B"], "Y")
    latest = save(notice, people["A"], "Y and Z")
    rewrite(old, "X")
    assert refused_ones(latest, people) == "AB"


def test_changes_of_which_the_words_were_not_recorded_always_count(notice, people):
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE wagtailcore_revision DISABLE TRIGGER spine_record_change")
    for author, words in (("A", "X"), ("B", "Y"), ("B", "X")):
        version = save(notice, people[author], words)
        ContentChange.objects.create(
            content_type=Notice.get_content_type(), object_id=notice.pk, revision=version, author=people[author]
        )
    assert refused_ones(version, people) == "AB"


@pytest.mark.usefixtures("content")
def test_an_emergency_that_one_person_published_is_no_approved_text(emergency, editor):
    first = emergency.latest_revision
    Approval.objects.record(revision=first, kind=Approval.Kind.EMERGENCY, by=editor, seen=content_hash(first.pk))
    emergency.text = "By another"
    emergency.save_revision(user=colleague("other@example.com"))
    emergency.text = "The clinic is closed"
    again = emergency.save_revision(user=colleague("other@example.com"))
    with refused("approver_is_no_author"):
        approve(again, by=editor)
    approve(again, by=colleague("other@example.com"))
