"""An authenticator app, as the standard says."""

import base64
import hmac
import struct
import time


def code_of(secret, at=None):
    """Return the code of a moment in seconds (RFC 6238)."""
    digest = hmac.digest(base64.b32decode(secret), struct.pack(">Q", int((at or time.time()) // 30)), "sha1")
    start = digest[-1] & 15
    return str(int.from_bytes(digest[start : start + 4]) & 0x7FFFFFFF)[-6:].zfill(6)
