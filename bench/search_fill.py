"""A directory of invented physicians, written by SQL; the search tables are made by the site's own function."""

import io
import random
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from bench.people import people

CLINICS = 300
Namer = Callable[..., Iterator[tuple[str, str]]]
BATCH = 20_000  # physicians refreshed at once
TABLES = ["physician"] + [f"physician_{link}" for link in ("conditions", "specialties", "procedures", "languages",
                                                          "locations")]  # fmt: skip

# `random() ^ 2` makes the first of a list much more frequent than the last.
PHYSICIANS = """
INSERT INTO physicians_physician (
    npi, slug, given_name, family_name, known_as, former_name, credentials, biography, education,
    board_certifications, gender, accepting_new_patients, offers_virtual_visits, licensed_states, is_sample, on_roster,
    live, has_unpublished_changes, expired, verified_on)
SELECT '2' || lpad(number::text, 9, '0'),
       regexp_replace(physicians_plain(given || ' ' || family), '[^a-z0-9]+', '-', 'g') || '-' || number,
       given, family, '', '', 'MD',
       concat_ws(' ', (ARRAY[
           'Treats athletes and dancers with gentle hands.', 'Prefers small incisions and early walking.',
           'Helps people back to work after an injury, step by step.', 'Listens first and operates last.',
           'Explains every scan at the table, with time for questions.', NULL])[1 + number %% 6],
           (ARRAY['Teaches residents and studies gait.', 'Grew up on a farm nearby.', 'Runs a clinic for veterans.',
                  'Likes complicated questions.'])[1 + number / 7 %% 4]),
       CASE WHEN number %% 3 > 0 THEN 'Doctor of Medicine, Sample State University' ELSE '' END,
       CASE WHEN number %% 4 > 0 THEN 'Sample Board of Physicians' ELSE '' END,
       (ARRAY['female', 'male', ''])[1 + number %% 3], number %% 5 > 0, number %% 3 = 0, ARRAY['NC'],
       true, true, true, false, false, CASE WHEN number %% 2 = 0 THEN DATE '2026-01-01' END
FROM bench_person ORDER BY number
"""
LINK = """
INSERT INTO physicians_physician_{many} (physician_id, {one}_id)
SELECT id, ids[1 + floor(cardinality(ids) * random() ^ 2)::int]
FROM physicians_physician, (SELECT array_agg(id ORDER BY id) AS ids FROM physicians_{one}) AS known,
     generate_series(1, {least} + id % {spread}) AS place
ORDER BY id
ON CONFLICT DO NOTHING
"""
LINKS = [  # table, row, at least, up to so many more
    ("conditions", "condition", 3, 4),
    ("specialties", "specialty", 1, 2),
    ("procedures", "procedure", 2, 3),
    ("languages", "language", 1, 2),
    ("locations", "location", 1, 3),
]
FREE_TIMES = """
INSERT INTO physicians_nextfreetimes (physician_id, starts, recorded_at)
SELECT id, ARRAY[TIMESTAMPTZ '2027-01-04 13:00Z' + (id % 2000) * INTERVAL '30 minutes'], now()
FROM physicians_physician WHERE id % 5 < 3
"""
INDEXES = """
SELECT indexname, indexdef FROM pg_indexes
WHERE tablename = ANY (%s) AND NOT EXISTS (SELECT FROM pg_constraint WHERE conname = indexname)
"""


def write_physicians(
    cursor: Any, size: int, said: Callable[[str], None], named: Namer = people, *, clinics: int = CLINICS
) -> None:
    """Write so many physicians with clinics, links and free times. `cursor` is a superuser's."""
    cursor.execute("SELECT setseed(.6)")
    write_clinics(cursor, clinics)
    cursor.execute("SET session_replication_role = replica")  # no triggers: they refresh physicians one by one
    cursor.execute("CREATE TEMP TABLE bench_person (number int, given text, family text)")
    cursor.execute("SELECT word FROM physicians_searchword WHERE terms > 0")
    who = named(size, besides={word for (word,) in cursor})
    names = "".join(f"{number}\t{given}\t{family}\n" for number, (given, family) in enumerate(who, start=1))
    cursor.copy_expert("COPY bench_person FROM STDIN", io.StringIO(names))
    with timed("physicians and links", said), without_indexes(cursor, [f"physicians_{table}" for table in TABLES]):
        cursor.execute(PHYSICIANS, [])
        for many, one, least, spread in LINKS:
            cursor.execute(LINK.format(many=many, one=one, least=least, spread=spread))
        cursor.execute(FREE_TIMES)
    cursor.execute("SET session_replication_role = origin")
    cursor.execute("VACUUM ANALYZE")


def fill_search_tables(cursor: Any, said: Callable[[str], None]) -> None:
    """Have the site's own function make the search tables."""
    cursor.execute("SELECT min(id), max(id) FROM physicians_physician")
    first, last = cursor.fetchone()
    with timed("search tables (physicians_refresh)", said), without_indexes(cursor, ["physicians_physiciandocument"]):
        for begin in range(first, last + 1, BATCH):
            cursor.execute(
                "SELECT physicians_refresh(ARRAY(SELECT id FROM physicians_physician WHERE id BETWEEN %s AND %s))",
                [begin, begin + BATCH - 1],
            )


def write_clinics(cursor: Any, number: int) -> None:
    """Write clinics at the middles of ZIP code areas of North Carolina."""
    from physicians.zip_places import centroids

    chance = random.Random(7)
    places = sorted((code, place) for code, place in centroids().items() if code.startswith(("27", "28")))
    towns = sorted({family for _given, family in people(4 * number)})
    chance.shuffle(towns)
    for place, (code, (latitude, longitude)) in enumerate(chance.choices(places, k=number)):
        cursor.execute(
            """
            INSERT INTO physicians_location (
                name, slug, street, city, state, postal_code, latitude, longitude, time_zone, phone, after_hours_phone,
                fax, hours, parking, access, is_sample, live, has_unpublished_changes, expired)
            VALUES (%s, %s, '1 Sample Way', %s, 'NC', %s, %s, %s, 'America/New_York', '+19195550100', '', '', '', '',
                    '', true, true, false, false)
            """,
            [f"{towns[-place]} Clinic", f"clinic-{place}", f"{towns[place]}ville", code, latitude, longitude],
        )


@contextmanager
def without_indexes(cursor: Any, tables: list[str]) -> Iterator[None]:
    """Drop the indexes of tables and build them at the end: much faster than keeping them row by row."""
    cursor.execute(INDEXES, [tables])
    indexes = cursor.fetchall()
    for name, _definition in indexes:
        cursor.execute(f'DROP INDEX "{name}"')
    yield
    for _name, definition in indexes:
        cursor.execute(definition)


@contextmanager
def timed(what: str, said: Callable[[str], None]) -> Iterator[None]:
    """Say how long the block took."""
    begin = time.perf_counter()
    yield
    said(f"  {what}: {time.perf_counter() - begin:.1f} s")
