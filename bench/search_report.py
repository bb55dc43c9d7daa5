"""Every question of one size, asked of all contenders, and the tables that come of it."""

import math
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.db import connection
from django.http import QueryDict
from django.test import Client

from bench import search_bare, search_recall, search_wagtail
from bench.search_questions import NUMBER, Question, beginnings, questions, read_material
from bench.search_timing import TOO_LONG, Contender, compete, percentile, processor_time, short, three

SEARCHES = ["full name", "phrase", "phrase, accepting, language", "broad term"]  # the target is about these
HEADINGS = "|asked|directory, facets included|bare SQL, same table|times bare|bare SQL, base tables|Wagtail|"
PAGES = 50  # answered as HTML, for each kind of question
PARTS = ("choices", "reading", "list", "facets", "other")

# Per kind: the p95 of the directory, of the bare SQL and of Wagtail, in milliseconds.
Lines = dict[str, dict[str, float]]


def measure(say: Callable[[str], None]) -> Lines:
    """Print everything there is to say about one size."""
    with connection.cursor() as cursor:
        cursor.execute(f"SET statement_timeout = {TOO_LONG}")
    search_wagtail.check()
    material = read_material()
    asked = questions(material)
    found: Lines = {}
    tables: dict[str, list[str]] = {"sql": [], "busy": [], "parts": [], "page": []}
    slowest: list[tuple[float, str, str, Any]] = []
    clock = "" if math.isnan(processor_time()) else " busy"
    everything: dict[str, list[float]] = {"directory": [], "bare": []}
    for kind, its in asked.items():
        contenders = all_contenders(kind, its)
        compete(list(contenders.values()), its)
        ours, bare, base, wagtail = (contenders.get(name) for name in ("directory", "bare", "base", "wagtail"))
        assert ours is not None
        assert bare is not None
        assert base is not None
        if kind in SEARCHES:
            everything["directory"] += ours.parts[f"search{clock}"]
            everything["bare"] += bare.parts[f"all{clock}"]
        found[kind] = {name: percentile(one.parts[("search" if name == "directory" else "all") + clock], 0.95)
                       for name, one in contenders.items()}  # fmt: skip
        for name in ("", " busy"):
            ratio = percentile(ours.parts[f"search{name}"], 0.95) / percentile(bare.parts[f"all{name}"], 0.95)
            tables["busy" if name else "sql"].append(
                f"|{kind}|{three(ours.parts[f'search{name}'])}|{three(bare.parts[f'all{name}'])}|{ratio:.1f}"
                f"|{cell(base, name)}|{cell(wagtail, name)}|"
            )
        tables["parts"].append(
            f"|{kind}|" + "|".join(short(percentile(ours.parts[part + clock], 0.95)) for part in PARTS) + "|"
        )
        page = contenders["page"]
        tables["page"].append(
            f"|{kind}|{three(ours.whole)}|{three(ours.whole_busy)}|{ours.most_statements}"
            f"|{three(page.whole)}|{three(page.whole_busy)}|{page.most_statements}|"
        )
        say(f"  {kind}: p95 {short(found[kind]['directory'])} ms, bare SQL {short(found[kind]['bare'])} ms")
        slowest += [(one.slowest[0], f"{kind}: {name}", *one.slowest[1:]) for name, one in contenders.items()]
    say("\nOne search, SQL only, ms (p50 / p95 / p99)\n")
    table(say, HEADINGS, tables["sql"])
    say(
        "The same in time of the server's processor, which a busy machine does not make longer, ms (p50 / p95 / p99)\n"
    )
    table(say, HEADINGS, tables["busy"])
    ours_all, bare_all = (percentile(everything[name], 0.95) for name in ("directory", "bare"))
    say(f"{', '.join(SEARCHES)} together: p95 {short(ours_all)} ms, {ours_all / bare_all:.1f} times bare SQL\n")
    say("Where the directory's statements spend the processor's time, p95 ms (“other”: the physicians of the page)\n")
    table(say, f"|asked|{'|'.join(PARTS)}|", tables["parts"])
    say("The whole page, Python included, ms (p50 / p95 / p99)\n")
    table(say, "|asked|open_directory|processor|statements|HTML answered|processor|statements|", tables["page"])
    found["suggestions"] = suggestions(material, say, clock)
    say("Recall among the first 20 (directory: its first two pages)\n")
    table(say, "|mistyped|who|found|of names|", [
        f"|{kind}|{who}|{share:.3f}|{number}|" for kind, who, share, number in search_recall.recall(material)
    ])  # fmt: skip
    if os.environ.get("EXPLAIN"):
        explain(slowest, Path(os.environ["EXPLAIN"]))
    return found


