"""Wagtail's own search over the same physicians: its PostgreSQL backend, with entries of its own.

It is given an index that its code speaks of and its migrations do not make; without it every search reads every entry.
The entries are written by SQL: Wagtail's own way asks for the mean of all titles after each batch, which grows with
the square of the size. `check` has Wagtail index a few physicians again and compares.
"""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from modelsearch.abstract_models import TextIDGenericRelation
from modelsearch.backends.database.postgres.weights import get_weight
from wagtail.search import index
from wagtail.search.backends import get_search_backend
from wagtail.search.models import IndexEntry
from wagtail.search.query import MATCH_ALL, Fuzzy

from physicians.models import Physician

ENTRIES = IndexEntry._meta.db_table
TITLE_BOOST = 2
CHECKED = 25


class IndexedPhysician(index.Indexed, Physician):
    """A physician as Wagtail would index one: the name as the title, then what the directory is asked for."""

    search_fields = [
        index.SearchField("title", boost=TITLE_BOOST),
        index.AutocompleteField("title"),
        index.SearchField("biography"),
        index.RelatedFields("conditions", [index.SearchField("name"), index.SearchField("lay_phrases")]),
        index.RelatedFields("specialties", [index.SearchField("name"), index.SearchField("practitioner")]),
        index.RelatedFields("procedures", [index.SearchField("name")]),
        index.FilterField("live"),
        index.FilterField("accepting_new_patients"),
        index.RelatedFields("languages", [index.FilterField("code")]),
    ]

    class Meta:
        proxy = True
        app_label = "physicians"

    @property
    def title(self) -> str:
        """Return the name."""
        return self.plain_name


TextIDGenericRelation(IndexEntry).contribute_to_class(IndexedPhysician, "index_entries")

BUILD = f"""
CREATE AGGREGATE bench_concat(tsvector) (SFUNC = tsvector_concat, STYPE = tsvector, INITCOND = '');
CREATE TEMP TABLE bench_condition AS
    SELECT id, name || ' ' || array_to_string(lay_phrases, ', ') AS words,
           setweight(to_tsvector(name), '{{body}}') || setweight(to_tsvector(array_to_string(lay_phrases, ', ')),
                                                                 '{{body}}') AS vector
    FROM physicians_condition;
CREATE TEMP TABLE bench_specialty AS
    SELECT id, name || ' ' || practitioner AS words,
           setweight(to_tsvector(name), '{{body}}') || setweight(to_tsvector(practitioner), '{{body}}') AS vector
    FROM physicians_specialty;
CREATE TEMP TABLE bench_procedure AS
    SELECT id, name AS words, setweight(to_tsvector(name), '{{body}}') AS vector FROM physicians_procedure;
INSERT INTO {ENTRIES} (content_type_id, object_id, title, autocomplete, body, title_norm, title_text, body_text)
SELECT {{kind}}, who.id::text, setweight(to_tsvector(its.title), '{{title}}'),
       setweight(to_tsvector('simple', its.title), 'D'),
       setweight(to_tsvector(biography), '{{body}}') || conditions.vector || specialties.vector || procedures.vector,
       coalesce(mean.length / nullif(length(to_tsvector(its.title)), 0), 1), its.title,
       concat_ws(' ', nullif(biography, ''), conditions.words, specialties.words, procedures.words)
FROM physicians_physician AS who,
     (SELECT avg(length(to_tsvector(given_name || ' ' || family_name))) AS length FROM physicians_physician) AS mean,
     LATERAL (SELECT given_name || ' ' || family_name AS title) AS its,
     LATERAL (SELECT bench_concat(vector ORDER BY name) AS vector, string_agg(known.words, ' ' ORDER BY name) AS words
              FROM physicians_physician_conditions AS link JOIN bench_condition AS known ON known.id = condition_id
                   JOIN physicians_condition AS named ON named.id = condition_id
              WHERE physician_id = who.id) AS conditions,
     LATERAL (SELECT bench_concat(vector ORDER BY name) AS vector, string_agg(known.words, ' ' ORDER BY name) AS words
              FROM physicians_physician_specialties AS link JOIN bench_specialty AS known ON known.id = specialty_id
                   JOIN physicians_specialty AS named ON named.id = specialty_id
              WHERE physician_id = who.id) AS specialties,
     LATERAL (SELECT bench_concat(vector ORDER BY name) AS vector, string_agg(known.words, ' ' ORDER BY name) AS words
              FROM physicians_physician_procedures AS link JOIN bench_procedure AS known ON known.id = procedure_id
                   JOIN physicians_procedure AS named ON named.id = procedure_id
              WHERE physician_id = who.id) AS procedures;
"""


# `get_index_vectors`: “An additional computed GIN index on 'title || body' is created in a SQL migration”. It is not.
COMBINED = f"CREATE INDEX bench_combined ON {ENTRIES} USING gin ((title || body))"


def content_type() -> int:
    """Return the number under which Wagtail keeps the entries."""
    return ContentType.objects.get_for_model(IndexedPhysician).pk


def build(cursor: Any, kind: int) -> None:
    """Fill Wagtail's index by SQL."""
    cursor.execute(BUILD.format(kind=kind, title=get_weight(TITLE_BOOST), body=get_weight(None)))
    cursor.execute(COMBINED)


def check() -> None:
    """Have Wagtail index a few physicians itself; the rows must stay as they are."""
    ids = list(Physician.objects.order_by("npi").values_list("pk", flat=True)[:CHECKED])
    entries = IndexEntry.objects.filter(content_type=content_type(), object_id__in=[str(pk) for pk in ids])
    columns = ("object_id", "title", "autocomplete", "body", "title_text", "body_text", "title_norm")

    def rows() -> list[tuple[Any, ...]]:
        return [(*row, round(norm, 3)) for *row, norm in entries.order_by("object_id").values_list(*columns)]

    before = rows()
    get_search_backend().add_bulk(IndexedPhysician, list(IndexedPhysician.objects.filter(pk__in=ids)))
    after = rows()
    if before != after or len(after) != min(CHECKED, len(ids)):
        raise AssertionError("the index by SQL is not Wagtail's")


def search(text: str, *, first: int = 0, **filters: Any) -> list[int]:
    """Return the ids of ten physicians that Wagtail finds for a text, in its order."""
    found = IndexedPhysician.objects.filter(live=True, **filters)
    results = get_search_backend().search(text or MATCH_ALL, found)
    return [physician.pk for physician in results[first : first + 10]]


def complete(text: str) -> list[int]:
    """Return eight whose name Wagtail completes the text to."""
    found = IndexedPhysician.objects.filter(live=True)
    return [physician.pk for physician in get_search_backend().autocomplete(text, found)[:8]]


def fuzzy_ids(text: str) -> list[int]:
    """Return the ids of the first ten of Wagtail's search that forgives typing mistakes."""
    found = IndexedPhysician.objects.filter(live=True)
    return [physician.pk for physician in get_search_backend().search(Fuzzy(text), found)[:10]]


def fuzzy(text: str) -> list[str]:
    """Return the names of the first twenty of Wagtail's search that forgives typing mistakes."""
    found = get_search_backend().search(Fuzzy(text), IndexedPhysician.objects.filter(live=True))[:20]
    return [physician.plain_name for physician in found]
