"""“Known as” and the former name: in the CMS with drafts, on the profile, in the roster; and the CMS's own search."""

import pytest
from wagtail.models import ModelLogEntry

from physicians.imports.roster_columns import ROSTER
from physicians.models import Physician
from tests.factories import make_member

from .rosters import ANA, import_file, line

pytestmark = pytest.mark.django_db

PHYSICIANS = "/cms/snippets/physicians/physician/"
PERMISSIONS = ["access_admin", "add_physician", "change_physician", "publish_physician"]


@pytest.fixture
def editor(client):
    client.force_login(make_member("editor@example.com", permissions=PERMISSIONS))
    return client


def edit(editor, physician, **changes):
    values = {
        **{name: getattr(physician, name) for name in ("given_name", "family_name", "npi", "slug", "credentials")},
        "specialties": [specialty.pk for specialty in physician.specialties.all()],
        "licensed_states": "",
        **changes,
    }
    return editor.post(f"{PHYSICIANS}edit/{physician.pk}/", values)


def test_a_draft_keeps_them_until_it_is_published(editor, make_physician):
    physician = make_physician("Michael", "Smith")
    edit(editor, physician, known_as="Mike", former_name="Doe")
    physician.refresh_from_db()
    assert (physician.known_as, physician.former_name) == ("", "")
    edit(editor, physician, known_as="Pepe\u0301", former_name="Doe", **{"action-publish": "action-publish"})
    physician.refresh_from_db()
    assert (physician.known_as, physician.former_name) == ("Pepé", "Doe")
    assert "Michael “Pepé” Smith, MD" in editor.get(physician.get_absolute_url()).content.decode()
    assert "Michael “Pepé” Smith, MD" in editor.get("/find-a-doctor/?q=doe").content.decode()


def test_an_everyday_name_that_says_nothing_new_is_not_repeated():
    assert Physician(given_name="Mary Ann", family_name="Roe", known_as="Ann").everyday_name == "Mary Ann Roe"
    assert Physician(given_name="Michael", family_name="Roe").everyday_name == "Michael Roe"


def test_the_roster_has_both(neurosurgery, spanish, clinic, tmp_path, capsys):
    file = tmp_path / "roster.csv"
    for cells in ({}, {"known_as": "Pepe\u0301", "former_name": "Roe"}):
        file.write_text("\n".join([",".join(ROSTER.headers), line(**cells)]))
        said, code = import_file(file, capsys)
        assert code == 0, said
    ana = Physician.objects.get(npi=ANA)
    assert (ana.known_as, ana.former_name) == ("Pepé", "Roe")
    message = ModelLogEntry.objects.get(action="physicians.roster").message
    assert message == "Changed by the hospital's roster: known_as, former_name"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ana nunez", ["Ana Núñez"]),
        ("núñez ana", ["Ana Núñez"]),
        ("nu\u0301n\u0303ez", ["Ana Núñez"]),
        ("obrien", ["Mike O'Brien"]),
        ("o'brien doe", ["Mike O'Brien"]),
        ("mick", ["Mike O'Brien"]),
        ("Ana Núñez, MD", ["Ana Núñez"]),
        ("Dr. Nunez", ["Ana Núñez"]),
        ("Mike “Mick” O'Brien, DO", ["Mike O'Brien"]),
        ("mueller", ["Ana Núñez"]),
        ("nunes", ["Ana Núñez"]),
        ("alkhouri", ["Hye-jin Al-Khouri"]),
        ("hyejin al khouri", ["Hye-jin Al-Khouri"]),
        ("ana obrien", []),
        ("-", []),
        ("%", []),
        ("", ["Ana Núñez", "Hye-jin Al-Khouri", "Mike O'Brien"]),
    ],
)
def test_the_list_in_the_cms_finds_full_names_without_accents(editor, contexts, make_physician, text, found):
    make_physician("Ana", "Núñez", former_name="Müller-Brandt", live=False)
    make_physician("Mike", "O'Brien", known_as="Mick", former_name="Doe", credentials="DO")
    make_physician("Hye-jin", "Al-Khouri")
    page = editor.get(PHYSICIANS, {"q": text})
    assert sorted(physician.plain_name for physician in page.context["object_list"]) == found


def test_the_list_in_the_cms_finds_an_npi(editor, contexts, make_physician):
    make_physician("Bo", "Other")
    ana = make_physician()
    page = editor.get(PHYSICIANS, {"q": ana.npi})
    assert [physician.pk for physician in page.context["object_list"]] == [ana.pk]
