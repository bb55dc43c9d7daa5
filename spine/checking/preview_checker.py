"""Wagtail's checker in the editor, with our own rule about link text."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.userbar import ContentCheckerItem

from .link_words import PATTERN

RULE = "link-words"


class Checker(ContentCheckerItem):
    """Wagtail's rules and ours; axe runs them in the preview."""

    axe_run_only = [*ContentCheckerItem.axe_run_only, RULE]
    axe_custom_rules = [
        *ContentCheckerItem.axe_custom_rules,
        {
            "id": RULE,
            "impact": "serious",
            "selector": "main a[href]",
            "tags": ["best-practice"],
            "any": [],
            "all": [],
            "none": ["link-words-say-nothing"],
            "enabled": True,
        },
    ]
    axe_messages = {
        **ContentCheckerItem.axe_messages,
        RULE: {
            "error_name": _("The text of a link doesn’t say where it leads"),
            "help_text": _("Instead of “click here”, write what people will find there: “Read the visitor policy”"),
        },
    }

    axe_custom_checks = [
        *ContentCheckerItem.axe_custom_checks,
        {"id": "link-words-say-nothing", "options": {"pattern": PATTERN}},
    ]

    class Media:
        js = ["js/link_words.js"]  # the check itself: Wagtail passes only its options


def use_our_checker(items: list[Any]) -> None:
    """Replace Wagtail's checker with ours."""
    items[:] = [Checker(in_editor=item.in_editor) if isinstance(item, ContentCheckerItem) else item for item in items]
