"""Password and code at once: the way past a lock for someone on a device that isn't known.

After too many wrong passwords nobody is told any more whether a password is right. It's still taken together with a
code of the second step. Only both open the sign-in. Every other answer is the same, by the same statements: whether
the password was wrong, the code, or both, whether guesses of the code have run out, and whether anyone has this
address. So a password can't be found out this way without its codes, and there's nothing for strangers to use up.
"""

from allauth.core.internal import ratelimit
from allauth.mfa.models import Authenticator
from django.contrib.auth.hashers import check_password
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext as _

from appointments.guards.client_address import client_address
from wakemed.models import User
from wakemed.models.security_event import Happened
from wakemed.security_log.recording import record
from wakemed.security_log.signins import note_lock

from .codes import LIMIT, UNLIMITED, count, factor_of, factors_with_codes, use_up

APP = "wakemed.password_with_code"
ATTEMPTS = {"both": "30/m/ip,5/10m/key"}  # the key is an address together with an account
NO_PASSWORD = "!"  # noqa: S105  takes as long to compare as one


def take_both(request: HttpRequest, *, email: str, password: str, code: str) -> tuple[User, Authenticator]:
    """Return whose password and code these are, and what the code comes from; raises ValidationError."""
    tried = f"{client_address(request)} {email.lower()}"
    attempt = ratelimit.consume(request, app=APP, action="both", config=ATTEMPTS, key=tried)
    if attempt is None:
        note_lock(request, email)
        raise ValidationError(
            _("Too many attempts. Wait ten minutes, use a passkey, or ask someone who manages staff accounts.")
        )
    person = User.objects.filter(email=email.lower(), is_active=True).first()
    is_theirs = check_password(password, person.password if person else NO_PASSWORD)
    factor = factor_of(code, factors_with_codes(person.pk if person else 0))
    guess = count(request, str(person.pk), LIMIT) if person and is_theirs else count(request, tried, UNLIMITED)
    if person and is_theirs and factor and guess and use_up(factor, code):
        attempt.rollback()
        guess.rollback()
        return person, factor
    record(Happened.FACTOR_FAILED if is_theirs else Happened.SIGN_IN_FAILED, request=request, typed=email)
    raise ValidationError(_("The e-mail address, the password or the code isn't right."))
