"""The documents name files that exist, and lists that are complete."""

import functools
import re
import subprocess
from pathlib import Path

import pytest

import wakemed

ROOT = Path(__file__).resolve().parent.parent.parent
DOCUMENTS = sorted(str(path.relative_to(ROOT)) for path in (*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")))
HISTORY = {"CHANGELOG.md"}  # says what was
FILE = re.compile(r"`((?:[\w.*-]+/)+[\w.*-]*|[\w-]+\.(?:py|md|html|sql|css|js|toml|txt|in))(?::\w+)?`")
LINK = re.compile(r"\]\(([^)#:]+)(?:#[^)]*)?\)")
# Not files of this repository: addresses, folders of other machines and packages, files that a reader makes.
ELSEWHERE = re.compile(
    r"^(/|formtools/|text/|MEDIA_ROOT/|calendar\.ics|roster\.csv|busy\.csv|views\.py|\.local/|\.venv/)"
)
PLACEHOLDERS = re.compile(r"\b(test_x|x|kind|name)\b\.(py|html|txt)|…|_x\b")

NAME = re.compile(r"`([A-Z][A-Za-z]*(?:[a-z][A-Z]|_[A-Z])\w*)`")  # `AppointmentRequest`, `APPOINTMENTS_LIMITS`
ELSEWHERE_NAMED = {"APPOINTMENTS_NOTE_LENGTH", "AdminSite", "X_Forwarded_For", "DJANGO_SETTINGS_MODULE"}


@functools.cache
def tracked():
    """Return every file of the repository, and every folder with a slash at its end."""
    files = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split(
        "\n"
    )
    present = {name for name in files if name and (ROOT / name).exists()}
    present |= {str(path.relative_to(ROOT)) for path in (ROOT / "docs").rglob("*") if path.is_file()}
    folders = {f"{parent}/" for name in present for parent in Path(name).parents if str(parent) != "."}
    return present | folders


def is_there(name, known):
    """Return True if a file, or a folder, has this name or a name that ends with it."""
    pattern = re.compile(r"(^|.*/)" + re.escape(name).replace(r"\*", "[^/]*") + "/?$")
    return any(pattern.match(each) for each in known)


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_file_that_a_document_names_exists(document):
    text = (ROOT / document).read_text()
    known = tracked()
    missing = []
    if document not in HISTORY:
        named = {name for name in FILE.findall(text) if not ELSEWHERE.match(name) and not PLACEHOLDERS.search(name)}
        missing = sorted(name for name in named if not is_there(name, known))
    broken = [link for link in LINK.findall(text) if not ((ROOT / document).parent / link).exists()]
    assert missing == []
    assert broken == []


@functools.cache
def words_of_the_code():
    """Return every word of our Python files."""
    packages = ("wakemed", "physicians", "spine", "appointments")
    return {
        word
        for package in packages
        for path in (ROOT / package).rglob("*.py")
        for word in re.findall(r"\w+", path.read_text())
    }


@pytest.mark.parametrize("document", sorted(set(DOCUMENTS) - HISTORY))
def test_every_class_and_setting_that_a_document_names_is_in_the_code(document):
    named = set(NAME.findall((ROOT / document).read_text()))
    assert sorted(named - ELSEWHERE_NAMED - words_of_the_code()) == []


def test_the_readme_is_linked_to_every_other_document_at_the_top():
    readme = (ROOT / "README.md").read_text()
    linked = set(LINK.findall(readme))
    assert {name for name in DOCUMENTS if name.count("/") < 2 and name != "README.md"} <= linked


def test_contributing_links_every_how_to():
    text = (ROOT / "CONTRIBUTING.md").read_text()
    assert {f"docs/how-to/{path.name}" for path in (ROOT / "docs" / "how-to").glob("*.md")} <= set(LINK.findall(text))


def test_the_decisions_are_numbered_without_a_gap_and_each_has_its_number_in_its_title():
    names = sorted(path.name for path in (ROOT / "docs" / "decisions").glob("*.md"))
    assert [name[:4] for name in names] == [f"{number:04}" for number in range(1, len(names) + 1)]
    for number, name in enumerate(names, start=1):
        assert (ROOT / "docs" / "decisions" / name).read_text().startswith(f"# {number}. ")


def test_the_changelog_begins_with_this_version():
    [first, *_] = re.findall(r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text(), re.MULTILINE)
    assert first == wakemed.__version__


def test_make_help_lists_every_target():
    makefile = (ROOT / "Makefile").read_text()
    targets = set(re.findall(r"^([a-z][a-z-]*):", makefile, re.MULTILINE))
    printed = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert targets == set(re.findall(r"^  make ([a-z-]+) ", printed, re.MULTILINE))
    assert wakemed.__version__ in printed
