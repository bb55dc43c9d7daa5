import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file

from physicians.models import Condition, Location, Organization, Procedure, Specialty
from physicians.services.next_available import record_next_available
from physicians.templatetags.portraits import TONES, tone

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),  # Wagtail's temporary files
]


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


def test_everything_else_that_an_editor_can_say_is_there_when_it_is_said(client, make_physician, clinic, hospital):
    fusion = Procedure.objects.create(name="Fusion", slug="fusion")
    Location.objects.update(after_hours_phone="+19195550114")
    ana = make_physician(
        locations=[clinic],
        gender="female",
        board_certifications="Neurological surgery, 2014\n\nPain medicine, 2016",
        verified_on=datetime.date(2026, 10, 1),
    )
    ana.procedures.add(fusion)
    ana.save()
    page = content(client, ana)
    for text in (
        "<li>Fusion</li>",
        "<li>Neurological surgery, 2014</li><li>Pain medicine, 2016</li>",
        "Details verified on",
        "October 1, 2026",
        "tel:+1-919-555-0114",
        ana.npi,
    ):
        assert text in page, text
    assert "Woman" not in page
    Organization.objects.update(gender_in_directory=True)
    assert "Woman" in content(client, ana)
    bare = content(client, make_physician())
    assert not [label for label in ("Procedures", "Board cert", "verified on", "Gender") if label in bare]


def test_the_map_is_a_link_that_says_where_it_leads_and_nothing_is_loaded_from_it(client, ana):
    page = content(client, ana)
    assert page.count("openstreetmap.org") == 2  # address and text of one link
    assert 'rel="noreferrer noopener"' in page
    assert "(leaves this site)" in page


def test_what_is_not_published_is_not_on_the_profile(client, ana, herniated_disk):
    fusion = Procedure.objects.create(name="Fusion", slug="fusion")
    ana.procedures.add(fusion)
    ana.save()
    for rows, word in (
        (Condition.objects.filter(pk=herniated_disk.pk), "Herniated disk"),
        (Specialty.objects.all(), "Neurosurgeon"),
        (Location.objects.all(), "Juniper Clinic"),
        (Procedure.objects.all(), "Fusion"),
    ):
        assert word in content(client, ana)
        rows.update(live=False)
        assert word not in content(client, ana), word


@pytest.mark.parametrize(
    ("query", "carried"),
    [
        ("?condition=herniated-disk", "herniated-disk"),
        ("?condition=scoliosis", "scoliosis"),
        ("?condition=hidden", None),
        ("?condition=nothing-like-it", None),
        ("?condition=scoliosis&condition=herniated-disk", None),
        ("?condition=%ed%a0%80", None),
        ("?condition=" + "x" * 5000, None),
        ("", None),
    ],
)
def test_what_a_patient_looks_for_comes_along(client, ana, scoliosis, query, carried):
    Condition.objects.create(name="Hidden", slug="hidden", live=False)
    response = client.get(ana.get_absolute_url() + query)
    page = response.content.decode()
    assert response.status_code == 200
    assert ("You were looking for" in page) == bool(carried)
    request = "/appointments/request/?doctor=ana-nunez"
    assert f'href="{request}{f"&amp;condition={carried}" if carried else ""}"' in page
    assert ("Ana Núñez treats it." in page) == (carried == "herniated-disk")
    assert f'<link rel="canonical" href="http://testserver{ana.get_absolute_url()}">' in page


def test_a_photo_comes_in_several_sizes_with_the_name_and_in_a_list_without(client, make_physician, clinic):
    photo = get_image_model().objects.create(title="IMG_1", file=get_test_image_file(size=(500, 500)))
    ana = make_physician(photo=photo, locations=[clinic])
    page = content(client, ana)
    assert '<source sizes="7.5rem" srcset="/media/images/' in page
    assert 'alt="Ana Lopez"' in page
    assert 'width="360"' in page
    card = client.get(clinic.get_absolute_url()).content.decode()
    assert 'width="240"' in card
    assert 'alt=""' in card


def test_the_color_behind_the_initials_is_always_the_same_and_one_of_few():
    tones = {name: tone(name) for name in map(str, range(200))}
    assert set(tones.values()) == set(range(1, TONES + 1))
    assert tone("Ana Lopez") == tone("Ana Lopez")
    assert tone("\ud800") in tones.values()


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
    photo = get_image_model().objects.create(title="Face", file=get_test_image_file())
    ana.photo = photo
    ana.save()
    record_next_available(starts_of={ana.pk: [timezone.now() + datetime.timedelta(days=1)]}, now=timezone.now())
    full = make_physician("Bo", "Full", conditions=[herniated_disk], accepting_new_patients=False, photo=photo)
    Condition.objects.create(name="Other", slug="other")
    for physician in (ana, full):
        address = f"{physician.get_absolute_url()}?condition=other"
        client.get(address)  # makes the pictures once
        with CaptureQueriesContext(connection) as queries:
            response = client.get(address)
        assert len(queries) <= 12, [query["sql"][:2000] for query in queries]
        assert not response.cookies
        assert "Cookie" not in response.headers.get("Vary", "")
