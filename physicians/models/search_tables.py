"""What the search over the directory reads. Triggers keep them, however the data changes (physicians/sql/)."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from .physician import Physician


class SearchTerm(models.Model):
    """One phrase that means one thing: “slipped disk” means the condition Herniated disk."""

    kind = models.CharField(max_length=10)  # condition, specialty, procedure, language or location
    target = models.BigIntegerField(help_text=_("The id of the row it names, in the table of its kind."))
    phrase = models.TextField(help_text=_("As it was written."))
    stems = ArrayField(models.TextField(), help_text=_("The English stems of its words, without stop words, sorted."))
    official = models.BooleanField(help_text=_("Our own name for it, not a patient's."))

    class Meta:
        verbose_name = _("search term")
        verbose_name_plural = _("search terms")
        indexes = [
            GinIndex(fields=["stems"], name="search_term_stems", fastupdate=False),
            models.Index(fields=["kind", "target"], name="search_term_target"),
        ]

    def __str__(self) -> str:
        return self.phrase


class SearchWord(models.Model):
    """A word that names or terms are made of, in lower case and without accents, for spelling and beginnings."""

    word = models.TextField(primary_key=True)
    names = models.IntegerField(default=0, help_text=_("How many published physicians have it in their name."))
    terms = models.IntegerField(default=0, help_text=_("How many search terms have it."))

    class Meta:
        verbose_name = _("search word")
        verbose_name_plural = _("search words")
        indexes = [
            GinIndex(OpClass(F("word"), name="gin_trgm_ops"), name="search_word_trigrams"),
            models.Index(OpClass(F("word"), name="text_pattern_ops"), name="search_word_beginning"),
        ]

    def __str__(self) -> str:
        return self.word


class PhysicianDocument(models.Model):
    """A published physician as the search sees one: everything to ask for is a lexeme of the vector `words`.

    `n:obrien` is a word of the name, `f:obrien` one of the family name, `i:s` the initial of a given name, `b:sport` a
    stem of the profile's text, `npi:1000500012` the number. The lexemes of the facets (`condition:12`, `location:3`,
    `accepting`, `gender:female`) are in `lexemes` too, to be counted.
    """

    physician = models.OneToOneField(Physician, models.CASCADE, primary_key=True, related_name="+")
    words = SearchVectorField()
    lexemes = ArrayField(models.TextField())
    names = ArrayField(models.TextField())
    unavailable = models.BooleanField(help_text=_("Takes no new patients, and is listed after those who do."))
    gaps = models.SmallIntegerField(help_text=_("How many parts of the profile are missing. Fewer rank first."))
    sort_name = models.TextField()
    next_free_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("search entry")
        verbose_name_plural = _("search entries")
        indexes = [
            GinIndex(fields=["words"], name="physician_document_words", fastupdate=False),
            models.Index(fields=["unavailable", "gaps", "sort_name", "physician"], name="physician_document_best"),
            models.Index(fields=["sort_name", "physician"], name="physician_document_name"),
        ]

    def __str__(self) -> str:
        return str(self.physician_id)
