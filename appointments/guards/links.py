"""Links that open a request together with the patient's date of birth.

A token is the link row's id and an HMAC of it under APPOINTMENTS_LINK_KEY. Nobody can find a token in the database,
a mail row, a log or the history, or make one from what is there. Links that were made under one of
APPOINTMENTS_LINK_KEY_FALLBACKS still open, so a key can be replaced without losing them.
"""

import base64
import binascii
import datetime
import hashlib
import hmac
import uuid

from django.conf import settings
from django.db import transaction
from django.dispatch import Signal
from django.urls import reverse
from django.utils import timezone

from appointments.models import AppointmentRequest, RequestLink

MAC_BYTES = 16
TRIES = 5
LOCKED_FOR = datetime.timedelta(minutes=15)
LOCKS = 4  # by then there have been 20 wrong dates and no right one: the link is in the wrong hands

# Sent after a date was tried, to what records it: `request` (HTTP), `link` (None if it isn't one of ours), `opened`.
link_tried = Signal()


def _token(link_id: uuid.UUID, key: str) -> str:
    mac = hmac.digest(key.encode(), link_id.bytes, hashlib.sha256)[:MAC_BYTES]
    return base64.urlsafe_b64encode(link_id.bytes + mac).rstrip(b"=").decode()


def token_for(link: RequestLink) -> str:
    """Return the link's token: 43 characters that are safe in an address."""
    return _token(link.id, settings.APPOINTMENTS_LINK_KEY)


def link_for_mail(request: AppointmentRequest) -> str:
    """Return the full address of the patient's page, making a new link if none can be used."""
    link = request.links.filter(revoked_at=None, expires_at__gt=timezone.now()).order_by("-created_at").first()
    if link is None:
        guessed = request.links.filter(locks__gte=LOCKS).exists()
        # Someone who has been guessing dates gets no fresh tries with a fresh link: the next lock revokes it.
        link = RequestLink.objects.create(request=request, locks=LOCKS - 1 if guessed else 0)
    return settings.SITE_URL + reverse("appointments:manage", args=[token_for(link)])


def find_link(token: str) -> RequestLink | None:
    """Return the link that `token` belongs to, or None: forged, expired and revoked tokens look alike."""
    try:
        raw = base64.urlsafe_b64decode(token + "=" * (-len(token) % 4))
    except (binascii.Error, ValueError):
        return None
    if len(raw) != 16 + MAC_BYTES:
        return None
    link_id = uuid.UUID(bytes=raw[:16])
    # The whole token is compared: decoding drops some bits of its last character.
    keys = [settings.APPOINTMENTS_LINK_KEY, *settings.APPOINTMENTS_LINK_KEY_FALLBACKS]
    if not any(hmac.compare_digest(token.encode(), _token(link_id, key).encode()) for key in keys):
        return None
    return RequestLink.objects.filter(pk=link_id, revoked_at=None, expires_at__gt=timezone.now()).first()


@transaction.atomic
def open_request(*, token: str, date_of_birth: datetime.date) -> AppointmentRequest | None:
    """Return the request if the token and the date of birth are right and the link isn't locked, else None.

    Five wrong dates lock the link for 15 minutes; during that time a right date looks like a wrong one. The fourth
    lock in a row revokes the link, and the patient has to ask for a new one.
    """
    found = find_link(token)
    if found is None:
        return None
    link = RequestLink.objects.select_for_update(of=("self",)).select_related("request").get(pk=found.pk)
    now = timezone.now()
    if link.revoked_at or (link.locked_until and link.locked_until > now):
        return None
    right = link.request.date_of_birth == date_of_birth
    if right:
        link.wrong_tries, link.locks, link.locked_until = 0, 0, None
    else:
        _count_wrong_try(link, now)
    link.save(update_fields=["wrong_tries", "locks", "locked_until", "revoked_at"])
    return link.request if right else None


def _count_wrong_try(link: RequestLink, now: datetime.datetime) -> None:
    """Count a wrong date: the fifth one locks the link, and the fourth lock revokes it."""
    link.wrong_tries += 1
    if link.wrong_tries >= TRIES:
        link.wrong_tries, link.locks, link.locked_until = 0, link.locks + 1, now + LOCKED_FOR
    if link.locks >= LOCKS:
        link.revoked_at = now
