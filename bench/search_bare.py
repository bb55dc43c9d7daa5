"""The same questions as one would write them by hand, knowing what the words mean: no reading, no facets."""

from collections.abc import Callable
from typing import Any

from django.db import connection
from django.http import QueryDict

from bench.search_questions import Question

# For names one would add these two by hand.
INDEXES = """
CREATE INDEX bench_name ON physicians_physician (lower(family_name) text_pattern_ops, lower(given_name));
CREATE INDEX bench_trigrams ON physicians_physician
    USING gin ((given_name || ' ' || family_name) gin_trgm_ops);
"""
ALIKE = """
SELECT given_name, family_name FROM physicians_physician
WHERE live AND %(text)s <%% (given_name || ' ' || family_name)
ORDER BY word_similarity(%(text)s, given_name || ' ' || family_name) DESC, id LIMIT 20
"""
COMPLETE = """
SELECT slug, given_name, family_name FROM physicians_physician
WHERE live AND lower(family_name) LIKE %(begun)s AND lower(given_name) LIKE %(given)s
ORDER BY family_name, given_name, id LIMIT 8
"""
BASE = """
SELECT DISTINCT who.id, who.family_name, who.given_name, NOT who.accepting_new_patients {columns}
FROM physicians_physician AS who {joins}
WHERE who.live {conditions}
ORDER BY {order} NOT who.accepting_new_patients, who.family_name, who.given_name, who.id LIMIT 10 OFFSET %(before)s
"""
MILES = """
2 * 3958.8 * asin(sqrt(power(sin(radians(place.latitude - %(latitude)s) / 2), 2) + cos(radians(place.latitude))
    * cos(radians(%(latitude)s)) * power(sin(radians(place.longitude - %(longitude)s) / 2), 2)))
"""
BOX = """
JOIN physicians_physician_locations AS at ON at.physician_id = who.id
JOIN physicians_location AS place ON place.id = at.location_id AND place.live
     AND place.latitude BETWEEN %(latitude)s - 0.37 AND %(latitude)s + 0.37
     AND place.longitude BETWEEN %(longitude)s - 0.47 AND %(longitude)s + 0.47
"""


def documents(question: Question, choices: Any) -> tuple[str, dict[str, Any]]:
    """Return a plain question to the document table: its final tsquery and order, without tiers."""
    from physicians.search.directory_search import plan_search
    from physicians.search.query.ranked_list import MILES as NEAREST
    from physicians.search.query.ranked_list import NEAR
    from physicians.search.tsquery import where

    query = QueryDict(mutable=True)
    query.update(question.parameters)
    plan = plan_search(query, choices)
    parameters: dict[str, Any] = {"near": list(plan.near), "miles": list(plan.near.values())}
    order = f"{NEAREST}, sort_name" if question.parameters.get("sort") else "unavailable, gaps, sort_name"
    before = question.before or (90 if "page" in question.parameters else 0)
    statement = (
        f"WITH {NEAR} SELECT physician_id FROM physicians_physiciandocument"
        f" WHERE {where(plan.matches.query, parameters)}"
        f" ORDER BY {order}, physician_id LIMIT 10 OFFSET {before}"
    )
    return statement, parameters


def base_tables(question: Question) -> tuple[str, dict[str, Any]]:
    """Return a question to the tables of physicians and their lists."""
    from physicians.zip_places import place_of

    joins, conditions, order, columns = "", "", "", ""
    before = question.before or (90 if "page" in question.parameters else 0)
    parameters: dict[str, Any] = {"before": before}
    if question.name[1]:
        conditions += " AND lower(who.family_name) = %(family)s AND lower(who.given_name) = %(given)s"
        parameters |= {"given": question.name[0].lower(), "family": question.name[1].lower()}
    elif question.conditions:
        joins += " JOIN physicians_physician_conditions AS treats ON treats.physician_id = who.id"
        conditions += " AND treats.condition_id = %(condition)s"
        parameters["condition"] = question.conditions[0]
    elif question.text:
        joins += (
            " JOIN physicians_physician_conditions AS treats ON treats.physician_id = who.id"
            " JOIN physicians_condition AS it ON it.id = treats.condition_id"
        )
        conditions += " AND (it.name ILIKE %(like)s OR array_to_string(it.lay_phrases, ' ') ILIKE %(like)s)"
        parameters["like"] = f"%{question.text}%"
    if "accepting" in question.parameters:
        conditions += " AND who.accepting_new_patients"
    if "language" in question.parameters:
        joins += (
            " JOIN physicians_physician_languages AS speaks ON speaks.physician_id = who.id"
            " JOIN physicians_language AS tongue ON tongue.id = speaks.language_id AND tongue.code = %(language)s"
        )
        parameters["language"] = question.parameters["language"]
    if "zip" in question.parameters:
        parameters["latitude"], parameters["longitude"] = place_of(question.parameters["zip"]) or (0, 0)
        joins += BOX
        conditions += f" AND {MILES} <= 25"
        columns = f", {MILES} AS miles"
        order = "miles, " if "sort" in question.parameters else "NOT who.accepting_new_patients, miles, "
    return BASE.format(joins=joins, conditions=conditions, order=order, columns=columns), parameters


def run(prepared: dict[int, tuple[str, dict[str, Any]]]) -> Callable[[Question], Any]:
    """Return a contender's answer: one statement, prepared before the clock runs."""

    def answer(question: Question) -> Any:
        statement, parameters = prepared[id(question)]
        with connection.cursor() as cursor:
            cursor.execute(statement, parameters)
            return cursor.fetchall()

    return answer


def complete(question: Question) -> Any:
    """Ask for names that begin so; the vocabulary is left out."""
    words = question.text.lower().split()
    parameters = {"begun": f"{words[-1] if words else ''}%", "given": f"{words[0]}%" if len(words) > 1 else "%"}
    with connection.cursor() as cursor:
        cursor.execute(COMPLETE, parameters)
        return cursor.fetchall()


def alike(text: str) -> list[str]:
    """Return the names that are most alike by trigrams, as PostgreSQL's defaults have it."""
    with connection.cursor() as cursor:
        cursor.execute(ALIKE, {"text": text})
        return [f"{given} {family}" for given, family in cursor]
