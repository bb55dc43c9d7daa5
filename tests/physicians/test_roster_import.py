"""The hospital's roster is imported."""

import contextlib
import datetime
import gzip

import psycopg2
import pytest
from django.db import connection
from wagtail.models import ModelLogEntry

from physicians.advisory_locks import Job
from physicians.imports.roster_columns import ROSTER
from physicians.models import Physician, PhysicianDocument, SearchWord
from physicians.services import roster_changes, roster_import
from physicians.services.departures import record_departure
from tests.factories import make_member

from .rosters import ANA, ZERO, import_file, line, number, versions

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def vocabulary(neurosurgery, spanish, clinic):
    """What the lines name."""


@pytest.fixture
def import_lines(tmp_path, capsys):
    """Return a function that imports lines below the header, and returns what was said and the exit code."""

    def run(*lines, **options):
        file = tmp_path / "roster"
        file.write_text("\n".join([",".join(ROSTER.headers), *lines]))
        return import_file(file, capsys, **options)

    return run


def test_new_people_are_published_at_once_and_the_search_finds_them(import_lines, make_physician):
    make_physician("Ana", "Núñez")  # takes the address
    said, code = import_lines(line(), line(ZERO, first_name="Ana", virtual_visits="1", licensed_states="nc; virginia"))
    assert (code, "2 new, 0 changed" in said) == (0, True)
    ana = Physician.objects.live().get(npi=ANA)
    other = Physician.objects.live().get(npi=ZERO)
    assert [ana.slug, other.slug] == ["ana-nunez-2", "ana-nunez-3"]
    assert other.licensed_states == ["NC", "VA"]
    assert ana.on_roster
    assert not ana.has_unpublished_changes
    assert [str(place) for place in ana.locations.all()] == ["Juniper Clinic"]
    document = PhysicianDocument.objects.get(pk=ana.pk)
    assert {"accepting", f"location:{ana.locations.get().pk}"} < set(document.lexemes)
    assert SearchWord.objects.get(word="nunez").names == 3
    assert ModelLogEntry.objects.for_instance(ana).get().action == "wagtail.create"
    import_lines(line(), line(ZERO), line(number(7)), line(number(8), last_name="Nunez 4"))
    assert {each.slug for each in Physician.objects.filter(npi__in=[number(7), number(8)])} == {
        "ana-nunez-4",
        "ana-nunez-4-2",
    }


def test_the_same_file_a_second_time_writes_nothing(import_lines):
    rows = [
        line(),
        line(ZERO, first_name="Bo", languages="", locations="", virtual_visits="yes", licensed_states="NC"),
    ]
    import_lines(*rows)
    import_lines(line(credentials="DO"), rows[1])
    before = versions()
    said, code = import_lines(line(credentials="DO"), rows[1])
    assert (code, "2 unchanged" in said) == (0, True)
    assert versions() == before


def test_a_dry_run_says_the_same_and_writes_nothing(import_lines, make_physician):
    gone = make_physician("Gil", "Gone", on_roster=True)
    stays = make_physician("Sue", "Stays", on_roster=True)
    rows = [line(), line(stays.npi, first_name="Sue", last_name="Stays", gender=""), line("123")]
    before = versions()
    dry, code = import_lines(*rows, dry_run=True)
    assert versions() == before
    assert code == 2
    assert f"New: Ana Núñez ({ANA})" in dry
    assert f"Changed: Sue Stays ({stays.npi}): languages, locations" in dry
    assert f"No longer in the file: Gil Gone ({gone.npi})" in dry
    assert "Line 4: This is not a valid NPI" in dry
    assert "1 new, 1 changed, 0 now on the roster, 0 unchanged, 1 no longer in the file" in dry
    real, code = import_lines(*rows)
    assert (real, code) == (dry.replace("Nothing was written. It would be: ", ""), 2)
    gone.refresh_from_db()
    assert (gone.live, gone.on_roster) == (True, True)


BAD_ROWS = [
    ({"npi": "1234567890"}, "not a valid NPI"),
    ({"specialties": "Neurosurgery;Alchemy"}, "The specialty “Alchemy” is unknown"),
    ({"specialties": " ; "}, "specialties is empty"),
    ({"languages": "Klingon"}, "The language “Klingon” is unknown"),
    ({"locations": "Atlantis"}, "The location “Atlantis” is unknown"),
    ({"licensed_states": "NC;ZZ"}, "“ZZ” is not a state"),
    ({"virtual_visits": "yes"}, "at least one state in licensed_states"),
    ({"accepting_new_patients": "perhaps"}, "accepting_new_patients must be yes or no"),
    ({"gender": "tall"}, "gender must be female, male, nonbinary or empty"),
    ({"first_name": ""}, "first_name is empty"),
    ({"last_name": "x" * 81}, "last_name is longer than 80"),
    ({"credentials": "x" * 41}, "credentials is longer than 40"),
    ({"last_name": "N\0ne"}, "last_name contains a character that isn't text"),
    ({"last_name": "N\x1b[2Jne"}, "last_name contains a character that isn't text"),
]


