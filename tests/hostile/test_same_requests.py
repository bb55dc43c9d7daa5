"""A seed sends the same requests whatever the ids are: what fails in CI fails at one's desk, too."""

import dataclasses
import json
import re
from html import escape

from .generator import Generator

PAGE = """
<a href="/cms/pages/{id}/?ordering=title&amp;p=2">Sort</a>
<form method="post" action="/cms/pages/{id}/edit/">
  <input type="hidden" name="page" value="{id}"><input name="title" value="Parking">
  <select name="parent"><option value="">-<option value="{id}">Home</select>
</form>
<form action="?"><input name="q"></form>
<form method="post" action="delete/" enctype="multipart/form-data"><input type="file" name="file{id}"></form>
"""
KIND = {
    "_type": "wagtail.blocks.StreamBlock",
    "_args": [
        "",
        [
            [
                "",
                [
                    {"_type": "w.FieldBlock", "_args": [name, {"_type": "w.Widget", "_args": [""]}, {}]}
                    for name in "ab"
                ],
            ]
        ],
    ],
}
BLOCK = [{"type": "a", "id": "{id}", "value": "Lie flat"}]
EDITOR = f"""
<form method="post" action="/cms/pages/{{id}}/edit/">
  <input name="title" value="Parking"><input type="checkbox" name="menu"><button name="action-submit" value="x">
  <div id="body" data-w-block-data-value="{escape(json.dumps(KIND))}"
    data-w-block-arguments-value="{escape(json.dumps([BLOCK, None]))}"></div>
</form>
"""


class Site:
    """Answers each request with the same page, with another id in it, and keeps the requests."""

    def __init__(self, row):
        self.row, self.sent = row, []

    @property
    def asked(self):
        return len(self.sent)

    def ask(self, hostile, cookies):
        self.sent.append(re.sub(r"\d+", "#", f"{cookies} {dataclasses.astuple(hostile)}"))
        page = EDITOR if hostile.path.startswith("/cms/edit/") else PAGE
        return page.replace("{id}", str(self.row)) if hostile.method == "GET" else ""


def sent(row, names, seed="1"):
    site = Site(row)
    addresses = [(name, f"/cms/{name}/{row}/") for name in names]
    Generator(site, addresses, {"/": [{"a": "x"}, {"a": "y"}], "/cms/": [{}]}, seed).run(500)
    return site.sent


def test_ids_and_the_order_of_the_addresses_change_nothing():
    names = ["edit", "copy", "move", "history"]
    requests = sent(12, names)
    assert requests == sent(987_654_321, names[::-1])
    assert requests != sent(12, names, seed="2")
    assert len(set(requests)) > 300
    assert sum("body-count=#" in request for request in requests) > 20
