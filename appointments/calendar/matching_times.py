"""Find the physicians who can take a request, and when."""

import datetime
from collections.abc import Collection

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from appointments.models import Appointment, AppointmentRequest, AvailabilityRule, VisitType
from appointments.workflow import ACTIVE
from physicians.models import Condition, Location, Physician, PhysicianQuerySet

from .free_times import FreeTime, at_places, by_video, free_times, soonest

DAYS_AHEAD = datetime.timedelta(days=90)  # for patients who move a visit online


def physicians_who_fit(
    *,
    virtual: bool,
    condition: Condition | None = None,
    state: str | None = None,
    locations: Collection[int] = (),
    language: str = "",
    physician: Physician | None = None,
) -> PhysicianQuerySet:
    """Return the physicians who can take such a visit.

    Args:
        virtual: True for a video visit, False for one at a clinic.
        condition: what the visit is about; None for anything.
        state: two-letter code of the state the patient will be in for a virtual visit; None to skip the check.
        locations: keys of acceptable clinics, from the profile or a weekly rule; empty for any, as for virtual visits.
        language: code of a language in the directory; empty for any.
        physician: only this physician.
    """
    found = Physician.objects.able_to_take(virtual=virtual, state=state, condition=condition).speaking(language)
    if locations and not virtual:
        listed = Location.objects.filter(physicians=OuterRef("pk"), pk__in=locations)
        works = AvailabilityRule.objects.filter(physician=OuterRef("pk"), location__in=locations)
        found = found.filter(Q(Exists(listed)) | Q(Exists(works)))
    if physician is not None:
        found = found.filter(pk=physician.pk)
    return found


def free_times_for(
    request: AppointmentRequest,
    *,
    first: datetime.date,
    last: datetime.date,
    limit: int | None = None,
    physician: Physician | None = None,
    location: Location | None = None,
    virtual: bool | None = None,
    language: str = "",
    also: Collection[datetime.date] = (),
) -> list[FreeTime]:
    """Return the free times that fit a request, soonest first, in two queries besides those for its own rows.

    Args:
        request: its kind of visit, state, condition, preferred clinics and physician decide what fits.
        first: the first local day.
        last: the last local day.
        limit: how many; None for all.
        physician: look at this physician instead of the one the patient named.
        location: look at this clinic instead of the preferred ones.
        virtual: look at this kind of visit only, whatever the patient prefers.
        language: only physicians who speak it; a code from the directory.
        also: other days to look at.
    """
    at_a_clinic = request.visit_type != VisitType.VIRTUAL if virtual is None else not virtual
    at_home = request.visit_type != VisitType.IN_PERSON if virtual is None else virtual
    kinds = []
    if at_a_clinic:
        places = [location.pk] if location else [place.pk for place in request.preferred_locations.all()]
        kinds.append(at_places(_candidates(request, physician, language, virtual=False), places))
    if at_home:
        kinds.append(by_video(_candidates(request, physician, language, virtual=True)))
    whose = Q(*kinds, _connector=Q.OR) if kinds else None
    return soonest(whose, first=first, last=last, limit=limit, also=also)


def free_times_to_move_to(visit: Appointment, *, first: datetime.date, last: datetime.date) -> list[FreeTime]:
    """Return the free times that a patient may move a visit to: same physician, same kind of visit, long enough.

    The days run from `first` to `last`, but no more than 90 days ahead.
    """
    today = timezone.localdate()
    physicians = Physician.objects.live().filter(pk=visit.physician_id)
    if visit.is_virtual:
        physicians = physicians.offering_virtual_visits(state=visit.request.patient_state)
    free = free_times(
        physicians,
        first=max(first, today),
        last=min(last, today + DAYS_AHEAD),
        in_person=not visit.is_virtual,
        virtual=visit.is_virtual,
    )
    return [time for time in free if time.end - time.start >= visit.end - visit.start]


def _candidates(
    request: AppointmentRequest, physician: Physician | None, language: str, *, virtual: bool
) -> PhysicianQuerySet:
    """Return the physicians who may take the request.

    A physician named by the patient or by staff doesn't have to list the condition, and may keep a patient with a
    booked visit without taking new ones. If the physician that the patient named has left, anyone who can take the
    visit fits.
    """
    state = request.patient_state if virtual else None
    named = physician or request.physician
    if named is None or (physician is None and not named.live):
        return physicians_who_fit(virtual=virtual, condition=request.condition, state=state, language=language)
    found = Physician.objects.live().filter(pk=named.pk).speaking(language)
    if virtual:
        found = found.offering_virtual_visits(state=state)
    active = request.appointments.filter(status__in=ACTIVE, physician=OuterRef("pk"))
    return found.filter(Q(accepting_new_patients=True) | Q(Exists(active)))
