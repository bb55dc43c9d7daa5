"""Which blocks a page may hold, and the rules for all of them together."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import StreamBlock, StreamValue
from wagtail.blocks.stream_block import StreamBlockValidationError
from wagtail.blocks.struct_block import StructBlockValidationError

from .calls_to_action import CallToAction
from .care_cards import CareCard
from .classes import Classes
from .drawing import SpineDrawing
from .figures import Figure
from .headed import HeadedValue
from .questions import Questions
from .related_conditions import RelatedConditions
from .sections import Section
from .sources import Sources
from .step_blocks import Step
from .symptoms import Symptoms
from .treating_physicians import TreatingPhysicians
from .treatment_choices import Treatments

TAKEN_ANCHORS = {"main", "appointment-box"}  # the templates around a body use them


class PageBody(StreamBlock):
    """The blocks of any page. Each heading can be linked to, so it is there once."""

    section = Section()
    care_card = CareCard()
    figure = Figure()
    questions = Questions()
    sources = Sources()
    call_to_action = CallToAction()

    class Meta:
        block_counts = {"sources": {"max_num": 1}}

    def clean(self, value: Any) -> StreamValue:
        """Return the cleaned value; raises StreamBlockValidationError for a repeated heading or care level."""
        errors: dict[Any, Any] = {}
        try:
            cleaned = super().clean(value)
        except StreamBlockValidationError as error:
            if error.non_block_errors:
                raise
            cleaned, errors = value, dict(error.block_errors)  # report everything that is wrong at once
        anchors = set(TAKEN_ANCHORS)
        levels: set[str] = set()
        for position, child in enumerate(cleaned):
            problems = {}
            if isinstance(child.value, HeadedValue):
                anchor = child.value.anchor
                if anchor in anchors:
                    problems["heading"] = ValidationError(_("Another block of this page has the same heading."))
                elif not anchor and child.value["heading"]:
                    problems["heading"] = ValidationError(_("A heading needs letters."))
                anchors.add(anchor)
            if child.block_type == "care_card":
                if child.value["level"] in levels:
                    problems["level"] = ValidationError(_("A page can have only one care card of each level."))
                levels.add(child.value["level"] or "")
            if problems:
                missing = getattr(errors.get(position), "block_errors", None) or {}
                errors[position] = StructBlockValidationError(block_errors={**problems, **missing})
            # A draft may hold several blocks that are still empty.
            anchors.discard("")
            levels.discard("")
        if errors:
            raise StreamBlockValidationError(block_errors=errors)
        return cleaned


class ConditionBody(PageBody):
    """The blocks of a page about a condition."""

    spine_drawing = SpineDrawing()
    classes = Classes()
    symptoms = Symptoms()
    treatments = Treatments()
    physicians = TreatingPhysicians()
    related_conditions = RelatedConditions()

    class Meta:
        block_counts = {"physicians": {"max_num": 1}, "related_conditions": {"max_num": 1}, "sources": {"max_num": 1}}


class StepsBody(StreamBlock):
    """The steps that the home page shows."""

    step = Step()
