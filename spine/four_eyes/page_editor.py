"""Wagtail's editor of pages, read-only for a reviewer until they press “Edit”. It has Wagtail's addresses."""

from typing import Any

from django.urls import path
from django.views.decorators.cache import never_cache
from wagtail.admin.auth import require_admin_access
from wagtail.admin.urls import display_custom_404
from wagtail.admin.views.pages.edit import EditView
from wagtail.admin.views.pages.revisions import RevisionsRevertView

from physicians.four_eyes_snippets import EDIT


class ReadFirst:
    """Opens the page for editing if the address says so. A locked page isn't saved by itself."""

    def get_object(self) -> Any:
        """Return the page, and note on it for its lock whether its reviewer has pressed “Edit”."""
        page = super().get_object()  # type: ignore[misc]
        page.opened_for_editing = EDIT in self.request.GET  # type: ignore[attr-defined]
        return page

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Keep “Edit” in the address of the form, and autosave out of a locked page."""
        context: dict[str, Any] = super().get_context_data(**kwargs)  # type: ignore[misc]
        if self.locked_for_user:  # type: ignore[attr-defined]
            context |= {"autosave_enabled": False, "autosave_indicator": None}
        if context["page"].opened_for_editing:
            context["action_url"] += f"?{EDIT}=1"
        return context


class PageEditor(ReadFirst, EditView):
    """The editor."""


class EarlierVersionEditor(ReadFirst, RevisionsRevertView):
    """The editor of an earlier version."""


def _as_in_wagtail(view: Any) -> Any:
    return never_cache(display_custom_404(require_admin_access(view.as_view())))


urlpatterns = [
    path("<int:page_id>/edit/", _as_in_wagtail(PageEditor), name="spine_page_editor"),
    path(
        "<int:page_id>/revisions/<int:revision_id>/revert/",
        _as_in_wagtail(EarlierVersionEditor),
        name="spine_earlier_version_editor",
    ),
]
