"""django-allauth's forms of the sign-in and the second factor, in our words and with our limits."""

from typing import Any

from allauth.account.forms import LoginForm, ResetPasswordForm
from allauth.account.models import Login
from allauth.core import context
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.base.internal.flows import post_authentication
from allauth.mfa.internal.flows.add import validate_can_add_authenticator
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.totp.internal.auth import SECRET_SESSION_KEY, validate_totp_code
from allauth.mfa.webauthn.forms import (
    AddWebAuthnForm,
    AuthenticateWebAuthnForm,
    LoginWebAuthnForm,
    ReauthenticateWebAuthnForm,
)
from allauth.mfa.webauthn.internal import auth as passkeys
from django import forms
from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils.translation import gettext_lazy as _

from wakemed.models import User
from wakemed.models.security_event import Happened
from wakemed.security_log.recording import record

from .codes import count_guess, factor_of, factors_with_codes, use_up, use_up_app_code
from .lost_passwords import ask_for_password
from .password_with_code import take_both
from .second_step_stage import CODE_WAS_TAKEN

CODE_INPUT = {"autocomplete": "one-time-code", "inputmode": "numeric"}  # phones offer the code and show digits
FROM_APP_OR_PAPER = _("The 6 digits that your authenticator app shows, or a recovery code.")
FROM_APP = _("The 6 digits that your authenticator app shows.")
LOCKED = _(
    "There were too many attempts to sign in. You still can with a passkey, or with your password and a code "
    "together. If you have neither, try again later."
)


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


class SignInForm(LoginForm):
    """Asks for e-mail address and password, and after too many attempts for a code together with them."""

    code = forms.CharField(
        label=_("Code"), required=False, help_text=FROM_APP_OR_PAPER, widget=forms.TextInput(attrs=CODE_INPUT)
    )
    asks_for_code = False  # shows the field
    factor: Authenticator | None = None

    def _clean_with_password(self, credentials: dict[str, str]) -> dict[str, Any]:
        """Sign in; raises ValidationError."""
        if code := self.cleaned_data.get("code"):
            self._ask_for_code()
            self.user, self.factor = take_both(self.request, **credentials, code=code)
            self._login = Login(user=self.user, email=self.user.email, state={CODE_WAS_TAKEN: True})
            return self.cleaned_data
        try:
            cleaned: dict[str, Any] = super()._clean_with_password(credentials)
        except forms.ValidationError as error:
            if error.code != "too_many_login_attempts":
                raise
            self._ask_for_code()
            raise forms.ValidationError(LOCKED) from None
        return cleaned

    def _ask_for_code(self) -> None:
        """Show the field, and not as an optional one."""
        self.asks_for_code = self.fields["code"].required = True

    def login(self, request: HttpRequest, redirect_url: str | None = None) -> HttpResponse:
        """Go on to the second step, or in."""
        if self.factor is not None:
            post_authentication(request, self.factor)
        response: HttpResponse = super().login(request, redirect_url=redirect_url)
        return response


class AsksForCode:
    """Asks for a code."""

    user: User
    fields: dict[str, forms.Field]
    cleaned_data: dict[str, Any]
    hint = FROM_APP_OR_PAPER

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        code = self.fields["code"]
        code.label, code.help_text, code.widget = _("Code"), self.hint, forms.TextInput(attrs=CODE_INPUT)


class TakesCode(AsksForCode):
    """Takes a code once. Wrong ones are counted by person or known device, whatever colleagues type beside them."""

    authenticator: Authenticator

    def clean_code(self) -> str:
        """Return the code; raises ValidationError for a wrong one, or one that was used."""
        code: str = self.cleaned_data["code"]
        guess = count_guess(context.request, self.user)
        factors = factors_with_codes(self.user.pk)
        factor = factor_of(code, factors)
        if factor is None or not use_up(factor, code):
            if factors:
                self._emit_authentication_failed(factors[0])  # type: ignore[attr-defined]
            raise get_adapter().validation_error("incorrect_code")
        guess.rollback()
        self.authenticator = factor
        return code


class SecondStepForm(TakesCode, AuthenticateForm):
    """Asks for a code at sign-in."""


class ConfirmCodeForm(TakesCode, ReauthenticateForm):
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

    def clean_code(self) -> str:
        """Return the code; raises ValidationError. Nothing is counted: the page shows the key anyway."""
        validate_can_add_authenticator(self.user)
        code: str = self.cleaned_data["code"]
        if not validate_totp_code(self.secret, code) or not use_up_app_code(self.user.pk, code):
            raise get_adapter().validation_error("incorrect_code")
        return code


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


class TakesPasskey(RefusesGarbage):
    """Takes a passkey of the person whose password was right. Nothing can be guessed, so nothing is counted."""

    user: User
    cleaned_data: dict[str, Any]

    def clean_credential(self) -> Authenticator:
        """Return the passkey; raises ValidationError."""
        credential = self.cleaned_data["credential"]
        passkeys.parse_authentication_response(credential)
        return passkeys.complete_authentication(self.user, credential)


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


class UsePasskeyForm(TakesPasskey, AuthenticateWebAuthnForm):
    """Takes a passkey as the second step."""


class ConfirmPasskeyForm(TakesPasskey, ReauthenticateWebAuthnForm):
    """Takes a passkey from a signed-in person."""


class SignInPasskeyForm(RefusesGarbage, LoginWebAuthnForm):
    """Takes a passkey in place of password and second step."""
