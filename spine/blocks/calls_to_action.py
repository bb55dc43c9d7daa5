"""The band with the two things that someone may want to do next."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import ChoiceBlock, StructBlock, TextBlock

from .headed import WayOnValue, heading_block


class Action(TextChoices):
    """Which buttons it has."""

    BOTH = "both", _("Find a doctor, and request an appointment")
    FIND_A_DOCTOR = "find-a-doctor", _("Find a doctor")
    REQUEST = "request-an-appointment", _("Request an appointment")


class CallToAction(StructBlock):
    """A band with one or two buttons. On the page of a condition they lead to that condition's doctors."""

    heading = heading_block()
    text = TextBlock(label=_("Text"), required=False, rows=2, help_text=_("One or two sentences above the buttons."))
    action = ChoiceBlock(
        label=_("Buttons"),
        choices=Action.choices,
        default=Action.BOTH,
        help_text=_("On a page about one condition they lead to its doctors and prefill the request."),
    )

    class Meta:
        icon = "arrow-right"
        label = _("Call to action")
        description = _("A band with the buttons “Find a doctor” and “Request an appointment”.")
        preview_value = {"heading": "Talk to a specialist", "text": "In person or by video.", "action": Action.BOTH}
        template = "spine/blocks/call_to_action.html"
        value_class = WayOnValue
