"""A new password must be hard to guess, not only long: “Winter2026!!” is the first thing that someone tries."""

from typing import Any

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from zxcvbn import zxcvbn

HARD_TO_GUESS = 4  # the highest of zxcvbn's marks: ten thousand million guesses or more
LONGEST_JUDGED = 72  # characters; zxcvbn takes no more
KNOWN_HERE = ("wakemed", "spine", "hospital", "raleigh", "doctor", "nurse")


class HardToGuessValidator:
    """Judges a password by zxcvbn's lists of breached passwords, names and words, and by its patterns."""

    def validate(self, password: str, user: AbstractBaseUser | None = None) -> None:
        """Raise ValidationError for a password that is easily guessed, also by someone who knows the person."""
        about = [str(getattr(user, name, "") or "") for name in ("email", "first_name", "last_name")]
        known = [word for text in (*about, str(settings.HOSPITAL_NAME)) for word in [text, *text.split("@")] if word]
        verdict: dict[str, Any] = zxcvbn(password[:LONGEST_JUDGED], user_inputs=[*known, *KNOWN_HERE])
        if verdict["score"] < HARD_TO_GUESS:
            raise ValidationError(_("This password is too easy to guess. %(how)s") % {"how": self.get_help_text()})

    def get_help_text(self) -> str:
        """Return how to make a good one."""
        return _("Three or four words that have nothing to do with each other make a good one.")
