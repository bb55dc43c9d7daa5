"""What editors can do with the directory in the CMS."""

import pytest
from django.contrib.auth import get_user_model
from django.utils import timezone

from physicians.models import Condition, Language, Location, Organization, Physician, Procedure
from physicians.services.departures import record_departure
from tests.factories import make_member

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
    client.force_login(make_member("editor@example.com", permissions=GRANTED))
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


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("NC, va", ["NC", "VA"]), ("north carolina; VA", ["NC", "VA"]), ("nc va", ["NC", "VA"]), ("NC, NC", ["NC"])],
)
def test_states_are_understood_by_their_letters_and_names(editor, make_physician, typed, kept):
    physician = make_physician()
    edit(editor, physician, licensed_states=typed, **PUBLISH)
    physician.refresh_from_db()
    assert physician.licensed_states == kept


def test_an_unknown_state_is_refused_with_a_sentence(editor, make_physician):
    response = edit(editor, make_physician(), licensed_states="NC, zz")
    assert "“zz” isn&#x27;t a state. Enter two letters or a name" in response.content.decode()


def test_who_has_left_is_not_published_by_a_tab_that_was_still_open(editor, client, make_physician):
    physician = make_physician()
    user = get_user_model().objects.get(email="editor@example.com")
    assert "is_back" not in editor.get(f"{PHYSICIANS}edit/{physician.pk}/").content.decode()
    record_departure(physician=physician, by=user, note="", now=timezone.now())
    refused = edit(editor, physician, biography="Typed before.", **PUBLISH).content.decode()
    assert "This physician has left. To publish the profile again, tick “is back”." in refused
    assert "Typed before." in refused
    edit(editor, physician, biography="A draft.")
    physician.refresh_from_db()
    assert (physician.live, physician.get_latest_revision_as_object().biography) == (False, "A draft.")
    edit(editor, physician, is_back="on", **PUBLISH)
    physician.refresh_from_db()
    assert physician.live


def test_an_old_address_leads_to_the_new_one_and_back_again_makes_no_circle(editor, client, make_physician, hospital):
    physician = make_physician()
    first = physician.slug
    edit(editor, physician, slug="married-name")  # a draft moves nothing
    assert client.get(f"/find-a-doctor/{first}/").status_code == 200
    for slug in ("married-name", "third-name"):
        edit(editor, physician, slug=slug, **PUBLISH)
    for old in (first, "married-name"):
        moved = client.get(f"/find-a-doctor/{old}/", follow=True)
        assert moved.redirect_chain == [("/find-a-doctor/third-name/", 301)]
    edit(editor, physician, slug=first, **PUBLISH)
    assert client.get(f"/find-a-doctor/{first}/").status_code == 200
    assert client.get("/find-a-doctor/third-name/", follow=True).redirect_chain == [(f"/find-a-doctor/{first}/", 301)]
    Physician.objects.update(live=False)
    assert client.get("/find-a-doctor/third-name/", follow=True).status_code == 404


def test_what_stands_in_addresses_stays(editor, herniated_disk, spanish):
    herniated_disk.save_revision().publish()
    address = f"/cms/snippets/physicians/condition/edit/{herniated_disk.pk}/"
    values = {"name": "Disk", "slug": "other", "body_region": "lumbar", "lay_phrases": "", **PUBLISH}
    editor.post(address, values)
    herniated_disk.refresh_from_db()
    assert (herniated_disk.name, herniated_disk.slug) == ("Disk", "herniated-disk")
    languages = "/cms/snippets/physicians/language/"
    editor.post(f"{languages}edit/{spanish.pk}/", {"name": "Castilian", "code": "zz-bogus", "lay_phrases": ""})
    spanish.refresh_from_db()
    assert (spanish.name, spanish.code) == ("Castilian", "es")
    refused = editor.post(f"{languages}add/", {"name": "Klingon", "code": "not a code", "lay_phrases": ""})
    assert "This isn&#x27;t a language code." in refused.content.decode()
    editor.post(f"{languages}add/", {"name": "Sign", "code": "ase", "lay_phrases": ""})
    assert Language.objects.filter(code="ase").exists()


