"""How long a whole page of the directory takes with 300 clinics, beside a bare view that answers the same bytes.

`make bench-directory-page`, or with `SIZES=100000` and the DATA_DIR of an earlier `make bench-search`. The page and
the bare view take turns, through the same middleware. Processor time, Python's and the server's, is what a busy
machine doesn't make longer. “For the script” is what htmx gets after a tick or a pause in
typing.
"""

import contextlib
import gc
import math
import os
import time

TURNS = 60
WARMING = 5
GZIP = {"Accept-Encoding": "gzip"}
SIZE = int(os.environ.get("SIZES", "2000"))
QUESTIONS = {
    "everybody": {},
    "a phrase": {"q": "slipped disk"},
    "a phrase, accepting, language": {"q": "slipped disk", "accepting": "1", "language": "es"},
    "a clinic": {"location": "clinic-1"},
}


def measure() -> None:
    """Print times and ratios."""
    from django.db import connection
    from django.http import HttpResponse
    from django.test import Client, override_settings
    from django.urls import path

    from bench.search_timing import percentile, processor_time, watched
    from physicians import urls as directory_urls

    answers = {}

    def bare(request):
        return HttpResponse(answers[request.GET["of"]])

    directory_urls.urlpatterns.insert(0, path("bare/", bare))
    client = Client()
    connection.ensure_connection()
    clock = "wall clock" if math.isnan(processor_time()) else "processor"
    print(f"{SIZE:,} physicians, {TURNS} turns, load {os.getloadavg()[0]:.1f}; milliseconds ({clock}), p50 / p95")
    print("|asked|page|of it PostgreSQL|bytes|for the script|bare view|times bare|\n|---|---|---|---|---|---|---|")
    with override_settings(ALLOWED_HOSTS=["*"]):
        for kind, parameters in QUESTIONS.items():
            first = client.get("/find-a-doctor/", parameters)
            assert first.status_code == 200
            answers[kind] = first.content
            asked = {
                "page": ("/find-a-doctor/", parameters, GZIP),
                "script": ("/find-a-doctor/", parameters, {**GZIP, "HX-Request": "true"}),
                "bare": ("/find-a-doctor/bare/", {"of": kind}, GZIP),
            }
            times = {name: [] for name in (*asked, "sql")}
            for turn in range(TURNS + WARMING):
                for name, (address, query, headers) in asked.items():
                    with watched() as statements:
                        begin, busy = time.perf_counter(), time.process_time()
                        client.get(address, query, headers=headers)
                        spent, busy = time.perf_counter() - begin, time.process_time() - busy
                    if turn >= WARMING:
                        sql = statements.busy() if clock == "processor" else statements.of()
                        times[name].append(busy * 1000 + sql if clock == "processor" else spent * 1000)
                        if name == "page":
                            times["sql"].append(sql)
            both = {name: (percentile(its, 0.5), percentile(its, 0.95)) for name, its in times.items()}
            ratio = both["page"][0] / both["bare"][0]
            shown = {name: f"{half:.1f} / {most:.1f}" for name, (half, most) in both.items()}
            print(
                f"|{kind}|{shown['page']}|{shown['sql']}|{len(first.content):,}|{shown['script']}|{shown['bare']}"
                f"|{ratio:.0f}|",
                flush=True,
            )


def main() -> None:
    """Build a directory, or use the one that is there, and measure."""
    from bench.search import build, start_server, use

    with contextlib.ExitStack() as stack:
        server = start_server(stack)
        build(server, SIZE)
        use(f"bench_{SIZE}")
        gc.collect()
        gc.freeze()
        measure()
        from django.db import connections

        connections.close_all()


if __name__ == "__main__":
    main()
