"""The site's WSGI application, each request in a fresh process that waits to be killed.

A process that is forked costs milliseconds where one that imports Django costs seconds. As a program
(`python -m tests.concurrency.mortal_server DATABASE`) it answers one request itself, which loads all that is loaded at
a first request, and then forks: each process answers one request on a socket of its own (a shared one would hand what
a killed process has not read yet to the next). Each prints its id and its port when it listens.
"""

import contextlib
import gc
import http.client
import itertools
import os
import select
import signal
import subprocess
import sys
from wsgiref.simple_server import WSGIRequestHandler, make_server

from tests.journeys.serving import ROOT

DIE_BEFORE = "X-Die-Before-Statement"
ALONE_SECONDS = 120  # after so long without a request or a kill a process ends by itself


class QuietHandler(WSGIRequestHandler):
    """Writes no log."""

    def log_message(self, *args):
        """Say nothing."""


class MortalServer:
    """The running program, as the test that started it sees it."""

    def __init__(self, process):
        self.process = process

    def next_process(self):
        """Return the id of the process that waits for a request, and a connection to it."""
        process_id, port = map(int, self.process.stdout.readline().split())
        return process_id, http.client.HTTPConnection("127.0.0.1", port, timeout=60)

    def first_post(self, device, path):
        """Post a form of no other fields to the program itself, which lives on, and return the answer."""
        _process_id, connection = self.next_process()
        with contextlib.closing(connection):
            device.send(connection, "POST", path, device.fields())
            return device.receive(connection)

    @contextlib.contextmanager
    def one_request(self):
        """Give a connection to a fresh process, which is killed when the block ends, whatever it is doing then."""
        process_id, connection = self.next_process()
        with contextlib.closing(connection):
            try:
                yield connection
            finally:
                with contextlib.suppress(ProcessLookupError):
                    os.kill(process_id, signal.SIGKILL)

    def post(self, device, path):
        """Post it to a process that is killed only after its answer, and return that."""
        with self.one_request() as connection:
            device.send(connection, "POST", path, device.fields())
            return device.receive(connection)

    def post_and_kill_before(self, device, path, statement):
        """Post it to a process that kills itself instead of sending that statement to the database, counted from 1.

        Returns the answer, or None when the process has died.
        """
        with self.one_request() as connection:
            device.send(connection, "POST", path, device.fields(), **{DIE_BEFORE: str(statement)})
            try:
                return device.receive(connection)
            except (http.client.RemoteDisconnected, ConnectionResetError):
                return None

    def post_and_kill(self, device, path, seconds):
        """Post it and kill the process so much later, or when it answers; return whether it has answered."""
        with self.one_request() as connection:
            device.send(connection, "POST", path, device.fields())
            answered, _, _ = select.select([connection.sock], [], [], seconds)
            return bool(answered)


@contextlib.contextmanager
def running(database):
    """Run the program over a database of the server that DATABASE_URL names."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.concurrency.mortal_server", database],
        cwd=ROOT,
        env=os.environ
        | {
            "DJANGO_SETTINGS_MODULE": "wakemed.settings.test",
            "TRUSTED_PROXY_COUNT": "1",
            "APPOINTMENTS_MINIMUM_SECONDS": "0",
        },
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    try:
        yield MortalServer(process)
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()


def serve(database):
    """Answer the first request, then fork for each one until the parent process is gone."""
    from django.core.wsgi import get_wsgi_application
    from django.db import connections

    application = mortal(get_wsgi_application())
    connections["default"].settings_dict["NAME"] = database
    starter = os.getppid()
    answer_one(application)
    connections.close_all()  # two processes must not share one
    gc.freeze()  # or each collection in a child would copy the memory that it shares
    while os.getppid() == starter:
        process_id = os.fork()
        if process_id == 0:
            answer_one_and_wait(application)
        os.waitpid(process_id, 0)


def mortal(application):
    """Return the application, which dies before the statement that the request names."""
    from django.db import connection

    def answer(environ, start_response):
        statements, last = itertools.count(1), int(environ.get("HTTP_X_DIE_BEFORE_STATEMENT", 0))

        def count(execute, *statement):
            if next(statements) == last:
                os.kill(os.getpid(), signal.SIGKILL)
            return execute(*statement)

        with connection.execute_wrapper(count):
            return application(environ, start_response)

    return answer


def answer_one(application):
    """Say where, and answer what comes."""
    with make_server("127.0.0.1", 0, application, handler_class=QuietHandler) as server:
        server.timeout = ALONE_SECONDS
        sys.stdout.write(f"{os.getpid()} {server.server_port}\n")
        sys.stdout.flush()
        server.handle_request()


def answer_one_and_wait(application):
    """Answer one request, then do nothing until the kill; never returns."""
    try:
        answer_one(application)
        signal.alarm(ALONE_SECONDS)
        signal.pause()
    finally:
        os._exit(1)


if __name__ == "__main__":
    serve(sys.argv[1])
