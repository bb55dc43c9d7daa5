"""What somebody may notice."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, ListBlock, StructBlock, TextBlock

from .headed import HeadedValue, heading_block


class Symptom(StructBlock):
    """One symptom in the patient's words."""

    name = CharBlock(label=_("Symptom"), max_length=80)
    detail = TextBlock(label=_("What it is like"), required=False, rows=2)

    class Meta:
        icon = "pick"
        label = _("Symptom")


class Symptoms(StructBlock):
    """The list of symptoms."""

    heading = heading_block()
    introduction = TextBlock(label=_("Introduction"), required=False, rows=3)
    symptoms = ListBlock(Symptom(), label=_("Symptoms"), min_num=1)
    note = TextBlock(label=_("What to make of them"), required=False, rows=3)

    class Meta:
        icon = "list-ul"
        label = _("Symptoms")
        template = "spine/blocks/symptoms.html"
        value_class = HeadedValue
