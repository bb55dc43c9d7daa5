"""The list of periodic tasks. Each one finds what is due and may run at any time."""

import logging
from collections.abc import Callable

from django.core.management import call_command

from appointments.guards.limits import forget_used_up
from appointments.mail.morning_digest import queue_digests
from appointments.mail.outdated_calls import drop_outdated_calls
from appointments.mail.reminders import queue_lapsing_warnings, queue_reminders
from appointments.services.published_free_times import hand_over_next_free_times
from appointments.services.requests.drafts import erase_expired_drafts
from appointments.services.requests.hand_overs import work_on_hand_overs
from appointments.services.visits.lapsing import lapse_due_offers
from spine.four_eyes.scheduled_publishing import publish_scheduled

from .attestation_mail import queue_attestation_reminders
from .signin.attempt_mail import tell_of_attempts

logger = logging.getLogger(__name__)


def clear_sessions() -> None:
    """Remove expired staff sessions."""
    call_command("clearsessions")


TASKS: list[Callable[[], object]] = [
    lapse_due_offers,
    publish_scheduled,
    hand_over_next_free_times,
    queue_reminders,
    queue_lapsing_warnings,
    drop_outdated_calls,
    queue_digests,
    queue_attestation_reminders,
    tell_of_attempts,
    erase_expired_drafts,
    forget_used_up,
    clear_sessions,
    work_on_hand_overs,  # may take its time
]


def run_due_tasks() -> None:
    """Run every task; one that fails is logged and the rest still run."""
    for task in TASKS:
        try:
            task()
        except Exception:
            logger.exception("due task %s failed", task.__name__)
