"""Words that sound like an emergency get help, even on a page that can't take them."""

from typing import Any

from django import forms, template

from physicians.danger import Danger, find_danger
from physicians.danger.typed_words import LONGEST_TEXT

register = template.Library()


@register.inclusion_tag("appointments/includes/help_before_errors.html")
def help_before_errors(form: forms.BaseForm | None) -> dict[str, Any]:
    """Show the cards that a form's free text calls for, if the form has errors."""
    return {"danger": danger_in(form) if form is not None and form.errors else Danger()}


def danger_in(form: forms.BaseForm) -> Danger:
    """Return the danger in what was typed freely. Of a text that is far too long, both ends are read."""
    texts = [
        str(form[name].data or "")
        for name, field in form.fields.items()
        if isinstance(field.widget, forms.Textarea)
    ]  # fmt: skip
    ends = [end for text in texts for end in (text[:LONGEST_TEXT], text[LONGEST_TEXT:][-LONGEST_TEXT:])]
    return Danger(tuple(alarm for end in ends for alarm in find_danger(end).alarms))
