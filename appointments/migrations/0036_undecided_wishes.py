"""A wish for a clinic knows whether its request is undecided. The table had no model of its own before."""

import django.db.models.deletion
import pgtrigger.compiler
from django.db import migrations, models

from physicians.database_code import AddTrigger

DECIDED = """
UPDATE appointments_appointmentrequest_preferred_locations AS wish SET is_undecided = false
  FROM appointments_appointmentrequest AS request
 WHERE request.id = appointmentrequest_id
   AND (request.status NOT IN ('submitted', 'in_review', 'waiting_on_patient', 'waitlisted') OR EXISTS (
        SELECT FROM appointments_appointment AS visit
         WHERE visit.request_id = request.id AND visit.status IN ('pending', 'booked', 'arrived')))
"""


class Migration(migrations.Migration):
    dependencies = [("appointments", "0035_doctor_away"), ("physicians", "0008_names_as_heard")]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.CreateModel(
                    name="PreferredLocation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "appointmentrequest",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="appointments.appointmentrequest",
                            ),
                        ),
                        (
                            "location",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="physicians.location",
                                verbose_name="clinic",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "preferred clinic",
                        "verbose_name_plural": "preferred clinics",
                        "db_table": "appointments_appointmentrequest_preferred_locations",
                        "unique_together": {("appointmentrequest", "location")},
                    },
                ),
                migrations.AlterField(
                    model_name="appointmentrequest",
                    name="preferred_locations",
                    field=models.ManyToManyField(
                        blank=True,
                        help_text="None: any clinic will do.",
                        through="appointments.PreferredLocation",
                        to="physicians.location",
                        verbose_name="preferred clinics",
                    ),
                ),
            ]
        ),
        migrations.AddField(
            model_name="preferredlocation",
            name="is_undecided",
            field=models.BooleanField(default=True, editable=False),
        ),
        migrations.RunSQL(DECIDED, migrations.RunSQL.noop),
        migrations.AddIndex(
            model_name="preferredlocation",
            index=models.Index(
                models.F("location"),
                models.F("appointmentrequest"),
                condition=models.Q(("is_undecided", True)),
                name="undecided_wish",
            ),
        ),
        AddTrigger(
            model_name='appointment',
            trigger=pgtrigger.compiler.Trigger(name='tells_wishes', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n            UPDATE appointments_appointmentrequest_preferred_locations SET is_undecided = is_undecided\n             WHERE appointmentrequest_id IN (OLD.request_id, NEW.request_id);\n            RETURN NULL;\n        ', hash='e1d64dfe2c74a689c880acd89583e6b88f466203', operation='INSERT OR UPDATE OF "status", "request_id"', pgid='pgtrigger_tells_wishes_aa18b', table='appointments_appointment', when='AFTER')),
        ),
        AddTrigger(
            model_name='appointmentrequest',
            trigger=pgtrigger.compiler.Trigger(name='tells_wishes', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n            UPDATE appointments_appointmentrequest_preferred_locations SET is_undecided = is_undecided\n             WHERE appointmentrequest_id IN (NEW.id);\n            RETURN NULL;\n        ', hash='c4bbe56b749c07d0a2c7b68880c774dd567a03cd', operation='UPDATE OF "status"', pgid='pgtrigger_tells_wishes_07126', table='appointments_appointmentrequest', when='AFTER')),
        ),
        AddTrigger(
            model_name='preferredlocation',
            trigger=pgtrigger.compiler.Trigger(name='knows_if_undecided', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE state text;', func="\n            SELECT status INTO state FROM appointments_appointmentrequest\n             WHERE id = NEW.appointmentrequest_id FOR SHARE;\n            NEW.is_undecided := COALESCE(state IN ('submitted', 'in_review', 'waiting_on_patient', 'waitlisted'), false) AND NOT EXISTS (\n                SELECT FROM appointments_appointment\n                 WHERE request_id = NEW.appointmentrequest_id AND status IN ('pending', 'booked', 'arrived')\n            );\n            RETURN NEW;\n        ", hash='eeb1ab5fcfadffccb01aa91fb822b6f833b435af', operation='INSERT OR UPDATE', pgid='pgtrigger_knows_if_undecided_8e002', table='appointments_appointmentrequest_preferred_locations', when='BEFORE')),
        ),
    ]
