"""Lines of a roster, and what an import leaves."""

from django.core.management import CommandError, call_command
from django.db import connection
from wagtail.models import ModelLogEntry, Revision

from physicians.imports.column_kinds import YesNoColumn
from physicians.imports.roster_columns import ROSTER
from physicians.npi import check_digit


def number(position):
    first_nine = f"1000{62000 + position}"
    return first_nine + check_digit(first_nine)


ANA = number(0)
ZERO = next(npi for npi in map(number, range(100, 200)) if npi.endswith("0"))


def line(npi=ANA, **values):
    """Return a line of a roster, in the order of the columns."""
    empty = {column.header: "no" if isinstance(column, YesNoColumn) else "" for column in ROSTER.columns}
    row = {
        **empty,
        "first_name": "Ana",
        "last_name": "Núñez",
        "credentials": "MD",
        "gender": "female",
        "specialties": "Neurosurgery",
        "languages": "Spanish",
        "locations": "juniper-clinic",
        "accepting_new_patients": "yes",
        **values,
        "npi": npi,
    }
    cells = [row[name] for name in ROSTER.headers]
    return ",".join('"' + cell.replace('"', '""') + '"' if set('",\n') & set(cell) else cell for cell in cells)


def import_file(file, capsys, **options):
    """Return what the command has said, on both of its streams, and its exit code."""
    said, code = "", 0
    try:
        call_command("import_physicians", str(file), **options)
    except CommandError as error:
        said, code = str(error), error.returncode
    return "".join(capsys.readouterr()) + said, code


def versions():
    """Return which version of which row there is, of everything that an import can write."""
    found = []
    with connection.cursor() as cursor:
        for table in ("physician", "physician_specialties", "physician_languages", "physiciandocument"):
            cursor.execute(f"SELECT xmin::text, ctid::text FROM physicians_{table} ORDER BY ctid")
            found.append(cursor.fetchall())
    return found, Revision.objects.count(), ModelLogEntry.objects.count()
