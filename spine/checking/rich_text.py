"""Take apart rich text as it is stored."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

PARAGRAPHS = {"p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "br", "blockquote", "hr"}
HEADING = re.compile(r"^h[1-6]$")


@dataclass
class Link:
    """Where something leads. `kind`: page, document, image or address; `target`: an id as digits, or the address."""

    kind: str
    target: str
    words: str = ""


@dataclass
class Parts:
    """What a rich text is made of, in its order."""

    links: list[Link] = field(default_factory=list)
    paragraphs: list[str] = field(default_factory=list)
    headings: list[tuple[int, str]] = field(default_factory=list)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.parts = Parts(paragraphs=[""])
        self.open_link: Link | None = None
        self.open_heading = 0  # its level

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        if tag in PARAGRAPHS:
            self.parts.paragraphs.append("")
            self.open_heading = int(tag[1]) if HEADING.match(tag) else 0
            if self.open_heading:
                self.parts.headings.append((self.open_heading, ""))
        elif tag == "a":
            kind = attributes.get("linktype", "address")
            target = attributes.get("id" if kind != "address" else "href", "")
            self.open_link = Link(kind, target)
            self.parts.links.append(self.open_link)
        elif tag == "embed" and attributes.get("embedtype") == "image":
            self.parts.links.append(Link("image", attributes.get("id", "")))

    def handle_endtag(self, tag: str) -> None:
        if tag == "a":
            self.open_link = None
        elif HEADING.match(tag):
            self.open_heading = 0

    def handle_data(self, data: str) -> None:
        self.parts.paragraphs[-1] += data
        if self.open_heading:
            level, text = self.parts.headings[-1]
            self.parts.headings[-1] = (level, text + data)
        if self.open_link is not None:
            self.open_link.words += data


def take_apart(source: str) -> Parts:
    """Return the links, paragraphs and headings of a rich text, with single spaces and without empty paragraphs."""
    reader = _Reader()
    reader.feed(source)
    reader.close()
    tidy = (" ".join(paragraph.split()) for paragraph in reader.parts.paragraphs)
    reader.parts.paragraphs = [paragraph for paragraph in tidy if paragraph]
    for link in reader.parts.links:
        link.words = " ".join(link.words.split())
    return reader.parts
