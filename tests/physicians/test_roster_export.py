"""The roster as a file, and back."""

import gzip

import pytest
from django.core.management import call_command

from physicians.imports.roster_columns import ROSTER
from physicians.models import Specialty
from tests.factories import make_clinic

from .rosters import import_file, versions

pytestmark = pytest.mark.django_db


@pytest.fixture
def roster(make_physician, spanish, clinic, neurosurgery):
    """People whose data could trip up a spreadsheet, a list or a lookup."""
    Specialty.objects.create(name="Spine; and brain", slug="neuro-2", practitioner="Surgeon")
    Specialty.objects.create(name="neurosurgéry", slug="neuro-3", practitioner="Surgeon")  # folded like the first
    annex = make_clinic("annex", name="+Annex")
    people = [
        make_physician("=1+1", "@cmd", languages=[spanish], locations=[clinic, annex]),
        make_physician("'=Bo", "'t Hooft", credentials="-MD", gender="nonbinary"),
        make_physician('An"n', "O’Núñez, the 2nd", offers_virtual_visits=True, licensed_states=["VA", "NC"]),
        make_physician("  Al ", "Li\ttle", accepting_new_patients=False),
    ]
    for person in people:
        person.specialties.set(Specialty.objects.all())
        person.on_roster = True
        person.save()
    return people


def test_importing_the_export_changes_nothing(roster, tmp_path, capsys):
    file = tmp_path / "export.csv"
    call_command("export_physicians", str(file))
    before = versions()
    said, code = import_file(file, capsys)
    assert (code, "0 new, 0 changed, 0 now on the roster, 4 unchanged, 0 no longer" in said) == (0, True), said
    assert versions() == before


def test_no_cell_begins_like_a_formula_and_the_rows_are_sorted(roster, tmp_path):
    file = tmp_path / "export.gz"
    call_command("export_physicians", str(file), gzip=True)
    header, *lines = gzip.decompress(file.read_bytes()).decode("utf-8-sig").splitlines()
    assert header == ",".join(ROSTER.headers)
    assert [line.split(",")[0] for line in lines] == sorted(person.npi for person in roster)
    assert not [cell for line in lines for cell in line.split(",") if cell.strip('"')[:1] in set("=+-@")]
    assert not (tmp_path / "export.gz.part").exists()


def test_only_published_people_on_the_roster_are_written_unless_all_are_asked_for(make_physician, capfdbinary):
    make_physician("Edith", "Editors")
    make_physician("Drew", "Draft", live=False, on_roster=True)
    make_physician("Rose", "Roster", on_roster=True)
    call_command("export_physicians")
    call_command("export_physicians", all=True)
    out, said = capfdbinary.readouterr()
    assert out.count(b"Rose") == 2
    assert out.count(b"Edith") == 1
    assert b"Drew" not in out
    assert b"1 published profiles are not on the roster; --all" in said
