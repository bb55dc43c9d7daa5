"""The classes that doctors sort a condition into."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, ListBlock, StructBlock, TextBlock

from .headed import HeadedValue, heading_block


class ConditionClass(StructBlock):
    """One class: the doctor's word first, then what it means."""

    term = CharBlock(label=_("Medical term"), max_length=80)
    explanation = TextBlock(label=_("In plain words"), rows=2)
    where = TextBlock(label=_("Where it grows"), rows=2)
    course = TextBlock(label=_("What is usual"), rows=3)

    class Meta:
        icon = "tag"
        label = _("Class")


class Classes(StructBlock):
    """All classes of a condition, side by side."""

    heading = heading_block()
    introduction = TextBlock(label=_("Introduction"), required=False, rows=3)
    classes = ListBlock(ConditionClass(), label=_("Classes"), min_num=1)

    class Meta:
        icon = "list-ul"
        label = _("Classes")
        template = "spine/blocks/classes.html"
        value_class = HeadedValue
