"""What people type into the question pages, and what is said about it."""

import datetime

import pytest
from django import forms
from django.utils.datastructures import MultiValueDict

from appointments.request_form.fields import CharacterCountTextarea, MemorableDateField, PhoneField, PlainTextField


def text_field(**options):
    return PlainTextField(error_messages={"required": "Say something."}, **options)


def sentences(field, value):
    with pytest.raises(forms.ValidationError) as refused:
        field.clean(value)
    return refused.value.messages


@pytest.mark.parametrize("typed", ["  Maria  Reyes ", "Maria\tReyes", "Maria\u00a0Reyes", "Maria\r\nReyes"])
def test_a_line_of_text_is_tidied(typed):
    assert text_field().clean(typed) == "Maria Reyes"


@pytest.mark.parametrize("typed", ["", "   ", "\n\t\n", "\u200b", "\u2060\u200d", "\ufeff \u00a0"])
def test_text_of_which_nothing_can_be_seen_counts_as_nothing(typed):
    assert sentences(text_field(), typed) == ["Say something."]
    assert text_field(required=False).clean(typed) == ""


@pytest.mark.parametrize("typed", ["O\u2019Sample-Núñez", "李小龍", "فاطمة", "👍", "-", '\\"*(', "<script>"])
def test_any_visible_text_is_taken_as_it_is(typed):
    assert text_field().clean(typed) == typed


@pytest.mark.parametrize("typed", ["a\0b", "\0", "a\ud800b", "\udfff"])
def test_what_the_database_cannot_hold_is_refused_in_one_plain_sentence(typed):
    assert sentences(text_field(), typed) == [
        "This contains a character that can't be saved. Please type the text instead of pasting it."
    ]


def test_text_that_is_too_long_is_refused_not_cut():
    field = text_field(max_length=1000)
    assert field.clean("x" * 1000) == "x" * 1000
    assert sentences(field, "x" * 1012) == ["Please shorten this to 1000 characters or fewer. It has 1012 now."]
    assert "maxlength" not in field.widget.attrs


def test_a_line_break_counts_once_however_it_was_sent():
    field = text_field(max_length=5, widget=CharacterCountTextarea())
    for line_break in ("\n", "\r\n", "\r"):
        assert field.clean(f"ab{line_break}cd") == "ab\ncd"
        assert sentences(field, f"abc{line_break}cd") == [
            "Please shorten this to 5 characters or fewer. It has 6 now."
        ]


def test_an_emoji_counts_once():
    assert text_field(max_length=2, widget=CharacterCountTextarea()).clean("👍👍") == "👍👍"


class WordsForm(forms.Form):
    words = PlainTextField(max_length=1000, widget=CharacterCountTextarea(), help_text="Since when?")


def test_a_text_area_with_a_limit_says_so_before_anything_is_typed():
    html = str(WordsForm()["words"])
    assert "You can write up to 1,000 characters." in html
    assert 'id="id_words_count"' in html
    assert 'aria-describedby="id_words_helptext id_words_count"' in html
    assert "maxlength" not in html


def test_a_text_that_utf8_cannot_carry_can_still_be_shown_again():
    html = str(WordsForm({"words": "half \ud83d of a face"})["words"])
    assert "half \N{REPLACEMENT CHARACTER} of a face" in html
    html.encode()


@pytest.mark.parametrize(
    "typed",
    [
        "9195550142",
        "919-555-0142",
        "(919) 555 0142",
        "919.555.0142",
        " +1 919 555 0142 ",
        "1-919-555-0142",
        "919\u2013555\u20130142",
    ],
)
def test_a_phone_number_is_taken_as_people_write_it(typed):
    assert PhoneField().clean(typed).as_e164 == "+19195550142"


@pytest.mark.parametrize(
    "typed", ["555-0142", "call me", "919-555-01423", "1" * 400, "9" * 100_000, "919\0", "+", "☎"]
)
def test_what_is_no_phone_number_is_refused_in_one_sentence(typed):
    assert sentences(PhoneField(), typed) == ["Enter just the number, with its area code, for example 919-555-0123."]


def test_a_phone_number_is_asked_for():
    assert sentences(PhoneField(), "  ") == ["Enter a phone number."]
    assert not PhoneField(required=False).clean("")


class PhoneForm(forms.Form):
    phone = PhoneField()


def test_a_phone_number_is_shown_again_exactly_as_it_was_typed():
    assert 'value="(919)555.01"' in str(PhoneForm({"phone": "(919)555.01"})["phone"])


def test_a_stored_phone_number_is_shown_the_way_it_is_written_here():
    assert 'value="(919) 555-0142"' in str(PhoneForm(initial={"phone": PhoneField().clean("+19195550142")})["phone"])


