"""The wishes of closed requests for a clinic are found by an index alone. Two indexes go that others make needless."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("appointments", "0036_undecided_wishes"), ("physicians", "0008_names_as_heard")]

    operations = [
        migrations.AddIndex(
            model_name="preferredlocation",
            index=models.Index(models.F("location"), models.F("appointmentrequest"), name="wish_for_clinic"),
        ),
        migrations.AlterField(
            model_name="preferredlocation",
            name="appointmentrequest",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="appointments.appointmentrequest",
            ),
        ),
        migrations.AlterField(
            model_name="preferredlocation",
            name="location",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="physicians.location",
                verbose_name="clinic",
            ),
        ),
    ]
