"""Secrets that the database keeps encrypted, with keys of the purpose that SECOND_FACTOR_KEY is stretched into."""

import base64

from cryptography.fernet import Fernet, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings


def seal(text: str, *, purpose: str) -> str:
    """Return the text as only this site can read it."""
    return _cipher(purpose).encrypt(text.encode()).decode()


def unseal(sealed: str, *, purpose: str) -> str:
    """Return the text; raises InvalidToken if no key of ours has sealed it for this purpose."""
    return _cipher(purpose).decrypt(sealed.encode()).decode()


def _cipher(purpose: str) -> MultiFernet:
    """Return the cipher of SECOND_FACTOR_KEY, which also reads what its fallbacks have written."""
    keys = (settings.SECOND_FACTOR_KEY, *settings.SECOND_FACTOR_KEY_FALLBACKS)
    return MultiFernet([Fernet(_derived(key, purpose)) for key in keys])


def _derived(key: str, purpose: str) -> bytes:
    kdf = HKDF(algorithm=SHA256(), length=32, salt=None, info=f"wakemed {purpose}".encode())
    return base64.urlsafe_b64encode(kdf.derive(key.encode()))
