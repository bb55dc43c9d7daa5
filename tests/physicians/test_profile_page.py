import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

pytestmark = pytest.mark.django_db


def content(client, physician):
    response = client.get(physician.get_absolute_url())
    assert response.status_code == 200
    return response.content.decode()


@pytest.fixture
def ana(make_physician, herniated_disk, spanish, clinic):
    return make_physician(
        "Ana",
        "Núñez",
        conditions=[herniated_disk],
        languages=[spanish],
        locations=[clinic],
        offers_virtual_visits=True,
        licensed_states=["NC", "VA"],
        biography="First paragraph.\n\nSecond <b>paragraph</b>.",
        education="Residency, 2012",
        is_sample=True,
    )


def test_a_profile_says_what_a_patient_wants_to_know(client, ana):
    page = content(client, ana)
    for text in (
        "<h1>Ana Núñez, MD</h1>",
        "AN",
        "Neurosurgeon",
        "Herniated disk",
        "Spanish",
        "Juniper Clinic",
        "tel:+1-919-555-0113",
        "Takes new patients",
        "North Carolina, Virginia",
        "<p>First paragraph.</p>",
        "Residency, 2012",
        "Sample profile",
    ):
        assert text in page, text


def test_text_from_the_editor_is_not_markup(client, ana):
    assert "Second &lt;b&gt;paragraph" in content(client, ana)


def test_the_buttons_lead_to_a_request_with_this_doctor(client, ana):
    page = content(client, ana)
    assert 'href="/appointments/request/?doctor=ana-nunez"' in page
    assert 'href="/appointments/request/?doctor=ana-nunez&amp;visit=virtual"' in page


def test_without_virtual_visits_none_can_be_requested(client, make_physician):
    page = content(client, make_physician())
    assert "visit=virtual" not in page.split("<main", 1)[1]
    assert "in person only" in page


def test_one_who_takes_no_new_patients_offers_others(client, ana, make_physician, herniated_disk, scoliosis):
    full = make_physician("Bo", "Full", conditions=[herniated_disk], accepting_new_patients=False)
    make_physician("Cy", "Draft", conditions=[herniated_disk], live=False)
    page = content(client, full)
    assert "Bo Full is not taking new patients now." in page
    assert "doctor=bo-full" not in page
    assert "Request the first available doctor" in page
    assert "Ana Núñez, MD" in page
    assert "Cy Draft" not in page


def test_colleagues_who_share_more_conditions_come_first(make_physician, herniated_disk, scoliosis):
    full = make_physician("Bo", "Full", conditions=[herniated_disk, scoliosis], accepting_new_patients=False)
    make_physician("A", "None")
    make_physician("B", "One", conditions=[scoliosis])
    make_physician("C", "Two", conditions=[herniated_disk, scoliosis])
    assert [colleague.family_name for colleague in full.colleagues()] == ["Two", "One", "None"]


def test_a_profile_that_is_not_live_does_not_exist(client, make_physician):
    draft = make_physician(live=False)
    assert client.get(draft.get_absolute_url()).status_code == 404


@pytest.mark.parametrize("slug", ["no-such-doctor", "x" * 5000, "1"])
def test_an_unknown_address_is_not_found(client, db, slug):
    assert client.get(f"/find-a-doctor/{slug}/").status_code == 404


def test_a_profile_of_real_people_carries_no_sample_flag(client, make_physician):
    assert "Sample profile" not in content(client, make_physician())


def test_a_bare_profile_is_a_whole_page(client, make_physician):
    page = content(client, make_physician(credentials=""))
    assert "No clinic is listed" in page


def test_it_sets_no_cookie_and_takes_few_queries(client, ana, make_physician, herniated_disk):
    full = make_physician("Bo", "Full", conditions=[herniated_disk], accepting_new_patients=False)
    for physician in (ana, full):
        with CaptureQueriesContext(connection) as queries:
            response = client.get(physician.get_absolute_url())
        assert len(queries) <= 12, [query["sql"][:80] for query in queries]
        assert not response.cookies
        assert "Cookie" not in response.headers.get("Vary", "")
