"""What a run of `apply_retention` prints."""

from collections import Counter
from collections.abc import Iterator

from appointments.models import DeskSearch, RecordAccess
from wakemed.models import Erasure, SecurityEvent

from .due_requests import due_requests, with_duplicates
from .erase_by_age import RULES, words_that_no_one_has
from .patient_tables import ERASED, keys_of

IN_ONE_STATEMENT = 5000  # requests


def lines(name: str, requests: int, rows: dict[str, int]) -> Iterator[str]:
    """Yield a heading, and a line for each table."""
    yield f"{name}: {requests} requests" if requests else name
    yield from (f"  {number:>9,} {table}" for table, number in sorted(rows.items()) if number)


def name_of(erasure: Erasure) -> str:
    """Return what was erased, and for how long it was kept."""
    name = f"{erasure.what} {erasure.closed_reason}".strip()
    return f"{name}, kept {erasure.kept_days} days" if erasure.kept_days else name


def would_be_erased(closed_reason: str) -> tuple[int, dict[str, int]]:
    """Return how many requests closed for this reason are due, duplicates counted in, and how many rows of each table.

    It only reads. Rows of logs that would be cut off from their request are counted, too.
    """
    due, number, rows = list(due_requests(closed_reason).values_list("pk", flat=True)), 0, Counter[str]()
    for first in range(0, len(due), IN_ONE_STATEMENT):
        requests = list(with_duplicates(due[first : first + IN_ONE_STATEMENT]).values_list("pk", flat=True))
        number += len(requests)
        keys = keys_of(requests)
        rows.update({table.table: table.count(keys) for table in ERASED})
        looks = RecordAccess.objects.filter(request__in=requests)
        events = SecurityEvent.objects.filter(patient_request__in=requests)
        rows.update({
            RecordAccess._meta.db_table: looks.count(),
            DeskSearch._meta.db_table: looks.exclude(search=None).order_by().values("search").distinct().count(),
            SecurityEvent._meta.db_table: events.count(),
        })  # fmt: skip
    return number, dict(rows)


def would_be_erased_by_age() -> Iterator[str]:
    """Yield a line for each rule by age."""
    for rule in RULES:
        yield f"{rule.what}, kept {rule.days()} days"
        yield f"  {rule.due().count():>9,} {rule.due().model._meta.db_table}"
    yield f"name_words\n  {len(words_that_no_one_has()):>9,} appointments_patientnameword"
