"""The auditors' page of the security log."""

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, path
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from appointments.admin.log_list import LogList
from appointments.admin.sections import SECTIONS, Section
from physicians.storable import storable
from wakemed.models import SecurityEvent
from wakemed.patient_copy.copy_page import patient_copy

from .log_search import narrowed
from .patient_report import who_saw
from .sentences import sentence

SECTIONS.append(
    Section(
        label=_("Security log"),
        about=_("Sign-ins, failed attempts, rights given or taken, and patients' links."),
        view="wakemed_securityevent_changelist",
        permission="wakemed.view_securityevent",
        rooms=("wakemed/securityevent",),
    )
)


@admin.register(SecurityEvent)
class SecurityEventAdmin(LogList):
    """The events as sentences, each with what narrows the list to its session or request."""

    list_title = _("Security log")
    list_about = _("Who signed in and who failed, who changed whose rights, and which patients' links were opened.")
    empty_words = _("Nothing was recorded that fits.")
    list_display = ["at", "what_happened", "address", "from_session", "from_request"]
    list_filter = ["kind", "at"]
    list_select_related = ["patient_request"]
    kinds = ("kind__exact",)
    search_fields = ["pk"]  # shows the box; `matching` does the work
    search_help_text = _(
        "A staff member's e-mail address, a network address, a day (2026-11-29), a request's reference, a session, or "
        "a request id. More than one narrows further. The latest thousand are listed."
    )

    def matching(self, request: HttpRequest, queryset: QuerySet[SecurityEvent], typed: str) -> QuerySet[SecurityEvent]:
        """Return the events that fit every word."""
        return narrowed(queryset, storable(typed))

    def get_urls(self) -> list[URLPattern]:
        """Add the report on one request, and the copy for its patient."""
        report = path("who-saw/", self.admin_site.admin_view(who_saw), name="patient_access")
        copy = path("copy/", self.admin_site.admin_view(patient_copy), name="patient_copy")
        return [report, copy, *super().get_urls()]

    @admin.display(description=_("what happened"))
    def what_happened(self, event: SecurityEvent) -> SafeString:
        """Return a sentence."""
        return format_html("<bdi>{}</bdi>", sentence(event))

    @admin.display(description=_("session"))
    def from_session(self, event: SecurityEvent) -> SafeString | str:
        """Return the beginning of the session's digest, which leads to all that happened in it."""
        return _narrowing(event.session)

    @admin.display(description=_("request id"))
    def from_request(self, event: SecurityEvent) -> SafeString | str:
        """Return the beginning of the request's id, which leads to all that happened with it."""
        return _narrowing(event.request_id)


def _narrowing(key: str) -> SafeString | str:
    return format_html('<a href="?q={}" title="{}">{}</a>', key, key, key[:8]) if key else ""