def test_not_even_a_draft_goes_without_a_name(editor, herniated_disk):
    values = {"name": "", "slug": "herniated-disk", "body_region": "lumbar", "lay_phrases": "x" * 81}
    refused = editor.post(f"/cms/snippets/physicians/condition/edit/{herniated_disk.pk}/", values).content.decode()
    assert "This field is required." in refused
    assert "Phrase number 1 is too long:" in refused


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("phone", "+44 20 7946 0958", "This phone number is from another country."),
        ("fax", "+44 20 7946 0958", "This phone number is from another country."),
        ("latitude", "999", "Enter a number from -90 to 90."),
        ("longitude", "-181", "Enter a number from -180 to 180."),
    ],
)
def test_a_clinic_is_here_and_is_called_from_here(editor, clinic, field, typed, sentence):
    names = ("name", "slug", "street", "city", "state", "postal_code", "time_zone", "latitude", "longitude")
    values = {name: getattr(clinic, name) or "" for name in names} | {"phone": "(919) 555-0113", field: typed}
    refused = editor.post(f"/cms/snippets/physicians/location/edit/{clinic.pk}/", values | PUBLISH).content.decode()
    assert sentence in refused
    assert typed in refused


def test_an_editor_who_unpublishes_a_word_is_told_how_many_profiles_use_it(editor, make_physician, herniated_disk):
    make_physician(conditions=[herniated_disk])
    make_physician(conditions=[herniated_disk], live=False)
    address = f"/cms/snippets/physicians/condition/unpublish/{herniated_disk.pk}/"
    asked = editor.get(address).content.decode()
    assert "It is on the profile of 1 published doctor." in asked
    assert "referenced" not in asked


def test_the_menu_searches_physicians_for_an_editor_without_pages(editor):
    assert '"wagtail.sidebar.SearchModule", "_args": ["/cms/snippets/physicians/physician/"]' in (
        editor.get("/cms/").content.decode()
    )


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


def post_clinic(editor, clinic, **changes):
    names = ("name", "slug", "street", "city", "state", "postal_code", "time_zone", "latitude", "longitude")
    values = {name: getattr(clinic, name) for name in names} | {"phone": "(919) 555-0113"} | changes
    address = f"/cms/snippets/physicians/location/edit/{clinic.pk}/"
    return editor.post(address, values | PUBLISH, follow=True).content.decode()


@pytest.mark.parametrize(
    ("zip_code", "latitude", "longitude", "told"),
    [
        ("27701", "0", "0.0", "isn’t in the United States"),
        ("27701", "10", "10", "isn’t in the United States"),
        ("27701", "-78.64", "35.78", "have changed places"),
        ("00000", "-78.64", "35.78", "have changed places"),
        ("27701", "42.36", "-71.06", "more than 100 miles from the ZIP code"),
        ("00000", "42.36", "-71.06", ""),
        ("27701", "35.78", "-78.64", ""),
        ("99950", "55.6", "-131.9", ""),
    ],
)
def test_coordinates_where_a_clinic_cannot_be_are_refused(editor, clinic, zip_code, latitude, longitude, told):
    clinic.latitude = clinic.longitude = None
    clinic.save()
    page = post_clinic(editor, clinic, postal_code=zip_code, latitude=latitude, longitude=longitude)
    clinic.refresh_from_db()
    assert (clinic.latitude is None) == bool(told)
    assert told.replace("’", "&#x27;") in page


def test_the_editor_of_a_clinic_that_no_distance_search_can_find_is_told(editor, clinic):
    told = "We don&#x27;t know where ZIP code 00000 is"
    nowhere = {"latitude": "", "longitude": ""}
    assert "ZIP code 02139" not in post_clinic(editor, clinic, postal_code="02139", **nowhere)
    assert told in post_clinic(editor, clinic, postal_code="00000", **nowhere)
    form = editor.get(f"/cms/snippets/physicians/location/edit/{clinic.pk}/").content.decode()
    assert told in form
    assert "distances are measured from the middle of the ZIP code area" in form
    assert told not in post_clinic(editor, clinic, postal_code="00000", latitude="35.7", longitude="-78.7")


@pytest.mark.parametrize("more", [{}, PUBLISH], ids=["draft", "published"])
def test_an_empty_address_part_is_made_from_the_name(editor, more):
    Condition.objects.create(name="Other", slug="sjogrens-syndrome")
    values = {"name": "Sjögren's syndrome", "slug": "", "body_region": "whole", "lay_phrases": ""}
    assert editor.post("/cms/snippets/physicians/condition/add/", values | more).status_code == 302
    assert Condition.objects.get(name=values["name"]).slug == "sjogrens-syndrome-2"
    place = {"name": "Mill Heron", "slug": "", "phone": "(919) 555-0100", "street": "1 Way", "city": "Raleigh",
             "state": "NC", "postal_code": "27610", "time_zone": "America/New_York"}  # fmt: skip
    assert editor.post("/cms/snippets/physicians/location/add/", place | more).status_code == 302
    assert Location.objects.get(name="Mill Heron").slug == "mill-heron"
