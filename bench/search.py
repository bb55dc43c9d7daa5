"""How the directory's search does with 2,000, 100,000 and 1,000,000 invented physicians.

`make bench-search`, or with `SIZES=2000,100000`. Everything is asked three times over the same rows in the same run:
of the directory, of bare SQL, and of Wagtail's own search. Before that, `NAMES=5000,100000` physicians with American
names show who comes first when a name is typed; with `NAMES=5000` and no `SIZES` only that is measured.

It starts a PostgreSQL of its own in a folder that is removed at the end; with `DATA_DIR` in a folder that stays, so
that a second run builds nothing. `EXPLAIN=file` writes the plans of the slowest statements. At least two sizes are
drawn in docs/search-latency.svg.
"""

import contextlib
import gc
import os
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import django
import psycopg2
from django.core.management import call_command

from wakemed.running import embedded


def sizes(variable: str, otherwise: str) -> list[int]:
    """Return the sizes in an environment variable."""
    return [int(size) for size in os.environ.get(variable, otherwise).split(",") if size]


NAMES = sizes("NAMES", "5000,100000")
SIZES = sizes("SIZES", "" if "NAMES" in os.environ else "2000,100000,1000000")
# The same for all contenders. The data may be lost with the power, and nothing cleans up behind our backs.
SETTINGS = {
    "shared_buffers": "512MB",
    "work_mem": "16MB",
    "maintenance_work_mem": "512MB",
    "jit": "off",
    "random_page_cost": "1.1",
    "autovacuum": "off",
    "max_wal_size": "8GB",
    "synchronous_commit": "off",
    "fsync": "off",
    "full_page_writes": "off",
}
EMPTY = "bench_empty"
CHART = Path(__file__).resolve().parent.parent / "docs" / "search-latency.svg"


def say(line: str = "") -> None:
    """Print a line now: a million takes its time."""
    print(line, flush=True)


@contextlib.contextmanager
def superuser(server: Any, database: str = "postgres") -> Iterator[Any]:
    """Give a cursor of the server's superuser; each statement is a transaction."""
    with contextlib.closing(psycopg2.connect(server.get_uri(database))) as connection:
        connection.autocommit = True
        yield connection.cursor()


def prepare(server: Any) -> None:
    """Set the server up, with an empty database that has the vocabulary."""
    embedded.ensure_roles(server)
    embedded.ensure_database(server, EMPTY)
    with superuser(server) as cursor:
        for setting, value in SETTINGS.items():
            cursor.execute(f"ALTER SYSTEM SET {setting} = '{value}'")


def start_django(server: Any, folder: str) -> None:
    """Start Django on the empty database and fill in the vocabulary."""
    os.environ["DATABASE_URL"] = embedded.database_url(server, embedded.OWNER, EMPTY)
    os.environ["DJANGO_SETTINGS_MODULE"] = "wakemed.settings.test"
    os.environ["DATA_DIR"] = folder
    django.setup()
    use(EMPTY)
    call_command("migrate", verbosity=0)
    from bench import search_wagtail
    from physicians import sample_content

    sample_content.load(people=False)
    search_wagtail.content_type()  # makes its row, so that every copy has it


def use(name: str) -> None:
    """Turn Django to another database of the server."""
    from django.db import connection

    connection.close()
    connection.settings_dict["NAME"] = name


def build(server: Any, size: int, *, american: bool = False) -> str:
    """Make the database of a size, unless it is there, and return its name."""
    from bench import american_names, people, search_bare, search_fill, search_wagtail

    name = f"bench_{'names_' if american else ''}{size}"
    unfinished = f"{name}_unfinished"
    named = american_names.american_people if american else people.people
    kind = search_wagtail.content_type()
    use(EMPTY)
    with superuser(server) as cursor:
        cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name])
        if cursor.fetchone():
            say(f"  {name} is there from an earlier run")
            return name
        cursor.execute(f"DROP DATABASE IF EXISTS {unfinished}")
        cursor.execute(f"CREATE DATABASE {unfinished} TEMPLATE {EMPTY} OWNER {embedded.OWNER}")
    with superuser(server, unfinished) as cursor:
        search_fill.write_physicians(cursor, size, say, named)
        with ThreadPoolExecutor() as at_once, superuser(server, unfinished) as another:
            for work in (
                at_once.submit(search_fill.fill_search_tables, cursor, say),
                at_once.submit(fill_wagtail, another, kind),
            ):
                work.result()
        with search_fill.timed("the indexes of the bare SQL, vacuum and analyze", say):
            cursor.execute(search_bare.INDEXES)
            cursor.execute("VACUUM ANALYZE")
    with superuser(server) as cursor:
        cursor.execute(f"ALTER DATABASE {unfinished} RENAME TO {name}")
    return name


def fill_wagtail(cursor: Any, kind: int) -> None:
    """Fill Wagtail's index."""
    from bench import search_fill, search_wagtail

    with search_fill.timed("Wagtail's index", say), search_fill.without_indexes(cursor, [search_wagtail.ENTRIES]):
        search_wagtail.build(cursor, kind)


def start_server(stack: contextlib.ExitStack) -> Any:
    """Run a prepared server until the stack closes, with Django on it: in DATA_DIR, or in a folder that goes then."""
    folder = os.environ.get("DATA_DIR") or stack.enter_context(tempfile.TemporaryDirectory())
    data_dir = Path(folder).resolve()
    data_dir.mkdir(parents=True, exist_ok=True)
    data_dir.chmod(0o711)  # the server's own user must reach its folder
    with embedded.server(data_dir / "postgres") as server:
        prepare(server)
    server = stack.enter_context(embedded.server(data_dir / "postgres"))  # again, for the settings
    start_django(server, str(data_dir))
    return server


def main() -> None:
    """Build and measure every size, then draw."""
    with contextlib.ExitStack() as stack:
        server = start_server(stack)
        gc.collect()  # what migrating has left would be gone through again and again while the clock runs
        gc.freeze()
        from bench import name_ranking, search_chart, search_report

        say("PostgreSQL: " + ", ".join(f"{setting} {value}" for setting, value in SETTINGS.items()))
        for size in NAMES:
            say(f"\n## {size:,} physicians with American names\n")
            use(build(server, size, american=True))
            name_ranking.measure(say)
        found = {}
        for size in SIZES:
            say(f"\n## {size:,} physicians\n")
            begin = time.perf_counter()
            name = build(server, size)
            say(f"  ready after {time.perf_counter() - begin:.0f} s; others keep the machine busy with a load of "
                f"{os.getloadavg()[0]:.1f} on {os.cpu_count()} cores\n")  # fmt: skip
            use(name)
            found[size] = search_report.measure(say)
        if len(found) > 1:
            CHART.write_text(search_chart.draw(found), encoding="utf-8")
        from django.db import connections

        connections.close_all()


if __name__ == "__main__":
    main()
