"""Erase what has its own time, whatever became of a request: logs, words of searches, answers that weren't sent."""

import dataclasses
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from django.conf import settings
from django.db import OperationalError, connection, transaction
from django.db.models import Exists, OuterRef, QuerySet

from appointments.models import DeskSearch, LostLink, PatientNameWord, RecordAccess, RequestDraft
from wakemed.models import Erasure, LostPassword, SecurityEvent
from wakemed.models.erasure import Erased

from .due_requests import cutoff, held
from .erase_requests import Run, is_busy, wait_shortly, without_words

AT_ONCE = 1000  # rows in one transaction
A_DAY = 1  # what the clock and the mail sender should have erased long before
WORDS_THAT_NO_ONE_HAS = """
SELECT word FROM appointments_patientnameword AS known
 WHERE NOT EXISTS (SELECT FROM appointments_patientnames
                    WHERE words @@ ('''n:' || replace(known.word, '''', '''''') || '''')::tsquery)
"""


@dataclasses.dataclass(frozen=True)
class Rule:
    """Rows that are kept for so many days; `blanks`: only this column is emptied."""

    what: Erased
    days: Callable[[], int]
    rows: Callable[[int], QuerySet[Any]]
    blanks: str = ""

    def due(self) -> QuerySet[Any]:
        """Return the rows that have been kept long enough."""
        return self.rows(self.days())


def _old_looks(days: int) -> QuerySet[RecordAccess]:
    return RecordAccess.objects.filter(at__lte=cutoff(days)).exclude(request__in=held())


def _old_searches(days: int) -> QuerySet[DeskSearch]:
    looks = RecordAccess.objects.filter(search=OuterRef("pk"))
    return DeskSearch.objects.filter(~Exists(looks), at__lte=cutoff(days))


def _old_events(days: int) -> QuerySet[SecurityEvent]:
    return SecurityEvent.objects.filter(at__lte=cutoff(days)).exclude(patient_request__in=held())


def _old_words(days: int) -> QuerySet[DeskSearch]:
    return without_words(DeskSearch.objects.filter(at__lte=cutoff(days)))


RULES = (
    Rule(Erased.UNSENT, lambda: A_DAY, lambda days: RequestDraft.objects.filter(expires_at__lte=cutoff(days))),
    Rule(Erased.UNSENT, lambda: A_DAY, lambda days: LostLink.objects.filter(asked_at__lte=cutoff(days))),
    Rule(Erased.UNSENT, lambda: A_DAY, lambda days: LostPassword.objects.filter(asked_at__lte=cutoff(days))),
    Rule(Erased.SEARCH_WORDS, lambda: settings.SEARCH_WORDS_DAYS, _old_words, blanks="typed"),
    Rule(Erased.ACCESS_LOG, lambda: settings.ACCESS_LOG_DAYS, _old_looks),
    Rule(Erased.ACCESS_LOG, lambda: settings.ACCESS_LOG_DAYS, _old_searches),
    Rule(Erased.ACCESS_LOG, lambda: settings.ACCESS_LOG_DAYS, _old_events),
)


def erase_by_age(run: Run, rule: Rule) -> Iterator[Erasure]:
    """Erase what is due by this rule, and yield the row about each transaction."""
    while keys := list(rule.due().order_by("pk").values_list("pk", flat=True)[:AT_ONCE]):
        try:
            with transaction.atomic():
                wait_shortly()
                erasure = _erase(run, rule, keys)
        except OperationalError as error:
            if not is_busy(error):
                raise
            return  # the next run goes on here
        yield erasure


def _erase(run: Run, rule: Rule, keys: Sequence[Any]) -> Erasure:
    rows: QuerySet[Any] = rule.due().filter(pk__in=keys)
    table = rows.model._meta.db_table
    if rule.blanks:
        number = rows.update(**{rule.blanks: ""})
    else:
        with connection.cursor() as cursor:
            cursor.execute(
                f"DELETE FROM {connection.ops.quote_name(table)} WHERE {rows.model._meta.pk.column} = ANY(%s)",
                [list(keys)],
            )
            number = cursor.rowcount
    return run.note(rule.what, kept_days=rule.days(), rows={table: number})


def words_that_no_one_has() -> list[str]:
    """Return the words of names that no request has any more."""
    with connection.cursor() as cursor:
        cursor.execute(WORDS_THAT_NO_ONE_HAS)
        return [word for (word,) in cursor.fetchall()]


def erase_name_words(run: Run) -> Iterator[Erasure]:
    """Erase them. A request that is being sent adds its own, so that for a moment no one may."""
    words = words_that_no_one_has()
    table = PatientNameWord._meta.db_table
    for first in range(0, len(words), AT_ONCE):
        try:
            with transaction.atomic(), connection.cursor() as cursor:
                wait_shortly()
                cursor.execute(f"LOCK TABLE {table} IN SHARE ROW EXCLUSIVE MODE")
                cursor.execute(
                    f"DELETE FROM {table} WHERE word IN ({WORDS_THAT_NO_ONE_HAS} AND word = ANY(%s))",
                    [words[first : first + AT_ONCE]],
                )
                erasure = run.note(Erased.NAME_WORDS, rows={table: cursor.rowcount})
        except OperationalError as error:
            if not is_busy(error):
                raise
            return
        yield erasure
