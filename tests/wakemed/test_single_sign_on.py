"""Staff sign in with the account that their hospital gives them, at a real provider."""

import base64
import json
import time
import urllib.parse
from dataclasses import replace

import pytest
import requests
from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.cache import caches
from django.core.checks import run_checks
from django.core.exceptions import ImproperlyConfigured
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import make_member
from tests.wakemed.hospital_provider import MAPPED, Hospital, provider
from wakemed.models import SecurityEvent
from wakemed.settings.single_sign_on import mapped_groups, openid_connect
from wakemed.signin.session_limits import SIGNED_IN
from wakemed.signin.single_sign_on import leavers
from wakemed.signin.single_sign_on.provider import ProviderAdapter, Tokens
from wakemed.signin.single_sign_on.session_tokens import HELD

pytestmark = pytest.mark.django_db
PASSWORD = "a long enough password"
QUEUE = "/admin/appointments/appointmentrequest/"


@pytest.fixture(scope="module")
def server():
    with provider() as url:
        yield url


@pytest.fixture
def hospital(server, settings):
    """The hospital's provider, as the settings name it; it's asked at each request."""
    caches["default"].clear()
    settings.OIDC_NAME = "your hospital account"
    settings.OIDC_GROUPS = MAPPED
    settings.SOCIALACCOUNT_PROVIDERS = openid_connect(
        server_url=server, client_id="spine", secret="secret", name="x", scope=["openid", "profile", "email"]
    )
    return Hospital(server)


def person(sub):
    return get_user_model().objects.get(email=f"{sub}@example.com")


def groups(sub):
    return sorted(person(sub).groups.values_list("name", flat=True))


def said(response):
    return BeautifulSoup(response.content, "html.parser").main.get_text(" ", strip=True)


def test_a_person_in_a_mapped_group_has_an_account_from_then_on(client, hospital):
    hospital.has("sam", groups=["spine-desk", "choir"], given_name="Sam", family_name="Poe")
    response = hospital.sign_in(client, "sam", f"/accounts/hospital/login/?next={QUEUE}")
    assert response["Location"] == QUEUE
    assert client.get(QUEUE).status_code == 200
    assert (groups("sam"), str(person("sam")), person("sam").is_staff) == (["Schedulers"], "Sam Poe", True)
    assert not person("sam").has_usable_password()


def test_next_never_leads_to_another_site(client, hospital):
    hospital.has("sam", groups=["spine-desk"])
    assert (
        hospital.sign_in(client, "sam", "/accounts/hospital/login/?next=https://example.org/")["Location"] == "/staff/"
    )


def test_editors_open_the_cms_and_not_the_desk(client, hospital):
    hospital.has("kim", groups=["spine-editors"])
    hospital.sign_in(client, "kim")
    assert client.get("/cms/").status_code == 200
    assert client.get(QUEUE).status_code == 403


@pytest.mark.parametrize("theirs", [[], None, ["choir"], "choir", [7], {"spine-desk": 1}])
def test_a_person_in_no_mapped_group_is_told_so(client, hospital, theirs):
    hospital.has("eve", **({} if theirs is None else {"groups": theirs}))
    response = hospital.sign_in(client, "eve")
    assert response.status_code == 403
    assert "in none of the groups" in said(response)
    assert not get_user_model().objects.filter(email="eve@example.com").exists()
    assert "_auth_user_id" not in client.session


def test_the_groups_follow_the_hospital_at_the_next_request(client, hospital):
    hospital.has("sam", groups=["spine-leads"])
    hospital.sign_in(client, "sam")
    person("sam").groups.add(Group.objects.get(name="Auditors"))  # by a manager; no mapping names it
    assert client.get("/admin/appointments/messagetemplate/add/").status_code == 200
    hospital.has("sam", groups=["spine-desk"])
    assert client.get("/admin/appointments/messagetemplate/add/").status_code == 403
    assert groups("sam") == ["Auditors", "Schedulers"]
    taken = SecurityEvent.objects.get(kind="rights_taken", account_email="sam@example.com")
    assert taken.details["groups"] == ["Scheduling managers"]


def test_a_leaver_loses_access_at_the_next_request(client, hospital):
    hospital.has("sam", groups=["spine-desk"])
    hospital.sign_in(client, "sam")
    assert client.get(QUEUE).status_code == 200
    hospital.has("sam", groups=[])
    response = client.get(QUEUE)
    assert response["Location"] == "/accounts/login/"
    assert "no longer gives you access" in said(client.get(response["Location"]))
    assert (groups("sam"), person("sam").is_staff) == ([], False)
    assert SecurityEvent.objects.filter(kind="hospital_refused", account_email="sam@example.com").exists()


