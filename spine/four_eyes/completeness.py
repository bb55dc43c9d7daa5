"""Whether a version has everything it needs to be published. A draft may be saved half filled in."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.blocks.stream_block import StreamBlockValidationError
from wagtail.fields import StreamField


class Incomplete(Exception):
    """Something is missing, said in sentences."""


def missing_parts(instance: Any) -> list[str]:
    """Return what is missing or wrong in a page or a notice, one sentence each."""
    found = []
    for field in instance._meta.concrete_fields:
        value = getattr(instance, field.attname)
        if isinstance(field, StreamField):
            found += _missing_in_blocks(field, value)
        elif field.editable and not field.blank and field.empty_strings_allowed and not value:
            found.append(_("“%(field)s” is empty.") % {"field": field.verbose_name})
    return found


def require_complete(instance: Any) -> None:
    """Raise Incomplete for a version that the editor's own form would not submit."""
    missing = missing_parts(instance)
    if missing:
        raise Incomplete(_("Nothing was approved because something is missing.") + " " + " ".join(missing))


def _missing_in_blocks(field: Any, value: Any) -> list[str]:
    if not value:
        return [] if field.blank else [_("“%(field)s” is empty.") % {"field": field.verbose_name}]
    try:
        field.stream_block.clean(value)
    except StreamBlockValidationError as error:
        places = sorted(error.block_errors) if error.block_errors else []
        return [
            _("Block %(number)d (%(kind)s) isn’t filled in correctly.")
            % {"number": number + 1, "kind": value[number].block.label}
            for number in places
        ] or [_("“%(field)s” isn’t filled in correctly.") % {"field": field.verbose_name}]
    except ValidationError as error:
        return list(error.messages)
    return []
