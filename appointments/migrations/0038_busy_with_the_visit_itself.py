"""One function says whether a busy time is the visit itself; the view and two triggers ask it."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations

from physicians.database_code import AddTrigger, load_sql


class Migration(migrations.Migration):
    dependencies = [("appointments", "0037_wishes_by_clinic")]

    operations = [
        load_sql("appointments", is_its_own="b0ee8575", doctoraway="994eed60"),
        pgtrigger.migrations.RemoveTrigger(model_name="appointment", name="visit_meets_busy_time"),
        pgtrigger.migrations.RemoveTrigger(model_name="busytime", name="busy_time_meets_visit"),
        AddTrigger(
            model_name='appointment',
            trigger=pgtrigger.compiler.Trigger(name='visit_meets_busy_time', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF NEW.status IN ('pending', 'booked', 'arrived') THEN\n                UPDATE appointments_busytime busy SET meets_visit = true FROM (SELECT NEW.*) visit\n                 WHERE busy.physician_id = NEW.physician_id AND busy.period && NEW.period\n                   AND NOT busy.meets_visit AND NOT appointments_is_its_own(busy.visit_number, busy.period, visit.visit_number, visit.period);\n            END IF;\n            RETURN NULL;\n        ", hash='cf277cd98e0ee27441b371c8dee995c2679abcf2', operation='INSERT OR UPDATE OF "physician_id", "period", "status", "visit_number"', pgid='pgtrigger_visit_meets_busy_time_4bbca', table='appointments_appointment', when='AFTER')),
        ),
        AddTrigger(
            model_name='busytime',
            trigger=pgtrigger.compiler.Trigger(name='busy_time_meets_visit', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            NEW.meets_visit := EXISTS (\n                SELECT FROM appointments_appointment visit, (SELECT NEW.*) busy\n                 WHERE visit.physician_id = NEW.physician_id AND visit.period && NEW.period\n                   AND visit.status IN ('pending', 'booked', 'arrived') AND NOT appointments_is_its_own(busy.visit_number, busy.period, visit.visit_number, visit.period)\n            );\n            RETURN NEW;\n        ", hash='812a9ce922b9586d1fa066765993e98d06e0e2e3', operation='INSERT OR UPDATE OF "physician_id", "period", "visit_number"', pgid='pgtrigger_busy_time_meets_visit_35619', table='appointments_busytime', when='BEFORE')),
        ),
    ]
