"""Patients' names are found as those write them who hear them."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("appointments", "0033_from_where_it_was_read"), ("physicians", "0008_names_as_heard")]

    operations = [
        migrations.AddIndex(
            model_name="patientnameword",
            index=models.Index(
                models.Func(models.Func(models.F("word"), function="physicians_heard"), function="dmetaphone"),
                name="patient_name_heard",
            ),
        ),
    ]
