"""What is recorded for auditors, each thing done through the page where people do it."""

import datetime
import logging

import pytest
from allauth.mfa.totp.internal.auth import TOTP
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.core.cache import cache
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction

from appointments.guards.keyed_digest import keyed_digest
from appointments.guards.links import token_for
from appointments.models import RequestLink
from tests import factories
from tests.one_time_codes import code_of
from wakemed.models import SecurityEvent, User
from wakemed.models.security_event import Happened
from wakemed.security_log.log_search import narrowed
from wakemed.web.request_id import RequestIdFilter

pytestmark = pytest.mark.django_db
PASSWORD = "a long password"
LOGIN, USERS = "/accounts/login/", "/admin/wakemed/user/"
HERE = "198.51.100.7"


@pytest.fixture(autouse=True)
def _no_limits_of_other_tests():
    cache.clear()


@pytest.fixture
def sam(hospital):
    return factories.make_member("sam@example.com", "Schedulers", is_staff=True)


@pytest.fixture
def boss(hospital):
    return factories.make_member("boss@example.com", is_staff=True, is_superuser=True)


@pytest.fixture
def recorded():
    """A function that returns what was recorded of these kinds since the test began."""
    known = SecurityEvent.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    return lambda *kinds: list(SecurityEvent.objects.filter(pk__gt=known, kind__in=kinds).order_by("pk"))


def sign_in(client, login, password):
    return client.post(LOGIN, {"login": login, "password": password}, REMOTE_ADDR=HERE)


def test_a_sign_in_and_a_sign_out_say_who_when_from_where_and_in_which_session(client, sam, recorded):
    before = datetime.datetime.now(datetime.UTC)
    answer = sign_in(client, "SAM@example.com", PASSWORD)
    key = client.session.session_key
    client.post("/accounts/logout/", REMOTE_ADDR=HERE)
    came, left = recorded(Happened.SIGNED_IN, Happened.SIGNED_OUT)
    assert (came.kind, left.kind) == (Happened.SIGNED_IN, Happened.SIGNED_OUT)
    assert {came.by_id, came.account_id, left.by_id} == {sam.pk}
    assert came.address == left.address == HERE
    assert before < came.at < left.at
    assert came.session == left.session == keyed_digest("session", key)
    assert key not in str(SecurityEvent.objects.values())
    assert came.request_id == answer["X-Request-ID"] != left.request_id


def test_a_wrong_password_is_recorded_with_the_account(client, sam, recorded):
    sign_in(client, "Sam@Example.com ", "a wrong password")
    (failed,) = recorded(Happened.SIGN_IN_FAILED)
    assert (failed.by, failed.account_id, failed.account_email, failed.typed) == (None, sam.pk, sam.email, "")


def test_what_is_no_accounts_address_is_kept_as_a_digest(client, sam, recorded):
    for typed in ("my-secret@password.example", "My-Secret@password.example", "other@password.example"):
        sign_in(client, typed, "a wrong password")
    first, same, other = recorded(Happened.SIGN_IN_FAILED)
    assert first.typed == same.typed != other.typed
    assert (first.account, first.account_email) == (None, "")
    assert "secret" not in str(SecurityEvent.objects.values()).lower()
    assert "a wrong password" not in str(SecurityEvent.objects.values())


def test_after_ten_wrong_passwords_one_lock_is_recorded(client, sam, recorded):
    for _ in range(10):
        sign_in(client, sam.email, "a wrong password")
    assert recorded(Happened.LOCKED) == []
    for _ in range(3):
        sign_in(client, sam.email, PASSWORD)
    (lock,) = recorded(Happened.LOCKED)
    assert (lock.account_id, lock.address) == (sam.pk, HERE)
    assert len(recorded(Happened.SIGN_IN_FAILED)) == 10
    assert recorded(Happened.SIGNED_IN) == []


