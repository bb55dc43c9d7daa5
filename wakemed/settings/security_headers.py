"""What pages may load and do. Public pages load nothing from another origin and run no inline code."""

from typing import Any

from csp.constants import NONE, SELF

CONTENT_SECURITY_POLICY: dict[str, dict[str, Any]] = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "object-src": [NONE],
    }
}
# The two staff doors. Wagtail's date fields and choosers are inline scripts without a nonce, its editor writes style
# elements and attributes, an upload shows its picture from a blob, and the live preview is a frame. Nothing else had
# to be allowed: an attribute such as onclick runs nowhere.
CONTENT_SECURITY_POLICY_BY_PREFIX: dict[str, dict[str, Any]] = {
    "/admin/": {"img-src": [SELF, "data:"]},
    "/cms/": {
        "script-src": [SELF],
        "script-src-elem": [SELF, "'unsafe-inline'"],
        "script-src-attr": [NONE],
        "style-src": [SELF, "'unsafe-inline'"],
        "img-src": [SELF, "blob:"],
        "frame-src": [SELF],
        "frame-ancestors": [SELF],
    },
    "/media/": {"script-src": [NONE], "style-src": [NONE], "sandbox": True},
}
# No other site may load what is ours, and no page of ours loads anything that hasn't agreed to it. With an empty
# Server the application server doesn't put its own name there.
HEADERS_EVERYWHERE = {
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Server": "",
}
PERMISSIONS_POLICY: dict[str, list[str]] = {
    feature: []
    for feature in (
        "accelerometer",
        "browsing-topics",
        "camera",
        "display-capture",
        "geolocation",
        "gyroscope",
        "magnetometer",
        "microphone",
        "midi",
        "payment",
        "usb",
    )
}
