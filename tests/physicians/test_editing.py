"""What editors can do with the directory in the CMS."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission

from physicians.models import Condition, Language, Location, Organization, Physician, Procedure

pytestmark = pytest.mark.django_db

PUBLISH = {"action-publish": "action-publish"}
PHYSICIANS = "/cms/snippets/physicians/physician/"
GRANTED = [
    "access_admin",
    *("add_physician", "change_physician", "publish_physician"),
    *("add_location", "change_location", "publish_location"),
    *("add_condition", "change_condition", "publish_condition"),
    *("add_specialty", "change_specialty", "publish_specialty"),
    *("add_procedure", "change_procedure", "publish_procedure"),
    *("add_language", "change_language"),
    "change_organization",
]


KINDS = ["physician", "location", "condition", "specialty", "procedure", "language"]


@pytest.fixture
def editor(client):
    user = get_user_model().objects.create_user(email="editor@example.com", password="long enough to pass")
    user.user_permissions.set(Permission.objects.filter(codename__in=GRANTED))
    client.force_login(user)
    return client


def form(physician, **changes):
    """Return what the browser sends for a profile."""
    values = {
        "given_name": physician.given_name,
        "family_name": physician.family_name,
        "credentials": physician.credentials,
        "npi": physician.npi,
        "slug": physician.slug,
        "specialties": [specialty.pk for specialty in physician.specialties.all()],
        "conditions": [condition.pk for condition in physician.conditions.all()],
        "accepting_new_patients": "on",
        "licensed_states": "",
        "biography": physician.biography,
        "education": physician.education,
    }
    values.update(changes)
    return values


def edit(editor, physician, **changes):
    return editor.post(f"{PHYSICIANS}edit/{physician.pk}/", form(physician, **changes))


def profile(client, physician):
    return client.get(physician.get_absolute_url()).content.decode()


def test_a_draft_leaves_the_public_profile_as_it_is(editor, make_physician, scoliosis):
    physician = make_physician(biography="As published.")
    edit(editor, physician, biography="As drafted.", conditions=[scoliosis.pk])
    physician.refresh_from_db()
    assert physician.has_unpublished_changes
    assert "As published." in profile(editor, physician)
    assert not Condition.objects.filter(physicians=physician).exists()
    assert b"Lopez" not in editor.get("/find-a-doctor/?condition=scoliosis").content


def test_the_public_profile_follows_when_the_draft_is_published(editor, make_physician, scoliosis):
    physician = make_physician(biography="As published.")
    edit(
        editor,
        physician,
        biography="As changed.",
        conditions=[scoliosis.pk],
        offers_virtual_visits="on",
        licensed_states="nc, va",
        **PUBLISH,
    )
    page = profile(editor, physician)
    assert "As changed." in page
    assert "Scoliosis" in page
    assert "North Carolina, Virginia" in page
    assert b"Lopez" in editor.get("/find-a-doctor/?condition=scoliosis").content


def test_virtual_visits_without_a_state_are_refused_with_a_sentence(editor, make_physician):
    response = edit(editor, make_physician(), offers_virtual_visits="on")
    assert response.status_code == 200
    assert "Name at least one state" in response.content.decode()


def test_an_unknown_state_is_refused_with_a_sentence(editor, make_physician):
    response = edit(editor, make_physician(), licensed_states="NC, zz")
    assert "Number 2 in the list is not a state" in response.content.decode()


@pytest.mark.parametrize(
    ("npi", "sentence"), [("1234567890", "This is not a valid NPI"), ("", "This field is required")]
)
def test_a_wrong_npi_is_refused_with_a_sentence(editor, make_physician, npi, sentence):
    assert sentence in edit(editor, make_physician(), npi=npi).content.decode()


def test_a_new_profile_begins_as_a_draft_that_nobody_else_sees(editor, hospital):
    editor.post(
        f"{PHYSICIANS}add/",
        {"given_name": "Bo", "family_name": "Ny", "npi": "1234567893", "accepting_new_patients": "on"},
    )
    physician = Physician.objects.get()
    assert (physician.slug, physician.live) == ("bo-ny", False)
    assert editor.get("/find-a-doctor/bo-ny/").status_code == 404


def test_a_published_profile_can_be_taken_back(editor, make_physician):
    physician = make_physician()
    editor.post(f"{PHYSICIANS}unpublish/{physician.pk}/")
    assert editor.get(physician.get_absolute_url()).status_code == 404


def test_a_preview_looks_like_the_profile(editor, make_physician):
    physician = make_physician()
    address = f"{PHYSICIANS}preview/{physician.pk}/"
    editor.post(address, form(physician, biography="As previewed."))
    assert "As previewed." in editor.get(address).content.decode()


def test_profiles_can_be_found_by_name(editor, make_physician):
    make_physician("Ana", "Lopez")
    make_physician("Bo", "Berg")
    content = editor.get(PHYSICIANS, {"q": "berg"}).content.decode()
    assert "Bo Berg" in content
    assert "Ana Lopez" not in content


def test_patients_words_are_kept_one_by_one(editor, scoliosis):
    editor.post(
        f"/cms/snippets/physicians/condition/edit/{scoliosis.pk}/",
        {
            "name": "Scoliosis",
            "slug": "scoliosis",
            "body_region": "whole",
            "lay_phrases": "curved  spine, crooked back,\nS-curve, curved spine,,",
            **PUBLISH,
        },
    )
    scoliosis.refresh_from_db()
    assert scoliosis.lay_phrases == ["curved spine", "crooked back", "S-curve"]


def test_a_language_keeps_what_its_speakers_call_it(editor, spanish):
    values = {"name": "Spanish", "code": "es", "lay_phrases": "español,castellano"}
    editor.post(f"/cms/snippets/physicians/language/edit/{spanish.pk}/", values)
    assert Language.objects.get().lay_phrases == ["español", "castellano"]


def test_only_what_is_published_can_be_chosen_and_what_was_chosen_before(editor, make_physician, scoliosis, clinic):
    physician = make_physician(conditions=[scoliosis])
    Condition.objects.create(name="Not yet", slug="not-yet", live=False)
    Condition.objects.filter(pk=scoliosis.pk).update(live=False)
    Location.objects.update(live=False)
    page = editor.get(f"{PHYSICIANS}edit/{physician.pk}/").content.decode()
    assert "Scoliosis" in page
    assert "Not yet" not in page
    assert "Juniper Clinic" not in page
    address = f"{PHYSICIANS}preview/{physician.pk}/"
    editor.post(address, form(physician))
    assert "Scoliosis" not in editor.get(address).content.decode()


def test_what_the_roster_owns_is_locked_and_everything_else_is_not(editor, make_physician, spanish, scoliosis):
    physician = make_physician(languages=[spanish], on_roster=True)
    page = editor.get(f"{PHYSICIANS}edit/{physician.pk}/").content.decode()
    assert "on the hospital&#x27;s roster" in page or "on the hospital's roster" in page
    forged = dict.fromkeys(("given_name", "credentials"), "Forged") | {"npi": "1234567893", "languages": []}
    edit(editor, physician, **forged, biography="Ours.", conditions=[scoliosis.pk], **PUBLISH)
    kept = Physician.objects.get()
    assert (kept.given_name, kept.npi, kept.biography) == (physician.given_name, physician.npi, "Ours.")
    assert (kept.languages.get(), kept.conditions.get()) == (spanish, scoliosis)


@pytest.mark.parametrize("kind", ["condition", "specialty", "procedure", "location"])
def test_each_kind_has_drafts_that_the_public_does_not_see_and_a_preview(editor, kind, make_physician, clinic):
    make_physician(locations=[clinic])
    row = {
        "condition": lambda: Condition.objects.create(name="As published", slug="c"),
        "specialty": Physician.objects.get().specialties.get,
        "procedure": lambda: Procedure.objects.create(name="As published", slug="p"),
        "location": lambda: clinic,
    }[kind]()
    values = {
        "name": "As drafted",
        "slug": row.slug,
        "practitioner": "Surgeon",
        "body_region": "whole",
        "lay_phrases": "words of patients",
        "street": "1 Way",
        "city": "Cary",
        "state": "NC",
        "postal_code": "27518",
        "time_zone": "America/New_York",
        "phone": "919-555-0113",
    }
    address = f"/cms/snippets/physicians/{kind}/"
    editor.post(f"{address}edit/{row.pk}/", values)
    row.refresh_from_db()
    assert row.has_unpublished_changes
    assert row.name != "As drafted"
    editor.post(f"{address}preview/{row.pk}/", values)
    preview = editor.get(f"{address}preview/{row.pk}/").content.decode()
    assert "As drafted" in preview
    assert ("words of patients" in preview) == (kind != "location")
    assert ("1 published doctor" in preview) == (kind == "specialty")
    assert editor.get(f"{address}history/{row.pk}/").status_code == 200


def test_the_hospital_can_be_changed_but_not_doubled_or_deleted(editor, hospital):
    address = "/cms/snippets/physicians/organization/"
    assert editor.get(f"{address}edit/1/").status_code == 200
    for refused in ("add/", "delete/1/"):
        editor.post(f"{address}{refused}", {})
    assert Organization.objects.count() == 1


def test_not_even_a_superuser_adds_a_second_hospital(client, hospital):
    client.force_login(get_user_model().objects.create_superuser(email="a@example.com", password="long enough"))
    assert client.get("/cms/snippets/physicians/organization/add/").status_code == 302
    assert client.post("/cms/snippets/physicians/organization/delete/1/").status_code == 302
    assert Organization.objects.count() == 1


@pytest.mark.parametrize("model", KINDS)
def test_editors_delete_nothing(editor, make_physician, clinic, herniated_disk, spanish, model):
    physician = make_physician()
    fusion = Procedure.objects.create(name="Fusion", slug="fusion")
    rows = {
        "physician": physician,
        "location": clinic,
        "condition": herniated_disk,
        "language": spanish,
        "procedure": fusion,
    }
    row = rows.get(model) or physician.specialties.all()[0]
    editor.post(f"/cms/snippets/physicians/{model}/delete/{row.pk}/")
    assert type(row).objects.filter(pk=row.pk).exists()


@pytest.mark.parametrize("model", KINDS)
def test_every_list_and_form_opens(editor, model):
    assert editor.get(f"/cms/snippets/physicians/{model}/").status_code == 200
    assert editor.get(f"/cms/snippets/physicians/{model}/add/").status_code == 200
