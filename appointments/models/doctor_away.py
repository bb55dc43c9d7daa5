"""What keeps the doctor from a visit: a view of today's rows (appointments/sql/doctoraway.sql)."""

from django.db import models

from .appointment import Appointment


class DoctorAway(models.Model):
    """What is true of one visit or offered time: `Appointment.objects.filter(doctor_away__is_off=True)`.

    Attributes:
        is_off: the doctor has time off.
        is_taken: the doctor is busy in the health record, and not with this visit.
        is_busy: the same, and staff didn't know of it when they settled the time. So it is with what follows.
        day: the day on which it begins, on the clock of its place.
        clinics_open: what the hospital's list of holidays says of that day; None if it says nothing.
        minds_closed_days: no one-off session is on that day, and staff didn't know that it's closed.
        has_hours: the doctor has hours then and there.
        has_no_hours: the doctor had them, and hasn't anymore.
        has_left: the doctor has gone.
        stays: staff wrote down after the doctor had gone that it takes place anyway.
    """

    appointment = models.OneToOneField(
        Appointment, models.DO_NOTHING, primary_key=True, db_constraint=False, related_name="doctor_away"
    )
    is_off = models.BooleanField()
    is_taken = models.BooleanField()
    is_busy = models.BooleanField()
    day = models.DateField()
    clinics_open = models.BooleanField(null=True)
    minds_closed_days = models.BooleanField()
    has_hours = models.BooleanField()
    has_no_hours = models.BooleanField()
    has_left = models.BooleanField()
    stays = models.BooleanField()

    class Meta:
        managed = False  # a view
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.appointment_id)
