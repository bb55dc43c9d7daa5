"""What a process of the site still holds once someone has worked at the desk: all that a module leads to.

Caches of functions, Django's caches and tables of modules are reachable from modules. What nothing leads to is gone.
"""

import functools
import gc
import sys
import types

from django.contrib.auth import get_user_model
from django.core.cache import caches
from django.test import Client

from appointments.models import AppointmentRequest

QUEUE = "/admin/appointments/appointmentrequest/"
OF_THE_TEST = ("tests", "__main__")
NOT_KEPT = (types.FrameType, types.CodeType, types.TracebackType)
CACHE = type(functools.cache(len))

table = {}


@functools.cache
def remembered(word):
    """Remember a word as a cache does."""
    return len(word)


def main(does, *words):
    """Do one of the things below."""
    return {"work": work, "plant": plant}[does](*words)


def work(mailbox, *words):
    """Look for a patient by these words and open their request; return where the words are held afterwards."""
    request = AppointmentRequest.objects.get(email=mailbox)
    desk = Client(SERVER_NAME="127.0.0.1")
    desk.force_login(get_user_model().objects.get(email="scheduler@example.com"))
    for word in words:
        assert desk.post(QUEUE, {"find": word}, follow=True).status_code == 200
    assert request.legal_name in desk.get(f"{QUEUE}{request.pk}/change/").content.decode()
    return held(*words)


def plant(word):
    """Return where a word is found that was put into each kind of place."""
    remembered(f"1 {word}")
    table["name"] = [f"2 {word}"]
    caches["process"].set("planted", f"3 {word}", 60)
    try:
        return held(word)
    finally:
        remembered.cache_clear()
        table.clear()
        caches["process"].delete("planted")


def held(*words):
    """Return what holds one of the words, but for the modules of the tests and for standard input."""
    gc.collect()
    looked_for = [word.lower() for word in words]
    found = []
    todo = [module for name, module in sys.modules.items() if not name.startswith(OF_THE_TEST) or name == __name__]
    todo += [each for each in gc.get_objects() if isinstance(each, CACHE)]
    seen = {*map(id, todo), *map(id, (sys.modules, sys.stdin, looked_for, words))}
    while todo:
        holder = todo.pop()
        for thing in led_to(holder):
            if id(thing) in seen or isinstance(thing, NOT_KEPT):
                continue
            seen.add(id(thing))
            if not isinstance(thing, (str, bytes)):
                todo.append(thing)
            elif any(word in as_text(thing) for word in looked_for):
                found.append(f"{name_of(holder)}: {as_text(thing)[:80]}")
    return found


def led_to(holder):
    """Return what it refers to; the collector leaves out the keys of a table if all are texts."""
    return [*holder, *holder.values()] if type(holder) is dict else gc.get_referents(holder)


def as_text(thing):
    """Return it in lower case."""
    return (thing if isinstance(thing, str) else thing.decode(errors="replace")).lower()


def name_of(holder):
    """Return the function of a cache, and the type of anything else."""
    return f"{holder.__module__}.{holder.__qualname__}" if isinstance(holder, CACHE) else type(holder).__name__