def table(say: Callable[[str], None], headings: str, lines: list[str]) -> None:
    """Print a table in Markdown."""
    say("\n".join([headings, "|" + "---|" * (headings.count("|") - 1), *lines, ""]))


def cell(contender: Contender | None, clock: str = "") -> str:
    """Return a contender's figures, and of how many questions when its patience was used up."""
    if contender is None:
        return "cannot"
    number = len(contender.whole)
    if contender.gave_up:
        return f"gave up after {TOO_LONG // 1000} s ({number} asked)"
    return three(contender.parts[f"all{clock}"]) + (f" ({number} asked)" if number < NUMBER else "")


def all_contenders(kind: str, its: list[Question]) -> dict[str, Contender]:
    """Return who answers this kind of question. Wagtail knows no distances."""
    from physicians.search.directory_search import open_directory
    from physicians.search.published_choices import load_choices

    client = Client()

    def directory(question: Question) -> Any:
        query = QueryDict(mutable=True)
        query.update(question.parameters)
        return open_directory(query)

    def page(question: Question) -> Any:
        return client.get("/find-a-doctor/", question.parameters)

    def wagtail(question: Question) -> Any:
        filters: dict[str, Any] = {}
        if "accepting" in question.parameters:
            filters["accepting_new_patients"] = True
        if "language" in question.parameters:
            filters["languages__code"] = question.parameters["language"]
        first = question.before or (90 if "page" in question.parameters else 0)
        return search_wagtail.search(question.text, first=first, **filters)

    def wagtail_fuzzy(question: Question) -> Any:
        return search_wagtail.fuzzy(question.text)

    choices = load_choices()
    bare = {id(question): search_bare.documents(question, choices) for question in its}
    base = {id(question): search_bare.base_tables(question) for question in its}
    found = {
        "directory": Contender("directory", directory),
        "page": Contender("page", page, most=PAGES),
        "bare": Contender("bare", search_bare.run(bare)),
        "base": Contender("base", search_bare.run(base)),
    }
    if "25 miles" not in kind:
        found["wagtail"] = Contender("wagtail", wagtail_fuzzy if "mistake" in kind else wagtail)
    return found


def suggestions(material: Any, say: Callable[[str], None], clock: str) -> dict[str, float]:
    """Measure what appears under the search box while text is typed."""
    from physicians.search.autocomplete import autocomplete

    ours = Contender("directory", lambda question: autocomplete(question.text))
    bare = Contender("bare", search_bare.complete)
    wagtail = Contender("wagtail", lambda question: search_wagtail.complete(question.text))
    compete([ours, bare, wagtail], beginnings(material))
    say("Suggestions, SQL only, ms (p50 / p95 / p99)\n")
    table(say, "|directory|statements|Python included|bare SQL, names only|Wagtail, names only|", [
        f"|{three(ours.parts['all'])}|{ours.most_statements}|{three(ours.whole)}|{cell(bare)}|{cell(wagtail)}|"
    ])  # fmt: skip
    say("The same in time of the processor\n")
    table(say, "|directory|bare SQL, names only|Wagtail, names only|", [
        f"|{three(ours.parts['all busy'])}|{cell(bare, ' busy')}|{cell(wagtail, ' busy')}|"
    ])  # fmt: skip
    return {one.name: percentile(one.parts[f"all{clock}"], 0.95) for one in (ours, bare, wagtail)}


def explain(slowest: list[tuple[float, str, str, Any]], file: Path) -> None:
    """Write the plans of each contender's slowest statement, ours first."""
    with file.open("a", encoding="utf-8") as plans, connection.cursor() as cursor:
        for spent, what, statement, parameters in sorted(slowest, key=lambda one: one[0], reverse=True):
            if not what.endswith((": directory", ": bare")):
                continue
            plans.write(f"\n===== {what}: {spent:.1f} ms\n{parameters}\n{statement}\n")
            cursor.execute(f"EXPLAIN (ANALYZE, BUFFERS, COSTS OFF) {statement}", parameters)
            plans.writelines(f"{line}\n" for (line,) in cursor)
