"""Adding a page of the first content to the tree, and the blocks it is made of."""

import re
from typing import Any, TypeVar

from wagtail.models import Page

from spine.four_eyes.first_content import publish_first_content

AnyPage = TypeVar("AnyPage", bound=Page)

# The name of a block and its value, as a BlocksField takes them.
Block = tuple[str, dict[str, Any]]


def add_page(parent: Page, page: AnyPage) -> AnyPage:
    """Publish the page below its parent, or return the one that already has its address there."""
    existing = type(page).objects.child_of(parent).filter(slug=page.slug).first()
    if existing is not None:
        return existing
    page.live = False
    parent.add_child(instance=page)
    publish_first_content(page)
    return page


def on_one_line(html: str) -> str:
    """Return the markup as the editor stores it, so that a first comparison shows only real changes."""
    return re.sub(r"\s+", " ", re.sub(r">\s+<(?=/?(?:p|ul|ol|li|h[34])\b)", "><", html.strip()))


def section(heading: str, text: str) -> Block:
    """Return a block of running text."""
    return "section", {"heading": heading, "text": on_one_line(text)}


def care_card(level: str, heading: str, text: str) -> Block:
    """Return a care card."""
    return "care_card", {"level": level, "heading": heading, "text": on_one_line(text)}


def questions(heading: str, answers: dict[str, str]) -> Block:
    """Return questions with their answers."""
    return "questions", {
        "heading": heading,
        "questions": [{"question": question, "answer": answer} for question, answer in answers.items()],
    }


def call_to_action(heading: str, text: str, action: str = "both") -> Block:
    """Return the band with the buttons."""
    return "call_to_action", {"heading": heading, "text": text, "action": action}
