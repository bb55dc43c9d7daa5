"""What `make quick` leaves out is named by path, so a file that moves must not come back unnoticed."""

import gc

from tests.plugin import ROOT, SERVED, SLOW


def test_every_path_that_is_called_slow_is_there():
    assert [path for path in SLOW if not (ROOT / "tests" / path).exists()] == []


def test_what_is_slow_is_marked_and_nothing_else(request):
    for item in request.session.items:
        slow = item.nodeid.removeprefix("tests/").startswith(SLOW) or bool(SERVED.intersection(item.fixturenames))
        assert bool(item.get_closest_marker("slow")) == slow, item.nodeid


def test_garbage_is_looked_for_while_tests_run():
    assert gc.isenabled()
