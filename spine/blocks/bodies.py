"""Which blocks a page may hold, and what must be true of all of them together."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import StreamBlock, StreamValue
from wagtail.blocks.stream_block import StreamBlockValidationError
from wagtail.blocks.struct_block import StructBlockValidationError

from .calls_to_action import CallToAction
from .care_cards import CareCard
from .classes import Classes
from .questions import Questions
from .sections import Section
from .sources import Sources
from .steps import Step
from .symptoms import Symptoms
from .treatments import Treatments


class PageBody(StreamBlock):
    """The blocks of any page. Each of them has a heading, which is its address within the page."""

    section = Section()
    care_card = CareCard()
    questions = Questions()
    sources = Sources()
    call_to_action = CallToAction()

    class Meta:
        block_counts = {"sources": {"max_num": 1}}

    def clean(self, value: Any) -> StreamValue:
        """Return the cleaned value; raises StreamBlockValidationError for a repeated heading or care level."""
        cleaned = super().clean(value)
        errors = {}
        anchors: set[str] = set()
        levels: set[str] = set()
        for position, child in enumerate(cleaned):
            problems = {}
            if child.value.anchor in anchors:
                problems["heading"] = ValidationError(_("Another block of this page has the same heading."))
            anchors.add(child.value.anchor)
            if child.block_type == "care_card":
                if child.value["level"] in levels:
                    problems["level"] = ValidationError(_("A page has one care card of each level at most."))
                levels.add(child.value["level"])
            if problems:
                errors[position] = StructBlockValidationError(block_errors=problems)
            # A draft may hold several blocks that nobody has filled in yet.
            anchors.discard("")
            levels.discard("")
        if errors:
            raise StreamBlockValidationError(block_errors=errors)
        return cleaned


class ConditionBody(PageBody):
    """The blocks of a page about a condition."""

    classes = Classes()
    symptoms = Symptoms()
    treatments = Treatments()


class StepsBody(StreamBlock):
    """The steps that the home page shows."""

    step = Step()
