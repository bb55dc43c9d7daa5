"""A column of the roster is one declaration: everything else follows from it."""

import re

import pytest
from django.core.management import call_command, load_command_class
from django.db.models import BooleanField
from wagtail.models import ModelLogEntry

from physicians.imports.column_kinds import TextColumn, YesNoColumn
from physicians.imports.list_columns import LinksColumn
from physicians.imports.roster_columns import ROSTER
from physicians.models import Physician, Procedure
from tests.journeys.serving import ROOT

from .rosters import ANA, import_file, line, versions

DOCS = ROOT / "docs/operations.md"


@pytest.fixture
def procedures(neurosurgery, spanish, clinic):
    """What the lines name."""
    for name in ("Laminectomy", "Spinal fusion"):
        Procedure.objects.create(name=name, slug=name.lower().replace(" ", "-"))


@pytest.fixture
def declare(monkeypatch):
    """Return a function that adds a column to the roster, in the place of a real one for the same field."""

    def add(column):
        others = [each for each in ROSTER.after_npi if each.field != column.field]
        monkeypatch.setattr(ROSTER, "after_npi", (*others, column))

    return add


@pytest.fixture
def import_line(tmp_path, capsys):
    """Return a function that imports one line, and returns what was said and the exit code."""

    def run(**cells):
        file = tmp_path / "roster.csv"
        file.write_text("\n".join([",".join(ROSTER.headers), line(**cells)]))
        return import_file(file, capsys)

    return run


def value_of(column):
    """Return what the one profile has in a column's field: as text, with the links sorted by name."""
    field = getattr(Physician.objects.get(), column.field)
    return ", ".join(map(str, field.order_by("name"))) if hasattr(field, "all") else str(field)


# For each column: a cell and the profile's value from it, another cell and its value, a bad cell and the sentence.
DECLARED = {
    LinksColumn("treats_by", "procedures"): (
        *("laminectomy", "Laminectomy"),
        *("LAMINECTOMY;Spinal fusion", "Laminectomy, Spinal fusion"),
        *("Alchemy", "The procedure “Alchemy” is unknown."),
    ),
    TextColumn("boards", "board_certifications"): (
        *("", ""),
        *("=Surgery, 2014", "=Surgery, 2014"),
        *("\x1bSurgery", "boards contains a character that isn't text."),
    ),
    YesNoColumn("invented", "is_sample"): (
        *("no", "False"),
        *("Yes", "True"),
        *("perhaps", "invented must be yes or no."),
    ),
}


@pytest.mark.django_db
@pytest.mark.parametrize("column", DECLARED, ids=lambda column: type(column).__name__)
def test_a_column_that_is_only_declared_is_imported_compared_exported_and_locked(
    procedures, declare, import_line, tmp_path, capsys, admin_client, contexts, column
):
    declare(column)
    first, first_value, second, second_value, bad, sentence = DECLARED[column]
    said, code = import_line(**{column.header: first})
    assert (code, "1 new" in said) == (0, True), said
    assert value_of(column) == first_value
    said, code = import_line(**{column.header: second})
    assert (code, said.splitlines()[0]) == (0, f"Changed: Ana Núñez ({ANA}): {column.header}")
    assert value_of(column) == second_value
    entry = ModelLogEntry.objects.filter(action="physicians.roster").get()
    assert entry.message == f"Changed by the hospital's roster: {column.header}"
    said, code = import_line(**{column.header: bad})
    assert (code, f"Line 2 (NPI {ANA}): {sentence}" in said) == (2, True), said
    assert value_of(column) == second_value

    file = tmp_path / "export.csv"
    call_command("export_physicians", str(file))
    header, _row = file.read_text("utf-8-sig").splitlines()
    assert header.endswith(f",{column.header}")
    capsys.readouterr()
    before = versions()
    said, code = import_file(file, capsys)
    assert (code, "0 changed, 0 now on the roster, 1 unchanged" in said) == (0, True), said
    assert versions() == before

    page = admin_client.get(f"/cms/snippets/physicians/physician/edit/{Physician.objects.get().pk}/")
    assert f", {column.label}." in page.content.decode()
    fields = page.context["form"].fields
    assert (column.field in fields) == column.model_field.editable
    assert not column.model_field.editable or fields[column.field].disabled


@pytest.mark.django_db
def test_a_file_of_before_lacks_the_new_column(procedures, declare, tmp_path, capsys):
    file = tmp_path / "roster.csv"
    file.write_text("\n".join([",".join(ROSTER.headers), line()]))
    declare(LinksColumn("treats_by", "procedures"))
    said, code = import_file(file, capsys)
    assert (code, "Missing: treats_by" in said) == (1, True), said


def test_each_declared_column_has_a_field_and_a_header_as_a_file_is_read():
    assert len(set(ROSTER.headers)) == len(set(ROSTER.fields)) == len(ROSTER.columns)
    for column in ROSTER.columns:
        assert re.fullmatch(r"[a-z]+(_[a-z]+)*", column.header)
        assert column.model_field.name == column.field
        assert isinstance(column.model_field, BooleanField) == isinstance(column, YesNoColumn)


def test_the_help_of_the_import_and_the_documentation_name_every_column():
    documented = DOCS.read_text().partition("## The hospital's roster")[2].partition("\n## ")[0]
    table = documented.partition("| column |")[2].partition("\n\n")[0]
    help_text = load_command_class("wakemed", "import_physicians").create_parser("manage.py", "x").format_help()
    for header in ROSTER.headers:
        assert f"`{header}`" in table
        assert f"  {header} " in help_text
    assert {*re.findall(r"`([a-z_]+)`", re.sub(r"(?m)\|[^|]*\|$", "|", table))} == set(ROSTER.headers)
