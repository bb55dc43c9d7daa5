"""The sentences of a page that keeps itself up to date, for its script."""

import json

from django import template

register = template.Library()


@register.simple_tag
def live_sentences(about: str) -> str:
    """Return them as JSON for an attribute: no script is inline."""
    from appointments.admin.live_refresh.live_sentences import sentences_about

    return json.dumps(sentences_about(about), ensure_ascii=False)
