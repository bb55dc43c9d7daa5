"""National Provider Identifiers (45 CFR 162.406): ten digits, the last a check digit."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from stdnum import luhn

ISSUER_PREFIX = "80840"  # health applications in the United States; part of the check digit, but not written


def check_digit(first_nine: str) -> str:
    """Return the tenth digit for nine digits; raises stdnum's ValidationError for anything else."""
    return luhn.calc_check_digit(ISSUER_PREFIX + first_nine)


def is_npi(value: str) -> bool:
    """Return True if `value` is ten digits, starts with 1 or 2, and has a valid check digit."""
    well_formed = len(value) == 10 and value.isascii() and value.isdigit() and value[0] in "12"
    return well_formed and luhn.is_valid(ISSUER_PREFIX + value)


def validate_npi(value: str) -> None:
    """Raise ValidationError unless `value` is an NPI."""
    if not is_npi(value):
        raise ValidationError(_("This is not a valid NPI: check its ten digits."), code="npi")