def test_a_new_password_asked_for_is_recorded_as_a_digest_that_the_address_finds(client, sam, recorded):
    for typed in (sam.email, "my-secret@password.example"):
        client.post("/accounts/password/reset/", {"email": typed}, REMOTE_ADDR=HERE)
    known, unknown = recorded(Happened.RESET_ASKED)
    assert (known.account, known.by, known.address) == (None, None, HERE)
    assert known.typed == keyed_digest("typed", sam.email) != unknown.typed
    assert list(narrowed(SecurityEvent.objects.filter(kind=Happened.RESET_ASKED), "SAM@example.com")) == [known]
    assert "secret" not in str(SecurityEvent.objects.values())


def test_a_second_step_that_fails_and_one_that_is_shown_are_recorded(client, sam, recorded, settings):
    settings.SECOND_FACTOR_REQUIRED = True
    secret = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
    TOTP.activate(sam, secret)
    sign_in(client, sam.email, PASSWORD)
    assert recorded(Happened.SIGNED_IN) == []
    right = code_of(secret)
    for code in ("000000" if right != "000000" else "111111", right):
        client.post("/accounts/login/second-step/", {"code": code})
    failed, shown = recorded(Happened.FACTOR_FAILED, Happened.FACTOR_SHOWN)
    assert (failed.kind, shown.kind) == (Happened.FACTOR_FAILED, Happened.FACTOR_SHOWN)
    assert (failed.account_id, shown.account_id, shown.details) == (sam.pk, sam.pk, {"method": "totp"})
    assert len(recorded(Happened.SIGNED_IN)) == 1


def change(client, user, **fields):
    """Save the person's page in the admin."""
    page = {
        "email": user.email,
        "first_name": "",
        "last_name": "",
        "physician": "",
        "is_active": "on",
        "is_staff": "on",
        "groups": list(user.groups.values_list("pk", flat=True)),
        "date_joined_0": "2026-01-01",
        "date_joined_1": "08:00:00",
        "_save": "Save",
    }
    sent = {name: value for name, value in (page | fields).items() if value is not None}
    answer = client.post(f"{USERS}{user.pk}/change/", sent)
    assert answer.status_code == 302, answer.content.decode()[-3000:]


def test_groups_and_rights_changed_in_the_admin_name_who_changed_them(client, sam, boss, recorded):
    client.force_login(boss)
    nurses = Group.objects.get(name="Nurses")
    may = Permission.objects.get(codename="share_savedfilter")
    change(client, sam, groups=[nurses.pk], user_permissions=[may.pk], is_superuser="on", is_staff=None)
    given = [event.details for event in recorded(Happened.RIGHTS_GIVEN)]
    taken = [event.details for event in recorded(Happened.RIGHTS_TAKEN)]
    assert {"groups": ["Nurses"]} in given
    assert {"permissions": [may.name]} in given
    assert {"flags": ["is_superuser"]} in given
    assert {"groups": ["Schedulers"]} in taken
    assert {"flags": ["is_staff"]} in taken
    people = {(event.by_id, event.account_id) for event in recorded(Happened.RIGHTS_GIVEN, Happened.RIGHTS_TAKEN)}
    assert people == {(boss.pk, sam.pk)}


def test_saving_without_a_change_records_nothing(client, sam, boss):
    client.force_login(boss)
    before = SecurityEvent.objects.count()
    change(client, sam)
    assert SecurityEvent.objects.count() == before


def test_what_a_group_may_do_is_recorded(client, boss, recorded):
    client.force_login(boss)
    nurses = Group.objects.get(name="Nurses")
    kept = nurses.permissions.exclude(codename="finish_nurse_review").values_list("pk", flat=True)
    client.post(f"/admin/auth/group/{nurses.pk}/change/", {"name": "Nurses", "permissions": list(kept)})
    (taken,) = recorded(Happened.RIGHTS_TAKEN)
    assert (taken.by_id, taken.details["group"]) == (boss.pk, "Nurses")
    assert len(taken.details["permissions"]) == 1


