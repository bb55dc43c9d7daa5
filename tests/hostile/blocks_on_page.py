"""The blocks of a page in Wagtail's editor, which JavaScript draws: what a browser would send, and a few blocks more.

The editor has each kind of block and the blocks that are there as JSON, as its library “telepath” packs them: an
object is `{"_type": …, "_args": […]}`, and what occurs twice is written once, with an `_id`, and then named by `_ref`.
"""

import dataclasses
import json
import re

from .values import any_value

VALUE = re.compile(r'<option value="([^"]+)"')
NEW = object()  # the value of a block that has just been added
# Rich text comes as the editor's own JSON, whose parts name one another.
PARAGRAPH = {"key": "a", "type": "unstyled", "depth": 0, "text": "Lie flat.", "inlineStyleRanges": []}
RICH = [
    json.dumps({"blocks": [PARAGRAPH | {"entityRanges": entities} | more], "entityMap": known})
    for entities, more, known in (
        ([], {}, {}),
        ([{"offset": 0, "length": 3, "key": 0}], {}, {"0": {"type": "LINK", "data": {"url": "/visitors/"}}}),
        ([{"offset": 0, "length": 3, "key": 0}], {}, {"0": {"type": "LINK", "data": {"id": 999999, "url": None}}}),
        ([{"offset": 0, "length": 3, "key": 0}], {}, {"0": {"type": "LINK", "data": {}}}),
        ([{"offset": 0, "length": 3, "key": 0}], {}, {"0": {"type": "IMAGE", "data": {"id": "x"}}}),
        ([{"offset": 0, "length": 3, "key": 0}], {}, {"0": {"type": "LINK", "data": {"url": "javascript:alert(1)"}}}),
        ([{"offset": 7, "length": -3, "key": 5}], {}, {}),
        ([], {"type": "atomic"}, {}),
        ([], {"type": "header-two", "depth": 9}, {}),
        ([], {"type": "unordered-list-item", "depth": 3}, {}),
        ([], {"text": "\0\ud800"}, {}),
        ([], {"inlineStyleRanges": [{"offset": 0, "length": 99, "style": "BOLD"}]}, {}),
        ([], {"inlineStyleRanges": [{"offset": 0, "length": 2, "style": "BREW"}]}, {}),
    )
]


@dataclasses.dataclass(frozen=True)
class BlocksOnPage:
    """The blocks of one field."""

    name: str
    kind: dict
    state: list

    @classmethod
    def read(cls, name, kind, arguments):
        """Return them from the attributes in which the editor has them."""
        packed = json.loads(kind)
        named = {}
        _note_ids(packed, named)
        return cls(name, _unpacked(packed, named), json.loads(arguments)[0])

    def fields(self, chance):
        """Return what a browser sends for some of the blocks that are there, and for one or two new ones."""
        kept = [each for each in self.state if chance.random() < 0.7]
        new = [{"value": NEW} for _turn in range(chance.randrange(1, 3))]
        return list(_fields(self.kind, self.name, kept + new, chance))


def _note_ids(packed, named):
    if isinstance(packed, dict):
        if "_id" in packed:
            named[packed["_id"]] = packed
        for value in packed.values():
            _note_ids(value, named)
    elif isinstance(packed, list):
        for value in packed:
            _note_ids(value, named)


def _unpacked(packed, named):
    """Return it without telepath's own words, except for the type of a block or a widget."""
    if isinstance(packed, list):
        return [_unpacked(value, named) for value in packed]
    if not isinstance(packed, dict):
        return packed
    if "_ref" in packed:
        return _unpacked(named[packed["_ref"]], named)
    for key in ("_val", "_list", "_dict"):
        if key in packed:
            return _unpacked(packed[key], named)
    return {key: _unpacked(value, named) for key, value in packed.items() if key != "_id"}


def _fields(kind, prefix, value, chance):
    """Yield the fields of a block."""
    type_of_block = kind["_type"].rpartition(".")[2]
    if type_of_block == "StreamBlock":
        kinds = {each["_args"][0]: each for _group, some in kind["_args"][1] for each in some}
        yield from _list_fields(prefix, value, lambda item: kinds[item["type"]], chance, list(kinds))
    elif type_of_block == "ListBlock":
        items = [{"value": NEW} for _turn in range(chance.randrange(3))] if value is NEW else value or []
        yield from _list_fields(prefix, items, lambda item: kind["_args"][1], chance)
    elif type_of_block in ("StructBlock", "ImageBlock"):
        for child in kind["_args"][1]:
            name = child["_args"][0]
            inner = NEW if value is NEW else (value or {}).get(name)
            yield from _fields(child, f"{prefix}-{name}", inner, chance)
    else:
        yield from _field(kind["_args"][1], prefix, value, chance)


def _list_fields(prefix, items, kind_of, chance, types=()):
    yield f"{prefix}-count", str(len(items))
    for place, item in enumerate(items):
        yield f"{prefix}-{place}-deleted", "1" if chance.random() < 0.05 else ""
        yield f"{prefix}-{place}-order", str(place)
        kind = {"type": item.get("type") or chance.choice(types)} if types else {}
        yield from ((f"{prefix}-{place}-{name}", value) for name, value in kind.items())
        yield f"{prefix}-{place}-id", item.get("id") or ""
        yield from _fields(kind_of(kind), f"{prefix}-{place}-value", item["value"], chance)


def _field(widget, name, value, chance):
    """Yield a field, unless it's a box that isn't checked."""
    type_of_widget = widget["_type"].rpartition(".")[2]
    if type_of_widget == "CheckboxInput":
        if value is True or (value is NEW and chance.random() < 0.5):
            yield name, "on"
    elif value is not NEW:
        yield name, str(_chosen(value))
    elif type_of_widget == "DraftailRichTextArea":
        yield name, chance.choice(RICH)
    elif type_of_widget == "Select":
        yield name, chance.choice(["", *VALUE.findall(widget["_args"][0])])
    elif type_of_widget.endswith("Chooser"):
        yield name, chance.choice(["", "1", "3", "999999"])
    else:
        yield name, chance.choice(["Lie flat", "https://example.com/spine", any_value(chance)])


def _chosen(value):
    """Return the value of a field, which a chooser and a select wrap."""
    if isinstance(value, list):
        return value[0] if value else ""
    return value["id"] if isinstance(value, dict) else "" if value is None else value
