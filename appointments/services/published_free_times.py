"""The directory is told when its physicians are free next."""

from django.db.models import F
from django.utils import timezone

from appointments.calendar.next_free_times import next_starts
from physicians.models import Physician
from physicians.services.next_available import MOST_KEPT, record_all

AT_ONCE = 200  # physicians a minute; with ten times as many each is looked at every ten minutes


def hand_over_next_free_times() -> None:
    """Hand over the next free times of those for whom that was done longest ago; no time for who takes nobody new.

    A directory of up to AT_ONCE physicians is never older than a minute. What patients read says “as of”.
    """
    now = timezone.now()
    longest_ago = Physician.objects.live().order_by(F("next_free__recorded_at").asc(nulls_first=True), "pk")[:AT_ONCE]
    takes_new = dict(longest_ago.values_list("pk", "accepting_new_patients"))
    starts = next_starts([pk for pk, takes in takes_new.items() if takes], each=MOST_KEPT, now=now)
    record_all(starts_of={pk: starts.get(pk, []) for pk in takes_new}, now=now)