def test_a_bad_row_is_named_by_its_line_and_stops_nothing(import_lines):
    rows = [line(**{"npi": number(at), **values}) for at, (values, _why) in enumerate(BAD_ROWS, 1)]
    good, two_lines = line(first_name="Annie"), line(number(99), credentials="MD,\nPhD")
    said, code = import_lines(
        *rows, "", two_lines, good, good, "too,few", '12,"never closed', '"a" b', line(ZERO, last_name='"Q" Quote')
    )
    assert code == 2
    for at, (_values, why) in enumerate(BAD_ROWS, 2):
        (told,) = [part for part in said.splitlines() if part.startswith((f"Line {at} ", f"Line {at}:"))]
        assert why in told
    good_at = len(BAD_ROWS) + 5  # after the header, the bad ones, an empty line and one record of two lines
    assert f"Line {good_at + 1} (NPI {ANA}): The same NPI is in line {good_at}." in said
    assert f"Line {good_at + 2}: It has 2 cells instead of {len(ROSTER.columns)}." in said
    assert f"Line {good_at + 3}: A quotation mark is missing or misplaced" in said
    assert f"Line {good_at + 4}: A quotation mark is missing or misplaced" in said
    assert f"{len(BAD_ROWS) + 4} bad rows" in said
    assert dict(Physician.objects.values_list("npi", "credentials")) == {ANA: "MD", number(99): "MD, PhD", ZERO: "MD"}


def test_a_physician_with_a_bad_row_is_not_gone(import_lines, make_physician):
    ana = make_physician(on_roster=True)
    said, code = import_lines(line(ana.npi, gender="tall"))
    assert (code, "0 no longer in the file" in said) == (2, True)


HEADER = ",".join(ROSTER.headers).encode()
UNREADABLE = [
    (b"", "The file is empty"),
    (b"npi;first_name;last_name", "not separated by commas"),
    (HEADER.replace(b"gender,", b"").replace(b"credentials", b"npi") + b",shoe size", "Missing: credentials, gender"),
    (HEADER.replace(b"gender,", b"").replace(b"credentials", b"npi") + b",shoe size", "unknown: “shoe_size”"),
    (HEADER.replace(b"credentials", b"npi"), "more than once: npi"),
    (HEADER.decode().encode("utf-16"), "Line 1 is not encoded in UTF-8"),
    (HEADER + b"\n" + line().encode("latin-1"), "Line 2 is not encoded in UTF-8"),
    (HEADER + b"\n" + b"x" * 100_000, "Line 2 is longer than"),
    (b'"npi' + b"\n," * 30, "is not a header with the right columns"),
    (gzip.compress(HEADER * 9)[:-12], "The gzip file is damaged"),
    (b"\x1f\x8bnothing", "The gzip file is damaged"),
    (HEADER.replace(b",", b",\0"), "is not a header with the right columns"),
]


def test_a_file_that_is_none_changes_nothing_and_says_why(capsys, tmp_path):
    for content, why in UNREADABLE:
        file = tmp_path / "none.csv"
        file.write_bytes(content)
        said, code = import_file(file, capsys)
        assert (code, why in said) == (1, True), (said, why)
    for file in (tmp_path, tmp_path / "missing"):
        said, code = import_file(file, capsys)
        assert (code, "The file can't be read" in said) == (1, True)
    assert not Physician.objects.exists()


def test_columns_in_any_order_names_in_any_case_compressed_and_marked(capsys, tmp_path):
    cells = dict(zip(ROSTER.headers, line(languages="ES;SPÁNISH", locations="juniper CLINIC").split(","), strict=True))
    names = [name.replace("_", " ").title() for name in reversed(cells)]
    text = ",".join(names) + "\r\n" + ",".join(reversed(cells.values()))
    file = tmp_path / "roster.txt"
    file.write_bytes(gzip.compress(b"\xef\xbb\xbf" + text.encode()))
    said, code = import_file(file, capsys)
    assert (code, "1 new" in said) == (0, True)
    assert Physician.objects.get().languages.get().code == "es"


def test_a_draft_that_nobody_published_is_reported_and_left(import_lines, make_physician):
    ana = make_physician("Ana", "Lopez", biography="As published.")
    ana.biography = "As drafted."
    ana.save_revision()
    said, code = import_lines(line(ana.npi, last_name="Lopez"))
    assert (code, "Ana Lopez" in said, "has an unpublished draft" in said) == (2, True, True)
    ana.refresh_from_db()
    assert (ana.gender, ana.on_roster, ana.has_unpublished_changes) == ("", False, True)


