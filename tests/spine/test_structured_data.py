"""What search engines read: valid types and properties of schema.org, from the fields that the page shows."""

import datetime
import json
import re

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model
from wagtail.models import Page, PageViewRestriction

from physicians.models import BodyRegion, Condition, Language, Location, Physician
from physicians.structured_data import script
from spine.models import Attestation, ConditionPage
from tests.factories import make_clinic, make_physician, neurosurgery

from .approving import publish

pytestmark = pytest.mark.usefixtures("content", "hospital")

# schema.org 28: the properties that we use, by the type that has them; a type has those of its parents too.
PARENTS = {
    "Thing": (),
    "CreativeWork": ("Thing",),
    "WebPage": ("CreativeWork",),
    "MedicalWebPage": ("WebPage",),
    "CollectionPage": ("WebPage",),
    "MedicalEntity": ("Thing",),
    "MedicalCondition": ("MedicalEntity",),
    "MedicalSymptom": ("MedicalCondition",),
    "MedicalTherapy": ("MedicalEntity",),
    "AnatomicalStructure": ("MedicalEntity",),
    "Person": ("Thing",),
    "Place": ("Thing",),
    "Organization": ("Thing",),
    "MedicalOrganization": ("Organization",),
    "MedicalClinic": ("MedicalOrganization", "Place"),
    "Hospital": ("MedicalOrganization", "Place"),
    "Physician": ("MedicalOrganization", "Place"),
    "PostalAddress": ("Thing",),
    "ContactPoint": ("Thing",),
    "GeoCoordinates": ("Thing",),
    "PropertyValue": ("Thing",),
    "BreadcrumbList": ("Thing",),
    "ListItem": ("Thing",),
}
PROPERTIES = {
    "Thing": {"name", "description", "url", "image", "mainEntityOfPage", "identifier"},
    "CreativeWork": {"inLanguage", "datePublished", "dateModified", "publisher", "about", "mainEntity"},
    "WebPage": {"lastReviewed", "reviewedBy"},
    "MedicalCondition": {"signOrSymptom", "possibleTreatment", "associatedAnatomy"},
    "Person": {"honorificSuffix"},
    "Place": {"geo", "address", "telephone"},
    "Organization": {
        "telephone", "email", "address", "contactPoint", "department", "location", "parentOrganization",
        "knowsLanguage", "knowsAbout",
    },
    "MedicalOrganization": {"isAcceptingNewPatients"},
    "Physician": {"hospitalAffiliation", "usNPI"},
    "PropertyValue": {"propertyID", "value"},
    "PostalAddress": {"streetAddress", "addressLocality", "addressRegion", "postalCode", "addressCountry"},
    "ContactPoint": {"contactType", "telephone"},
    "GeoCoordinates": {"latitude", "longitude"},
    "BreadcrumbList": {"itemListElement"},
    "ListItem": {"position", "item"},
}  # fmt: skip
# What a property may hold, where that is no text.
RANGES = {
    "publisher": {"Hospital"},
    "mainEntity": {"MedicalCondition", "MedicalTherapy"},
    "about": {"MedicalCondition"},
    "reviewedBy": {"Person"},
    "signOrSymptom": {"MedicalSymptom"},
    "possibleTreatment": {"MedicalTherapy"},
    "associatedAnatomy": {"AnatomicalStructure"},
    "address": {"PostalAddress"},
    "geo": {"GeoCoordinates"},
    "contactPoint": {"ContactPoint"},
    "department": {"MedicalClinic"},
    "location": {"MedicalClinic"},
    "parentOrganization": {"Hospital"},
    "hospitalAffiliation": {"Hospital"},
    "identifier": {"PropertyValue"},
    "itemListElement": {"ListItem"},
}


def allowed(kind):
    """Return the properties of a type with those of its parents."""
    return PROPERTIES.get(kind, set()).union(*map(allowed, PARENTS[kind]))


