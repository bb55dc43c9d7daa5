"""One row for each thing that happened to a sign-in, an account, rights or a patient's link."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from appointments.models import AppointmentRequest
from physicians.append_only import AppendOnly, refuse_changes


class Happened(models.TextChoices):
    """What can happen."""

    SIGNED_IN = "signed_in", _("signed in")
    SIGN_IN_FAILED = "sign_in_failed", _("sign-in failed")
    LOCKED = "locked", _("locked after too many attempts")
    UNLOCKED = "unlocked", _("unlocked")
    SIGNED_OUT = "signed_out", _("signed out")
    RIGHTS_GIVEN = "rights_given", _("rights given")
    RIGHTS_TAKEN = "rights_taken", _("rights taken away")
    PASSWORD_CHANGED = "password_changed", _("password changed")
    RESET_ASKED = "reset_asked", _("new password asked for")
    ACCOUNT_MADE = "account_made", _("account made")
    ACCOUNT_CHANGED = "account_changed", _("e-mail address changed")
    ACCOUNT_DELETED = "account_deleted", _("account or group deleted")
    FACTOR_ADDED = "factor_added", _("second step added")
    FACTOR_REMOVED = "factor_removed", _("second step removed")
    FACTOR_RENEWED = "factor_renewed", _("recovery codes renewed")
    FACTOR_SHOWN = "factor_shown", _("second step shown")
    FACTOR_FAILED = "factor_failed", _("second step failed")
    HOSPITAL_REFUSED = "hospital_refused", _("refused by the hospital's sign-in")
    ACCESS_REFUSED = "access_refused", _("page refused")
    COPIED = "copied", _("copy made for a patient, by a command")
    LINK_OPENED = "link_opened", _("patient's link opened")
    LINK_FAILED = "link_failed", _("patient's link tried wrongly")


class SecurityEvent(AppendOnly):
    """Who did what to which account, when, from where (45 CFR 164.308(a)(5)(ii)(C), log-in monitoring; 164.312(b)).

    It outlives the accounts: addresses are kept as they were, and nothing is deleted along with a person.

    Attributes:
        by: who was signed in; None for someone at the sign-in, a patient, or a command.
        account: whose account it's about.
        typed: a keyed digest of what was typed in place of an account's address; people type passwords there.
        details: names of groups and rights, patterns of addresses; never anything that a patient wrote.
        address: the network address; an IPv6 address is cut to its /64.
        session: a keyed digest of the session's key.
        request_id: the id in the answer's header and in the logs; "" in a command.
    """

    at = models.DateTimeField(_("time"), default=timezone.now)
    kind = models.CharField(_("what"), max_length=20, choices=Happened)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.DO_NOTHING,
        null=True,
        db_constraint=False,
        db_index=False,
        related_name="+",
        verbose_name=_("by"),
    )
    by_email = models.EmailField(_("by"), max_length=254, blank=True)
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.DO_NOTHING,
        null=True,
        db_constraint=False,
        db_index=False,
        related_name="+",
        verbose_name=_("account"),
    )
    account_email = models.EmailField(_("account"), max_length=254, blank=True)
    typed = models.CharField(_("digest of what was typed"), max_length=32, blank=True)
    patient_request = models.ForeignKey(
        AppointmentRequest, models.PROTECT, null=True, db_index=False, related_name="+", verbose_name=_("request")
    )
    details = models.JSONField(_("details"), default=dict)
    address = models.GenericIPAddressField(_("network address"), null=True)
    session = models.CharField(_("session"), max_length=32, blank=True)
    request_id = models.CharField(_("request id"), max_length=32, blank=True)

    class Meta(AppendOnly.Meta):
        ordering: ClassVar = ["-at", "-id"]
        verbose_name = _("security event")
        verbose_name_plural = _("security events")
        indexes: ClassVar = [
            models.Index(fields=["at", "id"], name="security_by_time"),
            models.Index(fields=["kind", "at", "id"], name="security_by_kind"),
            models.Index(fields=["by_email", "at", "id"], name="security_by_person"),
            models.Index(fields=["account_email", "at", "id"], name="security_by_account"),
            models.Index(fields=["typed", "at"], name="security_by_typed", condition=~models.Q(typed="")),
            models.Index(fields=["address", "at", "id"], name="security_by_address"),
            models.Index(fields=["session", "at"], name="security_by_session"),
            models.Index(fields=["request_id"], name="security_by_request_id"),
            models.Index(fields=["patient_request", "at"], name="security_by_request"),
        ]
        triggers = [refuse_changes(eraser_may=("UPDATE", "DELETE"))]

    def __str__(self) -> str:
        return f"{self.kind} {self.at:%Y-%m-%d %H:%M}"
