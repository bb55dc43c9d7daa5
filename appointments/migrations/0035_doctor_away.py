"""What keeps the doctor from a visit is read through a view."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("appointments", "0034_names_as_heard")]

    operations = [
        migrations.CreateModel(
            name="DoctorAway",
            fields=[
                (
                    "appointment",
                    models.OneToOneField(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        primary_key=True,
                        related_name="doctor_away",
                        serialize=False,
                        to="appointments.appointment",
                    ),
                ),
                ("is_off", models.BooleanField()),
                ("is_taken", models.BooleanField()),
                ("is_busy", models.BooleanField()),
                ("day", models.DateField()),
                ("clinics_open", models.BooleanField(null=True)),
                ("minds_closed_days", models.BooleanField()),
                ("has_hours", models.BooleanField()),
                ("has_no_hours", models.BooleanField()),
                ("has_left", models.BooleanField()),
                ("stays", models.BooleanField()),
            ],
            options={"managed": False, "default_permissions": ()},
        ),
    ]
