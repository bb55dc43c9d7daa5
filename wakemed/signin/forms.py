"""django-allauth's forms for the second factor, in our words."""

from typing import Any

from allauth.account.forms import ResetPasswordForm
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm
from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from wakemed.security_log.recording import record
from wakemed.security_log.security_event import Happened

from .lost_passwords import ask_for_password

HAND_OVER = {"autocomplete": "one-time-code", "inputmode": "numeric"}  # phones offer the code and show digits
FROM_APP = _("The 6 digits that your authenticator app shows.")


def _ask_for_code(field: forms.Field, hint: Any, **attributes: Any) -> None:
    field.label, field.help_text = _("Code"), hint
    field.widget = forms.TextInput(attrs={**HAND_OVER, **attributes})


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


class SecondStepForm(AuthenticateForm):
    """Asks for a code at sign-in."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _ask_for_code(self.fields["code"], _("The 6 digits that your authenticator app shows, or a recovery code."))


class ConfirmCodeForm(ReauthenticateForm):
    """Asks a signed-in person for a code."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _ask_for_code(self.fields["code"], _("The 6 digits that your authenticator app shows, or a recovery code."))


class AddAppForm(ActivateTOTPForm):
    """Asks for the first code of a new app."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _ask_for_code(self.fields["code"], FROM_APP)


class AddPasskeyForm(AddWebAuthnForm):
    """Adds a passkey, which always signs its owner in without a password."""

    name = forms.CharField(
        label=_("Name of this passkey"),
        max_length=60,
        help_text=_("So you can tell it from others: “Work laptop”, for example."),
        error_messages={"required": _("Give the passkey a name.")},
    )
    # The script reads it. Nobody is asked: a passkey that needs a password, too, would only be a second factor.
    passwordless = forms.BooleanField(initial=True, required=False, widget=forms.CheckboxInput(attrs={"hidden": True}))
