"""Walk the blocks of a page as they are stored: the number of a chosen page that is gone is still there."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from wagtail.blocks import (
    Block,
    ListBlock,
    PageChooserBlock,
    RichTextBlock,
    StreamBlock,
    StreamValue,
    StructBlock,
    TextBlock,
    URLBlock,
)
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock

from spine.blocks.headed import anchor_of

from .rich_text import Link, take_apart

CHOOSERS: tuple[tuple[type[Block], str], ...] = (
    (PageChooserBlock, "page"),
    (DocumentChooserBlock, "document"),
    (ImageChooserBlock, "image"),
)
NAMES = ("title", "name", "term", "question")  # they name a link that has no words of its own


@dataclass(frozen=True)
class Place:
    """A block of the page's body: its id in the editor, its kind and its heading."""

    block_id: str
    kind: str
    heading: str

    def __str__(self) -> str:
        return f"{self.kind}: {self.heading}" if self.heading else self.kind


def places(body: StreamValue) -> Iterator[tuple[Place, Block, Any]]:
    """Yield each block of the body with its definition and its stored value."""
    for raw in body.get_prep_value():
        block = body.stream_block.child_blocks.get(raw["type"])
        if block is not None:
            value = raw["value"]
            heading = value.get("heading") or "" if isinstance(value, dict) else ""
            yield Place(raw.get("id") or "", str(block.label), heading), block, value


def anchors(body: StreamValue) -> set[str]:
    """Return the fragments of the headings of a body."""
    return {anchor_of(place.heading) for place, _block, _value in places(body)} - {""}


def leaves(block: Block, value: Any, name: str = "") -> Iterator[tuple[Block, Any, str]]:
    """Yield the innermost blocks with their stored values, and the name of what each belongs to."""
    if value is None and not isinstance(block, PageChooserBlock):
        return
    if isinstance(block, StreamBlock):
        for item in value:
            if item["type"] in block.child_blocks:
                yield from leaves(block.child_blocks[item["type"]], item["value"], name)
    elif isinstance(block, ListBlock):
        for item in value:
            is_wrapped = isinstance(item, dict) and item.get("type") == "item"
            yield from leaves(block.child_block, item["value"] if is_wrapped else item, name)
    elif isinstance(block, StructBlock):
        own = next((value[key] for key in NAMES if value.get(key)), name) if isinstance(value, dict) else name
        fields = (
            value if isinstance(value, dict) else {"image": value}
        )  # a picture stored before it had alternative text
        for key, child in block.child_blocks.items():
            if key in fields:
                yield from leaves(child, fields[key], own)
    else:
        yield block, value, name


def links(block: Block, value: Any) -> Iterator[Link]:
    """Yield every link, chosen page, document and picture in a block."""
    for leaf, stored, name in leaves(block, value):
        kind = next((kind for chooser, kind in CHOOSERS if isinstance(leaf, chooser)), "")
        if kind:
            yield Link(kind, "" if stored is None else str(stored), "")
        elif isinstance(leaf, RichTextBlock):
            yield from take_apart(stored).links
        elif isinstance(leaf, URLBlock) and stored:
            yield Link("address", stored, name)


def paragraphs(block: Block, value: Any) -> Iterator[str]:
    """Yield the running text of a block, without headings and names."""
    for leaf, stored, _name in leaves(block, value):
        if isinstance(leaf, RichTextBlock):
            yield from take_apart(stored).paragraphs
        elif isinstance(leaf, TextBlock) and stored:
            yield stored


def headings(block: Block, value: Any) -> Iterator[tuple[int, str]]:
    """Yield the level and the words of each subheading of a block."""
    for leaf, stored, _name in leaves(block, value):
        if isinstance(leaf, RichTextBlock):
            yield from take_apart(stored).headings
