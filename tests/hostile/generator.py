"""Requests from a seed: pages are opened, and their forms and addresses are sent what no browser sends.

A seed sends the same requests whatever the rows' ids are: addresses are drawn by their names, and each one has random
numbers of its own, so that what is different on one page changes nothing for the next.
"""

import itertools
import json
import operator
import random
import re
from urllib.parse import quote, urlencode

from .asking import Hostile
from .forms_on_page import forms_on, parameters_on
from .values import any_value

FORM = "application/x-www-form-urlencoded"
KINDS = (FORM, "application/json", "text/plain; charset=idna", "", "multipart/form-data", "x/y")
METHODS = ("HEAD", "OPTIONS", "PUT", "PATCH", "DELETE", "TRACE", "BREW", "POST", "POST", "POST")
COUNTED = re.compile(r"-(?:count|deleted|order)$")
HEADERS = {
    "accept": ("*/*", "application/json", "text/html;q=x", "\xff", ""),
    "accept-language": ("es", "xx-yy-zz", "*", "en;q=9", "a" * 5000),
    "accept-encoding": ("gzip", "br", "*;q=0", "x"),
    "content-encoding": ("gzip", "br"),
    "cookie": ("staff_session=\xff; csrftoken=x", "request_draft=a%00b", "messages=x", "=;;=", "a" * 4000),
    "host": ("testserver:99999", "example.com", "", "[::1", "testserver."),
    "hx-request": ("true",),
    "hx-boosted": ("true",),
    "if-modified-since": ("yesterday", "Thu, 01 Jan 1970 00:00:00 GMT", "Thu, 99 Foo 9999"),
    "if-none-match": ("*", '"x"'),
    "origin": ("null", "https://example.com"),
    "range": ("bytes=0-", "bytes=9999999999-", "lines=1"),
    "referer": ("https://example.com/", "::", "http://testserver/\xff"),
    "x-csrftoken": ("", "x" * 64),
    "x-forwarded-for": ("198.51.100.7", "::1", "999.1.1.1", "a, b", "," * 500),
    "x-refresh": ("1",),
    "x-requested-with": ("XMLHttpRequest",),
}
FILES = (
    ("a.png", "image/png", b"\x89PNG\r\n\x1a\n\0\0"),
    ("a.gif", "image/gif", b"GIF89a"),
    ("../a\0.pdf", "application/pdf", b"%PDF-"),
    ("a.csv", "text/csv", b"npi,start,end\n\xff\0,,\n"),
    ("a.ics", "text/calendar", b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:99999999\nEND"),
    ("", "", b""),
)


class Generator:
    """Opens address after address, and asks for more than their pages offer."""

    def __init__(self, asker, addresses, people, seed):
        """Take (name, address) pairs, and cookies of `people` by the beginning of what they have something at."""
        self.asker, self.people, self.seed = asker, people, seed
        self.addresses = sorted(addresses, key=operator.itemgetter(0))
        random.Random(seed).shuffle(self.addresses)
        self.posted = 0

    def run(self, number):
        """Send so many requests; return how many addresses were opened."""
        for opened, (_name, address) in enumerate(itertools.cycle(self.addresses)):
            if self.asker.asked >= number:
                break
            self.chance = random.Random(f"{self.seed} {opened}")
            cookies = self.someone_for(address)
            page = self.asker.ask(Hostile("GET", address), cookies)
            for hostile in self.beyond(page, address):
                self.asker.ask(hostile, cookies)
        return min(opened, len(self.addresses))

    def someone_for(self, address):
        """Return the cookies of someone who has something at this address, now and then of anyone."""
        fit = [each for start, some in self.people.items() if address.startswith(start) for each in some]
        anyone = [each for some in self.people.values() for each in some]
        return self.chance.choice(fit if self.chance.random() < 0.9 else anyone)

    def beyond(self, page, address):
        """Yield requests about one address that go beyond what its page shows."""
        forms, parameters = forms_on(page, address), parameters_on(page)
        parameters += [name for form in forms if form.method == "GET" for name, _value in (*form.fields, *form.idle)]
        yield self.with_parameters(address, parameters)
        with_blocks = [form for form in forms if form.blocks]
        for form in with_blocks or self.chance.sample(forms, min(3, len(forms))):
            for _turn in range(6 if with_blocks else self.chance.randrange(1, 4)):
                yield self.filled(form, address)
        if self.chance.random() < 0.6:
            yield self.odd(address)

    def with_parameters(self, address, names):
        """Return a GET with parameters that the page knows, and one that it may not know."""
        chosen = self.chance.sample(names, min(len(names), self.chance.randrange(1, 4)))
        chosen.append(self.chance.choice(["page", "q", "\0", "next"]))
        query = encoded((name, any_value(self.chance)) for name in chosen)
        return Hostile("GET", joined(address, query), headers=self.headers())

    def filled(self, form, address):
        """Return a form with a few or all of its fields as no browser sends them, and the button that was pressed."""
        fields = [list(field) for field in form.fields]
        fields += [list(field) for blocks in form.blocks for field in blocks.fields(self.chance)]
        fields += [list(field) for field in self.chance.sample(form.idle, min(2, len(form.idle)))]
        if form.buttons:
            fields += [list(field) for field in self.chance.choice([(), *form.buttons])]
        changed = fields
        if form.blocks and self.chance.random() < 0.8:  # what isn't a number there ends the reading of all blocks
            changed = [field for field in fields if not COUNTED.search(field[0])]
        wrong = self.chance.choice([0, 1, 1, 2, 3, 5] if form.blocks else [1, 1, 2, 3, len(fields)])
        for field in self.chance.sample(changed, min(wrong, len(changed))):
            field[1] = any_value(self.chance, field[1])
        if fields and self.chance.random() < (0.03 if form.blocks else 0.15):
            fields.remove(self.chance.choice(fields))
        if self.chance.random() < 0.1:
            fields.append([any_value(self.chance), any_value(self.chance)])
        action = resolved(form.action, address)
        if form.method == "GET":
            return Hostile("GET", joined(action.partition("?")[0], encoded(fields)), headers=self.headers())
        self.posted += 1
        return self.post(action, fields, form.files)

    def post(self, address, fields, files):
        """Return a post in one of the ways in which fields can be sent."""
        way, headers = self.chance.random(), self.headers()
        if way < 0.75 and not files:
            return Hostile("POST", address, encoded(fields).encode(), FORM, headers)
        if way < 0.93:
            return Hostile("POST", address, self.parts(fields, files), "multipart/form-data; boundary=x", headers)
        if way < 0.97:
            return Hostile("POST", address, json.dumps(dict(fields)).encode(), "application/json", headers)
        charset = self.chance.choice(["idna", "utf-16", "latin-1", "hex"])
        return Hostile("POST", address, self.chance.randbytes(200), f"{FORM}; charset={charset}", headers)

    def parts(self, fields, files):
        """Return the body of a multipart post, now and then cut off."""
        parts = []
        for name, value in fields:
            head, content = f'form-data; name="{name}"'.replace("\n", " "), value
            if name in files:
                file, kind, content = self.chance.choice(FILES)
                head += f'; filename="{file}"\r\nContent-Type: {kind}'
            parts.append(b"--x\r\nContent-Disposition: " + as_bytes(head) + b"\r\n\r\n" + as_bytes(content) + b"\r\n")
        parts.append(b"--x--\r\n")
        if self.chance.random() < 0.1:
            last = self.chance.randrange(len(parts))
            parts[last:] = [parts[last][: self.chance.randrange(48)]]  # in front of what may be an id
        return b"".join(parts)

    def odd(self, address):
        """Return another method, or an address in which one part is something else."""
        path, _, query = address.partition("?")
        if self.chance.random() < 0.5:
            parts = path.split("/")
            place = self.chance.randrange(1, len(parts))
            parts[place] = quote(as_bytes(any_value(self.chance, parts[place]))[:3000], safe="")
            path = "/".join(parts)
        method, kind = self.chance.choice(METHODS), self.chance.choice(KINDS)
        bodies = [b"", b"\0\xff", b"a=b&a=c", b"{}", encoded([("a", any_value(self.chance))]).encode()]
        body = b"" if method == "HEAD" else self.chance.choice(bodies)
        return Hostile(method, joined(path, query), body, kind, self.headers())

    def headers(self):
        """Return up to two headers; most requests have none."""
        if self.chance.random() < 0.7:
            return {}
        names = self.chance.sample(sorted(HEADERS), self.chance.randrange(1, 3))
        return {name: self.chance.choice(HEADERS[name]) for name in names}


def encoded(pairs):
    """Return fields as a body or a query; a lone surrogate becomes bytes that aren't UTF-8."""
    return urlencode([(as_bytes(name), as_bytes(value)) for name, value in pairs])


def as_bytes(value):
    return value if isinstance(value, bytes) else value.encode("utf-8", "surrogatepass")


def joined(address, query):
    """Return the address with a query, which it may have already."""
    return f"{address}{'&' if '?' in address else '?'}{query}" if query else address


def resolved(action, address):
    """Return where a form of an address is sent; its action may be only a query, or the end of a path."""
    path = address.partition("?")[0]
    if action.startswith("/"):
        return action
    return path + action if action.startswith("?") else f"{path.rpartition('/')[0]}/{action}"
