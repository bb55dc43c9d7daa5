from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('appointments', '0005_review_due_mail'),
    ]

    operations = [
        migrations.AlterField(
            model_name='notification',
            name='kind',
            field=models.CharField(choices=[('received', 'Request received'), ('link', 'Link to the request'), ('question', 'Question'), ('offered', 'Times offered'), ('lapsing', 'Offer about to lapse'), ('booked', 'Visit booked'), ('moved', 'Visit moved'), ('cancelled', 'Visit canceled'), ('reminder', 'Reminder'), ('digest', 'What waits at the desk'), ('review_due', 'Pages to be reviewed'), ('departure', 'A physician leaves')], max_length=12, verbose_name='kind'),
        ),
    ]
