"""A passkey in software: what a laptop answers when a site asks it to prove whose it is (WebAuthn, ES256)."""

import hashlib
import json
import os

from allauth.account.utils import user_pk_to_url_str
from allauth.mfa.webauthn.internal.auth import WebAuthn
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from fido2.cose import ES256
from fido2.utils import websafe_decode, websafe_encode
from fido2.webauthn import AttestationObject, AttestedCredentialData, AuthenticatorData, CollectedClientData

HOST = "testserver"
SHOWN_AND_UNLOCKED = AuthenticatorData.FLAG.UP | AuthenticatorData.FLAG.UV


class SoftPasskey:
    """Belongs to a person from the start."""

    def __init__(self, user):
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.id = os.urandom(32)
        self.user_handle = websafe_encode(user_pk_to_url_str(user).encode())
        public = AttestedCredentialData.create(bytes(16), self.id, ES256.from_cryptography_key(self.key.public_key()))
        about = self._about(SHOWN_AND_UNLOCKED | AuthenticatorData.FLAG.AT, public)
        made = {
            "clientDataJSON": self._client_data(CollectedClientData.TYPE.CREATE, os.urandom(16)),
            "attestationObject": AttestationObject.create("none", about, {}),
        }
        WebAuthn.add(user, "Work laptop", self._credential(made))

    def answer(self, options):
        """Return what a browser sends in the field `credential` to a site that has asked this."""
        about = self._about(SHOWN_AND_UNLOCKED)
        client_data = self._client_data(
            CollectedClientData.TYPE.GET, websafe_decode(options["publicKey"]["challenge"])
        )
        signature = self.key.sign(about + hashlib.sha256(client_data).digest(), ec.ECDSA(SHA256()))
        shown = {"clientDataJSON": client_data, "authenticatorData": about, "signature": signature}
        answer = self._credential(shown)
        answer["response"]["userHandle"] = self.user_handle
        return json.dumps(answer)

    def _about(self, flags, public=b""):
        return AuthenticatorData.create(hashlib.sha256(HOST.encode()).digest(), flags, 1, public)

    def _client_data(self, kind, challenge):
        return CollectedClientData.create(kind, challenge, f"https://{HOST}")

    def _credential(self, response):
        return {
            "id": websafe_encode(self.id),
            "rawId": websafe_encode(self.id),
            "type": "public-key",
            "response": {name: websafe_encode(value) for name, value in response.items()},
            "clientExtensionResults": {},
            "authenticatorAttachment": "platform",
        }


def sign_in_with(passkey, client, **more):
    """Press “Sign in with a passkey”; returns the site's answer."""
    asked = client.get("/accounts/login/passkey/", headers={"X-Requested-With": "XMLHttpRequest"}, **more).json()
    return client.post("/accounts/login/passkey/", {"credential": passkey.answer(asked["request_options"])}, **more)
