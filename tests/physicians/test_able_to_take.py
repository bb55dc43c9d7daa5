import pytest

from physicians.models import Physician

pytestmark = pytest.mark.django_db


def able(**kwargs):
    return {physician.family_name for physician in Physician.objects.able_to_take(**kwargs)}


@pytest.fixture
def people(make_physician, herniated_disk):
    make_physician("A", "Clinic", conditions=[herniated_disk])
    make_physician("B", "Video", offers_virtual_visits=True, licensed_states=["NC", "VA"])
    make_physician("C", "Full", accepting_new_patients=False, offers_virtual_visits=True, licensed_states=["NC"])
    make_physician("D", "Draft", live=False, offers_virtual_visits=True, licensed_states=["NC"])


def test_a_visit_in_person_needs_a_published_physician_who_takes_new_patients(people):
    assert able(virtual=False) == {"Clinic", "Video"}


def test_a_virtual_visit_needs_one_who_offers_it(people):
    assert able(virtual=True) == {"Video"}


def test_a_virtual_visit_needs_a_license_where_the_patient_will_be(people):
    assert able(virtual=True, state="VA") == {"Video"}
    assert able(virtual=True, state="TN") == set()


def test_the_state_does_not_count_for_a_visit_in_person(people):
    assert able(virtual=False, state="TN") == {"Clinic", "Video"}


def test_a_condition_narrows_to_those_who_treat_it(people, herniated_disk, scoliosis):
    assert able(virtual=False, condition=herniated_disk) == {"Clinic"}
    assert able(virtual=False, condition=scoliosis) == set()


def why_not(family_name, **kwargs):
    return Physician.objects.get(family_name=family_name).why_not(**kwargs)


def test_nothing_stands_against_those_who_can(people):
    assert why_not("Clinic", virtual=False, state="TN") is None
    assert why_not("Video", virtual=True, state="NC") is None
    assert why_not("Video", virtual=True) is None


def test_each_obstacle_has_its_own_sentence(people):
    assert why_not("Full", virtual=False) == "C Full is not taking new patients."
    assert why_not("Clinic", virtual=True) == "A Clinic does not offer virtual visits."
    assert "licensed" in why_not("Video", virtual=True, state="TN")
    assert "Tennessee" in why_not("Video", virtual=True, state="TN")
    assert "no longer in our directory" in why_not("Draft", virtual=False)


def test_the_sentence_and_the_query_always_agree(people):
    for virtual in (True, False):
        for state in (None, "NC", "TN", "ZZ"):
            in_words = {
                physician.family_name
                for physician in Physician.objects.all()
                if physician.why_not(virtual=virtual, state=state) is None
            }
            assert in_words == able(virtual=virtual, state=state)
