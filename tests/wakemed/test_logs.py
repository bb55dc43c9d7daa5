"""What the logs hold, and what they never hold."""

import logging
import sys

import pytest
from django.db import DatabaseError, connection

from wakemed.logs import QuietFormatter

SECRET = "zebraword"


def line_of(error_info):
    record = logging.LogRecord("django.request", logging.ERROR, __file__, 1, "failed", None, error_info)
    return QuietFormatter("{message}", style="{").format(record)


@pytest.mark.django_db
def test_an_exception_leaves_its_type_and_its_place_but_not_its_words():
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT %s::int", [SECRET])
    except DatabaseError:
        line = line_of(sys.exc_info())
    assert SECRET not in line
    assert "DataError" in line
    assert "test_logs.py" in line