def problems(node, types):
    """Return what schema.org does not know of a node and of those in it; `types`: of all nodes by @id."""
    kind = node["@type"]
    found = [f"{kind}.{name}" for name in node if not name.startswith("@") and name not in allowed(kind)]
    for name, value in node.items():
        for each in value if isinstance(value, list) else [value]:
            if each in (None, "", [], {}):
                found.append(f"{kind}.{name} is empty")
            if isinstance(each, dict):
                within = each.get("@type") or types[each["@id"]]
                if within not in RANGES[name]:
                    found.append(f"{kind}.{name} holds {within}")
                if "@type" in each:
                    found += problems(each, types)
            elif name in RANGES:
                found.append(f"{kind}.{name} holds a text")
    return found


@pytest.fixture
def nodes(client):
    """A function that returns the nodes of an address by type, once all of them are found valid."""

    def fetch(address):
        page = BeautifulSoup(client.get(address).content, "html.parser")
        (element,) = page.select('script[type="application/ld+json"]')
        data = json.loads(element.string)
        assert data["@context"] == "https://schema.org"
        types = {node["@id"]: node["@type"] for node in data["@graph"] if "@id" in node}
        assert [problem for node in data["@graph"] for problem in problems(node, types)] == []
        return {node["@type"]: node for node in data["@graph"]}

    return fetch


@pytest.fixture
def physician(db):
    return make_physician(
        npi="1000000004",
        slug="ana-lopez",
        biography="Kind.",
        specialties=[neurosurgery()],
        languages=[Language.objects.create(code="es", name="Spanish")],
        locations=[clinic()],
    )


def clinic(**values):
    cary = {
        "slug": "cary",
        "name": "Cary Clinic",
        "city": "Cary",
        "latitude": 35.7,
        "longitude": -78.7,
        "phone": "+19195550113",
    }
    return make_clinic(**(cary | values))


def review(page, physician):
    Attestation.objects.create(
        page=page,
        reviewed_on=datetime.date(2026, 6, 1),
        reviewed_by=physician,
        next_review_due=datetime.date(2027, 6, 1),
        recorded_by=get_user_model().objects.create(email="records@example.com"),
    )


def test_a_condition_is_described_by_its_own_fields(nodes):
    Condition.objects.filter(slug="tumors-of-the-spine").update(body_region=BodyRegion.CERVICAL)
    found = nodes("/conditions/tumors-of-the-spine/")
    assert list(found) == ["MedicalWebPage", "MedicalCondition", "BreadcrumbList"]
    condition = found["MedicalCondition"]
    assert condition["name"] == "Tumors of the spine"
    assert condition["associatedAnatomy"]["name"] == "Cervical spine"
    assert [symptom["name"] for symptom in condition["signOrSymptom"]][:2] == ["Back pain", "Numbness or weakness"]
    assert {treatment["url"] for treatment in condition["possibleTreatment"]} == {
        "http://testserver/treatments/en-bloc-resection/",
        "http://testserver/treatments/decompression-and-stabilization/",
    }
    assert found["MedicalWebPage"]["mainEntity"] == {"@id": condition["@id"]}
    assert found["MedicalWebPage"]["publisher"]["name"] == "WakeMed Spine"
    assert [step["item"] for step in found["BreadcrumbList"]["itemListElement"]] == [
        "http://testserver/",
        "http://testserver/conditions/",
        "http://testserver/conditions/tumors-of-the-spine/",
    ]


def test_a_treatment_that_nobody_may_open_is_not_named(nodes):
    Page.objects.get(slug="en-bloc-resection").unpublish()
    other = Page.objects.get(slug="decompression-and-stabilization")
    PageViewRestriction.objects.create(page=other, restriction_type=PageViewRestriction.LOGIN)
    assert "possibleTreatment" not in nodes("/conditions/tumors-of-the-spine/")["MedicalCondition"]


