"""What `make audit` says, with a stand-in for the program that asks the database."""

import json
import re
from pathlib import Path

import pytest

from wakemed.dev import audit

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture
def says(tmp_path):
    """Return a function that audits two packages with a program that prints this."""

    def run(output):
        (tmp_path / "requirements.txt").write_text(
            "django==5.2.1 \\\n    --hash=sha256:00\nwagtail==7.4\n    # via -r x\n"
        )
        (tmp_path / "output").write_text(output if isinstance(output, str) else json.dumps({"dependencies": output}))
        program = tmp_path / "pip-audit"
        program.write_text(f"#!/bin/sh\ncat {tmp_path}/output\n")
        program.chmod(0o700)
        return audit.main(program, tmp_path / "requirements.txt")

    return run


def package(name, *vulnerabilities):
    return {"name": name, "version": "1", "vulns": [{"id": each, "fix_versions": ["2"]} for each in vulnerabilities]}


def test_nothing_known_is_said(says, capsys):
    assert says([package("django"), package("wagtail")]) == 0
    assert capsys.readouterr().out == "2 packages, 0 with a known vulnerability.\n"


def test_what_is_known_is_named(says, capsys):
    assert says([package("django", "CVE-1", "CVE-2"), package("wagtail")]) == 1
    assert "django 1: CVE-2, mended in 2\n" in capsys.readouterr().out


@pytest.mark.parametrize("output", ["", "Traceback", "{}", [{"name": "django", "skip_reason": "not found"}]])
def test_a_database_that_cant_be_asked_is_said(says, capsys, output):
    assert says(output) == 2
    assert capsys.readouterr().out.startswith("Nothing was audited for 2 of 2 packages")


def test_every_package_is_pinned_with_its_hashes():
    for path in ROOT.glob("requirements*.txt"):
        pinned = re.findall(r"^[a-z0-9.-]+(?:\[[a-z,]+\])?==(.*(?:\n    --hash.*)*)", path.read_text(), re.MULTILINE)
        assert pinned, path.name
        assert [each for each in pinned if "--hash=sha256:" not in each] == [], path.name
