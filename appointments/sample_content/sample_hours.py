"""Hours of the invented physicians, so that a fresh site has free times at once."""

import datetime

from django.conf import settings
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.utils import timezone

from appointments.calendar.time_zones import moment
from appointments.models import AvailabilityRule, TimeOff, VirtualRoom
from physicians.models import Physician

MORNING = (datetime.time(8, 30), datetime.time(12))
AFTERNOON = (datetime.time(13), datetime.time(16, 30))
WORKDAYS = 5
CLINIC_DAYS = 3  # of the week; then half a day of virtual visits for those who offer them


def load_availability() -> None:
    """Give each invented physician without any rule weekly hours, a week off and a room for virtual visits."""
    physicians = Physician.objects.filter(is_sample=True, availability_rules__isnull=True).order_by("npi")
    for number, physician in enumerate(physicians):
        _add_rules(physician, number)
        _add_time_off(physician, number)
        if physician.offers_virtual_visits:
            address = f"https://video.example.com/{physician.slug}"
            VirtualRoom.objects.get_or_create(physician=physician, defaults={"address": address})


def _add_rules(physician: Physician, number: int) -> None:
    """Add mornings and afternoons at each of the physician's locations in turn, beginning on another weekday each."""
    places = list(physician.locations.order_by("name"))
    pattern = {
        "visit_minutes": 30 if number % 3 else 40,
        "buffer_minutes": 0 if number % 2 else 10,
        "notice_hours": 24,
        "effective_from": timezone.localdate(),
    }
    days = [(number + step) % WORKDAYS for step in range(CLINIC_DAYS + 1)]
    for count, weekday in enumerate(days[:CLINIC_DAYS] if places else []):
        for starts_at, ends_at in (MORNING, AFTERNOON):
            AvailabilityRule.objects.create(
                physician=physician,
                location=places[count % len(places)],
                weekday=weekday,
                starts_at=starts_at,
                ends_at=ends_at,
                **pattern,
            )
    if physician.offers_virtual_visits:
        AvailabilityRule.objects.create(
            physician=physician, weekday=days[-1], starts_at=MORNING[0], ends_at=MORNING[1], **pattern
        )


def _add_time_off(physician: Physician, number: int) -> None:
    """Add five workdays off, three to ten weeks ahead."""
    today = timezone.localdate()
    monday = today - datetime.timedelta(days=today.weekday()) + datetime.timedelta(weeks=3 + number % 8)
    midnight = datetime.time()
    period = DateTimeTZRange(
        moment(monday, midnight, settings.TIME_ZONE),
        moment(monday + datetime.timedelta(days=WORKDAYS), midnight, settings.TIME_ZONE),
    )
    TimeOff.objects.create(physician=physician, period=period, reason="Vacation")
