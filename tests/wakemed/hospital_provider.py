"""A real OpenID Connect provider on this machine, and people who have an account there."""

import contextlib
import subprocess
import sys
import threading

import requests

from tests.journeys.serving import free_port

MAPPED = {
    "spine-desk": ("Schedulers",),
    "spine-leads": ("Schedulers", "Scheduling managers"),
    "spine-editors": ("Editors",),
}


@contextlib.contextmanager
def provider():
    """Run one as a process of its own; yields its address once it answers."""
    port = free_port()
    command = [sys.executable, "-W", "ignore", "-m", "oidc_provider_mock", "--port", str(port)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as process:
        try:
            for line in process.stderr:
                if "running on" in line:
                    break
            reading = threading.Thread(target=process.stderr.read, daemon=True)  # a full pipe would stop it
            reading.start()
            yield f"http://localhost:{port}"
        finally:
            process.terminate()
            reading.join()


class Hospital:
    """The provider as a test uses it."""

    def __init__(self, url):
        self.url = url

    def has(self, sub, **claims):
        """Have a person there, with these claims and no others."""
        claims = {"email": f"{sub}@example.com", "email_verified": True} | claims
        requests.put(f"{self.url}/users/{sub}", json=claims, timeout=5).raise_for_status()

    def ends_sessions_of(self, sub):
        """Take back all tokens of a person, as for one who has left."""
        requests.post(f"{self.url}/users/{sub}/revoke-tokens", timeout=5).raise_for_status()

    def sign_in(self, client, sub, start="/accounts/hospital/login/"):
        """Go there and back as this person; returns the site's answer."""
        there = client.get(start)["Location"]
        assert there.startswith(self.url)
        back = requests.post(there, data={"sub": sub}, allow_redirects=False, timeout=5).headers["Location"]
        assert back.startswith("http://testserver/accounts/hospital/login/callback/")
        return client.get(back.removeprefix("http://testserver"))
