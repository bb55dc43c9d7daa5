"""The offered times on the patient's page."""

import dataclasses
import zoneinfo

from django.utils import timezone

from appointments.calendar.doctor_away import with_doctor
from appointments.models import Appointment, AppointmentRequest, Offer
from appointments.models.appointment import time_in_words
from appointments.workflow import Status

from .day_and_time import When, when


@dataclasses.dataclass(frozen=True, kw_only=True)
class OfferOnPage:
    """The times held for the patient, soonest first."""

    offer: Offer
    times: list[tuple[Appointment, When]]

    @property
    def held_until(self) -> str:
        """Return in words how long the times are held."""
        zone = zoneinfo.ZoneInfo(self.times[0][0].time_zone)
        return time_in_words(self.offer.held_until.astimezone(zone))

    @property
    def only_one(self) -> bool:
        """Return True if there is nothing to choose between."""
        return len(self.times) == 1


@dataclasses.dataclass(frozen=True, kw_only=True)
class OffersOnPage:
    """What the page says about offers: times to choose from, or that the last ones have lapsed."""

    current: OfferOnPage | None = None
    has_lapsed: bool = False


def offers_on_page(appointment_request: AppointmentRequest) -> OffersOnPage:
    """Return what the page shows about the newest offer, in at most two queries.

    An offer whose time is up counts as lapsed, even in the minute before the periodic task ends it.
    """
    if appointment_request.status not in (Status.OFFERED, Status.IN_REVIEW, Status.WAITLISTED):
        return OffersOnPage()
    offer = appointment_request.offers.order_by("-id").first()
    if offer is None:
        return OffersOnPage()
    now = timezone.now()
    if offer.outcome == "" and offer.held_until > now:
        held = appointment_request.appointments.filter(offer=offer).to_choose_from(now).in_order()
        to_choose_from = with_doctor(held).select_related("physician", "location")
        times = [(time, when(time.local_start)) for time in to_choose_from]
        return OffersOnPage(current=OfferOnPage(offer=offer, times=times)) if times else OffersOnPage()
    return OffersOnPage(has_lapsed=offer.outcome in ("", Offer.Outcome.LAPSED))
