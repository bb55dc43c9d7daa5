"""A template's name says what it shows, without its folder."""

from collections import defaultdict
from pathlib import Path

TEMPLATES = Path(__file__).resolve().parent.parent.parent / "templates"
# Named by what isn't ours to choose: a package's own template, a step's address, a kind of mail, a column.
GIVEN = (
    *("account/", "mfa/", "usersessions/", "admin/search_form.html", "wagtailsnippets/"),
    *("appointments/request_form/", "appointments/mail/", "admin/appointments/appointmentrequest/cells/"),
)


def test_no_two_templates_have_one_name():
    folders = defaultdict(list)
    for path in TEMPLATES.rglob("*.html"):
        name = path.relative_to(TEMPLATES).as_posix()
        if not name.startswith(GIVEN):
            folders[path.name].append(name)
    assert {name: found for name, found in folders.items() if len(found) > 1} == {}
