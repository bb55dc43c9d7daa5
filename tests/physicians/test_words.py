import pytest

from physicians.search.parse.tokens import LONGEST_QUERY, MOST_TOKENS, plain, tokenize


def texts(query):
    return [word.text for word in tokenize(query).tokens]


def test_accents_case_and_apostrophes_do_not_count():
    assert plain("O'Brien") == plain("O\u2019BRIEN") == plain("O\u00b4Brien") == "obrien"
    assert plain("NÚÑEZ") == plain("nu\u0301n\u0303ez") == "nunez"


def test_a_hyphen_parts_words():
    assert texts("Okonkwo-Reyes") == ["okonkwo", "reyes"]


@pytest.mark.parametrize("query", ["", "   ", "-", "\\", '"', "*", "(", "💀", "<>", "'", "%_"])
def test_signs_alone_are_no_words(query):
    assert texts(query) == []


@pytest.mark.parametrize(
    ("query", "words"), [("-x", ["x"]), ("chase-", ["chase"]), ("p-8", ["p", "8"]), ("<a@b>", ["a", "b"])]
)
def test_signs_around_words_are_dropped(query, words):
    assert texts(query) == words


def test_small_words_are_not_required():
    query = tokenize("a doctor for my sciatica")
    assert [word.text for word in query.tokens if word.number in query.required] == ["sciatica"]


def test_a_repeated_word_counts_once():
    assert texts("back back BACK") == ["back"]


def test_a_long_query_is_cut_and_says_so():
    query = tokenize("sciatica " * 20_000)
    assert len(query.text) <= LONGEST_QUERY
    assert query.shortened


def test_many_words_are_cut_and_say_so():
    query = tokenize(" ".join(f"w{number}" for number in range(40)))
    assert len(query.tokens) == MOST_TOKENS
    assert query.shortened


def test_an_ordinary_query_is_not_cut():
    assert not tokenize("pinched nerve in the neck").shortened
