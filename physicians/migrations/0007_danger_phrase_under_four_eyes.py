"""A second person approves danger phrases. Those that were there before wait as drafts for that."""

from typing import Any

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


def make_drafts(apps: Any, schema_editor: Any) -> None:
    """Nobody has approved them."""
    apps.get_model("physicians", "DangerPhrase").objects.update(live=False, has_unpublished_changes=True)


class Migration(migrations.Migration):

    dependencies = [
        ('physicians', '0006_danger_phrase'),
        ('wagtailcore', '0097_baselogentry_uuid_action_timestamp_indexes'),
    ]

    operations = [
        migrations.AlterModelOptions(
            name='dangerphrase',
            options={'ordering': ['phrase'], 'verbose_name': 'danger phrase', 'verbose_name_plural': 'danger phrases'},
        ),
        migrations.RemoveField(
            model_name='dangerphrase',
            name='added_at',
        ),
        migrations.RemoveField(
            model_name='dangerphrase',
            name='added_by',
        ),
        migrations.AddField(
            model_name='dangerphrase',
            name='expire_at',
            field=models.DateTimeField(blank=True, null=True, verbose_name='expiry date/time'),
        ),
        migrations.AddField(
            model_name='dangerphrase',
            name='expired',
            field=models.BooleanField(default=False, editable=False, verbose_name='expired'),
        ),
        migrations.AddField(
            model_name='dangerphrase',
            name='first_published_at',
            field=models.DateTimeField(blank=True, db_index=True, null=True, verbose_name='first published at'),
        ),
        migrations.AddField(
            model_name='dangerphrase',
            name='go_live_at',
            field=models.DateTimeField(blank=True, null=True, verbose_name='go live date/time'),
        ),
        migrations.AddField(
            model_name='dangerphrase',
            name='has_unpublished_changes',
            field=models.BooleanField(default=False, editable=False, verbose_name='has unpublished changes'),
        ),
        migrations.AddField(
            model_name='dangerphrase',
            name='in_use',
            field=models.BooleanField(default=True, help_text='To take a phrase away, clear this and submit it for approval. Patients who type it then see doctors again, and no card.', verbose_name='in use'),
        ),
        migrations.AddField(
            model_name='dangerphrase',
            name='last_published_at',
            field=models.DateTimeField(editable=False, null=True, verbose_name='last published at'),
        ),
        migrations.AddField(
            model_name='dangerphrase',
            name='latest_revision',
            field=models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtailcore.revision', verbose_name='latest revision'),
        ),
        migrations.AddField(
            model_name='dangerphrase',
            name='live',
            field=models.BooleanField(default=True, editable=False, verbose_name='live'),
        ),
        migrations.AddField(
            model_name='dangerphrase',
            name='live_revision',
            field=models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtailcore.revision', verbose_name='live revision'),
        ),
        migrations.AlterField(
            model_name='dangerphrase',
            name='phrase',
            field=models.CharField(error_messages={'unique': 'This phrase is already in the list.'}, help_text="Two to five telling words, such as “legs turned to stone”. Words like “no”, “my” or “can't” don't count. We show the card when all of the words are close together, in any order, even misspelled.", max_length=80, unique=True, verbose_name='what patients type'),
        ),
        migrations.RunPython(make_drafts, migrations.RunPython.noop),
        pgtrigger.migrations.AddTrigger(
            model_name='dangerphrase',
            trigger=pgtrigger.compiler.Trigger(name='live_phrase_is_kept', sql=pgtrigger.compiler.UpsertTriggerSql(func="IF OLD.live AND (TG_OP = 'DELETE' OR NOT NEW.live) THEN RAISE EXCEPTION 'a live phrase is kept' USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'live_phrase_is_kept'; END IF; IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW;", hash='4182c991e69489d7438e278e8bb342d9d39e6538', operation='UPDATE OR DELETE', pgid='pgtrigger_live_phrase_is_kept_14831', table='physicians_dangerphrase', when='BEFORE')),
        ),
    ]
