"""What clinicians write of a spine in danger is found, and what they write every day isn't."""

import pytest

from physicians.danger import find_clinician_signs, find_danger

from .clinician_phrases import CALM, DANGEROUS
from .danger_phrases import CALM as CALM_OF_PATIENTS

MOST_FALSE = 1


def test_none_is_missed():
    assert [phrase for phrase in DANGEROUS if not find_clinician_signs(phrase)] == []


def test_hardly_any_calm_phrase_is_raised():
    assert len(DANGEROUS) + len(CALM) >= 40
    assert len([phrase for phrase in CALM if find_clinician_signs(phrase)]) <= MOST_FALSE


def test_patients_calm_words_stay_calm():
    raised = [phrase for phrase in CALM_OF_PATIENTS if find_clinician_signs(phrase)]
    assert len(raised) <= len(CALM_OF_PATIENTS) // 100


@pytest.mark.parametrize(
    ("text", "is_raised"),
    [
        ("T8 lesion, no gait trouble", False),
        ("No weakness. T8 lesion, unsteady gait", True),
        ("T8 leison, gait truoble", True),
        ("no evidence of myelopathy or cord compression", False),
        ("hip fracture, unstable gait with cane", False),
        ("Skin lesion on the back, weak cough", False),
    ],
)
def test_a_lesion_counts_beside_a_deficit_that_is_not_denied(text, is_raised):
    assert bool(find_clinician_signs(text)) is is_raised


def test_no_card_comes_of_them(db):
    assert not find_danger("T8 lesion, gait trouble")
