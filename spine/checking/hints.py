"""What an editor is told after submitting a page. A hint stops nothing: the editor knows the reader better."""

from typing import Any

from django.utils.translation import gettext as _

from .block_walk import headings, links, paragraphs, places
from .broken_links import broken_links_of
from .destinations import Destinations
from .link_words import same_words_elsewhere, says_nothing
from .reading_level import TARGET_GRADE, grade

BLOCK_HEADING = 2  # the level of a block's own heading


def hints(page: Any) -> list[str]:
    """Return what could be better about a page's blocks, in sentences."""
    body = getattr(page, "body", None)
    if body is None:
        return []
    found = [*_about_links(page), *_about_headings(page)]
    level = grade([text for _place, block, value in places(body) for text in paragraphs(block, value)])
    if level is not None and level >= TARGET_GRADE + 1:
        found.append(
            _(
                "This page reads at grade %(grade)d. Patients understand grade %(target)d or lower. "
                "Shorter sentences and everyday words help most."
            )
            % {"grade": int(level), "target": TARGET_GRADE}
        )
    return found


def _about_links(page: Any) -> list[str]:
    found = []
    all_links = []
    for place, block, value in places(page.body):
        in_block = list(links(block, value))
        all_links += in_block
        found += [
            _("%(place)s: the link text “%(words)s” doesn’t say where it leads.")
            % {"place": place, "words": link.words}
            for link in in_block
            if link.words and says_nothing(link.words)
        ]
    found += [
        _("The link text “%(words)s” leads to two different places.") % {"words": words}
        for words in same_words_elsewhere(all_links)
    ]
    found += [
        _("%(place)s: the link “%(words)s” is broken. %(problem)s")
        % {"place": broken.place, "words": broken.words, "problem": broken.problem}
        for broken in broken_links_of(page, Destinations())
    ]
    return found


def _about_headings(page: Any) -> list[str]:
    found = []
    for place, block, value in places(page.body):
        above = BLOCK_HEADING
        for level, text in headings(block, value):
            if not text.strip():
                found.append(_("%(place)s: a subheading is empty.") % {"place": place})
            elif not BLOCK_HEADING < level <= above + 1:
                found.append(
                    _("%(place)s: the subheading “%(text)s” skips a level.") % {"place": place, "text": text.strip()}
                )
            above = level
    return found