def test_a_leaver_who_may_do_everything_is_out_too(client, hospital):
    hospital.has("sam", groups=["spine-desk"])
    hospital.sign_in(client, "sam")
    get_user_model().objects.filter(email="sam@example.com").update(is_superuser=True)
    hospital.has("sam", groups=[])
    assert client.get(QUEUE)["Location"] == "/accounts/login/"
    assert hospital.sign_in(client, "sam").status_code == 403


def test_tokens_that_were_taken_back_end_the_session_and_what_was_typed_is_kept(client, hospital):
    hospital.has("sam", groups=["spine-desk"])
    hospital.sign_in(client, "sam")
    hospital.ends_sessions_of("sam")
    response = client.post(f"{QUEUE}1/note/", {"note": "call back at ten"})
    assert "_auth_user_id" not in client.session
    assert response["Location"] == "/accounts/login/?next=%2Faccounts%2Fgo-on%2F"
    hospital.sign_in(client, "sam", f"/accounts/hospital/login/?{urllib.parse.urlsplit(response['Location']).query}")
    assert "call back at ten" in client.get("/accounts/go-on/").content.decode()


def test_asking_about_someone_reads_no_provider_from_the_database(client, hospital):
    hospital.has("sam", groups=["spine-desk"])
    hospital.sign_in(client, "sam")
    with CaptureQueriesContext(connection) as statements:
        assert client.get(QUEUE).status_code == 200
    assert [each["sql"] for each in statements if "socialaccount_socialapp" in each["sql"]] == []


def test_an_access_token_that_has_ended_is_renewed(client, hospital):
    hospital.has("sam", groups=["spine-desk"])
    hospital.sign_in(client, "sam")
    before = client.session[HELD]["tokens"]
    session, held = client.session, leavers.held_by(client.session)
    replace(held, tokens=replace(held.tokens, access="spent")).keep(session)
    session.save()
    assert client.get(QUEUE).status_code == 200
    renewed = leavers.held_by(client.session).tokens
    assert renewed.access not in ("spent", held.tokens.access)
    assert before != client.session[HELD]["tokens"]
    assert client.get(QUEUE).status_code == 200


def test_two_requests_renew_once(client, hospital, rf):
    """The second finds what the first one got: a refresh token may work only once."""
    hospital.has("sam", groups=["spine-desk"])
    hospital.sign_in(client, "sam")
    session, held = client.session, leavers.held_by(client.session)
    old = replace(held, tokens=Tokens("old", "used"))
    request = rf.get(QUEUE)
    request.session, request.user = session, person("sam")
    assert leavers._refresh(request, old) is None
    assert leavers.held_by(request.session).tokens == held.tokens


def test_work_goes_on_for_a_while_without_an_answer(client, hospital, settings):
    hospital.has("sam", groups=["spine-desk"])
    hospital.sign_in(client, "sam")
    [app] = settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"]
    app["settings"]["server_url"] = "http://localhost:9"
    assert client.get(QUEUE).status_code == 200
    session = client.session
    session[HELD] |= {"answered": int(time.time()) - leavers.HOLDS_WITHOUT_ANSWER}
    session.save()
    response = client.get(QUEUE)
    assert response.status_code == 503
    assert "can't be reached" in said(response)
    assert client.post("/accounts/logout/")["Location"] == "/accounts/login/"
    assert "_auth_user_id" not in client.session
    assert client.get("/accounts/hospital/login/").status_code == 503


def test_an_answer_holds_as_long_as_the_settings_say(client, hospital, settings):
    settings.OIDC_CHECK_SECONDS = 60
    hospital.has("sam", groups=["spine-desk"])
    hospital.sign_in(client, "sam")
    hospital.has("sam", groups=[])
    assert client.get(QUEUE).status_code == 200
    session = client.session
    session[HELD] |= {"answered": int(time.time()) - 60}
    session.save()
    assert client.get(QUEUE).status_code == 302


def leads_on(response):
    """Return the address of the page that leads someone on who has signed out, and what it asks there."""
    page = BeautifulSoup(response.content, "html.parser")
    address = page.find("meta", attrs={"http-equiv": "refresh"})["content"].removeprefix("0; url=")
    assert page.main.a["href"] == address
    there = urllib.parse.urlsplit(address)
    return there._replace(query="").geturl(), dict(urllib.parse.parse_qsl(there.query))


@pytest.mark.parametrize("way", ["/accounts/logout/", "/admin/logout/", "/cms/logout/"])
def test_signing_out_here_leads_on_to_the_hospitals(client, hospital, way):
    hospital.has("sam", groups=["spine-desk", "spine-editors"])
    hospital.sign_in(client, "sam")
    address, asked = leads_on(client.post(way))
    assert "_auth_user_id" not in client.session
    assert address == f"{hospital.url}/oauth2/end_session"
    assert (asked["client_id"], asked["post_logout_redirect_uri"]) == ("spine", "http://testserver/accounts/login/")
    payload = asked["id_token_hint"].split(".")[1]
    assert json.loads(base64.urlsafe_b64decode(payload + "=="))["sub"] == "sam"
    there = requests.get(address, params=asked, timeout=5)
    assert there.status_code == 200
    assert asked["post_logout_redirect_uri"] in there.text


