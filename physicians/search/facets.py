"""The facets of the directory, in their order on the page. docs/how-to/add-a-facet.md says how to add one."""

from django.utils.translation import gettext_lazy as _

from physicians.models import Organization

from .facet_kinds import ChoiceFacet, Facet, VocabularyFacet, YesNoFacet

AVAILABILITY = _("Availability")
DOCTORS = frozenset(
    (
        "doctor", "doctors", "dr", "doc", "docs", "physician", "physicians", "surgeon", "surgeons", "neurosurgeon",
        "neurologist", "specialist", "specialists", "provider", "providers", "therapist",
    )
)  # fmt: skip

FACETS: list[Facet] = [
    VocabularyFacet(
        name="specialty",
        field="specialties",
        label=_("Specialty"),
        is_medical=True,
        unreadable=_("We didn't recognize a specialty in this link, so we left it out."),
        detail_field="practitioner",
    ),
    VocabularyFacet(
        name="condition",
        field="conditions",
        label=_("Condition"),
        is_medical=True,
        unreadable=_("We didn't recognize a condition in this link, so we left it out."),
        reason=_("Treats %(phrase)s"),
    ),
    VocabularyFacet(
        name="procedure",
        field="procedures",
        label=_("Procedure"),
        is_medical=True,
        unreadable=_("We didn't recognize a procedure in this link, so we left it out."),
        reason=_("Offers %(phrase)s"),
    ),
    VocabularyFacet(
        name="location",
        field="locations",
        label=_("Location"),
        is_open=True,
        unreadable=_("We didn't recognize a location in this link, so we left it out."),
        detail_field="city",
        reason=_("Sees patients at %(name)s, %(detail)s"),
    ),
    VocabularyFacet(
        name="language",
        field="languages",
        label=_("Language"),
        unreadable=_("We didn't recognize a language in this link, so we left it out."),
        value_field="code",
        reason=_("Visits in %(name)s"),
    ),
    ChoiceFacet(
        name="gender",
        field="gender",
        label=_("Gender"),
        switch="gender_in_directory",
        not_offered=_("Doctors cannot be chosen by gender here, so we left that out."),
        phrases={
            "female": ("female", "woman", "women", "lady"),
            "male": ("male", "man", "gentleman"),
            "nonbinary": ("nonbinary",),
        },
        only_beside=DOCTORS,  # “lady doctor” is a wish, “old lady, fell” is the patient
    ),
    YesNoFacet(
        name="accepting",
        field="accepting_new_patients",
        label=_("New patients"),
        line=_("Takes new patients"),
        group=AVAILABILITY,
        phrases={"1": ("accepting", "accepts", "taking new", "takes new", "new patients", "open panel")},
    ),
    YesNoFacet(
        name="virtual",
        field="offers_virtual_visits",
        label=_("Virtual visits"),
        line=_("Offers virtual visits"),
        group=AVAILABILITY,
        phrases={
            "1": (
                "virtual", "video", "telehealth", "telemedicine", "televisit", "online", "zoom", "remote", "remotely",
                "webcam", "telesalud", "telemedicina", "videollamada", "videoconsulta",
            )
        },
    ),
]  # fmt: skip

# In the search, but not on the page: `state_licenses` finds it in the words.
LICENSED = ChoiceFacet(name="licensed", field="licensed_states", label=_("License for virtual visits"))


if len({facet.name for facet in FACETS}) < len(FACETS):
    raise ValueError("two facets have the same name")


def offered_facets(hospital: Organization | None) -> list[Facet]:
    """Return the facets that the hospital offers its patients."""
    return [facet for facet in FACETS if not facet.switch or getattr(hospital, facet.switch, False)]


def facet_named(name: str) -> Facet | None:
    """Return the facet of this name, None if there isn't one."""
    return next((facet for facet in FACETS if facet.name == name), None)
