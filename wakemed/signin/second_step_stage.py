"""The second step of a sign-in, left out where it has been shown already."""

from allauth.mfa.stages import AuthenticateStage
from django.http import HttpRequest

from wakemed.signin.single_sign_on.session_tokens import second_factor_was_shown

CODE_WAS_TAKEN = "code_was_taken"  # in the state of a sign-in


class SecondStepStage(AuthenticateStage):
    """Asks people for the second factor that they have here.

    Not those who have just shown one at the hospital's provider, or have given a code together with the password.
    """

    def _should_handle(self, request: HttpRequest) -> bool:
        login = (self.login.signal_kwargs or {}).get("sociallogin")
        if login is not None and second_factor_was_shown(login):
            return False
        return not self.login.state.get(CODE_WAS_TAKEN) and bool(super()._should_handle(request))
