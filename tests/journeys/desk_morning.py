"""A morning at the desk of a served site: requests of every kind wait, made through its services."""

import datetime
import itertools

from . import on_site
from .requests_with_offers import first_times, new_request

MINUTE = datetime.timedelta(minutes=1)
NAMES = itertools.cycle(["Abe Alder", "Bea Birch", "Cy Cedar", "Dot Dogwood", "Ed Elm", "Fay Fir", "Gus Gum"])


def busy_morning(site, new=3):
    """Fill the desk and return the references by what each of them waits for; `new` is how many are new."""
    return on_site.call(site, __name__, new)


def quiet_morning(site):
    """Send the desk one new request and nothing else."""
    on_site.call(site, __name__, 1, "quiet")


def main(new, how="busy"):
    """Make them, on the site."""
    if how == "quiet":
        return [_request().spoken_reference for _ in range(int(new))]

    from django.contrib.auth import get_user_model

    staff = {user.email.split("@")[0]: user for user in get_user_model().objects.filter(is_staff=True)}
    scheduler, manager = staff["scheduler"], staff["manager"]
    made = {
        "new": [_request() for _ in range(int(new))],
        "to_hand_over": [_request()],
        "hours_on": _hours_today(),
        "nurse": [_for_the_nurse(scheduler)],
        "today": [_visit_now(scheduler)],
        "no_outcome": [_visit_of_yesterday(scheduler)],
        "away": [_visit_without_doctor(scheduler)],
        "mine": [_claimed_by(scheduler)],
        "keyboard": [_claimed_by(scheduler)],
        "spanish": [_request(language="es", needs=["interpreter"])],
        "handed": [_handed_over(scheduler, by=manager)],
        "offered": [_offered(manager)],
        "booked": [_booked(manager)],
    }
    return {
        kind: [each.spoken_reference for each in found] if isinstance(found, list) else found
        for kind, found in made.items()
    }


def _request(**changes):
    """Return a request of a patient who wants the next day that has a free time."""
    from django.utils import timezone

    from appointments.models import HalfDay

    day = timezone.localtime(first_times(1)[0].start).date()
    return new_request(
        legal_name=next(NAMES),
        email="pat@example.com",
        times=[(day, HalfDay.MORNING), (day, HalfDay.AFTERNOON)],
        **changes,
    )


def _seen(request):
    request.refresh_from_db()
    return {"request_id": request.pk, "seen_version": request.version}


def _hours_today():
    """Give a doctor two hours that begin soon; return their day, or "" if that's today.

    Today's need a day's notice, but not of someone who walks in. Late in the evening, when no visit ends on the same
    day any more, they are tomorrow's and need none.
    """
    from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
    from django.utils import timezone

    from appointments.models import ExtraSession
    from physicians.models import Physician

    start = timezone.localtime().replace(second=0, microsecond=0) + 30 * MINUTE
    if (start + 30 * MINUTE).date() != timezone.localdate():
        start = start.replace(hour=0, minute=0) + datetime.timedelta(days=start.date() == timezone.localdate())
    is_today = start.date() == timezone.localdate()
    doctor = Physician.objects.live().accepting().filter(locations__isnull=False).order_by("pk").first()
    ExtraSession.objects.create(
        physician=doctor,
        location=doctor.locations.first(),
        period=DateTimeTZRange(start, start + datetime.timedelta(hours=2)),
        visit_minutes=30,
        notice_hours=24 if is_today else 0,
    )
    return "" if is_today else start.date().isoformat()


def _for_the_nurse(scheduler):
    from appointments.services.requests.nurse_reviews import ask_for_nurse_review

    request = _request(reason="My leg has been numb since Friday.")
    ask_for_nurse_review(request_id=request.pk, actor=scheduler)
    return request


def _visit_now(scheduler):
    """Return a request whose visit, today, has just begun."""
    from django.utils import timezone

    now = timezone.localtime().replace(second=0, microsecond=0)
    return _visit_at(scheduler, max(now - 5 * MINUTE, now.replace(hour=0, minute=0)))


def _visit_of_yesterday(scheduler):
    from django.utils import timezone

    return _visit_at(
        scheduler, timezone.localtime().replace(hour=12, minute=0, second=0, microsecond=0) - 1440 * MINUTE
    )


def _visit_at(scheduler, start):
    """Return a request with a visit of an hour, in a session of its own, that was booked two days before."""
    import time_machine
    from django.db.backends.postgresql.psycopg_any import DateTimeTZRange

    from appointments.models import ExtraSession
    from appointments.services.visits.bookings import book_visit
    from appointments.services.visits.reservations import Wanted

    time = first_times(1)[0]
    place = {"physician_id": time.physician_id, "location_id": time.location_id}
    ExtraSession.objects.create(**place, period=DateTimeTZRange(start, start + 60 * MINUTE), visit_minutes=60)
    with time_machine.travel(start - datetime.timedelta(days=2)):
        request = _request()
        book_visit(**_seen(request), wanted=Wanted(**place, start=start), actor=scheduler)
    return request


def _booked(staff):
    from appointments.services.visits.bookings import book_visit

    request = _request()
    book_visit(**_seen(request), wanted=first_times(1)[0], actor=staff)
    return request


def _visit_without_doctor(scheduler):
    from django.db.backends.postgresql.psycopg_any import DateTimeTZRange

    from appointments.models import TimeOff

    request = _booked(scheduler)
    visit = request.appointments.get()
    hour = datetime.timedelta(hours=1)
    TimeOff.objects.create(physician=visit.physician, period=DateTimeTZRange(visit.start, visit.start + hour))
    return request


def _claimed_by(scheduler):
    from appointments.services.requests.claims import claim_request

    request = _request()
    claim_request(request_id=request.pk, actor=scheduler)
    return request


def _handed_over(scheduler, *, by):
    from appointments.services.requests.claims import assign_request, claim_request

    request = _request()
    claim_request(request_id=request.pk, actor=by)
    assign_request(request_id=request.pk, to=scheduler, actor=by)
    return request


def _offered(staff):
    from appointments.services.visits.offers import offer_times

    request = _request()
    offer_times(**_seen(request), times=first_times(3), actor=staff)
    return request
