"""django-allauth's forms for the second factor, in our words."""

from typing import Any

from allauth.account.forms import ResetPasswordForm
from allauth.core import context
from allauth.mfa import app_settings as mfa_settings
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.totp.internal.auth import SECRET_SESSION_KEY
from allauth.mfa.webauthn.forms import (
    AddWebAuthnForm,
    AuthenticateWebAuthnForm,
    LoginWebAuthnForm,
    ReauthenticateWebAuthnForm,
)
from django import forms
from django.contrib.auth.base_user import AbstractBaseUser
from django.core.cache import cache
from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext_lazy as _

from wakemed.security_log.recording import record
from wakemed.security_log.security_event import Happened

from .lost_passwords import ask_for_password

CODE_INPUT = {"autocomplete": "one-time-code", "inputmode": "numeric"}  # phones offer the code and show digits
FROM_APP_OR_PAPER = _("The 6 digits that your authenticator app shows, or a recovery code.")
FROM_APP = _("The 6 digits that your authenticator app shows.")


class LostPasswordForm(ResetPasswordForm):
    """Asks for the address of an account, and says nothing about whether there is one."""

    def clean_email(self) -> str:
        """Return the address as it was typed; nothing is looked up here."""
        email: str = self.cleaned_data["email"]
        return email

    def save(self, request: HttpRequest, **more: Any) -> str:
        """Leave it to the mail sender, and return the address."""
        email = self.clean_email()
        record(Happened.RESET_ASKED, request=request, typed=email, looks_up=False)
        ask_for_password(email=email)
        return email


class AsksForCode:
    """Asks for a code, and takes it once.

    One that is right is used up for as long as it would stay right; django-allauth forgets it sooner.
    """

    user: AbstractBaseUser
    fields: dict[str, forms.Field]
    hint = FROM_APP_OR_PAPER

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        code = self.fields["code"]
        code.label, code.help_text, code.widget = _("Code"), self.hint, forms.TextInput(attrs=CODE_INPUT)

    def clean_code(self) -> str:
        """Return the code; raises ValidationError for a wrong one, or one that was used."""
        code: str = super().clean_code()  # type: ignore[misc]
        valid_for = mfa_settings.TOTP_PERIOD * (2 * mfa_settings.TOTP_TOLERANCE + 2)
        if not cache.add(f"second-step:{self.user.pk}:{code}", True, timeout=valid_for):
            raise get_adapter().validation_error("incorrect_code")
        return code


class SecondStepForm(AsksForCode, AuthenticateForm):
    """Asks for a code at sign-in."""


class ConfirmCodeForm(AsksForCode, ReauthenticateForm):
    """Asks a signed-in person for a code."""


class AddAppForm(AsksForCode, ActivateTOTPForm):
    """Asks for the first code of a new app. The key stays the same when the page is loaded again."""

    hint = FROM_APP

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        session = context.request.session
        shown = session.get(SECRET_SESSION_KEY)
        super().__init__(*args, **kwargs)
        if shown:
            self.secret = session[SECRET_SESSION_KEY] = shown


class RefusesGarbage:
    """Refuses what no passkey sends. django-allauth and fido2 fail on most of it in ways of their own."""

    data: QueryDict
    MALFORMED = (ValueError, TypeError, LookupError, AttributeError, RecursionError, AssertionError)

    def full_clean(self) -> None:
        """Take whatever goes wrong in reading the answer for a wrong answer."""
        try:
            super().full_clean()  # type: ignore[misc]
        except self.MALFORMED:
            self.data = self.data.copy()  # reading it once more, to show the form again, would fail as well
            self.data["credential"] = ""
            self.add_error("credential", get_adapter().validation_error("incorrect_code"))  # type: ignore[attr-defined]


class AddPasskeyForm(RefusesGarbage, AddWebAuthnForm):
    """Adds a passkey, which always signs its owner in without a password."""

    name = forms.CharField(
        label=_("Name of this passkey"),
        max_length=60,
        help_text=_("So you can tell it from others: “Work laptop”, for example."),
        error_messages={"required": _("Give the passkey a name.")},
    )
    # The script reads it. Nobody is asked: a passkey that needs a password, too, would only be a second factor.
    passwordless = forms.BooleanField(initial=True, required=False, widget=forms.CheckboxInput(attrs={"hidden": True}))


class UsePasskeyForm(RefusesGarbage, AuthenticateWebAuthnForm):
    """Takes a passkey as the second step."""


class ConfirmPasskeyForm(RefusesGarbage, ReauthenticateWebAuthnForm):
    """Takes a passkey from a signed-in person."""


class SignInPasskeyForm(RefusesGarbage, LoginWebAuthnForm):
    """Takes a passkey in place of password and second step."""
