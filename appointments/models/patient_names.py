"""What the desk's search knows of names. Triggers keep it (appointments/sql/)."""

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.utils.translation import gettext_lazy as _

from .request import AppointmentRequest


class PatientNames(models.Model):
    """The names that lead to a request: the patient's, the caregiver's, and what the patient was called before.

    `n:obrien` is a word of a name, `i:o` the initial of one; the lexemes of the directory's search.
    """

    request = models.OneToOneField(AppointmentRequest, models.CASCADE, primary_key=True, related_name="names")
    words = SearchVectorField()
    former_names = models.TextField(blank=True)

    class Meta:
        verbose_name = _("names of a request")
        verbose_name_plural = _("names of requests")
        indexes = [GinIndex(fields=["words"], name="patient_name_words", fastupdate=False)]

    def __str__(self) -> str:
        return str(self.request_id)


class PatientNameWord(models.Model):
    """A word that is in someone's name, or has been. Misspelled words are compared with these."""

    word = models.TextField(primary_key=True)

    class Meta:
        verbose_name = _("word of a patient's name")
        verbose_name_plural = _("words of patients' names")
        indexes = [
            models.Index(models.Func(models.F("word"), function="dmetaphone"), name="patient_name_sound"),
            models.Index(models.Func(models.F("word"), function="dmetaphone_alt"), name="patient_name_other_sound"),
            models.Index(
                models.Func(models.Func(models.F("word"), function="physicians_heard"), function="dmetaphone"),
                name="patient_name_heard",
            ),
        ]

    def __str__(self) -> str:
        return self.word
