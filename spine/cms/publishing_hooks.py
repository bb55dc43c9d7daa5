"""Where the CMS leads to publishing, and where it no longer does."""

from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.models import WorkflowMixin
from wagtail.snippets.action_menu import ActionMenuItem, PublishMenuItem

from spine.models import Approval, Notice, NoticeLevel
from spine.services.emergency_notices import may_publish_at_once

from .emergency_views import emergency_publications, may_confirm, publish_notice_at_once


@hooks.register("register_admin_urls")
def admin_urls() -> list[URLPattern]:
    """Return the addresses of our pages."""
    return [
        path("notices/<int:notice_id>/publish-at-once/", publish_notice_at_once, name="spine_publish_at_once"),
        path("reports/emergency-notices/", emergency_publications, name="spine_emergency_publications"),
    ]


@hooks.register("construct_snippet_action_menu")
def no_button_publishes(menu_items: list[ActionMenuItem], request: HttpRequest, context: dict[str, Any]) -> None:
    """Take “Publish” away where a second person approves; pages lose it by their permission tester."""
    if issubclass(context["model"], WorkflowMixin):
        menu_items[:] = [item for item in menu_items if not isinstance(item, PublishMenuItem)]


@hooks.register("construct_page_action_menu")
@hooks.register("construct_snippet_action_menu")
def next_step_first(menu_items: list[Any], request: HttpRequest, context: dict[str, Any]) -> None:
    """Make the next step of the review the button that is always in view; drafts save themselves."""
    if context["view"] == "edit":
        names = (PublishAtOnceMenuItem.name, "approve", "action-submit")
        steps = [item for name in names for item in menu_items if item.name == name]
        menu_items[:] = steps + [item for item in menu_items if item not in steps]


class PublishAtOnceMenuItem(ActionMenuItem):
    """Leads to the page that publishes an emergency notice."""

    name = "action-publish-at-once"
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
        """Return where it leads."""
        return reverse("spine_publish_at_once", args=[context["instance"].pk])


@hooks.register("register_snippet_action_menu_item")
def publish_at_once_item(model: type) -> ActionMenuItem | None:
    """Add it to notices."""
    return PublishAtOnceMenuItem(order=70) if model is Notice else None


class EmergencyPublicationsItem(MenuItem):
    """The list, in the menu of reports."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Show it to those who may do something about it."""
        return may_confirm(request.user) or may_publish_at_once(request.user)


@hooks.register("register_reports_menu_item")
def emergency_publications_item() -> MenuItem:
    """Add the list to the reports."""
    return EmergencyPublicationsItem(
        _("Emergency notices to read"), reverse("spine_emergency_publications"), icon_name="warning", order=50
    )


class EmergencyPublicationsPanel(Component):
    """One line on the first page of the CMS."""

    order = 10
    template_name = "spine/cms/emergency_panel.html"

    def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
        """Count them."""
        return {"count": Approval.objects.awaiting_second_person().count()}


@hooks.register("construct_homepage_panels")
def emergency_panel(request: HttpRequest, panels: list[Any]) -> None:
    """Tell reviewers that an emergency publication waits for its second person."""
    if may_confirm(request.user):
        panels.append(EmergencyPublicationsPanel())
