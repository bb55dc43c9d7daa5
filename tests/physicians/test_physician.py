import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from physicians.models import Physician

pytestmark = pytest.mark.django_db


def test_the_name_carries_the_credentials(make_physician):
    assert make_physician().display_name == "Ana Lopez, MD"
    assert make_physician("Bo", "Berg", credentials="").display_name == "Bo Berg"


def test_initials_stand_in_for_a_photograph(make_physician):
    assert make_physician("Émile", "o'Hara").initials == "ÉO"


def test_an_empty_address_part_is_made_from_the_name(make_physician):
    assert make_physician("Søren", "Núñez-O'Brien").slug == "soren-nunez-obrien"


def test_two_people_of_the_same_name_get_two_addresses(make_physician):
    assert [make_physician().slug, make_physician().slug] == ["ana-lopez", "ana-lopez-2"]


def test_a_name_in_another_script_still_gets_an_address(make_physician):
    assert make_physician("小美", "钱").slug


def test_the_reserved_address_is_refused_in_words(make_physician):
    with pytest.raises(ValidationError) as refused:
        make_physician(slug="suggest")
    assert "Choose another" in refused.value.message_dict["slug"][0]


@pytest.mark.parametrize("slug", ["suggest", ""])
def test_the_database_refuses_an_address_that_cannot_be_opened(make_physician, slug):
    physician = make_physician()
    with pytest.raises(IntegrityError, match="physician_slug_is_usable"), transaction.atomic():
        Physician.objects.filter(pk=physician.pk).update(slug=slug)


def test_virtual_visits_without_a_license_are_refused_at_the_field(make_physician):
    with pytest.raises(ValidationError) as refused:
        make_physician(offers_virtual_visits=True)
    assert list(refused.value.message_dict) == ["licensed_states"]


def test_the_database_refuses_virtual_visits_without_a_license(make_physician):
    physician = make_physician()
    with pytest.raises(IntegrityError, match="physician_virtual_visits_need_a_license"), transaction.atomic():
        Physician.objects.filter(pk=physician.pk).update(offers_virtual_visits=True)


def test_an_unknown_state_is_refused(make_physician):
    with pytest.raises(ValidationError):
        make_physician(licensed_states=["NC", "ZZ"])


def test_an_npi_belongs_to_one_physician(make_physician):
    first = make_physician()
    with pytest.raises(IntegrityError), transaction.atomic():
        Physician.objects.create(npi=first.npi, slug="other", given_name="A", family_name="B")
