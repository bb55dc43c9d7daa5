"""Where the CMS leads to the emergency notices that one person publishes."""

from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.snippets.action_menu import ActionMenuItem

from spine.four_eyes.approval_hooks import PUBLISH_AT_ONCE
from spine.four_eyes.approvals import Approval

from .emergency_publication import may_publish_at_once
from .emergency_views import emergency_publications, may_confirm, publish_notice_at_once
from .notice import Notice
from .notice_queryset import NoticeLevel


@hooks.register("register_admin_urls")
def emergency_addresses() -> list[URLPattern]:
    """Return the addresses below /cms/."""
    return [
        path("notices/<int:notice_id>/publish-at-once/", publish_notice_at_once, name="spine_publish_at_once"),
        path("reports/emergency-notices/", emergency_publications, name="spine_emergency_publications"),
    ]


class PublishAtOnceMenuItem(ActionMenuItem):
    """Leads to the page that publishes an emergency notice."""

    name = PUBLISH_AT_ONCE
    label = _("Publish at once (emergency)")
    icon_name = "warning"

    def is_shown(self, context: dict[str, Any]) -> bool:
        """Show it to those with the right, on a saved notice of that level."""
        return bool(
            context["view"] == "edit"
            and context["instance"].level == NoticeLevel.EMERGENCY
            and may_publish_at_once(context["request"].user)
        )

    def get_url(self, context: dict[str, Any]) -> str:
        """Return the address of that page."""
        return reverse("spine_publish_at_once", args=[context["instance"].pk])


@hooks.register("register_snippet_action_menu_item")
def publish_at_once_item(model: type) -> ActionMenuItem | None:
    """Add the button to notices."""
    return PublishAtOnceMenuItem(order=70) if model is Notice else None


class EmergencyPublicationsItem(MenuItem):
    """The list in the Reports menu."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Show it to those who can do something about it."""
        return may_confirm(request.user) or may_publish_at_once(request.user)


@hooks.register("register_reports_menu_item")
def emergency_publications_item() -> MenuItem:
    """Add the list to the Reports menu."""
    return EmergencyPublicationsItem(
        _("Emergency notices to read"), reverse("spine_emergency_publications"), icon_name="warning", order=50
    )


class EmergencyPublicationsPanel(Component):
    """One line on the start page of the CMS."""

    order = 10
    template_name = "spine/notices/emergency_panel.html"

    def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
        """Count them."""
        return {"count": Approval.objects.awaiting_second_person().count()}


@hooks.register("construct_homepage_panels")
def emergency_panel(request: HttpRequest, panels: list[Any]) -> None:
    """Tell reviewers that an emergency notice is waiting for its second person."""
    if may_confirm(request.user):
        panels.append(EmergencyPublicationsPanel())
