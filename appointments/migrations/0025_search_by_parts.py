import django.contrib.postgres.indexes
from django.db import migrations, models
from django.db.models.functions import Right

from appointments.models.request_order import DigitsBackward


class Migration(migrations.Migration):

    dependencies = [
        ('appointments', '0024_holiday_of_a_clinic'),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name='appointmentrequest',
            name='request_caregiver_phone',
        ),
        migrations.RemoveIndex(
            model_name='appointmentrequest',
            name='request_phone',
        ),
        migrations.AddIndex(
            model_name='appointmentrequest',
            index=models.Index('phone', name='request_phone'),
        ),
        migrations.AddIndex(
            model_name='appointmentrequest',
            index=models.Index(Right('reference', 4), name='request_second_half'),
        ),
        migrations.AddIndex(
            model_name='appointmentrequest',
            index=models.Index(django.contrib.postgres.indexes.OpClass(DigitsBackward('phone'), name='text_pattern_ops'), name='request_phone_digits'),
        ),
        migrations.AddIndex(
            model_name='appointmentrequest',
            index=models.Index(django.contrib.postgres.indexes.OpClass(DigitsBackward('caregiver_phone'), name='text_pattern_ops'), name='request_caregiver_digits'),
        ),
        migrations.AddIndex(
            model_name='patientnameword',
            index=models.Index(models.Func(models.F('word'), function='dmetaphone_alt'), name='patient_name_other_sound'),
        ),
    ]
