"""The site's WSGI application on a socket, each request in a fresh process that waits to be killed.

A process that is forked costs milliseconds where one that imports Django costs seconds. As a program
(`python -m tests.concurrency.mortal_server DATABASE`) it prints its port, answers one request itself (which loads
all that is loaded at a first request) and then prints, line by line, the id of each process that waits for its one.
The rest is how a test talks to that program.
"""

import contextlib
import gc
import http.client
import os
import select
import signal
import subprocess
import sys
from wsgiref.simple_server import WSGIRequestHandler, make_server

from tests.journeys.serving import ROOT

ALONE_SECONDS = 120  # after so long without a request it looks whether anybody is still there


class QuietHandler(WSGIRequestHandler):
    """Writes no log."""

    def log_message(self, *args):
        """Say nothing."""


class MortalServer:
    """The running program, as the test that started it sees it."""

    def __init__(self, process):
        self.process = process
        self.port = int(process.stdout.readline())
        self.address = f"http://127.0.0.1:{self.port}"

    @contextlib.contextmanager
    def one_request(self):
        """Give a connection to a fresh process, which is killed when the block ends, whatever it is doing then."""
        process_id = int(self.process.stdout.readline())
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            yield connection
        finally:
            os.kill(process_id, signal.SIGKILL)
            connection.close()

    def post(self, device, path):
        """Post a form of no other fields and return the answer; the process is killed after that."""
        with self.one_request() as connection:
            device.send(connection, "POST", path, device.fields())
            return device.receive(connection)

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
    """Fork for each request until whoever started this is gone."""
    from django.core.wsgi import get_wsgi_application
    from django.db import connections

    application = get_wsgi_application()
    connections["default"].settings_dict["NAME"] = database
    starter = os.getppid()
    with make_server("127.0.0.1", 0, application, handler_class=QuietHandler) as server:
        server.timeout = ALONE_SECONDS
        sys.stdout.write(f"{server.server_port}\n")
        sys.stdout.flush()
        server.handle_request()
        connections.close_all()  # two processes must not share one
        gc.freeze()  # or each collection in a child would copy the memory that it shares
        while os.getppid() == starter:
            process_id = os.fork()
            if process_id == 0:
                serve_one_and_wait(server)
            sys.stdout.write(f"{process_id}\n")
            sys.stdout.flush()
            os.waitpid(process_id, 0)


def serve_one_and_wait(server):
    """Answer one request, then do nothing until the kill; never returns."""
    try:
        server.handle_request()
        signal.alarm(ALONE_SECONDS)
        signal.pause()
    finally:
        os._exit(1)


if __name__ == "__main__":
    serve(sys.argv[1])
