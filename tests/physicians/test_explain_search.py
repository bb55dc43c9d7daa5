"""`manage.py explain_search`: one query, stage by stage."""

import logging
import re

import pytest
from django.core.management import CommandError, call_command
from django.http import QueryDict

from physicians.search import directory_search
from physicians.search.directory_search import open_directory, search_directory

pytestmark = pytest.mark.django_db


def explained(capsys, *arguments):
    call_command("explain_search", *arguments)
    return capsys.readouterr().out


@pytest.fixture
def directory(make_physician, herniated_disk, spanish, clinic):
    make_physician(conditions=[herniated_disk], languages=[spanish], locations=[clinic])
    make_physician("Bo", "Berg")


def test_it_names_the_five_stages_with_their_times(capsys, directory):
    printed = explained(capsys, "slipped disk")
    headings = [line.split(":")[0] for line in printed.splitlines() if line[:1].isdigit()]
    assert headings == ["1. parse", "2. plan", "3. query", "4. alternatives", "5. results"]
    assert printed.count(" ms)") == 5
    assert "Together" in printed


def test_it_says_what_the_words_mean_what_is_asked_for_and_who_is_found(capsys, directory, herniated_disk):
    printed = explained(capsys, "dr lopes slipped disk qqqqq")
    for line in (
        "“lopes”: lopez (1 letter differs, 1 name)",
        "“slipped disk”",
        f"Herniated disk: condition:{herniated_disk.pk}",
        "Ana Lopez, MD: ",
        "“qqqqq”",
    ):
        assert line in printed, line
    assert "Bo Berg" not in printed


def test_names_have_the_score_that_puts_them_in_order(capsys, directory, make_physician):
    make_physician("Maria", "Lopez")
    printed = explained(capsys, "lopes")
    (line,) = [line.strip() for line in printed.splitlines() if "Maria Lopez (" in line]
    assert re.fullmatch(r"Ana Lopez \(\d\.\d\d\), Maria Lopez \(\d\.\d\d\)", line)


def test_filters_are_part_of_it(capsys, directory):
    printed = explained(capsys, "disk", "--filters", "language=es&zip=27518&page=x")
    assert "Spanish: every doctor shown matches it" in printed
    assert "Juniper Clinic: " in printed
    assert "There is no such page in this list." in printed


def test_it_is_the_search_that_patients_use(directory, monkeypatch):
    address = QueryDict("q=slipped disk")
    assert search_directory(address).page == open_directory(address)
    monkeypatch.setattr(directory_search, "run_stages", lambda *args, **kwargs: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        open_directory(address)


@pytest.mark.parametrize("words", ["", "-", "\\", "%s", "x" * 5000, "the"])
def test_whatever_is_typed_is_explained(capsys, directory, words):
    assert "5. results" in explained(capsys, words)


def test_what_postgresql_cannot_store_is_refused(directory):
    with pytest.raises(CommandError):
        call_command("explain_search", "a\0b")


def test_the_words_reach_no_log(capsys, directory, caplog):
    caplog.set_level(logging.DEBUG)
    explained(capsys, "unmistakable tumor")
    assert "unmistakable" not in caplog.text
