"""What patients type, and which physicians it finds, over the sample directory."""

import pytest
from django.http import QueryDict
from django.utils.http import urlencode

from physicians.models import Physician
from physicians.search.directory_search import open_directory
from physicians.search.results import pagination

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("loaded_directory")]


@pytest.fixture(autouse=True)
def everybody_on_one_page(monkeypatch):
    monkeypatch.setattr(pagination, "PER_PAGE", 100)


def page(text, **parameters):
    return open_directory(QueryDict(urlencode({"q": text, **parameters}, doseq=True)))


def people(text):
    """Return the family names found, the best first, and what the page says about the search."""
    found = page(text)
    return [card.physician.family_name for card in found.cards], found.notes


def reasons(text, family_name):
    return next(card.reasons for card in page(text).cards if card.physician.family_name == family_name)


def first_found(text):
    return page(text).cards[0].physician


def test_a_patients_words_find_those_who_treat_it_first():
    meant = {
        "slipped disk": "herniated-disk",
        "slipped disc": "herniated-disk",
        "bulging disks": "herniated-disk",
        "spine tumour": "tumors-of-the-spine",
        "cancer that spread to my spine": "metastatic-cancer-to-the-spine",
        "narrowing of the spine": "spinal-stenosis",
        "my legs hurt when I walk": "spinal-stenosis",
        "pinched nerve in the neck": "cervical-radiculopathy",
        "curved spine": "scoliosis",
        "cauda equina": "cauda-equina-syndrome",  # its signs bring the 911 card, and no doctors
        "broken vertebra": "compression-fracture",
        "clumsy hands, dropping things": "myelopathy",
        "I need someone for my bad back": "low-back-pain",
        "headache when coughing": "chiari-malformation",
    }
    treated = {text: {condition.slug for condition in first_found(text).conditions.all()} for text in meant}
    assert not {text: treated[text] for text, condition in meant.items() if condition not in treated[text]}


def test_lay_words_for_a_specialty_find_it_first():
    meant = {
        "nerve doctor": "neurology",
        "brain and spine surgeon": "neurosurgery",
        "medical oncologist": "medical-oncology",
        "radiation": "radiation-oncology",
        "pain management": "pain-medicine",
        "physiatrist": "physical-medicine-and-rehabilitation",
        "neurosurgeons": "neurosurgery",
    }
    practiced = {text: {specialty.slug for specialty in first_found(text).specialties.all()} for text in meant}
    assert not {text: practiced[text] for text, specialty in meant.items() if specialty not in practiced[text]}


def test_a_name_is_found_however_it_is_written():
    written = {
        "O'Hanrahan": ["O'Hanrahan", "O\u2019Hanrahan", "ohanrahan", "o hanrahan", "hanrahan"],
        "Okonkwo-Reyes": ["okonkwo", "reyes", "okonkwo reyes", "Okonkwo-Reyes", "okonkworeyes"],
        "Núñez": ["Nunez", "NÚÑEZ", "nu\u0301n\u0303ez", "Tomas Nunez"],
        "Sørlund": ["sorlund", "soerlund", "Sørlund"],
        "Trịnh": ["bao trinh", "Trịnh"],
        "D'Almeida-Nkosi": ["D'Almeida", "dalmeida nkosi", "nkosi"],
        "Al-Khouri": ["khouri", "al khouri"],
        "An": ["hye jin", "Hye-jin An"],
    }
    for family_name, texts in written.items():
        for text in texts:
            assert people(text) == ([family_name], []), text


def test_a_name_that_is_a_small_word_comes_first():
    meant = {"Dr. An": "An", "do": "Do", "Will": "Sandoval-Price", "dr do neurologist": "Do"}
    assert {text: people(text)[0][0] for text in meant} == meant


def test_a_misspelt_name_is_found_and_said_to_be_similar():
    meant = {
        "venkatraghavan": "Venkataraghavan",
        "wisnieka": "Wiśniecka",
        "Tilingham": "Tillingham",
        "hanrahen": "O'Hanrahan",
        "sorlunnd": "Sørlund",
        "Arakwaa": "Arakawa",
        "deshval": "Deshwal",
    }
    for text, family_name in meant.items():
        found, notes = people(text)
        assert found == [family_name], text
        assert "We looked for" in notes[0]
        assert reasons(text, family_name) == ["Name is similar to what you typed"]


def test_a_misspelt_condition_is_found():
    assert set(people("scolosis")[0]) == {"Tillingham", "An"}


def test_the_beginning_of_a_word_is_enough_and_no_mistake():
    found, notes = people("neurosurg")
    assert len(found) == 5
    assert notes == []


def test_every_result_says_why_it_is_there():
    for text in ("slipped disk", "nerve", "spanish neurosurgeon", "pain in Cary", "Nunez", "scolosis", "sports"):
        cards = page(text).cards
        assert cards, text
        assert all(card.reasons for card in cards), text


def test_the_reason_names_the_condition_and_what_was_typed():
    assert reasons("slipped disk", "Arakawa") == ["Treats herniated disk; you typed “slipped disk”"]
    assert reasons("herniated disk", "Arakawa") == ["Treats herniated disk"]


def test_each_word_gets_its_reason():
    assert reasons("spanish speaking neurosurgeon", "Núñez") == ["Visits in Spanish", "Neurosurgeon"]
    assert reasons("scoliosis Cary", "An") == ["Treats scoliosis", "Sees patients at Juniper Ridge Clinic, Cary"]


def test_all_words_have_to_fit_the_same_doctor():
    assert people("stenosis spanish")[0] == ["Quiñonero"]


def test_when_no_one_fits_all_words_those_who_fit_some_are_shown_and_the_page_says_so():
    found, notes = people("scoliosis radiation")
    assert "Tillingham" in found
    assert "Halvorsrud" in found
    assert notes == ["Doctors who fit most of this come first."]


def test_a_word_that_fits_nothing_is_left_out_and_named():
    found, notes = people("xyzzyplugh scoliosis")
    assert set(found) == {"Tillingham", "An"}
    assert notes == ["We left out “xyzzyplugh”: nothing in the directory fits it."]


def test_nothing_is_found_for_words_that_fit_nothing():
    assert people("xyzzyplugh") == ([], ["Nothing in the directory fits “xyzzyplugh”."])


def test_a_text_without_a_word_that_counts_means_everybody_and_says_so():
    everybody = Physician.objects.live().count()
    for text in ("the", "doctor near me", "-", "💀", "<a@b>"):
        found, notes = people(text)
        assert len(found) == everybody, text
        assert len(notes) == 1, text


def test_a_zip_code_finds_those_who_work_there():
    found, _ = people("27518")
    assert "An" in found


def test_only_published_physicians_are_found():
    Physician.objects.filter(family_name="Núñez").update(live=False)
    assert people("nunez")[0] == []
    assert "Núñez" not in people("neurosurgeon")[0]


def test_a_recognized_word_is_a_tag_that_comes_off_with_the_small_words_around_it():
    def tags(text):
        return [(tag.label, tag.typed, tag.remove) for tag in page(text).tags]

    assert tags("my scoliosis and a spanish speaking doctor") == [
        ("Scoliosis", "", "?q=spanish"),
        ("Spanish", "", "?q=scoliosis"),
    ]
    assert tags("dr do neurologist") == [("Name: do", "", "?q=neurologist"), ("Neurology", "neurologist", "?q=do")]
    assert tags("slipped disc") == [("Herniated disk", "slipped disc", "?")]