def test_a_provider_that_ends_no_session_is_left_alone(client, hospital, monkeypatch):
    hospital.has("sam", groups=["spine-desk"])
    hospital.sign_in(client, "sam")
    config = dict(ProviderAdapter(None, "hospital").openid_config)
    del config["end_session_endpoint"]
    monkeypatch.setattr(ProviderAdapter, "openid_config", config)
    assert client.post("/accounts/logout/")["Location"] == "/accounts/login/"
    assert "_auth_user_id" not in client.session


def test_nobody_else_is_led_there(client, hospital):
    make_member("kim@example.com", "Schedulers", is_staff=True)
    client.post("/accounts/login/", {"login": "kim@example.com", "password": "a long password"})
    assert client.post("/accounts/logout/")["Location"] == "/accounts/login/"
    hospital.has("sam", groups=["spine-desk"])
    careful = type(client)(enforce_csrf_checks=True)
    hospital.sign_in(careful, "sam")
    assert careful.post("/accounts/logout/").status_code == 403
    assert "_auth_user_id" in careful.session


def test_without_single_sign_on_its_sessions_end_and_its_addresses_are_gone(client, hospital, settings):
    hospital.has("sam", groups=["spine-desk"])
    hospital.sign_in(client, "sam")
    settings.OIDC_NAME, settings.SOCIALACCOUNT_PROVIDERS = "", {}
    assert client.get(QUEUE)["Location"].startswith("/accounts/login/")
    assert client.get("/accounts/hospital/login/").status_code == 404
    assert "hospital/login" not in client.get("/accounts/login/").content.decode()


def test_an_account_that_was_here_is_joined_by_an_address_that_is_vouched_for(client, hospital):
    here = make_member("sam@example.com", "Auditors")
    hospital.has("sam", groups=["spine-desk"])
    hospital.sign_in(client, "sam")
    assert client.session["_auth_user_id"] == str(here.pk)
    assert groups("sam") == ["Auditors", "Schedulers"]


def test_an_address_that_nobody_vouches_for_joins_nothing(client, hospital, settings):
    make_member("sam@example.com", "Schedulers")
    hospital.has("sam", groups=["spine-desk"], email_verified=False)
    response = hospital.sign_in(client, "sam")
    assert response.status_code == 403
    assert "another account here" in said(response)
    settings.OIDC_EMAIL_DOMAINS = ["Example.com"]
    assert hospital.sign_in(client, "sam").status_code == 302


def test_a_joined_account_opens_with_no_password(client, hospital):
    hospital.has("sam", groups=["spine-desk"])
    hospital.sign_in(client, "sam")
    client.logout()
    sam = person("sam")
    sam.set_password(PASSWORD)
    sam.save()
    response = client.post("/accounts/login/", {"login": sam.email, "password": PASSWORD})
    assert "_auth_user_id" not in client.session
    assert "Please sign in with your hospital account." in said(client.get(response["Location"]))


def test_a_second_factor_counts_if_the_provider_says_that_it_asked_for_one(client, hospital, settings):
    settings.SECOND_FACTOR_REQUIRED = True
    hospital.has("sam", groups=["spine-desk"])
    hospital.sign_in(client, "sam")
    assert client.get(QUEUE)["Location"].startswith("/accounts/second-step/")
    hospital.has("sam", groups=["spine-desk"], amr=["pwd", "mfa"])
    hospital.sign_in(client, "sam")
    assert client.get(QUEUE).status_code == 200


def test_or_if_the_settings_say_that_it_always_does(client, hospital, settings):
    settings.SECOND_FACTOR_REQUIRED = settings.OIDC_ALWAYS_SECOND_FACTOR = True
    hospital.has("sam", groups=["spine-desk"])
    hospital.sign_in(client, "sam")
    assert client.get(QUEUE).status_code == 200


def old(client):
    """Make the session's proofs older than they are good for."""
    session = client.session
    session[SIGNED_IN] -= 16 * 60
    for record in session["account_authentication_methods"]:
        record["at"] -= 16 * 60
    session.save()


