"""The morning mail to the scheduling staff."""

import datetime

from django.conf import settings
from django.db.models import Exists, OuterRef
from django.utils import timezone

from appointments.calendar.clinic_days import is_clinic_day
from appointments.models import Notification

from .kinds.desk_mail import DIGEST
from .outbox import notify_staff, scheduling_staff


def queue_digests() -> None:
    """Queue today's digest for everyone on the scheduling staff, from APPOINTMENTS_DIGEST_HOUR on clinic days.

    Whether there is anything to say is asked when it is sent; a digest of zeros is not.
    """
    now = timezone.localtime()
    if now.hour < settings.APPOINTMENTS_DIGEST_HOUR or not is_clinic_day(now.date()):
        return
    midnight = datetime.datetime.combine(now.date(), datetime.time(), now.tzinfo)
    todays = Notification.objects.filter(staff=OuterRef("pk"), kind=DIGEST.name, created_at__gte=midnight)
    notify_staff(scheduling_staff().filter(~Exists(todays)), DIGEST, f"digest:{now.date()}")
