# Written by makemigrations, then folded: a model is created with its keys, which makes half the steps.

import appointments.models.wording
import datetime
import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.contrib.postgres.operations
import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import pgtrigger.compiler
import pgtrigger.migrations
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('appointments', '0003_asking_words'),
        ('pghistory', '0007_auto_20250421_0444'),
        ('physicians', '0002_search_extensions'),
        ('wakemed', '__first__'),
    ]

    operations = [
        # An exclusion constraint over a key and a range. Trusted: the owner may create it.
        django.contrib.postgres.operations.BtreeGistExtension(),
        pgtrigger.migrations.RemoveTrigger(
            model_name='appointmentrequest',
            name='insert_insert',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='appointmentrequest',
            name='update_update',
        ),
        migrations.AddField(
            model_name='appointmentrequest',
            name='clock_since',
            field=models.DateTimeField(default=django.utils.timezone.now, editable=False, null=True),
        ),
        migrations.AddField(
            model_name='appointmentrequest',
            name='clock_used',
            field=models.DurationField(default=datetime.timedelta, editable=False, verbose_name='business time used'),
        ),
        migrations.AddField(
            model_name='appointmentrequest',
            name='duplicate_of',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='duplicates', to='appointments.appointmentrequest', verbose_name='duplicate of'),
        ),
        migrations.AddField(
            model_name='appointmentrequest',
            name='medical_record_number',
            field=models.CharField(blank=True, max_length=40, verbose_name='medical record number'),
        ),
        migrations.AddField(
            model_name='appointmentrequest',
            name='next_contact_on',
            field=models.DateField(blank=True, null=True, verbose_name='try to reach the patient again on'),
        ),
        migrations.AddField(
            model_name='appointmentrequest',
            name='nurse_review',
            field=models.CharField(blank=True, choices=[('needed', 'Nurse review needed'), ('done', 'Nurse review done')], max_length=6, verbose_name='nurse review'),
        ),
        migrations.AddField(
            model_name='appointmentrequest',
            name='version',
            field=models.PositiveIntegerField(default=0, editable=False, help_text='Up by one with every change of the row: tells a stale page.'),
        ),
        migrations.AddField(
            model_name='appointmentrequestevent',
            name='clock_since',
            field=models.DateTimeField(default=django.utils.timezone.now, editable=False, null=True),
        ),
        migrations.AddField(
            model_name='appointmentrequestevent',
            name='clock_used',
            field=models.DurationField(default=datetime.timedelta, editable=False, verbose_name='business time used'),
        ),
        migrations.AddField(
            model_name='appointmentrequestevent',
            name='duplicate_of',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='appointments.appointmentrequest', verbose_name='duplicate of'),
        ),
        migrations.AddField(
            model_name='appointmentrequestevent',
            name='medical_record_number',
            field=models.CharField(blank=True, max_length=40, verbose_name='medical record number'),
        ),
        migrations.AddField(
            model_name='appointmentrequestevent',
            name='next_contact_on',
            field=models.DateField(blank=True, null=True, verbose_name='try to reach the patient again on'),
        ),
        migrations.AddField(
            model_name='appointmentrequestevent',
            name='nurse_review',
            field=models.CharField(blank=True, choices=[('needed', 'Nurse review needed'), ('done', 'Nurse review done')], max_length=6, verbose_name='nurse review'),
        ),
        migrations.AddField(
            model_name='appointmentrequestevent',
            name='version',
            field=models.PositiveIntegerField(default=0, editable=False, help_text='Up by one with every change of the row: tells a stale page.'),
        ),
        migrations.AddField(
            model_name='notification',
            name='sequence',
            field=models.PositiveIntegerField(blank=True, help_text='Of the visit that it speaks of: after another change it is not needed.', null=True),
        ),
        migrations.AddField(
            model_name='notification',
            name='staff',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='requestwording',
            name='virtual_visit',
            field=models.TextField(default='A phone, tablet or computer with a camera, and a quiet, bright place\nA list of the medicines you take, with the doses\nOpen the link five minutes early and allow camera and microphone', help_text='Shown with a booked virtual visit, on its page and in the mail. One thing a line.', validators=[appointments.models.wording.validate_lines], verbose_name='how to get ready for a virtual visit'),
        ),
        migrations.AddField(
            model_name='requestwording',
            name='what_to_bring',
            field=models.TextField(default='A photo ID and your insurance card\nA list of the medicines you take, with the doses\nPictures of your spine (MRI, CT or X-ray) on a disk, if they were not taken here\nLetters and reports from other doctors\nSomebody who listens with you, if you like', help_text='Shown with a booked visit at a clinic, on its page and in the mail. One thing a line.', validators=[appointments.models.wording.validate_lines], verbose_name='what to bring'),
        ),
        migrations.AddField(
            model_name='statuschange',
            name='by_system',
            field=models.BooleanField(default=False),
        ),
        migrations.AlterField(
            model_name='notification',
            name='kind',
            field=models.CharField(choices=[('received', 'Request received'), ('link', 'Link to the request'), ('question', 'Question'), ('offered', 'Times offered'), ('lapsing', 'Offer about to lapse'), ('booked', 'Visit booked'), ('moved', 'Visit moved'), ('cancelled', 'Visit canceled'), ('reminder', 'Reminder'), ('digest', 'What waits at the desk')], max_length=12, verbose_name='kind'),
        ),
        migrations.AlterField(
            model_name='notification',
            name='request',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='notifications', to='appointments.appointmentrequest'),
        ),
        migrations.AlterField(
            model_name='notification',
            name='state',
            field=models.CharField(choices=[('queued', 'waiting'), ('sent', 'sent'), ('failed', 'given up'), ('bounced', 'came back'), ('not_needed', 'not needed any more')], default='queued', max_length=10, verbose_name='state'),
        ),
        # The promise rests where an answer was given; elsewhere it has run since the request came.
        migrations.RunSQL(
            """
            UPDATE appointments_appointmentrequest SET clock_since =
              CASE WHEN status IN ('submitted', 'in_review') THEN submitted_at END
            """,
            migrations.RunSQL.noop,
        ),
        migrations.CreateModel(
            name='AvailabilityRule',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('visit_minutes', models.PositiveSmallIntegerField(default=30, help_text='Minutes.', validators=[django.core.validators.MinValueValidator(5), django.core.validators.MaxValueValidator(480)], verbose_name='length of a visit')),
                ('buffer_minutes', models.PositiveSmallIntegerField(default=0, help_text='Minutes.', validators=[django.core.validators.MaxValueValidator(120)], verbose_name='pause after a visit')),
                ('notice_hours', models.PositiveSmallIntegerField(default=24, help_text='Hours from the booking to the visit. A later booking needs a reason.', validators=[django.core.validators.MaxValueValidator(1440)], verbose_name='minimum notice')),
                ('weekday', models.PositiveSmallIntegerField(choices=[(0, 'Monday'), (1, 'Tuesday'), (2, 'Wednesday'), (3, 'Thursday'), (4, 'Friday'), (5, 'Saturday'), (6, 'Sunday')], verbose_name='weekday')),
                ('starts_at', models.TimeField(verbose_name='from')),
                ('ends_at', models.TimeField(verbose_name='until')),
                ('effective_from', models.DateField(verbose_name='first day')),
                ('effective_until', models.DateField(blank=True, help_text='Empty: no end.', null=True, verbose_name='last day')),
                ('location', models.ForeignKey(blank=True, help_text='None: virtual visits.', null=True, on_delete=django.db.models.deletion.CASCADE, to='physicians.location', verbose_name='location')),
                ('physician', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='availability_rules', to='physicians.physician', verbose_name='physician')),
            ],
            options={
                'verbose_name': 'weekly rule',
                'verbose_name_plural': 'weekly rules',
                'ordering': ['physician', 'weekday', 'starts_at', 'id'],
                'constraints': [models.CheckConstraint(condition=models.Q(('ends_at__gt', models.F('starts_at'))), name='availability_rule_ends_after_it_starts', violation_error_message='The hours end before they begin.'), models.CheckConstraint(condition=models.Q(('effective_until__isnull', True), ('effective_until__gte', models.F('effective_from')), _connector='OR'), name='availability_rule_last_day_is_not_before_first', violation_error_message='The last day is before the first day.'), models.CheckConstraint(condition=models.Q(('weekday__in', [0, 1, 2, 3, 4, 5, 6])), name='availability_rule_weekday_is_known'), models.CheckConstraint(condition=models.Q(('visit_minutes__range', (5, 480))), name='availability_rule_visit_length'), django.contrib.postgres.constraints.ExclusionConstraint(condition=models.Q(('location__isnull', False)), expressions=[('physician', '='), ('weekday', '='), (models.Func(models.F('effective_from'), models.F('effective_until'), django.contrib.postgres.fields.ranges.RangeBoundary(inclusive_upper=True), function='daterange'), '&&'), (models.Func(models.Func(models.F('starts_at'), output_field=models.IntegerField(), template='(EXTRACT(EPOCH FROM %(expressions)s)::int / 60)'), models.Func(models.F('ends_at'), output_field=models.IntegerField(), template='(EXTRACT(EPOCH FROM %(expressions)s)::int / 60)'), function='int4range'), '&&')], name='availability_rule_one_clinic_at_a_time', violation_error_message='At these hours the physician has another rule for a clinic.'), django.contrib.postgres.constraints.ExclusionConstraint(condition=models.Q(('location__isnull', True)), expressions=[('physician', '='), ('weekday', '='), (models.Func(models.F('effective_from'), models.F('effective_until'), django.contrib.postgres.fields.ranges.RangeBoundary(inclusive_upper=True), function='daterange'), '&&'), (models.Func(models.Func(models.F('starts_at'), output_field=models.IntegerField(), template='(EXTRACT(EPOCH FROM %(expressions)s)::int / 60)'), models.Func(models.F('ends_at'), output_field=models.IntegerField(), template='(EXTRACT(EPOCH FROM %(expressions)s)::int / 60)'), function='int4range'), '&&')], name='availability_rule_one_virtual_rule_at_a_time', violation_error_message='At these hours the physician has another rule for virtual visits.')],
            },
        ),
        migrations.CreateModel(
            name='AvailabilityRuleEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('visit_minutes', models.PositiveSmallIntegerField(default=30, help_text='Minutes.', validators=[django.core.validators.MinValueValidator(5), django.core.validators.MaxValueValidator(480)], verbose_name='length of a visit')),
                ('buffer_minutes', models.PositiveSmallIntegerField(default=0, help_text='Minutes.', validators=[django.core.validators.MaxValueValidator(120)], verbose_name='pause after a visit')),
                ('notice_hours', models.PositiveSmallIntegerField(default=24, help_text='Hours from the booking to the visit. A later booking needs a reason.', validators=[django.core.validators.MaxValueValidator(1440)], verbose_name='minimum notice')),
                ('weekday', models.PositiveSmallIntegerField(choices=[(0, 'Monday'), (1, 'Tuesday'), (2, 'Wednesday'), (3, 'Thursday'), (4, 'Friday'), (5, 'Saturday'), (6, 'Sunday')], verbose_name='weekday')),
                ('starts_at', models.TimeField(verbose_name='from')),
                ('ends_at', models.TimeField(verbose_name='until')),
                ('effective_from', models.DateField(verbose_name='first day')),
                ('effective_until', models.DateField(blank=True, help_text='Empty: no end.', null=True, verbose_name='last day')),
                ('location', models.ForeignKey(blank=True, db_constraint=False, help_text='None: virtual visits.', null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='physicians.location', verbose_name='location')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='appointments.availabilityrule')),
                ('physician', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='physicians.physician', verbose_name='physician')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='BusyImport',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='imported')),
                ('taken', models.PositiveIntegerField(verbose_name='times taken over')),
                ('refused', models.PositiveIntegerField(default=0, verbose_name='rows that could not be read')),
                ('physician', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='busy_imports', to='physicians.physician', verbose_name='physician')),
                ('staff', models.ForeignKey(help_text='Nobody: by command.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='imported by')),
            ],
            options={
                'verbose_name': 'import of busy times',
                'verbose_name_plural': 'imports of busy times',
                'ordering': ['-at', '-id'],
            },
        ),
        migrations.CreateModel(
            name='BusyTime',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('period', django.contrib.postgres.fields.ranges.DateTimeRangeField(verbose_name='period')),
                ('visit_number', models.CharField(blank=True, help_text='Of the health record, where it gives one: it tells a visit that was booked here.', max_length=40, verbose_name='visit number')),
                ('physician', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='busy_times', to='physicians.physician', verbose_name='physician')),
            ],
            options={
                'verbose_name': 'busy time',
                'verbose_name_plural': 'busy times',
                'ordering': ['physician', 'period'],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Func(models.F('period'), output_field=models.BooleanField(), template='(lower_inc(%(expressions)s) AND NOT upper_inc(%(expressions)s) AND NOT upper_inf(%(expressions)s))')), name='busy_time_is_a_period')],
            },
        ),
        migrations.CreateModel(
            name='ContactAttempt',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('channel', models.CharField(choices=[('phone', 'Phone'), ('text', 'Text message'), ('email', 'E-mail'), ('letter', 'Letter'), ('in_person', 'In person')], max_length=9, verbose_name='channel')),
                ('outcome', models.CharField(choices=[('reached', 'Reached'), ('left_message', 'Left a message'), ('no_answer', 'No answer'), ('busy', 'Busy'), ('wrong_number', 'Wrong number or address')], max_length=12, verbose_name='outcome')),
                ('next_on', models.DateField(blank=True, null=True, verbose_name='try again on')),
                ('text', models.CharField(blank=True, max_length=500, verbose_name='note')),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('author', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('request', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='contact_attempts', to='appointments.appointmentrequest')),
            ],
            options={
                'verbose_name': 'contact attempt',
                'verbose_name_plural': 'contact attempts',
                'ordering': ['request', 'id'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ExtraSession',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('visit_minutes', models.PositiveSmallIntegerField(default=30, help_text='Minutes.', validators=[django.core.validators.MinValueValidator(5), django.core.validators.MaxValueValidator(480)], verbose_name='length of a visit')),
                ('buffer_minutes', models.PositiveSmallIntegerField(default=0, help_text='Minutes.', validators=[django.core.validators.MaxValueValidator(120)], verbose_name='pause after a visit')),
                ('notice_hours', models.PositiveSmallIntegerField(default=24, help_text='Hours from the booking to the visit. A later booking needs a reason.', validators=[django.core.validators.MaxValueValidator(1440)], verbose_name='minimum notice')),
                ('period', django.contrib.postgres.fields.ranges.DateTimeRangeField(verbose_name='period')),
                ('location', models.ForeignKey(blank=True, help_text='None: virtual visits.', null=True, on_delete=django.db.models.deletion.CASCADE, to='physicians.location', verbose_name='location')),
                ('physician', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='extra_sessions', to='physicians.physician', verbose_name='physician')),
            ],
            options={
                'verbose_name': 'one-off session',
                'verbose_name_plural': 'one-off sessions',
                'ordering': ['physician', 'period'],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Func(models.F('period'), output_field=models.BooleanField(), template='(lower_inc(%(expressions)s) AND NOT upper_inc(%(expressions)s) AND NOT upper_inf(%(expressions)s))')), name='extra_session_is_a_period'), models.CheckConstraint(condition=models.Q(('visit_minutes__range', (5, 480))), name='extra_session_visit_length')],
            },
        ),
        migrations.CreateModel(
            name='ExtraSessionEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('visit_minutes', models.PositiveSmallIntegerField(default=30, help_text='Minutes.', validators=[django.core.validators.MinValueValidator(5), django.core.validators.MaxValueValidator(480)], verbose_name='length of a visit')),
                ('buffer_minutes', models.PositiveSmallIntegerField(default=0, help_text='Minutes.', validators=[django.core.validators.MaxValueValidator(120)], verbose_name='pause after a visit')),
                ('notice_hours', models.PositiveSmallIntegerField(default=24, help_text='Hours from the booking to the visit. A later booking needs a reason.', validators=[django.core.validators.MaxValueValidator(1440)], verbose_name='minimum notice')),
                ('period', django.contrib.postgres.fields.ranges.DateTimeRangeField(verbose_name='period')),
                ('location', models.ForeignKey(blank=True, db_constraint=False, help_text='None: virtual visits.', null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='physicians.location', verbose_name='location')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='appointments.extrasession')),
                ('physician', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='physicians.physician', verbose_name='physician')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Holiday',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('date', models.DateField(unique=True, verbose_name='day')),
                ('name', models.CharField(max_length=80, verbose_name='name')),
                ('clinics_open', models.BooleanField(default=False, help_text='Tick it for a federal holiday on which clinics work.', verbose_name='clinics are open')),
            ],
            options={
                'verbose_name': 'holiday',
                'verbose_name_plural': 'holidays',
                'ordering': ['date'],
            },
        ),
        migrations.CreateModel(
            name='Message',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.TextField(max_length=1000)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('author', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('request', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='messages', to='appointments.appointmentrequest')),
            ],
            options={
                'verbose_name': 'message',
                'verbose_name_plural': 'messages',
                'ordering': ['request', 'id'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Offer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('made_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('held_until', models.DateTimeField(verbose_name='held until')),
                ('outcome', models.CharField(blank=True, choices=[('accepted', 'accepted'), ('refused', 'refused'), ('lapsed', 'lapsed'), ('withdrawn', 'withdrawn')], max_length=9)),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('request', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='offers', to='appointments.appointmentrequest')),
            ],
            options={
                'verbose_name': 'offer',
                'verbose_name_plural': 'offers',
                'ordering': ['request', 'id'],
                'indexes': [models.Index(condition=models.Q(('outcome', '')), fields=['held_until'], name='offer_open')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('outcome', '')), fields=('request',), name='offer_one_open_of_a_request'), models.CheckConstraint(condition=models.Q(models.Q(('ended_at__isnull', True), ('outcome', '')), models.Q(('outcome__in', ['accepted', 'refused', 'lapsed', 'withdrawn']), ('ended_at__isnull', False)), _connector='OR'), name='offer_ends_with_an_outcome')],
            },
        ),
        migrations.CreateModel(
            name='Appointment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('period', django.contrib.postgres.fields.ranges.DateTimeRangeField(verbose_name='period')),
                ('time_zone', models.CharField(max_length=40, verbose_name='time zone')),
                ('buffer_minutes', models.PositiveSmallIntegerField(default=0, verbose_name='pause after it')),
                ('status', models.CharField(choices=[('pending', 'Offered'), ('booked', 'Booked'), ('arrived', 'Checked in'), ('fulfilled', 'Took place'), ('cancelled', 'Canceled'), ('noshow', 'Did not come'), ('entered-in-error', 'Entered in error')], max_length=16, verbose_name='status')),
                ('off_rules_reason', models.CharField(blank=True, max_length=200, verbose_name='why off the rules')),
                ('uid', models.UUIDField(default=uuid.uuid4, editable=False, help_text='In calendars, for life.', unique=True)),
                ('sequence', models.PositiveIntegerField(default=0, editable=False, help_text='Up by one with every change (RFC 5545, 3.8.7.4).')),
                ('join_link', models.URLField(blank=True, help_text='For this visit only.', verbose_name='link to join')),
                ('visit_number', models.CharField(blank=True, max_length=40, verbose_name='visit number in the health record')),
                ('recorded_sequence', models.PositiveIntegerField(blank=True, help_text='The sequence that the health record knows.', null=True)),
                ('location', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='appointments', to='physicians.location')),
                ('physician', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='appointments', to='physicians.physician')),
                ('request', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='appointments', to='appointments.appointmentrequest')),
                ('offer', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='appointments', to='appointments.offer')),
            ],
            options={
                'verbose_name': 'appointment',
                'verbose_name_plural': 'appointments',
                'ordering': ['period', 'id'],
                'constraints': [django.contrib.postgres.constraints.ExclusionConstraint(condition=models.Q(('status__in', ('pending', 'booked', 'arrived'))), expressions=[('physician', '='), ('period', '&&')], name='appointment_no_overlap'), models.CheckConstraint(condition=models.Q(models.Func(models.F('period'), output_field=models.BooleanField(), template='(lower_inc(%(expressions)s) AND NOT upper_inc(%(expressions)s) AND NOT upper_inf(%(expressions)s))')), name='appointment_is_a_period'), models.UniqueConstraint(condition=models.Q(('status__in', ('booked', 'arrived'))), fields=('request',), name='appointment_one_standing_of_a_request'), models.CheckConstraint(condition=models.Q(models.Q(('status', 'pending'), _negated=True), ('offer__isnull', False), _connector='OR'), name='appointment_pending_belongs_to_an_offer'), models.CheckConstraint(condition=models.Q(('status__in', ['pending', 'booked', 'arrived', 'fulfilled', 'cancelled', 'noshow', 'entered-in-error'])), name='appointment_status_is_known')],
            },
        ),
        migrations.CreateModel(
            name='AppointmentChange',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('offered', 'offered'), ('accepted', 'accepted'), ('booked', 'booked'), ('moved', 'moved'), ('not_chosen', 'not chosen'), ('refused', 'refused'), ('lapsed', 'lapsed'), ('withdrawn', 'withdrawn'), ('cancelled', 'canceled'), ('checked_in', 'checked in'), ('undone', 'check-in undone'), ('fulfilled', 'took place'), ('no_show', 'did not come')], max_length=10)),
                ('status', models.CharField(choices=[('pending', 'Offered'), ('booked', 'Booked'), ('arrived', 'Checked in'), ('fulfilled', 'Took place'), ('cancelled', 'Canceled'), ('noshow', 'Did not come'), ('entered-in-error', 'Entered in error')], max_length=16)),
                ('sequence', models.PositiveIntegerField()),
                ('period', django.contrib.postgres.fields.ranges.DateTimeRangeField()),
                ('period_before', django.contrib.postgres.fields.ranges.DateTimeRangeField(blank=True, null=True)),
                ('reason', models.TextField(blank=True)),
                ('by_system', models.BooleanField(default=False)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('actor', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('appointment', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='changes', to='appointments.appointment')),
                ('location', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='physicians.location')),
                ('physician', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='physicians.physician')),
            ],
            options={
                'verbose_name': 'change of an appointment',
                'verbose_name_plural': 'changes of appointments',
                'ordering': ['appointment', 'id'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='AppointmentEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('period', django.contrib.postgres.fields.ranges.DateTimeRangeField(verbose_name='period')),
                ('time_zone', models.CharField(max_length=40, verbose_name='time zone')),
                ('buffer_minutes', models.PositiveSmallIntegerField(default=0, verbose_name='pause after it')),
                ('status', models.CharField(choices=[('pending', 'Offered'), ('booked', 'Booked'), ('arrived', 'Checked in'), ('fulfilled', 'Took place'), ('cancelled', 'Canceled'), ('noshow', 'Did not come'), ('entered-in-error', 'Entered in error')], max_length=16, verbose_name='status')),
                ('off_rules_reason', models.CharField(blank=True, max_length=200, verbose_name='why off the rules')),
                ('uid', models.UUIDField(default=uuid.uuid4, editable=False, help_text='In calendars, for life.')),
                ('sequence', models.PositiveIntegerField(default=0, editable=False, help_text='Up by one with every change (RFC 5545, 3.8.7.4).')),
                ('join_link', models.URLField(blank=True, help_text='For this visit only.', verbose_name='link to join')),
                ('visit_number', models.CharField(blank=True, max_length=40, verbose_name='visit number in the health record')),
                ('recorded_sequence', models.PositiveIntegerField(blank=True, help_text='The sequence that the health record knows.', null=True)),
                ('location', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='physicians.location')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='appointments.appointment')),
                ('physician', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='physicians.physician')),
                ('request', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='appointments.appointmentrequest')),
                ('offer', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='appointments.offer')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='TimeOff',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('period', django.contrib.postgres.fields.ranges.DateTimeRangeField(verbose_name='period')),
                ('reason', models.CharField(blank=True, help_text='For colleagues: “Conference”.', max_length=100, verbose_name='why')),
                ('physician', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='time_off', to='physicians.physician', verbose_name='physician')),
            ],
            options={
                'verbose_name': 'time off',
                'verbose_name_plural': 'time off',
                'ordering': ['physician', 'period'],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Func(models.F('period'), output_field=models.BooleanField(), template='(lower_inc(%(expressions)s) AND NOT upper_inc(%(expressions)s) AND NOT upper_inf(%(expressions)s))')), name='time_off_is_a_period')],
            },
        ),
        migrations.CreateModel(
            name='TimeOffEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('period', django.contrib.postgres.fields.ranges.DateTimeRangeField(verbose_name='period')),
                ('reason', models.CharField(blank=True, help_text='For colleagues: “Conference”.', max_length=100, verbose_name='why')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='appointments.timeoff')),
                ('physician', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='physicians.physician', verbose_name='physician')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='VirtualRoom',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('address', models.URLField(help_text='Patients see it from 30 minutes before their visit.', validators=[django.core.validators.URLValidator(message='A link begins with https://', schemes=['https'])], verbose_name='link to join')),
                ('physician', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='virtual_room', to='physicians.physician', verbose_name='physician')),
            ],
            options={
                'verbose_name': 'virtual room',
                'verbose_name_plural': 'virtual rooms',
            },
        ),
        migrations.AddField(
            model_name='notification',
            name='appointment',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='notifications', to='appointments.appointment'),
        ),
        migrations.AddField(
            model_name='notification',
            name='offer',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='notifications', to='appointments.offer'),
        ),
        migrations.AddConstraint(
            model_name='appointmentrequest',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('clock_since__isnull', False), ('status__in', ('submitted', 'in_review'))), models.Q(models.Q(('status__in', ('submitted', 'in_review')), _negated=True), ('clock_since__isnull', True)), _connector='OR'), name='request_clock_runs_while_we_owe_an_answer'),
        ),
        migrations.AddConstraint(
            model_name='appointmentrequest',
            constraint=models.CheckConstraint(condition=models.Q(('clock_used__gte', datetime.timedelta(0))), name='request_clock_is_never_negative'),
        ),
        migrations.AddConstraint(
            model_name='appointmentrequest',
            constraint=models.CheckConstraint(condition=models.Q(('duplicate_of__isnull', True), ('closed_reason', 'duplicate'), _connector='OR'), name='request_only_a_duplicate_names_another'),
        ),
        migrations.AddConstraint(
            model_name='appointmentrequest',
            constraint=models.CheckConstraint(condition=models.Q(('duplicate_of__isnull', True), models.Q(('duplicate_of', models.F('id')), _negated=True), _connector='OR'), name='request_is_no_duplicate_of_itself'),
        ),
        migrations.AddConstraint(
            model_name='notification',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('request__isnull', False), ('staff__isnull', True)), models.Q(('request__isnull', True), ('staff__isnull', False)), _connector='OR'), name='notification_has_one_recipient'),
        ),
        migrations.AddConstraint(
            model_name='notification',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('appointment__isnull', True), ('sequence__isnull', True)), models.Q(('appointment__isnull', False), ('sequence__isnull', False)), _connector='OR'), name='notification_knows_which_change_it_speaks_of'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='appointmentrequest',
            trigger=pgtrigger.compiler.Trigger(name='version_rises', sql=pgtrigger.compiler.UpsertTriggerSql(func='NEW.version := OLD.version + 1; RETURN NEW;', hash='e6ae92729da602102941620ab4972126e1988b1c', operation='UPDATE', pgid='pgtrigger_version_rises_c5476', table='appointments_appointmentrequest', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='appointmentrequest',
            trigger=pgtrigger.compiler.Trigger(name='fits_the_request', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', declare='DECLARE state text; held bigint; standing bigint;', func="\n            SELECT status INTO state FROM appointments_appointmentrequest WHERE id = NEW.id;\n            SELECT count(*) FILTER (WHERE status = 'pending'),\n                   count(*) FILTER (WHERE status IN ('booked', 'arrived')) INTO held, standing\n              FROM appointments_appointment WHERE request_id = NEW.id;\n            IF (state = 'offered') <> (held > 0)\n               OR (state = 'booked' AND standing <> 1) OR (state = 'closed' AND standing > 0) THEN\n                RAISE EXCEPTION 'request % is % with % held and % standing', NEW.id, state, held, standing\n                    USING ERRCODE = 'integrity_constraint_violation';\n            END IF;\n            RETURN NULL;\n        ", hash='32b75c86e55aee661e30692b303ef6908ad4632d', operation='UPDATE OF "status"', pgid='pgtrigger_fits_the_request_516d0', table='appointments_appointmentrequest', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='appointmentrequest',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "appointments_appointmentrequestevent" ("answer_by", "biopsy", "caregiver_consent", "caregiver_name", "caregiver_phone", "caregiver_relationship", "claimed_by_id", "clock_since", "clock_used", "closed_reason", "condition_id", "date_of_birth", "duplicate_of_id", "email", "id", "idempotency_key", "insurance_carrier", "language", "legal_name", "may_leave_message", "medical_record_number", "needs", "needs_note", "next_contact_on", "nurse_review", "patient_state", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "physician_id", "postal_code", "preferred_name", "priority", "reach_by", "reason", "reference", "referred", "referrer_name", "referrer_phone", "referrer_practice", "scans", "seen_before", "source", "status", "submitted_at", "urgent_symptoms", "version", "visit_type") VALUES (NEW."answer_by", NEW."biopsy", NEW."caregiver_consent", NEW."caregiver_name", NEW."caregiver_phone", NEW."caregiver_relationship", NEW."claimed_by_id", NEW."clock_since", NEW."clock_used", NEW."closed_reason", NEW."condition_id", NEW."date_of_birth", NEW."duplicate_of_id", NEW."email", NEW."id", NEW."idempotency_key", NEW."insurance_carrier", NEW."language", NEW."legal_name", NEW."may_leave_message", NEW."medical_record_number", NEW."needs", NEW."needs_note", NEW."next_contact_on", NEW."nurse_review", NEW."patient_state", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."phone", NEW."physician_id", NEW."postal_code", NEW."preferred_name", NEW."priority", NEW."reach_by", NEW."reason", NEW."reference", NEW."referred", NEW."referrer_name", NEW."referrer_phone", NEW."referrer_practice", NEW."scans", NEW."seen_before", NEW."source", NEW."status", NEW."submitted_at", NEW."urgent_symptoms", NEW."version", NEW."visit_type"); RETURN NULL;', hash='b122afc9d6e7a78e07302ec9ba58217caca72237', operation='INSERT', pgid='pgtrigger_insert_insert_b505c', table='appointments_appointmentrequest', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='appointmentrequest',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "appointments_appointmentrequestevent" ("answer_by", "biopsy", "caregiver_consent", "caregiver_name", "caregiver_phone", "caregiver_relationship", "claimed_by_id", "clock_since", "clock_used", "closed_reason", "condition_id", "date_of_birth", "duplicate_of_id", "email", "id", "idempotency_key", "insurance_carrier", "language", "legal_name", "may_leave_message", "medical_record_number", "needs", "needs_note", "next_contact_on", "nurse_review", "patient_state", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "physician_id", "postal_code", "preferred_name", "priority", "reach_by", "reason", "reference", "referred", "referrer_name", "referrer_phone", "referrer_practice", "scans", "seen_before", "source", "status", "submitted_at", "urgent_symptoms", "version", "visit_type") VALUES (NEW."answer_by", NEW."biopsy", NEW."caregiver_consent", NEW."caregiver_name", NEW."caregiver_phone", NEW."caregiver_relationship", NEW."claimed_by_id", NEW."clock_since", NEW."clock_used", NEW."closed_reason", NEW."condition_id", NEW."date_of_birth", NEW."duplicate_of_id", NEW."email", NEW."id", NEW."idempotency_key", NEW."insurance_carrier", NEW."language", NEW."legal_name", NEW."may_leave_message", NEW."medical_record_number", NEW."needs", NEW."needs_note", NEW."next_contact_on", NEW."nurse_review", NEW."patient_state", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."phone", NEW."physician_id", NEW."postal_code", NEW."preferred_name", NEW."priority", NEW."reach_by", NEW."reason", NEW."reference", NEW."referred", NEW."referrer_name", NEW."referrer_phone", NEW."referrer_practice", NEW."scans", NEW."seen_before", NEW."source", NEW."status", NEW."submitted_at", NEW."urgent_symptoms", NEW."version", NEW."visit_type"); RETURN NULL;', hash='b0b62797b71a150da17ab1b9bc693c40d3cf6f6c', operation='UPDATE', pgid='pgtrigger_update_update_b9720', table='appointments_appointmentrequest', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='appointmentchange',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';", hash='f1a936e1717aa9b1eb86c12e14a4af216eef9512', level='STATEMENT', operation='UPDATE OR DELETE OR TRUNCATE', pgid='pgtrigger_append_only_d89cc', table='appointments_appointmentchange', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='availabilityrule',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "appointments_availabilityruleevent" ("buffer_minutes", "effective_from", "effective_until", "ends_at", "id", "location_id", "notice_hours", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "physician_id", "starts_at", "visit_minutes", "weekday") VALUES (NEW."buffer_minutes", NEW."effective_from", NEW."effective_until", NEW."ends_at", NEW."id", NEW."location_id", NEW."notice_hours", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."physician_id", NEW."starts_at", NEW."visit_minutes", NEW."weekday"); RETURN NULL;', hash='514d70fdf6d7725c49eb539fe08d92dc00489af0', operation='INSERT', pgid='pgtrigger_insert_insert_aaa87', table='appointments_availabilityrule', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='availabilityrule',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "appointments_availabilityruleevent" ("buffer_minutes", "effective_from", "effective_until", "ends_at", "id", "location_id", "notice_hours", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "physician_id", "starts_at", "visit_minutes", "weekday") VALUES (NEW."buffer_minutes", NEW."effective_from", NEW."effective_until", NEW."ends_at", NEW."id", NEW."location_id", NEW."notice_hours", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."physician_id", NEW."starts_at", NEW."visit_minutes", NEW."weekday"); RETURN NULL;', hash='e24b97d833a6ed47dee5c6cca28f3a05e68918f3', operation='UPDATE', pgid='pgtrigger_update_update_be637', table='appointments_availabilityrule', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='availabilityrule',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "appointments_availabilityruleevent" ("buffer_minutes", "effective_from", "effective_until", "ends_at", "id", "location_id", "notice_hours", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "physician_id", "starts_at", "visit_minutes", "weekday") VALUES (OLD."buffer_minutes", OLD."effective_from", OLD."effective_until", OLD."ends_at", OLD."id", OLD."location_id", OLD."notice_hours", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."physician_id", OLD."starts_at", OLD."visit_minutes", OLD."weekday"); RETURN NULL;', hash='17e1022987d61c8fafb4def4b322ccff1d545891', operation='DELETE', pgid='pgtrigger_delete_delete_a16cc', table='appointments_availabilityrule', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='availabilityruleevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='22471050afcfbd35b8f581f2e42d57aca0091549', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_7dae8', table='appointments_availabilityruleevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='contactattempt',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';", hash='6478da266d5c4e2458db6ae2b0af336e5db67308', level='STATEMENT', operation='UPDATE OR DELETE OR TRUNCATE', pgid='pgtrigger_append_only_76804', table='appointments_contactattempt', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='extrasession',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "appointments_extrasessionevent" ("buffer_minutes", "id", "location_id", "notice_hours", "period", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "physician_id", "visit_minutes") VALUES (NEW."buffer_minutes", NEW."id", NEW."location_id", NEW."notice_hours", NEW."period", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."physician_id", NEW."visit_minutes"); RETURN NULL;', hash='190502c8b44b356c951a8dc182ba7c917f026293', operation='INSERT', pgid='pgtrigger_insert_insert_b86f0', table='appointments_extrasession', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='extrasession',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "appointments_extrasessionevent" ("buffer_minutes", "id", "location_id", "notice_hours", "period", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "physician_id", "visit_minutes") VALUES (NEW."buffer_minutes", NEW."id", NEW."location_id", NEW."notice_hours", NEW."period", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."physician_id", NEW."visit_minutes"); RETURN NULL;', hash='14b22dcce720e749e1e7a81f7276ce317feff956', operation='UPDATE', pgid='pgtrigger_update_update_eca1f', table='appointments_extrasession', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='extrasession',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "appointments_extrasessionevent" ("buffer_minutes", "id", "location_id", "notice_hours", "period", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "physician_id", "visit_minutes") VALUES (OLD."buffer_minutes", OLD."id", OLD."location_id", OLD."notice_hours", OLD."period", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."physician_id", OLD."visit_minutes"); RETURN NULL;', hash='5cd9d252825c71c50d11145e3707709f69e2c621', operation='DELETE', pgid='pgtrigger_delete_delete_ae53f', table='appointments_extrasession', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='extrasessionevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='54749793a134c109b2468c048fd690ac8b1220bc', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_6ca40', table='appointments_extrasessionevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='message',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';", hash='6bf020c4f038f71c8a3674fb7ffa1806a8c4f77d', level='STATEMENT', operation='UPDATE OR DELETE OR TRUNCATE', pgid='pgtrigger_append_only_f113e', table='appointments_message', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='appointmentevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='c2d9d05acde915e4c49625d1939f6720a656da54', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_34c57', table='appointments_appointmentevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='appointment',
            trigger=pgtrigger.compiler.Trigger(name='visit_status_moves', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE _is_valid_transition BOOLEAN;', func='SELECT CONCAT(OLD."status", \':\', NEW."status") = ANY(\'{pending:booked,pending:cancelled,pending:entered-in-error,booked:arrived,booked:fulfilled,booked:noshow,booked:cancelled,booked:entered-in-error,arrived:booked,arrived:fulfilled,arrived:cancelled,arrived:entered-in-error,fulfilled:entered-in-error,noshow:entered-in-error}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."status" IS DISTINCT FROM NEW."status") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "status" from "%" to "%" on table %\', OLD."status", NEW."status", TG_TABLE_NAME; ELSE RETURN NEW; END IF;', hash='291845fb34aeeb12bb2253646b949f5adc0589b2', operation='UPDATE', pgid='pgtrigger_visit_status_moves_bf98c', table='appointments_appointment', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='appointment',
            trigger=pgtrigger.compiler.Trigger(name='visit_has_history', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', declare='DECLARE latest record; now_at record;', func="\n            SELECT status, period, physician_id, location_id INTO now_at\n              FROM appointments_appointment WHERE id = NEW.id;\n            SELECT status, period, physician_id, location_id INTO latest\n              FROM appointments_appointmentchange WHERE appointment_id = NEW.id ORDER BY id DESC LIMIT 1;\n            IF latest IS DISTINCT FROM now_at THEN\n                RAISE EXCEPTION 'appointment % has no history row that says what it is', NEW.id\n                    USING ERRCODE = 'integrity_constraint_violation';\n            END IF;\n            RETURN NULL;\n        ", hash='f28036c3ac1637d01b218a9206e08765088bbf7e', operation='INSERT OR UPDATE OF "status", "period", "physician_id", "location_id"', pgid='pgtrigger_visit_has_history_a2ea1', table='appointments_appointment', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='appointment',
            trigger=pgtrigger.compiler.Trigger(name='fits_the_request', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', declare='DECLARE state text; held bigint; standing bigint;', func="\n            SELECT status INTO state FROM appointments_appointmentrequest WHERE id = NEW.request_id;\n            SELECT count(*) FILTER (WHERE status = 'pending'),\n                   count(*) FILTER (WHERE status IN ('booked', 'arrived')) INTO held, standing\n              FROM appointments_appointment WHERE request_id = NEW.request_id;\n            IF (state = 'offered') <> (held > 0)\n               OR (state = 'booked' AND standing <> 1) OR (state = 'closed' AND standing > 0) THEN\n                RAISE EXCEPTION 'request % is % with % held and % standing', NEW.request_id, state, held, standing\n                    USING ERRCODE = 'integrity_constraint_violation';\n            END IF;\n            RETURN NULL;\n        ", hash='1c31375a0d77a80383dc8121f4007ecacddd381b', operation='INSERT OR UPDATE OF "status"', pgid='pgtrigger_fits_the_request_7338e', table='appointments_appointment', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='appointment',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "appointments_appointmentevent" ("buffer_minutes", "id", "join_link", "location_id", "off_rules_reason", "offer_id", "period", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "physician_id", "recorded_sequence", "request_id", "sequence", "status", "time_zone", "uid", "visit_number") VALUES (NEW."buffer_minutes", NEW."id", NEW."join_link", NEW."location_id", NEW."off_rules_reason", NEW."offer_id", NEW."period", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."physician_id", NEW."recorded_sequence", NEW."request_id", NEW."sequence", NEW."status", NEW."time_zone", NEW."uid", NEW."visit_number"); RETURN NULL;', hash='d9c3da78146e667b01c161d6dadb1a0de8ae9bac', operation='INSERT', pgid='pgtrigger_insert_insert_30113', table='appointments_appointment', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='appointment',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "appointments_appointmentevent" ("buffer_minutes", "id", "join_link", "location_id", "off_rules_reason", "offer_id", "period", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "physician_id", "recorded_sequence", "request_id", "sequence", "status", "time_zone", "uid", "visit_number") VALUES (NEW."buffer_minutes", NEW."id", NEW."join_link", NEW."location_id", NEW."off_rules_reason", NEW."offer_id", NEW."period", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."physician_id", NEW."recorded_sequence", NEW."request_id", NEW."sequence", NEW."status", NEW."time_zone", NEW."uid", NEW."visit_number"); RETURN NULL;', hash='fcf89cb6e0e6b14a330de9ea486ff5772d81575b', operation='UPDATE', pgid='pgtrigger_update_update_34af4', table='appointments_appointment', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='timeoff',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "appointments_timeoffevent" ("id", "period", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "physician_id", "reason") VALUES (NEW."id", NEW."period", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."physician_id", NEW."reason"); RETURN NULL;', hash='9f9d689805cff3ce5cbf9c9fda3093491444b384', operation='INSERT', pgid='pgtrigger_insert_insert_fd362', table='appointments_timeoff', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='timeoff',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "appointments_timeoffevent" ("id", "period", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "physician_id", "reason") VALUES (NEW."id", NEW."period", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."physician_id", NEW."reason"); RETURN NULL;', hash='f83ba4a47843c583205e303656bdd6944affead5', operation='UPDATE', pgid='pgtrigger_update_update_42374', table='appointments_timeoff', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='timeoff',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "appointments_timeoffevent" ("id", "period", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "physician_id", "reason") VALUES (OLD."id", OLD."period", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."physician_id", OLD."reason"); RETURN NULL;', hash='45fd3c67fed20c0da4c8f7cf00317091897b5e96', operation='DELETE', pgid='pgtrigger_delete_delete_eadf1', table='appointments_timeoff', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='timeoffevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='ceaea7728015a34c9b4fbe104326a5b416fbe37c', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_71029', table='appointments_timeoffevent', when='BEFORE')),
        ),
    ]
