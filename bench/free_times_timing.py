"""How long the free times of 200 physicians over 90 days take, beside the bare SQL that reads the same rows.

`make bench-free-times`. It starts a PostgreSQL of its own in a folder that is removed at the end.
"""

import datetime
import os
import statistics
import tempfile
import time
from pathlib import Path

import django
from django.core.management import call_command

from wakemed.running import embedded

PHYSICIANS, DAYS, RUNS = 200, 90, 5
FIRST = datetime.date(2027, 1, 4)


def fill():
    """Create physicians with ten half days a week, eight busy times a day and a week off."""
    from django.db.backends.postgresql.psycopg_any import DateTimeTZRange

    from appointments.models import AvailabilityRule, BusyTime, ExtraSession, TimeOff
    from physicians.models import Location, Physician

    place = Location.objects.create(
        name="A", slug="a", street="1 A", city="Raleigh", postal_code="27610", phone="+19195550100"
    )
    physicians = [
        Physician(npi=f"{number:010}", slug=f"p{number}", given_name="P", family_name=str(number), live=True)
        for number in range(PHYSICIANS)
    ]
    Physician.objects.bulk_create(physicians)
    AvailabilityRule.objects.bulk_create(
        AvailabilityRule(
            physician=physician,
            location=place,
            weekday=weekday,
            starts_at=datetime.time(opens),
            ends_at=datetime.time(opens + 4),
            effective_from=datetime.date(2026, 1, 1),
        )
        for physician in physicians
        for weekday in range(5)
        for opens in (8, 13)
    )

    def period(day, minutes, length):
        midnight = datetime.datetime.combine(FIRST, datetime.time(13), datetime.UTC)
        start = midnight + datetime.timedelta(days=day, minutes=minutes)
        return DateTimeTZRange(start, start + datetime.timedelta(minutes=length))

    BusyTime.objects.bulk_create(
        (
            BusyTime(physician=physician, period=period(day, 60 * hour + number % 60, 25))
            for number, physician in enumerate(physicians)
            for day in range(DAYS)
            for hour in range(8)
        ),
        batch_size=5000,
    )
    for model, length in ((TimeOff, 5 * 24 * 60), (ExtraSession, 180)):
        model.objects.bulk_create(
            model(physician=physician, period=period(number % DAYS, 0, length))
            for number, physician in enumerate(physicians)
        )


def seconds(function):
    """Return the median time of a few runs, and the last result."""
    times = []
    for _ in range(RUNS):
        begin = time.perf_counter()
        result = function()
        times.append(time.perf_counter() - begin)
    return statistics.median(times), result


def measure():
    """Print queries, times and ratio."""
    from django.db import connection

    from appointments.calendar.free_times import first_free, free_times
    from appointments.calendar.matching_times import physicians_who_fit

    last = FIRST + datetime.timedelta(days=DAYS - 1)
    asked = []

    def note(execute, sql, parameters, many, context):
        asked.append((sql, parameters))
        return execute(sql, parameters, many, context)

    def ask(function, **more):
        now = datetime.datetime(2027, 1, 3, tzinfo=datetime.UTC)
        return function(physicians_who_fit(virtual=False), first=FIRST, last=last, now=now, **more)

    def read():
        rows = 0
        with connection.cursor() as cursor:
            for sql, parameters in asked:
                cursor.execute(sql, parameters)
                rows += len(cursor.fetchall())
        return rows

    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    with connection.execute_wrapper(note):
        ask(free_times)
    every, found = seconds(lambda: ask(free_times))
    few, _ = seconds(lambda: ask(first_free, limit=20))
    bare, rows = seconds(read)
    print(f"{PHYSICIANS} physicians, {DAYS} days: {len(found):,} free times from {rows:,} rows, {len(asked)} queries")
    print(f"all of them     {every:.2f} s, {every / bare:.1f} times the bare SQL")
    print(f"the first 20    {few:.2f} s, {few / bare:.1f} times the bare SQL")
    print(f"the bare SQL    {bare:.2f} s")


def main():
    """Start a database, fill it, measure."""
    with tempfile.TemporaryDirectory() as folder:
        data_dir = Path(folder)
        data_dir.chmod(0o711)  # the server's own user must reach its folder
        with embedded.server(data_dir / "postgres") as server:
            embedded.ensure_roles(server)
            embedded.ensure_database(server, "wakemed")
            os.environ["DATABASE_URL"] = embedded.database_url(server, embedded.OWNER, "wakemed")
            os.environ["DJANGO_SETTINGS_MODULE"] = "wakemed.settings.test"
            os.environ["DATA_DIR"] = folder
            django.setup()
            call_command("migrate", verbosity=0)
            fill()
            measure()
            from django.db import connections

            connections.close_all()


if __name__ == "__main__":
    main()