def test_the_last_review_is_told_with_its_physician_and_a_sample_review_is_not(nodes, physician):
    page = ConditionPage.objects.get()
    assert "lastReviewed" not in nodes(page.url)["MedicalWebPage"]
    review(page, physician)
    told = nodes("/conditions/tumors-of-the-spine/")["MedicalWebPage"]
    assert told["lastReviewed"] == "2026-06-01"
    assert told["reviewedBy"] == {
        "@type": "Person",
        "name": "Ana Lopez",
        "honorificSuffix": "MD",
        "url": "http://testserver/find-a-doctor/ana-lopez/",
    }
    Physician.objects.update(is_sample=True)
    assert not {"lastReviewed", "reviewedBy"} & set(nodes("/conditions/tumors-of-the-spine/")["MedicalWebPage"])


def test_a_treatment_names_what_it_is_for(nodes):
    found = nodes("/treatments/en-bloc-resection/")
    assert list(found) == ["MedicalWebPage", "MedicalTherapy", "BreadcrumbList"]
    assert found["MedicalWebPage"]["about"] == [{"@type": "MedicalCondition", "name": "Tumors of the spine"}]


def test_home_tells_of_the_hospital_and_of_its_clinics(nodes):
    clinic()
    clinic(name="Invented Clinic", slug="invented", is_sample=True, latitude=None, longitude=None)
    found = nodes("/")
    assert list(found) == ["WebPage", "Hospital"]
    assert found["Hospital"]["address"]["postalCode"] == "27610"
    assert found["Hospital"]["contactPoint"]["telephone"] == "+1 919-555-0100"
    assert [place["name"] for place in found["Hospital"]["department"]] == ["Cary Clinic"]


@pytest.mark.parametrize("address", ["/conditions/", "/treatments/", "/visitors/", "/accessibility/"])
def test_other_pages_say_what_they_are_and_where(nodes, address):
    assert list(nodes(address)) == ["CollectionPage" if address in ("/conditions/", "/treatments/") else "WebPage",
                                    "BreadcrumbList"]  # fmt: skip


def test_profiles_and_clinics_are_described_and_invented_ones_only_placed(nodes, physician):
    found = nodes("/find-a-doctor/ana-lopez/")["Physician"]
    assert (found["name"], found["knowsLanguage"], found["knowsAbout"]) == ("Ana Lopez, MD", ["es"], ["Neurosurgery"])
    assert found["usNPI"] == found["identifier"]["value"] == "1000000004"
    (place,) = found["location"]
    assert (place["url"], place["telephone"]) == ("http://testserver/locations/cary/", "+1 919-555-0113")
    assert place["geo"] == {"@type": "GeoCoordinates", "latitude": 35.7, "longitude": -78.7}
    assert nodes("/locations/cary/")["MedicalClinic"]["geo"]["latitude"] == 35.7
    assert list(nodes("/locations/")) == list(nodes("/find-a-doctor/")) == ["BreadcrumbList"]
    Physician.objects.update(is_sample=True)
    Location.objects.update(is_sample=True)
    assert list(nodes("/find-a-doctor/ana-lopez/")) == list(nodes("/locations/cary/")) == ["BreadcrumbList"]


def test_no_text_breaks_out_of_the_script():
    hostile = "</script><!--<script>\u2028\u2029&amp;\ud800"
    html = script([{"@type": "Thing", "name": hostile}])
    inside = re.fullmatch(r'<script type="application/ld\+json">(.*)</script>', html).group(1)
    assert not set(inside) & set("<>&\u2028\u2029")
    assert json.loads(inside)["@graph"][0]["name"] == hostile


def test_a_title_with_markup_stays_a_title(nodes, client):
    page = Page.objects.get(slug="visitors").specific
    page.title = "Visitors </script><b>&"
    publish(page)
    assert nodes("/visitors/")["WebPage"]["name"] == "Visitors </script><b>&"
    assert 'og:title" content="Visitors &lt;/script&gt;&lt;b&gt;&amp;"' in client.get("/visitors/").content.decode()
