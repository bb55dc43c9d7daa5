"""A complaint leads to what is general first: nobody whose back hurts reads about cancer before anything else."""

import re
from collections.abc import Collection, Iterable, Sequence

from physicians.models import Condition
from physicians.search.directory_search import DirectorySays
from spine.pages.condition_pages import ConditionIndexPage, ConditionPage
from spine.pages.treatment_pages import TreatmentPage

CANCER = re.compile(
    r"\b(tumou?r|cancer|cáncer|metast|malign|oncolog|chemo|quimio|sarcom|myelom|mielom|lymphom|linfom|chordom|cordom)",
    re.IGNORECASE,
)


def general_first(pages: Sequence[int], directory: DirectorySays, typed: Iterable[str]) -> list[int]:
    """Return the pages with those about what was asked first, and those about a cancer that nobody asked for last.

    `typed` are the words, as they were typed and as they were read. The list of conditions is the first page where
    nothing explains the complaint.
    """
    if not directory.is_complaint or any(map(CANCER.search, typed)):
        return list(pages)
    explained = dict(ConditionPage.objects.filter(pk__in=pages).values_list("pk", "condition"))
    asked = [pk for pk in pages if explained.get(pk) in directory.conditions]
    last = set(pages_about_cancer(pages)) - set(asked)
    if not last:
        return list(dict.fromkeys([*asked, *pages]))
    index = [] if asked else ConditionIndexPage.objects.live().public().values_list("pk", flat=True)[:1]
    return list(dict.fromkeys([*asked, *index, *(pk for pk in pages if pk not in last), *pages]))


def pages_about_cancer(pages: Collection[int]) -> list[int]:
    """Return those of the pages that are about nothing but cancers."""
    cancers = {pk for pk, name in Condition.objects.values_list("pk", "name") if CANCER.search(name)}
    about: dict[int, set[int]] = {}
    for model, field in ((ConditionPage, "condition"), (TreatmentPage, "conditions")):
        for pk, condition in model.objects.filter(pk__in=pages).values_list("pk", field):
            about.setdefault(pk, set()).add(condition)
    return [pk for pk, conditions in about.items() if conditions and conditions <= cancers]


def without_medicine(pages: Sequence[int]) -> list[int]:
    """Return the pages that explain no condition and no treatment: a question about a bill is about neither."""
    medical = {*ConditionPage.objects.filter(pk__in=pages).values_list("pk", flat=True),
               *TreatmentPage.objects.filter(pk__in=pages).values_list("pk", flat=True)}  # fmt: skip
    return [pk for pk in pages if pk not in medical]
