"""What the served site keeps, read by its own code: columns with some words, the cache and the sessions as text.

Also plants words in each of them, and takes them out, for the control of a search.
"""

import base64

from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.db import connection

from appointments.models import Notification
from tests.wakemed.canary import found_in

PLANTED = "planted for the control"


def main(does, *words):
    """Do one of the things below."""
    return {"read": read, "plant": plant, "take out": take_out}[does](*words)


def read(*words):
    """Return the columns that hold one of the words, and what the cache and the sessions hold."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT cache_key, value FROM wakemed_cache")
        cached = [key + repr(base64.b64decode(value)) for key, value in cursor.fetchall()]
    sessions = [str(session.get_decoded()) for session in Session.objects.iterator()]
    return {"columns": sorted(found_in(*words)), "cache": "\n".join(cached), "sessions": "\n".join(sessions)}


def plant(word):
    """Put a word into the cache, a session, a mail's row and PostgreSQL's log."""
    cache.set(PLANTED, word)
    encoded = Session.get_session_store_class()().encode({"word": word})
    expires = Session.objects.order_by("-expire_date").values_list("expire_date", flat=True)[0]
    Session.objects.create(session_key=PLANTED, session_data=encoded, expire_date=expires)
    Notification.objects.filter(pk=Notification.objects.order_by("pk")[0].pk).update(last_error=word)
    with connection.cursor() as cursor:
        cursor.execute("DO $$ BEGIN RAISE LOG '%s'; END $$" % word.replace("'", ""))  # noqa: UP031


def take_out():
    """Take out what was planted; a log stays as it is."""
    cache.delete(PLANTED)
    Session.objects.filter(session_key=PLANTED).delete()
    Notification.objects.exclude(last_error="").update(last_error="")