def test_fresh_proof_is_a_new_sign_in_at_the_hospital(client, hospital):
    hospital.has("sam", groups=["spine-desk"])
    hospital.sign_in(client, "sam")
    get_user_model().objects.filter(email="sam@example.com").update(is_superuser=True)
    old(client)
    asked = client.get("/admin/wakemed/user/")["Location"]
    assert asked == "/accounts/hospital/confirm/?next=%2Fadmin%2Fwakemed%2Fuser%2F"
    there = urllib.parse.parse_qs(urllib.parse.urlsplit(client.get(asked)["Location"]).query)
    assert (there["prompt"], there["max_age"]) == (["login"], ["0"])
    # A provider that doesn't say when it asked, or asked long ago, or is asked by somebody else, proves nothing.
    hospital.has("sam", groups=["spine-desk"], auth_time=None)
    assert hospital.sign_in(client, "sam", asked).status_code == 403
    hospital.has("sam", groups=["spine-desk"], auth_time=int(time.time()) - 16 * 60)
    assert hospital.sign_in(client, "sam", asked).status_code == 403
    hospital.has("kim", groups=["spine-desk"], auth_time=int(time.time()))
    assert hospital.sign_in(client, "kim", asked).status_code == 403
    assert client.get("/admin/wakemed/user/").status_code == 302
    hospital.has("sam", groups=["spine-desk"], auth_time=int(time.time()))
    assert hospital.sign_in(client, "sam", asked)["Location"] == "/admin/wakemed/user/"
    assert client.get("/admin/wakemed/user/").status_code == 200


def test_who_gives_up_at_the_provider_is_back_at_the_sign_in(client, hospital):
    state = urllib.parse.parse_qs(client.get("/accounts/hospital/login/")["Location"])["state"][0]
    response = client.get("/accounts/hospital/login/callback/", {"error": "access_denied", "state": state})
    assert response["Location"] == "/accounts/login/"
    assert "You weren't signed in." in said(client.get("/accounts/login/"))


@pytest.mark.parametrize("query", ["", "?code=x", "?code=x&state=y", "?state=\0&code=%ff", "?error=boom&state=z"])
def test_an_answer_that_makes_no_sense_is_a_sentence(client, hospital, query):
    response = client.get(f"/accounts/hospital/login/callback/{query}")
    assert 400 <= response.status_code < 500


def test_a_code_that_the_provider_didnt_give_opens_nothing(client, hospital):
    state = urllib.parse.parse_qs(client.get("/accounts/hospital/login/")["Location"])["state"][0]
    response = client.get("/accounts/hospital/login/callback/", {"code": "guessed", "state": state})
    assert response.status_code == 502
    assert "_auth_user_id" not in client.session


def test_an_id_token_and_userinfo_about_two_people_open_nothing(client, hospital, monkeypatch):
    hospital.has("eve", groups=["spine-desk"])
    other = {"sub": "sam", "email": "sam@example.com", "email_verified": True, "groups": ["spine-leads"]}
    monkeypatch.setattr(ProviderAdapter, "_fetch_user_info", lambda self, token: other)
    assert hospital.sign_in(client, "eve").status_code == 403
    assert not get_user_model().objects.filter(email__in=["eve@example.com", "sam@example.com"]).exists()


def test_a_manager_parts_a_mistaken_account(client, hospital, admin_client):
    hospital.has("sam", groups=["spine-desk"])
    hospital.sign_in(client, "sam")
    sam = person("sam")
    admin_client.post("/admin/wakemed/user/", {"action": "part_from_hospital_account", "_selected_action": [sam.pk]})
    assert client.get(QUEUE)["Location"].startswith("/accounts/login/")
    assert not sam.socialaccount_set.exists()


def test_no_token_is_in_the_database_as_it_is(client, hospital):
    hospital.has("sam", groups=["spine-desk"])
    hospital.sign_in(client, "sam")
    tokens = leavers.held_by(client.session).tokens
    kept = str(dict(client.session.items())) + str(list(person("sam").socialaccount_set.values()))
    _address, asked = leads_on(client.post("/accounts/logout/"))
    for token in (tokens.access, tokens.refresh, asked["id_token_hint"]):
        assert token
        assert token not in kept


@pytest.mark.parametrize("text", ["", "x", "[]", "{}", '"Schedulers"', '{"a": 1}', '{"a": [1]}', "null"])
def test_a_mapping_that_makes_no_sense_stops_the_start(text):
    with pytest.raises(ImproperlyConfigured, match="OIDC_GROUPS"):
        mapped_groups(text)


def test_a_mapping_is_read():
    read = mapped_groups('{"CN=desk,OU=groups": "Schedulers", "b": ["Nurses", "Auditors"]}')
    assert read == {"CN=desk,OU=groups": ("Schedulers",), "b": ("Nurses", "Auditors")}


def test_deploy_checks_look_at_the_provider_and_the_groups(hospital, settings):
    settings.OIDC_GROUPS = {"a": ("Schedulers", "Surgeons")}
    found = {error.id: error.msg for error in run_checks(databases=["default"], include_deployment_checks=True)}
    assert "https://" in found["wakemed.E008"]
    assert "Surgeons" in found["wakemed.E009"]
    assert "Schedulers" not in found["wakemed.E009"]
