"""`manage.py send_notifications` in fresh processes that can be killed while they talk to the mail server.

As a program (`python -m tests.concurrency.mortal_sender DATABASE PORT`) it loads Django once and forks a sender for
each line that it reads: a fork costs milliseconds where a start costs seconds. It prints the sender's id once that
one has stopped itself, to go on at SIGCONT, and how it has ended.
"""

import contextlib
import gc
import os
import signal
import subprocess
import sys

from tests.journeys.serving import ROOT

ALONE_SECONDS = 120  # after so long a sender ends by itself


class MortalSender:
    """The running program, as the test that started it sees it."""

    def __init__(self, process):
        self.process = process

    def send(self, announce):
        """Let a fresh sender empty the outbox; `announce` is told its id first. Returns how it ended: 0 or -9."""
        self.process.stdin.write("again\n")
        self.process.stdin.flush()
        process_id = int(self.process.stdout.readline())
        announce(process_id)
        os.kill(process_id, signal.SIGCONT)
        return int(self.process.stdout.readline())


@contextlib.contextmanager
def running(database, port):
    """Run the program over a database of the server that DATABASE_URL names and a mail server on this machine."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.concurrency.mortal_sender", database, str(port)],
        cwd=ROOT,
        env=os.environ | {"DJANGO_SETTINGS_MODULE": "wakemed.settings.test"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    try:
        yield MortalSender(process)
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()


def serve(database, port):
    """Fork one sender for each line."""
    import django
    from django.conf import settings
    from django.db import connections

    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
    django.setup()
    connections["default"].settings_dict["NAME"] = database
    gc.freeze()
    for _line in sys.stdin:
        process_id = os.fork()
        if process_id == 0:
            send()
        os.waitpid(process_id, os.WUNTRACED)
        say(process_id)
        say(os.waitstatus_to_exitcode(os.waitpid(process_id, 0)[1]))


def say(number):
    """Print it at once."""
    sys.stdout.write(f"{number}\n")
    sys.stdout.flush()


def send():
    """Wait for SIGCONT and empty the outbox; never returns."""
    from django.core.management import call_command

    try:
        signal.alarm(ALONE_SECONDS)
        os.kill(os.getpid(), signal.SIGSTOP)
        call_command("send_notifications")
        os._exit(0)
    finally:
        os._exit(1)


if __name__ == "__main__":
    serve(sys.argv[1], int(sys.argv[2]))
