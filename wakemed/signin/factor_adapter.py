"""What django-allauth asks about second factors: the name in the app, how secrets are kept, what may be removed."""

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings

from appointments.guards.sealed import seal, unseal

from .second_factor import FACTORS

SECRETS = "second factor"


class StaffFactorAdapter(DefaultMFAAdapter):
    """Encrypts secrets, and keeps the last second factor where one is required."""

    def _get_site_name(self) -> str:
        return str(settings.HOSPITAL_NAME)

    def encrypt(self, text: str) -> str:
        """Return the secret as the database keeps it: a copy of the database alone opens no door."""
        return seal(text, purpose=SECRETS)

    def decrypt(self, encrypted_text: str) -> str:
        """Return the secret; raises InvalidToken if no key of ours has written it."""
        return unseal(encrypted_text, purpose=SECRETS)

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Return False for the last second factor of a person who has to have one."""
        if not settings.SECOND_FACTOR_REQUIRED or authenticator.type not in FACTORS:
            return True
        others = Authenticator.objects.filter(user=authenticator.user_id, type__in=FACTORS).exclude(
            pk=authenticator.pk
        )
        return others.exists()
