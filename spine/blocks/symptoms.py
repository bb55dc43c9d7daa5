"""The symptoms that someone may notice."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, ListBlock, StructBlock, TextBlock

from .headed import HeadedValue, heading_block


class Symptom(StructBlock):
    """One symptom in the patient's words."""

    name = CharBlock(label=_("Symptom"), max_length=80, help_text=_("In the patient's words: “Back pain”."))
    detail = TextBlock(
        label=_("What it is like"), required=False, rows=2, help_text=_("Where it is, and when it happens.")
    )

    class Meta:
        icon = "pick"
        label = _("Symptom")


class Symptoms(StructBlock):
    """The list of symptoms."""

    heading = heading_block()
    introduction = TextBlock(label=_("Introduction"), required=False, rows=3)
    symptoms = ListBlock(Symptom(), label=_("Symptoms"), min_num=1)
    note = TextBlock(
        label=_("What they mean"),
        required=False,
        rows=3,
        help_text=_("Shown below the list. Signs that can’t wait belong in a care card."),
    )

    class Meta:
        icon = "list-ul"
        label = _("Symptoms")
        description = _("What someone may notice, as a list. Search engines read it too.")
        preview_value = {
            "heading": "What you may notice",
            "symptoms": [{"name": "Numbness or weakness", "detail": "In your arms, your legs or your chest."}],
        }
        template = "spine/blocks/symptoms.html"
        value_class = HeadedValue
