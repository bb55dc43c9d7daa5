"""Every order, from every place in it, against the same worked out by hand in Python."""

import datetime
import itertools
import random

import pytest
from django.db import connection

from physicians.models import PhysicianDocument
from physicians.search.plan.match_tiers import MatchTiers
from physicians.search.query.ranked_list import ORDERS, RankedList
from tests.factories import make_clinic

pytestmark = pytest.mark.django_db

MILES = [2.0, 5.0, 5.0, 9.0]  # two clinics are equally far; a fifth is not near
TIERS = [
    MatchTiers("'n:ana'"),
    MatchTiers("'n:ana'", ["'virtual'"]),
    MatchTiers("'n:ana'", ["'gender:female' & 'n:ana'", "'n:ana' & 'virtual'", "'nobody'", "'n:ana'"]),
]


@pytest.fixture
def clinics(db):
    return [make_clinic(name, name=name, on_the_map=True) for name in "abcde"]


@pytest.fixture
def physicians(make_physician, clinics):
    chance = random.Random(4)
    families = ["".join(letters) for letters in itertools.product("klmn", repeat=2)]
    for number in range(30):
        make_physician(
            chance.choice(["Ana", "Ana", "Bob"]),
            chance.choice(families).title(),
            slug=f"p{number}",
            accepting_new_patients=chance.random() < 0.6,
            offers_virtual_visits=(virtual := chance.random() < 0.3),
            licensed_states=["NC"] if virtual else [],
            gender=chance.choice(["female", "male", ""]),
            biography=chance.choice(["", "Something to read."]),
            locations=chance.sample(clinics, chance.choice([1, 1, 2, 3])),
        )
    morning = datetime.datetime(2026, 1, 5, 14, tzinfo=datetime.UTC)
    for document in PhysicianDocument.objects.order_by("pk"):
        document.next_free_at = morning + chance.choice([0, 1, 2]) * datetime.timedelta(hours=1)
        document.next_free_at = chance.choice([document.next_free_at, None])
        document.save(update_fields=["next_free_at"])


def by_hand(listing, near):
    """Return the ids in the order that they should have."""
    tiers = (
        [*listing.matches.first, listing.matches.query]
        if listing.order.startswith("best")
        else [listing.matches.query]
    )
    found = []
    for document in PhysicianDocument.objects.all():
        miles = min((near[lexeme] for lexeme in document.lexemes if lexeme in near), default=None)
        tier = next((place for place, query in enumerate(tiers) if fits(document, query)), None)
        if tier is None or (miles is None and listing.order in {"distance", "best near"}):
            continue
        free = document.next_free_at.timestamp() if document.next_free_at else float("inf")
        name = (document.sort_name, document.pk)
        keys = {
            "best": (tier, document.unavailable, document.gaps, *name),
            "best near": (tier, document.unavailable, miles, document.gaps, *name),
            "best soon": (tier, free, *name),
            "distance": (miles, *name),
            "name": name,
            "next": (free, *name),
        }
        found.append((keys[listing.order], document.pk))
    return [pk for _keys, pk in sorted(found)]


def fits(document, query):
    with connection.cursor() as cursor:
        cursor.execute("SELECT words @@ %s::tsquery FROM physicians_physiciandocument WHERE physician_id = %s",
                       [query, document.pk])  # fmt: skip
        return cursor.fetchone()[0]


@pytest.mark.parametrize("are_few", [False, True])
@pytest.mark.parametrize("order", sorted(ORDERS))
def test_every_order_is_the_one_by_hand_and_goes_on_from_anybody(physicians, clinics, order, are_few):
    near = {f"location:{clinic.pk}": miles for clinic, miles in zip(clinics, MILES, strict=False)}
    for wanted in TIERS:
        listing = RankedList(wanted, order, near, are_few)
        expected = by_hand(listing, near)
        whole = listing.read_page(limit=100)
        assert [hit.physician_id for hit in whole] == expected
        assert len(expected) > 10
        for place, hit in enumerate(whole):
            behind = listing.read_page(limit=3, behind=listing.find(hit.slug))
            assert [hit.physician_id for hit in behind] == expected[place + 1 : place + 4]
        for offset in range(0, len(expected), 4):
            page = listing.read_page(limit=5, offset=offset)
            assert [hit.physician_id for hit in page] == expected[offset : offset + 5]


def test_no_one_is_found_behind_a_physician_who_is_not_near(make_physician, clinics):
    make_physician("Ana", "Near", slug="near", locations=clinics[:1])
    make_physician("Ana", "Far", slug="far", locations=clinics[4:])
    listing = RankedList(MatchTiers("'n:ana'"), "distance", {f"location:{clinics[0].pk}": 1.0})
    assert [hit.slug for hit in listing.read_page(limit=10)] == ["near"]
    assert listing.find("near")
    assert listing.find("far") is None


def test_a_tier_is_not_looked_into_when_the_one_before_it_fills_the_page(physicians):
    """A broad query behind a narrow one reads the whole table when nobody else fits: 1.6 s with 100,000 physicians."""
    listing = RankedList(MatchTiers("'n:ana'", ["'n:ana'"]), "best", {})
    with connection.execute_wrapper(explained := Explained()):
        listing.read_page(limit=5)
    assert explained.never_run() == 1
    with connection.execute_wrapper(explained := Explained()):
        listing.read_page(limit=100)
    assert explained.never_run() == 0


@pytest.mark.parametrize("are_few", [False, True])
def test_an_index_is_not_walked_for_a_few(physicians, are_few):
    """Five rare lexemes looked frequent to the planner, and a full name took a second with 100,000 physicians."""
    listing = RankedList(MatchTiers("'n:ana'"), "best", {}, are_few)
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_sort = off")  # the planner would go along the index if it could
    with connection.execute_wrapper(explained := Explained()):
        listing.read_page(limit=5)
    assert any("physician_document_best" in line for line in explained.lines) is not are_few


class Explained:
    """Keeps the plan of a statement, run."""

    def __call__(self, execute, sql, params, many, context):
        with context["cursor"].cursor.connection.cursor() as cursor:
            cursor.execute(f"EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF) {sql}", params)
            self.lines = [line for (line,) in cursor]
        return execute(sql, params, many, context)

    def never_run(self):
        return sum("physicians_physiciandocument" in line and "never executed" in line for line in self.lines)
