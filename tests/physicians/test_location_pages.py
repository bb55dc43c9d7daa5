import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from physicians.clinic_page import PHYSICIANS_SHOWN
from physicians.models import Location

pytestmark = pytest.mark.django_db


def test_the_index_lists_every_clinic(client, clinic):
    page = client.get("/locations/").content.decode()
    assert 'href="/locations/juniper-clinic/"' in page
    assert "75 Juniper Court" in page
    assert "tel:+1-919-555-0113" in page


def test_the_index_without_clinics_is_a_page(client, db):
    assert "No location is published" in client.get("/locations/").content.decode()


def test_a_clinic_says_how_to_get_there(client, clinic):
    page = client.get("/locations/juniper-clinic/").content.decode()
    for text in ("75 Juniper Court", "Cary, NC 27518", "8 am to 5 pm", "Free parking in front.", "A ramp leads"):
        assert text in page, text


def test_a_clinic_lists_its_published_physicians(client, clinic, make_physician):
    make_physician("Ana", "Here", locations=[clinic])
    make_physician("Bo", "Elsewhere")
    make_physician("Cy", "Draft", locations=[clinic], live=False)
    page = client.get("/locations/juniper-clinic/").content.decode()
    assert "Ana Here, MD" in page
    assert "Elsewhere" not in page
    assert "Cy Draft" not in page


def test_every_way_to_reach_a_clinic_is_there(client, clinic):
    assert "Fax" not in client.get("/locations/juniper-clinic/").content.decode()
    Location.objects.update(
        after_hours_phone="+19195550114", fax="+19195550115", hours="Monday, 8 to 5\nFriday, 8 to 1"
    )
    page = client.get("/locations/juniper-clinic/").content.decode()
    for text in ("tel:+1-919-555-0114", "(919) 555-0115", "<p>Monday, 8 to 5</p><p>Friday, 8 to 1</p>"):
        assert text in page, text


def test_a_clinic_of_many_shows_the_first_and_leads_to_the_others(client, clinic, make_physician):
    for number in range(PHYSICIANS_SHOWN):
        make_physician("A", f"Name{number:02}", locations=[clinic])
    link = '/find-a-doctor/?location=juniper-clinic"'
    assert link not in client.get("/locations/juniper-clinic/").content.decode()
    make_physician("Z", "Zlast", locations=[clinic])
    page = client.get("/locations/juniper-clinic/").content.decode()
    assert link in page
    assert "A Name23, MD" in page
    assert "Z Zlast" not in page


def test_a_clinic_that_is_not_published_does_not_exist(client, clinic):
    Location.objects.update(live=False)
    assert client.get("/locations/juniper-clinic/").status_code == 404
    for address in ("/locations/", "/sitemap.xml"):
        assert "uniper" not in client.get(address).content.decode()


def test_the_map_is_a_link_and_nothing_is_loaded_from_it(client, clinic):
    page = client.get("/locations/juniper-clinic/").content.decode()
    assert page.count("openstreetmap.org") == 2  # address and text of one link
    assert 'rel="noreferrer noopener"' in page
    assert "mlat=35.73" in page


def test_a_clinic_without_coordinates_is_searched_on_the_map(clinic):
    clinic.latitude = clinic.longitude = None
    address, around = clinic.map_url.split("#")
    assert address.endswith("/search?query=75+Juniper+Court%2C+Cary%2C+NC+27518")
    assert around.startswith("map=13/35.7")  # around Cary; the middle of a ZIP code area gets no mark
    assert "mlat" not in address


def test_a_clinic_whose_place_is_unknown_is_only_searched_on_the_map(clinic):
    clinic.latitude = clinic.longitude = None
    clinic.postal_code = "00000"
    assert "query=75+Juniper+Court" in clinic.map_url
    assert "#" not in clinic.map_url


@pytest.mark.parametrize("slug", ["nowhere", "x" * 5000])
def test_an_unknown_clinic_is_not_found(client, db, slug):
    assert client.get(f"/locations/{slug}/").status_code == 404


def test_it_sets_no_cookie_and_takes_few_queries(client, clinic, make_physician):
    for number in range(5):
        make_physician("Ana", f"Name{number}", locations=[clinic])
    for address in ("/locations/", "/locations/juniper-clinic/"):
        with CaptureQueriesContext(connection) as queries:
            response = client.get(address)
        assert len(queries) <= 12
        assert not response.cookies
        assert "Cookie" not in response.headers.get("Vary", "")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("postal_code", "2751"),
        ("postal_code", "27518-1"),
        ("time_zone", "Mars/Base"),
        ("state", "ZZ"),
        ("phone", "12"),
    ],
)
def test_a_wrong_value_is_refused_at_its_field(clinic, field, value):
    setattr(clinic, field, value)
    with pytest.raises(ValidationError) as refused:
        clinic.full_clean()
    assert list(refused.value.message_dict) == [field]


def test_a_zip_code_may_begin_with_a_zero(clinic):
    clinic.postal_code = "02139"
    clinic.full_clean()


@pytest.mark.parametrize("values", [{"latitude": 91.0}, {"longitude": None}, {"longitude": -181.0}])
def test_the_database_refuses_a_place_that_is_not_on_earth(clinic, values):
    with pytest.raises(IntegrityError), transaction.atomic():
        Location.objects.filter(pk=clinic.pk).update(**values)