def test_what_the_roster_changed_is_what_an_editor_opens_and_brings_back(
    import_lines, make_physician, scoliosis, client
):
    ana = make_physician("Ana", "Lopez", biography="By an editor.", conditions=[scoliosis])
    ana.save_revision().publish()
    said, code = import_lines(line(ana.npi, last_name="Lopez-Diaz", virtual_visits="yes", licensed_states="VA"))
    assert (code, "last_name, gender, languages, locations, virtual_visits, licensed_states" in said) == (0, True)
    ana = Physician.objects.get(pk=ana.pk)
    assert ana.get_latest_revision_as_object().family_name == "Lopez-Diaz"
    assert not ana.has_unpublished_changes
    assert ana.live_revision == ana.latest_revision
    # Taken down, what the CMS opens is the last version, not the row.
    ana.unpublish()
    ana = Physician.objects.get(pk=ana.pk)
    draft = ana.get_latest_revision_as_object()
    draft.education = "By an editor, later."
    draft.save_revision().publish()
    ana = Physician.objects.get(pk=ana.pk)
    assert (ana.family_name, ana.licensed_states, ana.live) == ("Lopez-Diaz", ["VA"], True)
    assert (ana.biography, ana.education, ana.slug) == ("By an editor.", "By an editor, later.", "ana-lopez")
    assert [*ana.conditions.all()] == [scoliosis]
    assert ana.on_roster
    entry = ModelLogEntry.objects.for_instance(ana).get(action=roster_changes.LOG_ACTION)
    assert entry.message.startswith("Changed by the hospital's roster: last_name, gender")
    assert "diaz" in PhysicianDocument.objects.get(pk=ana.pk).names


def test_a_profile_of_the_editors_with_the_same_values_comes_onto_the_roster(import_lines, make_physician):
    ana = make_physician("Ana", "Lopez")
    row = line(ana.npi, last_name="Lopez", gender="", languages="", locations="")
    said, code = import_lines(row)
    assert (code, "1 now on the roster" in said) == (0, True)
    ana.refresh_from_db()
    assert ana.on_roster
    assert ana.latest_revision is None


def test_who_has_left_and_is_in_the_file_stays_down(import_lines, make_physician):
    ana = make_physician("Ana", "Lopez", on_roster=True)
    user = make_member("editor@example.com")
    record_departure(physician=ana, by=user, now=datetime.datetime(2026, 11, 22, tzinfo=datetime.UTC))
    said, code = import_lines(line(ana.npi))
    assert (code, "Ana Lopez" in said, "the profile isn't published" in said) == (0, True, True)
    assert not Physician.objects.live().exists()


def test_a_file_that_lacks_most_of_the_roster_is_refused_unless_told(import_lines, make_physician):
    for name in ("Ann", "Ben", "Cy"):
        make_physician(name, "Lee", on_roster=True)
    stays = Physician.objects.get(given_name="Ann")
    rows = [line(stays.npi, first_name="Ann", last_name="Lee"), line()]
    said, code = import_lines(*rows)
    assert (code, "2 of the 3 physicians on the roster are not in the file" in said) == (1, True)
    assert not Physician.objects.filter(npi=ANA).exists()
    said, code = import_lines(*rows, even_if_most_are_gone=True)
    assert (code, "1 new, 1 changed" in said, "2 no longer in the file" in said) == (0, True, True)


def test_a_second_import_at_the_same_time_says_so(import_lines):
    with contextlib.closing(psycopg2.connect(**connection.get_connection_params())) as other, other.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [Job.ROSTER_IMPORT])
        said, code = import_lines(line())
    assert (code, "Another import is running" in said) == (1, True)
    assert not Physician.objects.exists()


def test_what_is_cut_off_leaves_whole_batches_and_the_next_run_ends_the_job(import_lines, monkeypatch):
    monkeypatch.setattr(roster_import, "BATCH", 2)
    rows = [line(number(at), first_name=f"Person {at}") for at in range(5)]
    batches = []

    def cut_off(**given):
        batches.append(given)
        if len(batches) == 2:
            raise KeyboardInterrupt
        return roster_changes.take_over(**given)

    monkeypatch.setattr(roster_import, "take_over", cut_off)
    said, code = import_lines(*rows)
    assert (code, "What is written is complete" in said) == (130, True)
    assert PhysicianDocument.objects.count() == Physician.objects.live().count() == 2
    said, code = import_lines(*rows)
    assert (code, "3 new, 0 changed, 0 now on the roster, 2 unchanged" in said) == (0, True)
