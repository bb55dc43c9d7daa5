"""The classes that doctors divide a condition into."""

from typing import Any, NamedTuple

from django.core.exceptions import ValidationError
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, ChoiceBlock, ListBlock, StructBlock, StructValue, TextBlock
from wagtail.blocks.list_block import ListBlockValidationError
from wagtail.blocks.struct_block import StructBlockValidationError

from .headed import HeadedValue, heading_block


class Place(TextChoices):
    """Where a class grows, as the cross-section of the spine shows it. Templates and styles use these values."""

    INTRADURAL_EXTRAMEDULLARY = (
        "intradural-extramedullary",
        _("Inside the covering of the cord, outside the cord (intradural-extramedullary)"),
    )
    INTRAMEDULLARY = "intramedullary", _("Inside the cord (intramedullary)")
    EXTRADURAL = "extradural", _("Outside the covering of the cord (extradural)")


class ConditionClass(StructBlock):
    """One class: the medical term first, then what it means."""

    term = CharBlock(
        label=_("Medical term"), max_length=80, help_text=_("Also its name beside the drawing of the spine.")
    )
    explanation = TextBlock(label=_("In plain words"), rows=2)
    where = TextBlock(label=_("Where it grows"), rows=2)
    course = TextBlock(label=_("What is usual"), rows=3)
    place = ChoiceBlock(
        label=_("Where in the drawing"),
        choices=Place.choices,
        required=False,
        help_text=_(
            "A drawing of the spine in cross-section shows a tumor of this class in its place, and readers can choose "
            "it there. Leave this empty for a class that has no place in the spine. The drawing appears once a class "
            "has a place."
        ),
    )

    class Meta:
        icon = "tag"
        label = _("Class")


class ShownClass(NamedTuple):
    """A class with its number in the drawing. A class without a place there has none."""

    content: StructValue
    place: str
    number: int | None


class ClassesValue(HeadedValue):
    """Classes that know which of them the drawing shows."""

    @property
    def shown(self) -> list[ShownClass]:
        """Return all classes in the editor's order. Those with a place are numbered from 1."""
        shown: list[ShownClass] = []
        taken: set[str] = set()
        for content in self["classes"]:
            # A draft may name the same place twice: the first class gets it.
            place = content.get("place") or ""
            has_place = place in Place.values and place not in taken
            taken.add(place)
            number = sum(item.number is not None for item in shown) + 1
            shown.append(ShownClass(content, place if has_place else "", number if has_place else None))
        return shown

    @property
    def placed(self) -> list[ShownClass]:
        """Return the classes that the drawing shows."""
        return [item for item in self.shown if item.number is not None]

    @property
    def places(self) -> list[str]:
        """Return the places where the drawing shows a tumor."""
        return [item.place for item in self.placed]


class Classes(StructBlock):
    """All classes of a condition, with a drawing of their places."""

    heading = heading_block()
    introduction = TextBlock(label=_("Introduction"), required=False, rows=3)
    classes = ListBlock(ConditionClass(), label=_("Classes"), min_num=1)

    class Meta:
        icon = "list-ul"
        label = _("Classes")
        template = "spine/blocks/classes.html"
        value_class = ClassesValue

    def clean(self, value: Any) -> StructValue:
        """Return the cleaned value; raises StructBlockValidationError for a second class in one place."""
        cleaned = super().clean(value)
        errors = {}
        taken: set[str] = set()
        for position, content in enumerate(cleaned["classes"]):
            place = content.get("place")
            if place and place in taken:
                errors[position] = StructBlockValidationError(
                    block_errors={"place": ValidationError(_("Another class has this place in the drawing."))}
                )
            taken.add(place)
        if errors:
            raise StructBlockValidationError(block_errors={"classes": ListBlockValidationError(block_errors=errors)})
        return cleaned