def test_an_update_of_the_site_gives_groups_what_they_need_without_a_row(hospital):
    Group.objects.get(name="Nurses").permissions.clear()
    before = SecurityEvent.objects.count()
    call_command("migrate", verbosity=0)
    assert Group.objects.get(name="Nurses").permissions.exists()
    assert SecurityEvent.objects.count() == before


def test_a_changed_password_is_recorded_and_never_a_renewed_hash(client, sam, recorded, settings):
    client.force_login(sam)
    new = "an even longer password"
    client.post("/accounts/password/change/", {"oldpassword": PASSWORD, "password1": new, "password2": new})
    (changed,) = recorded(Happened.PASSWORD_CHANGED)
    assert (changed.by_id, changed.account_id) == (sam.pk, sam.pk)
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.PBKDF2PasswordHasher", *settings.PASSWORD_HASHERS]
    old = get_user_model().objects.get(pk=sam.pk).password
    assert get_user_model().objects.get(pk=sam.pk).check_password(new)
    assert get_user_model().objects.get(pk=sam.pk).password != old
    assert len(recorded(Happened.PASSWORD_CHANGED)) == 1


def test_a_deleted_account_stays_in_the_log(client, sam, boss, recorded):
    client.force_login(boss)
    was = sam.pk
    answer = client.post(f"{USERS}{sam.pk}/delete/", {"post": "yes"})
    assert answer.status_code == 302
    assert not User.objects.filter(pk=was).exists()
    (deleted,) = recorded(Happened.ACCOUNT_DELETED)
    assert (deleted.by_id, deleted.account_email) == (boss.pk, "sam@example.com")


@pytest.fixture
def link(hospital):
    return RequestLink.objects.create(request=factories.send_request(factories.make_answers()))


def open_link(client, token, born):
    date = {f"date_of_birth_{part}": getattr(born, part) for part in ("month", "day", "year")}
    return client.post(f"/appointments/manage/{token}/", date, REMOTE_ADDR=HERE)


def test_a_patients_link_is_recorded_with_the_right_date_and_with_a_wrong_one(client, link, recorded):
    token, born = token_for(link), link.request.date_of_birth
    assert open_link(client, token, born + datetime.timedelta(days=1)).status_code == 422
    assert open_link(client, token, born).status_code == 302
    assert open_link(client, "A" * 43, born).status_code == 422
    failed, opened, forged = recorded(Happened.LINK_OPENED, Happened.LINK_FAILED)
    assert [failed.kind, opened.kind] == [Happened.LINK_FAILED, Happened.LINK_OPENED]
    assert failed.patient_request == opened.patient_request == link.request
    assert (forged.kind, forged.patient_request) == (Happened.LINK_FAILED, None)
    assert opened.address == HERE
    rows = str(SecurityEvent.objects.values())
    assert token not in rows
    assert str(link.pk) not in rows


@pytest.mark.parametrize(
    "statement",
    ["UPDATE wakemed_securityevent SET by_email = ''", "DELETE FROM wakemed_securityevent",
     "TRUNCATE wakemed_securityevent"],
)  # fmt: skip
def test_the_log_can_only_grow(statement):
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


def test_each_answer_has_an_id_of_its_own_whatever_the_caller_sends(client):
    ids = {client.get("/healthz", headers={"X-Request-ID": "mine"})["X-Request-ID"] for _ in range(2)}
    assert len(ids) == 2
    assert "mine" not in ids


def test_the_logs_name_the_request(rf):
    line = logging.LogRecord("django.request", logging.ERROR, __file__, 1, "failed", None, None)
    RequestIdFilter().filter(line)
    assert line.request_id == "-"
    line.request = rf.get("/")
    line.request.META["wakemed.request_id"] = "abc"
    RequestIdFilter().filter(line)
    assert line.request_id == "abc"
