"""Passwords that people and programs try first are refused."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

EASY = (
    *("Winter2026!!", "Raleigh2026!", "P@ssw0rd1234", "qwertyuiop123", "wakemedspine2026", "aaaaaaaaaaaaaa"),
    *("Samantha2026", "samantha.wright", "iloveyou1234567", "january152026"),
)
LONG = "seven small otters paint the old lighthouse green every other Tuesday morning"
HARD = (
    "a long enough password",
    "correct horse battery staple",
    "vF3-kk29-lmz0",
    "my dog eats 3 socks",
    LONG,
)


@pytest.fixture
def samantha():
    return get_user_model()(email="samantha.wright@example.com", first_name="Samantha", last_name="Wright")


@pytest.mark.parametrize("password", EASY)
def test_what_is_guessed_first_is_refused_in_a_sentence(samantha, password):
    with pytest.raises(ValidationError, match="too easy to guess"):
        validate_password(password, samantha)


@pytest.mark.parametrize("password", HARD)
def test_what_nobody_guesses_is_taken(samantha, password):
    validate_password(password, samantha)