class BirthForm(forms.Form):
    born = MemorableDateField(birthday=True)


def born(month="", day="", year=""):
    return BirthForm({"born_month": month, "born_day": day, "born_year": year})


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        (("4", "27", "1958"), (1958, 4, 27)),
        (("04", "07", "1958"), (1958, 4, 7)),
        ((" 4 ", "27 ", " 1958"), (1958, 4, 27)),
        (("2", "29", "2024"), (2024, 2, 29)),
        (("12", "31", "1899"), (1899, 12, 31)),
    ],
)
def test_three_parts_make_a_date(typed, expected):
    form = born(*typed)
    assert form.is_valid()
    assert form.cleaned_data["born"] == datetime.date(*expected)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        (("", "", ""), "Enter the month, the day and the year."),
        ((" ", " ", " "), "Enter the month, the day and the year."),
        (("", "27", "1958"), "The month is missing. Enter it as a number."),
        (("4", "", "1958"), "The day is missing. Enter it as a number."),
        (("4", "27", ""), "The year is missing. Enter it with four digits."),
        (("", "", "1958"), "The month and the day are missing."),
        (("", "27", ""), "The month and the year are missing."),
        (("4", "", ""), "The day and the year are missing."),
        (("April", "27", "1958"), "Write the date in numbers only, for example 3 27 1962."),
        (("-4", "27", "1958"), "Write the date in numbers only, for example 3 27 1962."),
        (("٤", "27", "1958"), "Write the date in numbers only, for example 3 27 1962."),
        (("4", "27", "195\0"), "Write the date in numbers only, for example 3 27 1962."),
        (("4", "27", "195\ud800"), "Write the date in numbers only, for example 3 27 1962."),
        (("13", "27", "1958"), "The month must be a number from 1 to 12."),
        (("0", "27", "1958"), "The month must be a number from 1 to 12."),
        (("9" * 100_000, "27", "1958"), "The month must be a number from 1 to 12."),
        (("4", "32", "1958"), "The day must be a number from 1 to 31."),
        (("4", "027", "1958"), "The day must be a number from 1 to 31."),
        (("4", "27", "58"), "Enter all four digits of the year, for example 1958."),
        (("4", "27", "0000"), "Enter all four digits of the year, for example 1958."),
        (("4", "27", "9" * 100_000), "Enter all four digits of the year, for example 1958."),
        (("2", "29", "2023"), "There is no such day in that month. Check the day, the month and the year."),
        (("4", "31", "1958"), "There is no such day in that month. Check the day, the month and the year."),
    ],
)
def test_each_wrong_date_has_its_own_sentence_and_is_shown_again(typed, sentence):
    form = born(*typed)
    assert form.errors == {"born": [sentence]}
    for text in typed:
        shown = text.replace("\ud800", "\N{REPLACEMENT CHARACTER}").strip("\0")
        assert shown in str(form["born"])
    str(form["born"]).encode()


def test_a_date_that_nobody_has_to_give_is_none():
    assert MemorableDateField(required=False).clean(["", "", ""]) is None
    assert MemorableDateField(required=False).clean([None, None, None]) is None


def test_limits_are_asked_for_when_the_form_is_sent():
    field = MemorableDateField(earliest=datetime.date(1900, 1, 1), latest=lambda: datetime.date(2026, 7, 4))
    assert field.clean(["7", "4", "2026"]) == datetime.date(2026, 7, 4)
    assert sentences(field, ["7", "5", "2026"]) == ["The date must be July 4, 2026 or earlier."]
    assert sentences(field, ["12", "31", "1899"]) == ["The date must be January 1, 1900 or later."]


def test_the_parts_of_a_date_come_in_the_order_in_which_people_here_say_them():
    html = str(BirthForm(initial={"born": datetime.date(1958, 4, 27)})["born"])
    places = [html.index(text) for text in ('value="4"', 'value="27"', 'value="1958"')]
    assert places == sorted(places)
    for part in ("month", "day", "year"):
        assert f'autocomplete="bday-{part}"' in html
    assert html.count('inputmode="numeric"') == 3


def test_a_date_that_is_no_birthday_is_not_filled_in_by_the_browser():
    field = MemorableDateField()
    assert "autocomplete" not in field.widget.render("day", None)


def test_a_form_that_names_a_part_twice_takes_the_last():
    data = MultiValueDict({"born_month": ["4", "5"], "born_day": ["27"], "born_year": ["1958"]})
    assert BirthForm(data).fields["born"].widget.value_from_datadict(data, {}, "born") == ["5", "27", "1958"]
