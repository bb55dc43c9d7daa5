"""Conditions and clinics that are not published are neither shown nor offered, to patients or to staff."""

import datetime

import pytest
from django.template.loader import render_to_string

from appointments.admin.availability.hours_forms import RuleForm
from appointments.admin.background_fields import BackgroundFields
from appointments.admin.select_options import Directory
from appointments.admin.visit_fields import VisitFields
from appointments.answers import FIELDS
from appointments.calendar.free_times import free_times
from appointments.models import AvailabilityRule
from appointments.request_form.forms.condition_form import ConditionForm
from appointments.request_form.forms.visit_form import LocationsForm
from appointments.request_form.prefill import prefill_from
from physicians.cms.verification_queue import VerificationFilters
from physicians.directory_sitemaps import LocationSitemap
from physicians.models import Condition, Location, Physician, Specialty
from physicians.profile_page import read_profile
from physicians.structured_data import of_profile
from spine.checking.destinations import Destinations
from spine.checking.rich_text import Link
from spine.pages.condition_pages import conditions_without_page
from spine.structured_data.hospital_data import hospital as hospital_data
from tests.factories import make_clinic, make_physician

pytestmark = pytest.mark.django_db
DAY = datetime.date(2027, 3, 1)


@pytest.fixture
def condition():
    return Condition.objects.create(name="Zebra", slug="zebra")


@pytest.fixture
def clinic():
    return make_clinic("zebra", city="Zebra")


@pytest.fixture
def physician(condition, clinic):
    zebra = Specialty.objects.create(name="Zebra", practitioner="Zebra", slug="zebra")
    physician = make_physician(slug="ana-lopez", specialties=[zebra], conditions=[condition], locations=[clinic])
    AvailabilityRule.objects.create(
        physician=physician,
        location=clinic,
        weekday=DAY.weekday(),
        starts_at=datetime.time(9),
        ends_at=datetime.time(10),
        effective_from=datetime.date(2026, 1, 1),
        notice_hours=0,
    )
    return physician


def public():
    return Physician.objects.live().with_card().with_profile().get()


CONDITIONS = {
    "the question what it is about": lambda rf, org: ConditionForm().fields["condition"].widget.choices,
    "a link's first answers": lambda rf, org: prefill_from(rf.get("/?condition=zebra")),
    "the desk's entry of a call": lambda rf, org: list(BackgroundFields().fields["condition"].queryset),
    "the conditions without a page": lambda rf, org: list(conditions_without_page()),
}
CLINICS = {
    "the question which clinics suit": lambda rf, org: LocationsForm().fields["locations"].choices,
    "the desk's entry of a call": lambda rf, org: list(VisitFields().fields["locations"].queryset),
    "the desk's selects": lambda rf, org: list(Directory.load().locations.values()),
    "a physician's weekly hours": lambda rf, org: list(RuleForm().fields["location"].queryset),
    "free times": lambda rf, org: (
        free_times(
            Physician.objects.all(), first=DAY, last=DAY, now=datetime.datetime(2027, 2, 1, tzinfo=datetime.UTC)
        )
        and "zebra"
    ),
    "the hospital's clinics for machines": lambda rf, org: hospital_data(org)["department"],
    "where a link may lead": lambda rf, org: (
        "" if Destinations().why_broken(Link("address", "/locations/zebra/"), set()) else "zebra"
    ),
    "the site map": lambda rf, org: list(LocationSitemap().items()),
    "the filter of the queue": lambda rf, org: list(VerificationFilters.base_filters["locations"].queryset.all()),
}
EVERYTHING = {
    "a card": lambda rf, org: render_to_string(
        "physicians/includes/card.html", {"physician": public(), "level": "h3"}
    ),
    "what machines read of a profile": lambda rf, org: of_profile(read_profile(public()), org),
    "a doctor to choose": lambda rf, org: [
        *(each := Physician.objects.with_choice().get()).specialty_names,
        *each.location_names,
    ],
}


@pytest.mark.parametrize(
    ("kinds", "places"),
    [((Condition,), CONDITIONS), ((Location,), CLINICS), ((Condition, Location, Specialty), EVERYTHING)],
)
def test_what_is_unpublished_is_offered_nowhere(physician, hospital, rf, kinds, places):
    assert {name for name, place in places.items() if "zebra" not in str(place(rf, hospital)).lower()} == set()
    for kind in kinds:
        kind.objects.update(live=False)
    assert {name for name, place in places.items() if "zebra" in str(place(rf, hospital)).lower()} == set()


def test_what_a_patient_has_sent_stays_a_choice(condition, clinic):
    Condition.objects.update(live=False)
    Location.objects.update(live=False)
    assert {"condition", "locations"} <= set(FIELDS)
    about = ConditionForm({"condition": "zebra"}, known={"condition": condition})
    where = LocationsForm({"locations": ["zebra"]}, known={"locations": [clinic]})
    assert about.is_valid()
    assert where.is_valid()
    assert (about.cleaned_data["condition"], where.cleaned_data["locations"]) == (condition, [clinic])
