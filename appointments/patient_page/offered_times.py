"""The offered times as the patient's own page shows them."""

import dataclasses
import zoneinfo

from django.utils import timezone

from appointments.models import Appointment, AppointmentRequest, Offer
from appointments.models.appointment import time_in_words
from appointments.workflow import Status

from .day_and_time import When, when


@dataclasses.dataclass(frozen=True, kw_only=True)
class OfferOnPage:
    """Times that are held for the patient, the soonest first."""

    offer: Offer
    times: list[tuple[Appointment, When]]

    @property
    def held_until(self) -> str:
        """Return until when they are held, in words."""
        zone = zoneinfo.ZoneInfo(self.times[0][0].time_zone)
        return time_in_words(self.offer.held_until.astimezone(zone))

    @property
    def only_one(self) -> bool:
        """Return True if there is nothing to choose between."""
        return len(self.times) == 1


@dataclasses.dataclass(frozen=True, kw_only=True)
class OffersOnPage:
    """What the page says about offers: times to choose from, or that the last ones went back to others."""

    current: OfferOnPage | None = None
    has_lapsed: bool = False


def offers_on_page(record: AppointmentRequest) -> OffersOnPage:
    """Return what the page shows of the newest offer: two queries, none for a request that was never offered times.

    Times whose 48 hours are over count as given back, also in the minute before they are.
    """
    if record.status not in (Status.OFFERED, Status.IN_REVIEW, Status.WAITLISTED):
        return OffersOnPage()
    offer = record.offers.order_by("-id").first()
    if offer is None:
        return OffersOnPage()
    now = timezone.now()
    if offer.outcome == "" and offer.held_until > now:
        held = record.appointments.select_related("physician", "location").filter(offer=offer).to_choose_from(now)
        times = [(time, when(time.local_start)) for time in held.in_order()]
        return OffersOnPage(current=OfferOnPage(offer=offer, times=times)) if times else OffersOnPage()
    return OffersOnPage(has_lapsed=offer.outcome in ("", Offer.Outcome.LAPSED))
