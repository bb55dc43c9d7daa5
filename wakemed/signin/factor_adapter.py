"""What django-allauth asks about second factors: the name in the app, how secrets are kept, what may be removed."""

import base64

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from cryptography.fernet import Fernet, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

from .second_factor import FACTORS


def _cipher() -> MultiFernet:
    """Return the cipher of SECOND_FACTOR_KEY, which also reads what its fallbacks have written."""
    keys = (settings.SECOND_FACTOR_KEY, *settings.SECOND_FACTOR_KEY_FALLBACKS)
    return MultiFernet([Fernet(_derived(key)) for key in keys])


def _derived(key: str) -> bytes:
    kdf = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"wakemed second factor")
    return base64.urlsafe_b64encode(kdf.derive(key.encode()))


class StaffFactorAdapter(DefaultMFAAdapter):
    """Encrypts secrets, and keeps the last second factor where one is required."""

    def _get_site_name(self) -> str:
        return str(settings.HOSPITAL_NAME)

    def encrypt(self, text: str) -> str:
        """Return the secret as the database keeps it: a copy of the database alone opens no door."""
        return _cipher().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Return the secret; raises InvalidToken if no key of ours has written it."""
        return _cipher().decrypt(encrypted_text.encode()).decode()

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Return False for the last second factor of a person who has to have one."""
        if not settings.SECOND_FACTOR_REQUIRED or authenticator.type not in FACTORS:
            return True
        others = Authenticator.objects.filter(user=authenticator.user_id, type__in=FACTORS).exclude(
            pk=authenticator.pk
        )
        return others.exists()
