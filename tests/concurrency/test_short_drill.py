"""The short form of `make drill`: web server and PostgreSQL are killed while patients send and schedulers book."""

import pytest

from drill.course import drill
from drill.faults import KilledDatabase, KilledWebServer
from drill.mail_server import MailServer
from drill.own_site import free_port, running
from drill.traffic import Load
from tests.journeys import serving

SECONDS = 3  # at least
LOAD = Load(rate=40, patients=3, most_waiting=4)  # as much as the machine can do


@pytest.fixture
def mail_server():
    server = MailServer(free_port())
    yield server
    server.stop()


def test_what_was_acknowledged_is_there_once_when_web_server_and_database_have_been_killed(
    tmp_path, prepared_folder, mail_server
):
    data_dir, log = serving.copy_of(prepared_folder, tmp_path / "site"), tmp_path / "site.log"
    variables = {"EMAIL_URL": f"smtp://127.0.0.1:{mail_server.port}", "APPOINTMENTS_MINIMUM_SECONDS": "0"}
    with running(data_dir, log, **variables) as site:
        faults = [KilledWebServer(site), KilledDatabase(site)]
        assert drill(site, mail_server, faults, LOAD, seconds=SECONDS, enough=1) == []
