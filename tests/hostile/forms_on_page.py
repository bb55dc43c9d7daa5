"""The forms of a page, with what a browser would send, and the parameters in its links, for thousands of pages."""

import dataclasses
import html
import itertools
import re

ATTRIBUTES = r"""((?:\s+[\w:@.-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>"']+))?)*)\s*/?>"""
FORM = re.compile(rf"<form\b{ATTRIBUTES}(.*?)</form>", re.DOTALL)
FIELD = re.compile(rf"<(input|select|textarea|button)\b{ATTRIBUTES}")
OPTION = re.compile(rf"<option\b{ATTRIBUTES}")
ATTRIBUTE = re.compile(r"""([\w:@.-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+)))?""")
PARAMETER = re.compile(r"""href="[^"]*?[?&;]([\w.-]+)=""")


@dataclasses.dataclass(frozen=True)
class Form:
    """Where a form is sent, and the fields that it has: the name, the usual value, and whether it takes a file."""

    method: str
    action: str
    fields: tuple[tuple[str, str], ...]
    files: frozenset[str]


def attributes(text):
    """Return the attributes of a tag."""
    return {
        name.lower(): html.unescape(double or single or bare) for name, double, single, bare in ATTRIBUTE.findall(text)
    }


def forms_on(page, address):
    """Return the forms of a page at an address."""
    return [_form(attributes(tag), inner, address) for tag, inner in FORM.findall(page)]


def _form(tag, inner, address):
    fields, files = [], set()
    for match in FIELD.finditer(inner):
        field = attributes(match[2])
        name = field.get("name")
        if not name or name == "csrfmiddlewaretoken":
            continue
        if field.get("type") == "file":
            files.add(name)
        value = field.get("value", "on" if field.get("type") in ("checkbox", "radio") else "")
        if match[1] == "select":
            value = _first_choice(inner, match.end())
        fields.append((name, value))
    action = tag.get("action", "").partition("#")[0] or address
    return Form(tag.get("method", "get").upper(), action, tuple(fields), frozenset(files))


def _first_choice(inner, start):
    """Return the first value of a select that isn't empty, among its first twenty."""
    options = OPTION.finditer(inner, start, max(start, inner.find("</select>", start)))
    values = (attributes(option[1]).get("value", "") for option in itertools.islice(options, 20))
    return next(filter(None, values), "")


def parameters_on(page):
    """Return the names of the parameters in a page's links."""
    return sorted(set(PARAMETER.findall(page)))
