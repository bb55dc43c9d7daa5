"""The menu “Directory”, and its entry in the search of the CMS."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.search import SearchArea
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from .danger_phrase_viewset import DangerPhraseViewSet
from .physician_viewset import PhysicianViewSet
from .place_viewsets import LocationViewSet, OrganizationViewSet
from .try_search import TRY, may_try
from .verification_views import QUEUE, may_verify
from .vocabulary_viewsets import ConditionViewSet, LanguageViewSet, ProcedureViewSet, SpecialtyViewSet

PHYSICIANS = "wagtailsnippets_physicians_physician:list"


class PhysicianSearchArea(SearchArea):
    """Physicians, in the menu's search."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Show it to users who can open the list of physicians."""
        return bool(request.user.has_perm("physicians.change_physician"))


class VerificationItem(MenuItem):
    """The link to the queue."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Show it to users who can verify profiles."""
        return may_verify(request.user)


class TryItem(MenuItem):
    """The link to “Try a search”."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Show it to users who edit the words of the search."""
        return may_try(request.user)


class DirectoryGroup(SnippetViewSetGroup):
    """A list for each kind of row, then the pages that concern several kinds."""

    items = (
        PhysicianViewSet,
        LocationViewSet,
        ConditionViewSet,
        SpecialtyViewSet,
        ProcedureViewSet,
        LanguageViewSet,
        DangerPhraseViewSet,
        OrganizationViewSet,
    )
    menu_label = _("Directory")
    menu_icon = "group"
    menu_order = 160

    def get_submenu_items(self) -> list[Any]:
        """Add the links to those pages."""
        return [
            *super().get_submenu_items(),
            VerificationItem(_("Profiles to verify"), reverse_lazy(QUEUE), icon_name="circle-check", order=100),
            TryItem(_("Try a search"), reverse_lazy(TRY), icon_name="search", order=110),
        ]
