import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('appointments', '0023_patients_answers_index'),
        ('physicians', '0007_danger_phrase_under_four_eyes'),
    ]

    operations = [
        migrations.AlterField(
            model_name='holiday',
            name='date',
            field=models.DateField(verbose_name='day'),
        ),
        migrations.AddField(
            model_name='holiday',
            name='clinic',
            field=models.ForeignKey(blank=True, help_text='Leave empty for all clinics and virtual visits.', null=True, on_delete=django.db.models.deletion.CASCADE, related_name='holidays', to='physicians.location', verbose_name='clinic'),
        ),
        migrations.AddConstraint(
            model_name='holiday',
            constraint=models.UniqueConstraint(condition=models.Q(('clinic', None)), fields=('date',), name='holiday_once_for_all_clinics', violation_error_message='This day is in the list already, for all clinics.'),
        ),
        migrations.AddConstraint(
            model_name='holiday',
            constraint=models.UniqueConstraint(fields=('date', 'clinic'), name='holiday_once_for_a_clinic', violation_error_message='This day is in the list already, for this clinic.'),
        ),
    ]
