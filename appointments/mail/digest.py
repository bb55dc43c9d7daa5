"""The morning mail to the scheduling staff."""

import datetime

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db.models import Exists, OuterRef
from django.utils import timezone

from appointments.calendar.clinic_days import is_clinic_day
from appointments.models import Notification

READERS = "Scheduling staff"  # the group's name


def queue_digests() -> None:
    """Queue today's digest for everybody of the scheduling staff, from APPOINTMENTS_DIGEST_HOUR on clinic days.

    Whether there is anything to say is asked when it is sent; a digest of nothing but zeros is not.
    """
    now = timezone.localtime()
    if now.hour < settings.APPOINTMENTS_DIGEST_HOUR or not is_clinic_day(now.date()):
        return
    midnight = datetime.datetime.combine(now.date(), datetime.time(), now.tzinfo)
    todays = Notification.objects.filter(staff=OuterRef("pk"), kind=Notification.Kind.DIGEST, created_at__gte=midnight)
    readers = get_user_model().objects.filter(~Exists(todays), is_active=True, groups__name=READERS).exclude(email="")
    Notification.objects.bulk_create(
        (
            Notification(staff=reader, kind=Notification.Kind.DIGEST, cause=f"digest:{now.date()}:{reader.pk}")
            for reader in readers
        ),
        ignore_conflicts=True,
    )
