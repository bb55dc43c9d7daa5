"""What was erased, in numbers."""

import uuid
from typing import ClassVar

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from physicians.append_only import AppendOnly


class Erased(models.TextChoices):
    """Which rule was applied."""

    REQUESTS = "requests", _("Requests whose time is over")
    ONE_REQUEST = "one_request", _("One request, by its reference")
    UNSENT = "unsent", _("Answers that weren't sent, and lost links")
    SEARCH_WORDS = "search_words", _("Words of searches")
    ACCESS_LOG = "access_log", _("Old rows of the access log")
    NAME_WORDS = "name_words", _("Words of names that no one has")
    FINISHED = "finished", _("The run is finished")


class Erasure(AppendOnly):
    """One transaction that erased something, or the end of a run. It has numbers, and nothing about a patient.

    Written by the role that erases, in the transaction of what it's about: a run that is killed leaves exactly the
    rows of what it has done.

    Attributes:
        run: the same for all rows of one run.
        closed_reason: of the erased requests.
        kept_days: the setting that was applied; None where none was.
        settings: all of them, at the end of a run.
        ran_by: the account of the operating system.
        ticket: the number under which someone asked for it.
        received: requests by the month in which they came: {"2026-12": 3}.
        visits: visits by their last status: {"fulfilled": 2}.
        rows: rows by table, erased or cut off from their request.
    """

    run = models.UUIDField(_("run"), default=uuid.uuid4, db_index=True)
    at = models.DateTimeField(_("time"), default=timezone.now)
    what = models.CharField(_("what"), max_length=12, choices=Erased)
    closed_reason = models.CharField(_("reason for closing"), max_length=24, blank=True)
    kept_days = models.PositiveIntegerField(_("kept for days"), null=True)
    settings = models.JSONField(_("settings"), default=dict, encoder=DjangoJSONEncoder)
    ran_by = models.CharField(_("run by"), max_length=80)
    ticket = models.CharField(_("ticket"), max_length=40, blank=True)
    requests = models.PositiveIntegerField(_("requests"), default=0)
    received = models.JSONField(_("received"), default=dict)
    visits = models.JSONField(_("visits"), default=dict)
    rows = models.JSONField(_("rows"), default=dict)

    class Meta(AppendOnly.Meta):
        ordering: ClassVar = ["-at", "-id"]
        verbose_name = _("erasure")
        verbose_name_plural = _("erasures")

    def __str__(self) -> str:
        return f"{self.what} {self.at:%Y-%m-%d %H:%M}"
