"""How the scheduling desk does with 1,000 and with 100,000 invented requests.

`make bench-desk`, or with `SIZES=1000,20000`. Prints what every tab, search and page costs at each size, how often
a misspelled name is found, and how many pages eight schedulers get from the served site at once.

It starts a PostgreSQL of its own in a folder that is removed at the end; with `DATA_DIR` in a folder that stays, so
that a second run fills nothing.
"""

import contextlib
import gc
import os
from typing import Any

from bench.search import EMPTY, say, sizes, start_server, superuser, use
from wakemed.running import embedded

SIZES = sizes("SIZES", "1000,100000")
PARTS = os.environ.get("PARTS", "pages,names,at_once").split(",")


def build(server: Any, size: int) -> str:
    """Make the database of a size unless it is there, bring its tables up to date, and return its name."""
    from django.core.management import call_command

    from bench import desk_fill

    name = f"bench_desk_{size}"
    unfinished = f"{name}_unfinished"
    use(EMPTY)
    with superuser(server) as cursor:
        cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name])
        if not cursor.fetchone():
            cursor.execute(f"DROP DATABASE IF EXISTS {unfinished}")
            cursor.execute(f"CREATE DATABASE {unfinished} TEMPLATE {EMPTY} OWNER {embedded.OWNER}")
            use(unfinished)
            desk_fill.write_staff()
            use(EMPTY)
            with superuser(server, unfinished) as filling:
                desk_fill.write_requests(filling, size, say)
            cursor.execute(f"ALTER DATABASE {unfinished} RENAME TO {name}")
    use(name)
    call_command("migrate", verbosity=0)
    with superuser(server, name) as cursor:
        cursor.execute("VACUUM ANALYZE")
    return name


def main() -> None:
    """Fill and measure."""
    with contextlib.ExitStack() as stack:
        server = start_server(stack)
        names = {}
        for size in SIZES:
            say(f"\n## {size:,} requests\n")
            names[size] = build(server, size)
        gc.collect()
        gc.freeze()
        from django.db import connections

        from bench import desk_at_once, desk_names, desk_timing

        say(f"\nLoad {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores\n")
        if "pages" in PARTS:
            desk_timing.measure(names, say)
        if "names" in PARTS:
            use(names[SIZES[-1]])
            desk_names.measure(say)
        connections.close_all()
        if "at_once" in PARTS:
            url = embedded.database_url(server, embedded.OWNER, names[SIZES[-1]])
            desk_at_once.measure(url, server.pgdata, say)


if __name__ == "__main__":
    main()
