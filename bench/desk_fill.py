"""Invented requests of every status with all their rows, written by SQL with the triggers off and then checked."""

import datetime
import io
import random
from collections.abc import Callable
from typing import Any

from django.utils import timezone

from bench import desk_rows
from bench.american_names import american_people
from bench.search_fill import timed, write_physicians

PHYSICIANS, CLINICS = 100, 12
SCHEDULERS = 8
# The calendar is the same on any day; but no visit is booked on a holiday.
OPEN_ALL_THE_SAME = "INSERT INTO appointments_holiday (date, name, clinics_open) VALUES (%s, 'Open', true)"


def write_staff() -> None:
    """Create the schedulers; a manager who audits is the last."""
    from django.contrib.auth import get_user_model
    from django.contrib.auth.models import Group

    create = get_user_model().objects.create_user
    for number in range(SCHEDULERS):
        email, name = f"scheduler{number}@example.com", f"Desk{number}"
        scheduler = create(email, first_name="Sam", last_name=name, is_staff=True)
        scheduler.groups.add(Group.objects.get(name="Schedulers"))
    create("auditor@example.com", first_name="Avery", last_name="Audit", is_staff=True, is_superuser=True)


def write_requests(cursor: Any, size: int, said: Callable[[str], None]) -> None:
    """Write so many requests with their history, visits, mail and readings. `cursor` is a superuser's."""
    from appointments.calendar.clinic_days import public_holidays

    write_physicians(cursor, PHYSICIANS, said, american_people, clinics=CLINICS)
    give_defaults(cursor)
    cursor.execute("SELECT setseed(.17)")
    cursor.execute("SET TimeZone = 'America/New_York'")  # today's visits are those of the hospital's day
    cursor.execute("SET session_replication_role = replica")
    cursor.execute(desk_rows.PATIENTS)
    chance, people = random.Random(17), list(american_people(size))
    people = [
        people[place - 1] if place and place % 50 == 0 else one for place, one in enumerate(people)
    ]  # sent twice
    lines = (f"{number}\t{given}\t{family}\t{chance.choice(people)[0]}\n"
             for number, (given, family) in enumerate(people, start=1))  # fmt: skip
    cursor.copy_expert("COPY bench_patient FROM STDIN", io.StringIO("".join(lines)))
    cursor.execute("ANALYZE")
    for day in public_holidays(*(timezone.localdate() + datetime.timedelta(days=days) for days in (0, 366))):
        cursor.execute(OPEN_ALL_THE_SAME, [day])
    for part in ("REQUESTS", "VISITS", "DOCTORS", "HISTORY"):
        with timed(part.lower(), said):
            cursor.execute(getattr(desk_rows, part))
    for table in desk_rows.TABLES:
        name = f"appointments_{table}"
        cursor.execute(f"SELECT setval(pg_get_serial_sequence('{name}', 'id'), (SELECT max(id) FROM {name}))")
    cursor.execute("SELECT appointments_file_names(ARRAY(SELECT id FROM appointments_appointmentrequest))")
    cursor.execute("SET session_replication_role = origin")
    cursor.execute("UPDATE appointments_busytime SET period = period")  # a trigger marks those that meet a visit
    cursor.execute("ANALYZE")
    check(cursor)
    cursor.execute("VACUUM ANALYZE")


def give_defaults(cursor: Any) -> None:
    """Give every column that must have a value an ordinary one, so that statements name only what matters."""
    cursor.execute(
        """
        SELECT format('ALTER TABLE %I ALTER %I SET DEFAULT %s', table_name, column_name, CASE data_type
                   WHEN 'ARRAY' THEN quote_literal('{}') WHEN 'boolean' THEN 'false'
                   WHEN 'uuid' THEN 'gen_random_uuid()' WHEN 'date' THEN 'now()'
                   WHEN 'timestamp with time zone' THEN 'now()' WHEN 'interval' THEN quote_literal('0')
                   WHEN 'character varying' THEN quote_literal('') WHEN 'text' THEN quote_literal('') ELSE '0' END)
        FROM information_schema.columns
        WHERE table_schema = 'public' AND table_name ~ '^(appointments|physicians_departure)' AND is_nullable = 'NO'
          AND column_default IS NULL AND is_identity = 'NO' AND column_name !~ '_id$'
          AND data_type ~ '^(ARRAY|boolean|character|date|integer|interval|smallint|text|timestamp|uuid)'
        """
    )
    for (statement,) in cursor.fetchall():
        cursor.execute(statement)


def check(cursor: Any) -> None:
    """Raise AssertionError if a row is there that the triggers would have refused, or a key that leads nowhere."""
    for what, statement in desk_rows.CHECKS.items():
        cursor.execute(statement)
        [wrong] = cursor.fetchone()
        assert not wrong, f"{wrong:,} rows: {what}"
    cursor.execute(
        """
        SELECT conrelid::regclass, conname, attname, confrelid::regclass FROM pg_constraint
        JOIN pg_attribute ON attrelid = conrelid AND attnum = conkey[1]
        WHERE contype = 'f' AND conrelid::regclass::text LIKE 'appointments_%'
        """
    )
    for table, name, column, target in cursor.fetchall():
        cursor.execute(
            f"SELECT count(*) FROM {table} AS row WHERE {column} IS NOT NULL"
            f" AND NOT EXISTS (SELECT FROM {target} AS other WHERE other.id = row.{column})"
        )
        assert cursor.fetchone() == (0,), f"{name} leads nowhere"
