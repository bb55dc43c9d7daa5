"""Hooks of the CMS that concern profiles and requests alike."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.views.account import BaseSettingsPanel
from wagtail.admin.widgets.button import Button
from wagtail.snippets.action_menu import ActionMenuItem

from physicians.models import Physician

from .departures.departure_view import RIGHT, DepartureView
from .models import User
from .signin.session_warning import session_warning

LEAVES = "physician_leaves"


@hooks.register("register_admin_urls")
def admin_urls() -> list[URLPattern]:
    """Return the addresses below /cms/."""
    return [path("physicians/<int:physician_id>/leaves/", DepartureView.as_view(), name=LEAVES)]


def _may_leave(physician: Any, user: Any) -> bool:
    return isinstance(physician, Physician) and physician.live and user.has_perm(RIGHT)


@hooks.register("register_snippet_listing_buttons")
def listing_button(snippet: Any, user: Any, next_url: str | None = None) -> Iterator[Button]:
    """Offer “This physician leaves” beside each published profile in the list."""
    if _may_leave(snippet, user):
        yield Button(
            _("This physician leaves"), url=reverse(LEAVES, args=[snippet.pk]), icon_name="logout", priority=90
        )


class LeavesMenuItem(ActionMenuItem):
    """The button “This physician leaves” in a profile's editor."""

    name = "action-leaves"
    label = gettext_lazy("This physician leaves…")
    icon_name = "logout"

    def is_shown(self, context: dict[str, Any]) -> bool:
        """Show it on published profiles."""
        return context["view"] == "edit" and _may_leave(context["instance"], context["request"].user)

    def get_url(self, context: dict[str, Any]) -> str:
        """Return the address of the page that takes the profile down."""
        return reverse(LEAVES, args=[context["instance"].pk])


@hooks.register("register_snippet_action_menu_item")
def leaves_item(model: type) -> ActionMenuItem | None:
    """Add it to profiles."""
    return LeavesMenuItem(order=200) if model is Physician else None


class NothingToFillIn(forms.ModelForm):
    """The empty form of a panel that only leads on."""

    class Meta:
        model = User
        fields: tuple[str, ...] = ()


@hooks.register("register_account_settings_panel")
class SecondStepPanel(BaseSettingsPanel):
    """The way from an editor's account to the second step at sign-in."""

    name = "second_step"
    title = gettext_lazy("Second step at sign-in")
    order = 600
    form_class = NothingToFillIn
    template_name = "wakemed/cms/second_step_panel.html"


@hooks.register("insert_global_admin_js")
def warn_before_session_ends() -> str:
    """Put the warning on every page of the CMS."""
    return render_to_string("account/session_limit.html", session_warning())


@hooks.register("insert_global_admin_css")
def styles_of_the_cms() -> SafeString:
    """Mend what Wagtail's own styles leave on narrow screens."""
    return format_html('<link rel="stylesheet" href="{}">', static("css/cms.css"))
