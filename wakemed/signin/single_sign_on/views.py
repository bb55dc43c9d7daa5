"""The ways to the hospital's provider: to sign in, and to confirm who one is."""

from typing import Any

from allauth.account.utils import get_next_redirect_url
from allauth.socialaccount.models import SocialApp
from allauth.socialaccount.providers.base.constants import AuthProcess
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from requests import RequestException

from wakemed.settings.single_sign_on import PROVIDER

from .hospital_adapter import refusal
from .provider import ProviderAdapter, provider_of

ASK_AGAIN = {"prompt": "login", "max_age": "0"}  # OpenID Connect Core 1.0, 3.1.2.1


def start(request: HttpRequest) -> HttpResponse:
    """Send someone to the provider to sign in."""
    return _lead(request, AuthProcess.LOGIN, {})


@login_required
def confirm(request: HttpRequest) -> HttpResponse:
    """Send someone to the provider to prove once more who they are."""
    return _lead(request, AuthProcess.REDIRECT, ASK_AGAIN)


def callback(request: HttpRequest) -> HttpResponse:
    """Take the provider's answer; raises Http404 without single sign-on."""
    try:
        answer: HttpResponse = OAuth2CallbackView.adapter_view(ProviderAdapter(request, PROVIDER))(request)
    except SocialApp.DoesNotExist:
        raise Http404 from None
    return answer


def _lead(request: HttpRequest, process: str, more: dict[str, str]) -> HttpResponse:
    """Return the redirect, or say that the provider can't be asked; raises Http404 without single sign-on."""
    try:
        provider = provider_of(request)
        asked: dict[str, Any] = provider.get_auth_params() | more
        next_url = get_next_redirect_url(request)
        answer: HttpResponse = provider.redirect(request, process, next_url=next_url, auth_params=asked)
        return answer
    except SocialApp.DoesNotExist:
        raise Http404 from None
    except (RequestException, ValueError):
        return refusal(
            request, _("The hospital's sign-in can't be reached. Please try again in a few minutes."), status=503
        )
