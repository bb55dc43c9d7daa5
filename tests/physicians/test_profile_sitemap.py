import pytest

pytestmark = pytest.mark.django_db


def test_the_sitemap_holds_profiles_and_clinics(client, make_physician, clinic):
    make_physician("Ana", "Lopez")
    make_physician("Bo", "Draft", live=False)
    content = client.get("/sitemap.xml").content.decode()
    for address in ("/find-a-doctor/", "/find-a-doctor/ana-lopez/", "/locations/", "/locations/juniper-clinic/"):
        assert f"<loc>http://testserver{address}</loc>" in content
    assert "bo-draft" not in content
