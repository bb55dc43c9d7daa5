import pytest

from physicians.models import Physician

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("loaded_directory")]

ADDRESS = "/find-a-doctor/suggest/"


def suggestions(client, text):
    response = client.get(ADDRESS, {"q": text})
    assert response.status_code == 200
    assert response["Content-Type"] == "application/json"
    return [(found["kind"], found["label"], found["url"]) for found in response.json()["suggestions"]]


def test_a_beginning_suggests_physicians_specialties_and_conditions(client):
    assert ("physician", "Tomás Núñez, MD, PhD", "/find-a-doctor/tomas-nunez/") in suggestions(client, "nu")
    assert ("condition", "Scoliosis", "/find-a-doctor/?q=Scoliosis#results") in suggestions(client, "scol")
    assert ("specialty", "Neurology", "/find-a-doctor/?q=Neurology#results") in suggestions(client, "neurol")


def test_a_patients_word_suggests_the_condition(client):
    assert suggestions(client, "slipped di")[0][1] == "Herniated disk"


def test_there_are_at_most_eight(client):
    assert len(suggestions(client, "sp")) == 8


def test_nothing_is_suggested_for_next_to_nothing(client):
    for text in ("", "s", "-", "%", "_", "\\", "💀", "x" * 100_000, "<a@b>", "'"):
        assert suggestions(client, text) == [], text[:10]


def test_drafts_are_not_suggested(client):
    Physician.objects.filter(family_name="Núñez").update(live=False)
    assert suggestions(client, "nunez") == []


def test_it_sets_no_cookie(client):
    response = client.get(ADDRESS, {"q": "spine"})
    assert not response.cookies
    assert "Cookie" not in response.headers.get("Vary", "")
