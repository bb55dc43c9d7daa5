import sys

import pytest
from django.db import connection


def test_the_driver_is_psycopg2():
    assert connection.Database.__name__ == "psycopg2"
    assert "psycopg" not in sys.modules


@pytest.mark.django_db
def test_the_server_is_postgresql_14_or_newer_and_the_role_is_no_superuser():
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('server_version_num')::int, usesuper FROM pg_user WHERE usename = user")
        version, superuser = cursor.fetchone()
    assert version >= 140000
    assert not superuser
