"""The list of conditions and its first page."""

from physicians.models import BodyRegion, Condition
from spine.models import ConditionIndexPage, ConditionPage, HomePage, TreatmentPage

from . import tumors
from .first_pages import add_page


def tumors_of_the_spine() -> Condition:
    """Return the condition of the shared vocabulary, created if the directory doesn't have it."""
    condition, _created = Condition.objects.get_or_create(
        slug="tumors-of-the-spine",
        defaults={
            "name": "Tumors of the spine",
            "lay_phrases": ["spine tumor", "spinal tumor", "spinal cord tumor", "spine cancer", "growth on the spine"],
            "body_region": BodyRegion.WHOLE,
        },
    )
    return condition


def load(home: HomePage, treatment_pages: list[TreatmentPage]) -> None:
    """Create the list and the page about tumors."""
    index = add_page(
        home,
        ConditionIndexPage(
            title="Conditions",
            slug="conditions",
            show_in_menus=True,
            search_description="Spine conditions explained in plain words, with the doctors who treat them.",
            summary="What can go wrong with a spine, in plain words, and the doctors who treat it.",
        ),
    )
    add_page(
        index,
        ConditionPage(
            title="Tumors of the spine",
            slug="tumors-of-the-spine",
            condition=tumors_of_the_spine(),
            search_description=(
                "What a spinal tumor is, where it grows, the three classes, symptoms, when to get help and how it is "
                "treated, in plain words."
            ),
            summary=(
                "A spinal tumor is a growth in or around the spinal cord or the bones that protect it. It may or may "
                "not be cancer. Here is what that means, and what can be done."
            ),
            body=tumors.body(treatment_pages),
        ),
    )
