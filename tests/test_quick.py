"""What `make quick` leaves out is named, so a file that moves or a new name must not bring it back unnoticed."""

import gc

import pytest

from tests.plugin import ROOT, SERVED, SLOW


@pytest.mark.parametrize("name", SLOW)
def test_everything_that_is_called_slow_is_there(name):
    path, _, test = name.partition("::")
    path = ROOT / "tests" / path
    assert path.exists()
    assert not test or f"def {test}(" in path.read_text()


def test_what_is_slow_is_marked_and_nothing_else(request):
    for item in request.session.items:
        slow = item.nodeid.removeprefix("tests/").startswith(SLOW) or bool(SERVED.intersection(item.fixturenames))
        assert bool(item.get_closest_marker("slow")) == slow, item.nodeid


def test_garbage_is_looked_for_while_tests_run():
    assert gc.isenabled()
