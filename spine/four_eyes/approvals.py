"""Who has written what, and who has approved it: publishing depends on both (docs/decisions/0008)."""

from typing import Any

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.contrib.contenttypes.models import ContentType
from django.db import connection, models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Revision

from physicians.append_only import AppendOnly


class ContentHash(models.Func):
    """The hash of a version's content, as the database makes it: SHA-256 of the JSON's text, 64 hexadecimal digits."""

    function = "spine_content_hash"
    output_field = models.CharField()


def content_hash(revision_id: int) -> str:
    """Return the hash of a version as it is stored now; raises Revision.DoesNotExist."""
    return str(Revision.objects.values_list(ContentHash("content"), flat=True).get(pk=revision_id))


def is_author(user: AbstractUser, revision: Revision) -> bool:
    """Return True if the database would refuse this person's approval of the version: some of its words are theirs."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT %s IN (SELECT spine_authors(%s))", [user.pk, revision.pk])
        return bool(cursor.fetchone()[0])


class ContentChange(AppendOnly):
    """Someone gave a version other words. A trigger on Wagtail's revisions writes these rows, and nothing else does.

    `words` is the hash of what the version said then (spine/sql/words_hash.sql); null if it's older than that column.
    """

    content_type = models.ForeignKey(ContentType, models.PROTECT, related_name="+")
    object_id = models.CharField(max_length=255)
    revision = models.ForeignKey(Revision, models.DO_NOTHING, related_name="+", db_constraint=False)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    words = models.CharField(max_length=64, null=True, editable=False)  # noqa: DJ001  "" would equal another ""
    made_at = models.DateTimeField(default=timezone.now)

    class Meta(AppendOnly.Meta):
        indexes = [models.Index(fields=["content_type", "object_id", "id"], name="content_change_of_object")]
        verbose_name = _("change of content")
        verbose_name_plural = _("changes of content")

    def __str__(self) -> str:
        return f"{self.revision_id} ({self.author or '-'})"


class ApprovalQuerySet(models.QuerySet["Approval"]):
    """Reads that recur, and the one way to write an approval."""

    def of(self, revision: Revision) -> "ApprovalQuerySet":
        """Return the approvals of the page or snippet that this is a version of."""
        return self.filter(content_type=revision.base_content_type_id, object_id=revision.object_id)

    def awaiting_second_person(self) -> "ApprovalQuerySet":
        """Return the emergency publications that no one else has read yet, the oldest first.

        Approving a later version doesn't count: patients saw this one.
        """
        read = Approval.objects.filter(revision=models.OuterRef("revision"), kind=Approval.Kind.REVIEW)
        return self.filter(~models.Exists(read), kind=Approval.Kind.EMERGENCY).order_by("id")

    def record(
        self, *, revision: Revision, kind: "Approval.Kind", by: AbstractUser | None, seen: str, note: str = ""
    ) -> "Approval":
        """Write that someone approves a version, as the hash `seen` describes it.

        Raises IntegrityError, with the name of the rule, where the database refuses: the version has changed since it
        was read, or an author approves. `approval_refusals` has a sentence for each rule.
        """
        values: dict[str, Any] = {
            "content_type_id": revision.base_content_type_id,
            "object_id": revision.object_id,
            "revision": revision,
            "content_hash": seen,
            "kind": kind,
            "approved_by": by,
            "note": note,
        }
        with transaction.atomic():
            return self.create(**values)


class Approval(AppendOnly):
    """A person vouches for one version, word for word. Only such a version can be live.

    A trigger checks each kind (spine/sql/check_approval.sql). For “review”, the person isn't an author of any of the
    words (spine/sql/authors.sql).
    """

    class Kind(models.TextChoices):
        """Who answers for the version."""

        REVIEW = "review", _("Read by a second person")
        EMERGENCY = "emergency", _("Emergency notice, published by one person")
        FIRST_CONTENT = "first_content", _("First content, before anyone worked here")

    content_type = models.ForeignKey(ContentType, models.PROTECT, related_name="+")
    object_id = models.CharField(max_length=255)
    revision = models.ForeignKey(Revision, models.DO_NOTHING, related_name="+", db_constraint=False)
    content_hash = models.CharField(max_length=64)
    last_change = models.ForeignKey(
        ContentChange, models.PROTECT, related_name="+", editable=False, help_text=_("Filled in by the database.")
    )
    kind = models.CharField(max_length=20, choices=Kind)
    approved_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    approved_at = models.DateTimeField(default=timezone.now)
    note = models.TextField(blank=True)

    objects = ApprovalQuerySet.as_manager()

    class Meta(AppendOnly.Meta):
        indexes = [
            models.Index(fields=["revision"], name="approval_of_revision"),
            models.Index(fields=["content_type", "object_id", "last_change"], name="approval_of_object"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="first_content", approved_by=None)
                | (~Q(kind="first_content") & Q(approved_by__isnull=False)),
                name="approval_has_its_person",
            ),
        ]
        verbose_name = _("approval")
        verbose_name_plural = _("approvals")

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.revision_id}"
