"""Sample content in the test database, kept from one module to the next as long as all want the same.

A module names what it wants by a fixture of KINDS; what a test writes is forgotten with it. A module that wants
nothing, or something else, finds the database as the migrations have left it.
"""

import contextlib

import pytest

from tests.databases import loaded_once

KINDS = {"loaded_pages", "loaded_directory", "loaded_names", "loaded_everything"}


def kind_for(item):
    """Return which kind of content a test names, or an empty string."""
    return next(iter(KINDS.intersection(item.fixturenames)), "")


class Loaded:
    """The kind that is in the database now, and how to take it out."""

    def __init__(self):
        self.kind, self.stack = "", contextlib.ExitStack()
        self.modules = {}

    def want(self, kind, blocker, load):
        """Load this kind unless it is there."""
        if self.kind != kind:
            self.drop()
            self.stack.enter_context(loaded_once(blocker, load))
            self.kind = kind

    def drop(self):
        """Roll back what is there."""
        self.kind = ""
        self.stack.close()


loaded = Loaded()


def together(items):
    """Bring together the tests whose modules want the same."""
    for item in items:
        if kind := kind_for(item):
            assert loaded.modules.setdefault(item.module, kind) == kind, f"{item.path}: two kinds of content"
    items.sort(key=lambda item: loaded.modules.get(item.module, ""))


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item):
    """Take the content out before a test whose module does not want it."""
    if loaded.kind != loaded.modules.get(item.module, ""):
        loaded.drop()


@pytest.fixture(scope="session")
def load(django_db_setup, django_db_blocker):
    """Return the function with which the fixtures of KINDS load what they stand for, unless it is there."""
    yield lambda kind, loader: loaded.want(kind, django_db_blocker, loader)
    loaded.drop()


@pytest.fixture(scope="module")
def loaded_everything(request):
    """One of everything that has an address, and staff of each group."""
    from tests.wakemed import everything

    return everything.make_once(request.getfixturevalue("load"))
