"""The forms of a page, with what a browser would send, and the parameters in its links, for thousands of pages."""

import dataclasses
import html
import itertools
import re

from .blocks_on_page import BlocksOnPage

ATTRIBUTES = r"""((?:\s+[\w:@.-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>"']+))?)*)\s*/?>"""
FORM = re.compile(rf"<form\b{ATTRIBUTES}(.*?)</form>", re.DOTALL)
FIELD = re.compile(rf"<(input|select|textarea|button)\b{ATTRIBUTES}")
BLOCKS = re.compile(rf"<div\b{ATTRIBUTES}")
OPTION = re.compile(rf"<option\b{ATTRIBUTES}")
ATTRIBUTE = re.compile(r"""([\w:@.-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+)))?""")
PARAMETER = re.compile(r"""href="[^"]*?[?&;]([\w.-]+)=""")


@dataclasses.dataclass(frozen=True)
class Form:
    """Where a form is sent, and the fields that it has: the name, the usual value, and whether it takes a file.

    `idle` are the boxes that aren't checked. `buttons` have the fields that each one adds; `blocks` are drawn by
    JavaScript.
    """

    method: str
    action: str
    fields: tuple[tuple[str, str], ...]
    idle: tuple[tuple[str, str], ...] = ()
    files: frozenset[str] = frozenset()
    buttons: tuple[tuple[tuple[str, str], ...], ...] = ()
    blocks: tuple[BlocksOnPage, ...] = ()


def attributes(text):
    """Return the attributes of a tag."""
    return {
        name.lower(): html.unescape(double or single or bare) for name, double, single, bare in ATTRIBUTE.findall(text)
    }


def forms_on(page, address):
    """Return the forms of a page at an address."""
    return [_form(attributes(tag), inner, address) for tag, inner in FORM.findall(page)]


def _form(tag, inner, address):
    fields, idle, files, buttons = [], [], set(), []
    for match in FIELD.finditer(inner):
        kind, field = match[1], attributes(match[2])
        name = field.get("name")
        if action := field.get("data-workflow-action-name"):
            buttons.append(_workflow_action(action))
        if not name or name == "csrfmiddlewaretoken":
            continue
        if kind == "button" or field.get("type") == "submit":
            buttons.append(((name, field.get("value", "")),))
            continue
        if field.get("type") == "file":
            files.add(name)
        has_box = field.get("type") in ("checkbox", "radio")
        value = field.get("value", "on" if has_box else "")
        if kind == "select":
            value = _choice(inner, match.end())
        elif kind == "textarea":
            value = html.unescape(inner[match.end() : inner.find("</textarea>", match.end())])
        (idle if has_box and "checked" not in field else fields).append((name, value))
    action = tag.get("action", "").partition("#")[0] or address
    return Form(
        method=tag.get("method", "get").upper(),
        action=action,
        fields=tuple(fields),
        idle=tuple(idle),
        files=frozenset(files),
        buttons=tuple(buttons),
        blocks=tuple(_blocks(inner)),
    )


def _workflow_action(name):
    """Return what Wagtail's script adds when one of its buttons is pressed."""
    return (
        ("action-workflow-action", "true"),
        ("workflow-action-name", name),
        ("workflow-action-extra-data", '{"comment": "Read."}'),
    )


def _blocks(inner):
    for match in BLOCKS.finditer(inner):
        if "data-w-block-data-value" in match[1]:
            tag = attributes(match[1])
            yield BlocksOnPage.read(tag["id"], tag["data-w-block-data-value"], tag["data-w-block-arguments-value"])


def _choice(inner, start):
    """Return the selected value, or the first that isn't empty, among the first twenty."""
    options = OPTION.finditer(inner, start, max(start, inner.find("</select>", start)))
    tags = [attributes(option[1]) for option in itertools.islice(options, 20)]
    selected = [tag.get("value", "") for tag in tags if "selected" in tag]
    return next(filter(None, [*selected, *(tag.get("value", "") for tag in tags)]), "")


def parameters_on(page):
    """Return the names of the parameters in a page's links."""
    return sorted(set(PARAMETER.findall(page)))
