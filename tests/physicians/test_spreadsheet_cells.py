"""No cell of a CSV file that people open in a spreadsheet is a formula."""

import pytest

from physicians.spreadsheet_cells import escape_formula, unescape_formula

FORMULAS = ["=1", "+1", "-1", "@x", "\tx", "\rx", "＝1", "＋1", "－1", "＠x"]  # noqa: RUF001


@pytest.mark.parametrize("text", FORMULAS)
def test_what_a_spreadsheet_would_run_gets_a_quote(text):
    assert escape_formula(text) == f"'{text}"
    assert escape_formula(f"a{text}") == f"a{text}"


@pytest.mark.parametrize("text", [*FORMULAS, "'=1", "''=1", "'t Hooft", "", "'", "a"])
def test_what_was_escaped_reads_as_it_was(text):
    assert unescape_formula(escape_formula(text)) == text
