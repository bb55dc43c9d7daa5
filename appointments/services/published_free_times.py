"""Tell the directory when its physicians are free next."""

from django.db.models import F
from django.utils import timezone

from appointments.calendar.next_free_times import next_starts
from physicians.models import Physician
from physicians.services.next_available import MOST_KEPT, record_next_available

AT_ONCE = 200  # physicians a minute; with ten times as many, each is refreshed every ten minutes


def hand_over_next_free_times() -> None:
    """Refresh the stalest physicians' next free times. Someone who takes no new patients has none.

    With up to AT_ONCE physicians nothing is older than a minute. Patients read “as of” beside the times.
    """
    now = timezone.now()
    longest_ago = Physician.objects.live().order_by(F("next_free__recorded_at").asc(nulls_first=True), "pk")[:AT_ONCE]
    takes_new = dict(longest_ago.values_list("pk", "accepting_new_patients"))
    starts = next_starts([pk for pk, takes in takes_new.items() if takes], each=MOST_KEPT, now=now)
    record_next_available(starts_of={pk: starts.get(pk, []) for pk in takes_new}, now=now)
