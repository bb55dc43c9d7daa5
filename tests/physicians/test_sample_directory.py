from datetime import timedelta

import pytest
from django.utils import timezone

from physicians import sample_content
from physicians.models import (
    Condition,
    Language,
    Location,
    Organization,
    Physician,
    Procedure,
    SearchTerm,
    Specialty,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("loaded_directory")]

MODELS = (Condition, Language, Location, Organization, Physician, Procedure, Specialty)
VOCABULARY = (Condition, Language, Procedure, Specialty)


def test_there_is_as_much_as_promised():
    assert Physician.objects.live().count() >= 24
    assert Specialty.objects.filter(physicians__isnull=False).distinct().count() == 8
    assert Location.objects.filter(physicians__isnull=False).distinct().count() == 6
    assert Condition.objects.count() >= 20
    assert Procedure.objects.count() == 20
    assert Language.objects.filter(physicians__isnull=False).distinct().count() == 15


def test_every_phrase_says_something_that_no_other_of_the_same_thing_says():
    phrases = {
        (model._meta.model_name, row.pk, phrase)
        for model in VOCABULARY
        for row in model.objects.all()
        for phrase in row.lay_phrases
    }
    found = set(SearchTerm.objects.filter(official=False).values_list("kind", "target", "phrase"))
    assert phrases - found == set()
    assert len(phrases) >= 450


def test_what_may_be_several_things_stands_with_each_of_them():
    meant = {
        "pinched nerve": {"herniated-disk", "sciatica", "cervical-radiculopathy"},
        "legs hurt": {"sciatica", "spinal-stenosis"},
        "cancer in the spine": {"tumors-of-the-spine", "metastatic-cancer-to-the-spine"},
    }
    for phrase, slugs in meant.items():
        found = Condition.objects.filter(lay_phrases__contains=[phrase]).values_list("slug", flat=True)
        assert set(found) == slugs, phrase


def test_every_row_is_valid():
    for model in MODELS:
        for row in model.objects.all():
            row.full_clean()


def test_a_second_run_changes_nothing():
    before = {model: list(model.objects.order_by("pk").values()) for model in MODELS}
    sample_content.load()
    assert before == {model: list(model.objects.order_by("pk").values()) for model in MODELS}


def test_what_an_editor_has_changed_stays():
    Physician.objects.filter(slug="tomas-nunez").update(slug="tomas", given_name="Tom")
    Condition.objects.filter(slug="sciatica").update(slug="sciatic-pain")
    Specialty.objects.filter(slug="neurology").update(name="Nerve medicine")
    counts = [model.objects.count() for model in MODELS]
    sample_content.load()
    assert counts == [model.objects.count() for model in MODELS]


def test_nobody_is_real():
    assert not Physician.objects.filter(is_sample=False).exists()
    assert not Location.objects.filter(is_sample=False).exists()
    assert not Physician.objects.exclude(npi__startswith="1000").exists()
    lines = ("phone", "after_hours_phone", "fax")
    phones = {str(number) for numbers in Location.objects.values_list(*lines) for number in numbers}
    phones |= {str(number) for number in Organization.objects.values_list("appointment_phone", "main_phone")[0]}
    assert all("555-01" in phone for phone in phones), phones
    assert Organization.objects.get().email.endswith("@example.com")


def test_the_tumor_page_finds_its_condition():
    assert Condition.objects.get(slug="tumors-of-the-spine").name == "Tumors of the spine"


def test_every_condition_has_someone_who_takes_new_patients():
    for condition in Condition.objects.all():
        assert Physician.objects.able_to_take(virtual=False, condition=condition).exists(), condition


def test_every_procedure_is_done_by_someone_who_takes_new_patients():
    doing = Procedure.objects.filter(physicians__in=Physician.objects.able_to_take(virtual=False))
    assert set(Procedure.objects.all()) == set(doing)


def test_everybody_does_something_and_is_certified():
    assert not Physician.objects.filter(procedures__isnull=True).exists()
    lines = [
        line for text in Physician.objects.values_list("board_certifications", flat=True) for line in text.split("\n")
    ]
    assert all("Sample Board of Physicians" in line for line in lines)
    assert all(int(line.rsplit(" ", 1)[1]) <= timezone.localdate().year for line in lines)


def test_four_profiles_wait_to_be_verified_again():
    long_ago = timezone.localdate() - timedelta(days=90)
    assert Physician.objects.filter(verified_on__lt=long_ago).count() == 4
    assert not Physician.objects.filter(verified_on__isnull=True).exists()


def test_some_take_no_new_patients_and_some_offer_no_virtual_visits():
    assert Physician.objects.filter(accepting_new_patients=False).exists()
    assert Physician.objects.filter(offers_virtual_visits=False).exists()
    assert Physician.objects.able_to_take(virtual=True, state="TN").exists()


def test_every_profile_opens(client):
    for physician in Physician.objects.all():
        response = client.get(physician.get_absolute_url())
        assert response.status_code == 200
        assert "Sample profile" in response.content.decode()
