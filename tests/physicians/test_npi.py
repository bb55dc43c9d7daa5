import pytest
from django.core.exceptions import ValidationError

from physicians.npi import check_digit, validate_npi


def test_the_example_of_the_standard_is_valid():
    validate_npi("1234567893")


def test_a_check_digit_of_zero_is_valid():
    first_nine = next(f"1000{number:05d}" for number in range(100) if check_digit(f"1000{number:05d}") == "0")
    validate_npi(first_nine + "0")


def test_a_number_that_starts_with_two_is_valid():
    validate_npi("200000000" + check_digit("200000000"))


@pytest.mark.parametrize(
    "value",
    [
        "1234567890",
        "123456789",
        "12345678931",
        "",
        "abcdefghij",
        "123456789३",
        " 234567893",
        "3234567891",
        "12345-7893",
    ],
)
def test_anything_else_is_refused(value):
    with pytest.raises(ValidationError):
        validate_npi(value)


def test_every_wrong_check_digit_is_refused():
    for digit in set("0123456789") - {"3"}:
        with pytest.raises(ValidationError):
            validate_npi("123456789" + digit)
