"""What django-allauth asks about a hospital account: who may come in with it, and as whose account here."""

import time
from typing import Any, NoReturn

from allauth.account import app_settings
from allauth.account.internal.flows.login import record_authentication
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialAccount, SocialApp, SocialLogin
from allauth.socialaccount.providers.base.constants import AuthError, AuthProcess
from django.conf import settings
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from wakemed.models import User
from wakemed.models.security_event import Happened
from wakemed.security_log.recording import record
from wakemed.settings.single_sign_on import PROVIDER

from .group_mapping import give_groups, groups_of
from .provider import all_claims


def signs_in_there(person: Any) -> bool:
    """Return True if the person signs in with their hospital account, and no other way."""
    return bool(settings.OIDC_NAME) and SocialAccount.objects.filter(user_id=person.pk).exists()


def refusal(request: HttpRequest, reason: str, *, status: int = 403) -> HttpResponse:
    """Return the page that says why a hospital account opens nothing here."""
    return render(request, "account/single_sign_on_refused.html", {"reason": reason}, status=status)


class HospitalAccountAdapter(DefaultSocialAccountAdapter):
    """Lets in the people whose groups at the hospital are mapped, and gives them theirs here."""

    def list_apps(
        self, request: HttpRequest | None, provider: str | None = None, client_id: str | None = None
    ) -> list[SocialApp]:
        """Return the provider that the settings name, if they do. The database is never asked for one."""
        apps = settings.SOCIALACCOUNT_PROVIDERS.get("openid_connect", {}).get("APPS", [])
        return [SocialApp(provider="openid_connect", **app) for app in apps]

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Refuse, or give an account that is here already its groups; raises ImmediateHttpResponse."""
        answer = sociallogin.account.extra_data
        # OpenID Connect Core 1.0, 5.3.2: the ID token and the userinfo are about one person.
        if len({(answer.get(part) or {}).get("sub") for part in ("id_token", "userinfo")} - {None}) != 1:
            self._refuse(request, sociallogin, _("The hospital's sign-in named two people."))
        if sociallogin.state.get("process") == AuthProcess.REDIRECT:
            return self._confirm(request, sociallogin)
        self._check(request, sociallogin)
        if sociallogin.is_existing:
            give_groups(sociallogin.user, groups_of(all_claims(sociallogin.account.extra_data)))
        return None

    def _check(self, request: HttpRequest, login: SocialLogin) -> None:
        if not groups_of(all_claims(login.account.extra_data)):
            if login.is_existing:
                give_groups(login.user, set())
            self._refuse(request, login, _("Your hospital account is in none of the groups that use this site."))
        if login.is_existing:
            return
        email = login.user.email
        if not email:
            self._refuse(request, login, _("Your hospital account has no e-mail address."))
        if User.objects.filter(email__iexact=email).exists():
            # There is an account here, and nobody vouches that the address is this person's, or it's joined already.
            self._refuse(request, login, _("There is another account here with the e-mail address of yours."))

    def _confirm(self, request: HttpRequest, login: SocialLogin) -> None:
        """Take a sign-in of a moment ago as proof of who sits here."""
        said = login.account.extra_data.get("id_token") or {}
        if not request.user.is_authenticated or login.user.pk != request.user.pk:
            self._refuse(request, login, _("That is another person's hospital account."))
        if int(said.get("auth_time") or 0) < time.time() - app_settings.REAUTHENTICATION_TIMEOUT:
            self._refuse(request, login, _("The hospital's sign-in didn't ask who you are just now."))
        record_authentication(request, request.user, "socialaccount", provider=PROVIDER, reauthenticated=True)

    def _refuse(self, request: HttpRequest, login: SocialLogin, reason: str) -> NoReturn:
        record(Happened.SIGN_IN_FAILED, request=request, typed=login.user.email or login.account.uid)
        raise ImmediateHttpResponse(refusal(request, reason))

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        """Return True: only people in a group that is mapped get here."""
        return True

    @transaction.atomic
    def save_user(self, request: HttpRequest, sociallogin: SocialLogin, form: Any = None) -> User:
        """Make the account, without a password, and give it its groups."""
        sociallogin.user.email = sociallogin.user.email.lower()
        person: User = super().save_user(request, sociallogin, form)
        give_groups(person, groups_of(all_claims(sociallogin.account.extra_data)))
        return person

    def is_email_verified(self, provider: Any, email: str) -> bool:
        """Return True for the domains whose addresses the provider hands out itself."""
        return email.rpartition("@")[2].lower() in {domain.lower() for domain in settings.OIDC_EMAIL_DOMAINS}

    def on_authentication_error(
        self, request: HttpRequest, provider: Any, error: Any = None, exception: Any = None, extra_context: Any = None
    ) -> None:
        """Say what to do when the provider sends someone back without an answer; raises ImmediateHttpResponse."""
        if error == AuthError.CANCELLED:
            messages.info(request, _("You weren't signed in."))
            raise ImmediateHttpResponse(redirect("account_login"))
        reason = _("The hospital's sign-in didn't say who you are. It may have taken too long. Please try again.")
        raise ImmediateHttpResponse(refusal(request, reason, status=502 if exception else 403))
