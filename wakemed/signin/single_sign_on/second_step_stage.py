"""The second step of a sign-in, left out where the hospital's provider has asked for it."""

from allauth.mfa.stages import AuthenticateStage
from django.http import HttpRequest

from .session_tokens import second_factor_was_shown


class SecondStepStage(AuthenticateStage):
    """Asks people for the second factor that they have here, unless they have just shown one at the hospital's."""

    def _should_handle(self, request: HttpRequest) -> bool:
        login = (self.login.signal_kwargs or {}).get("sociallogin")
        if login is not None and second_factor_was_shown(login):
            return False
        return bool(super()._should_handle(request))
