"""The tab “Promote” of a page: how search engines will show it, while the editor types."""

from typing import Any

from django.conf import settings
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, HelpPanel, MultiFieldPanel

from physicians.models import Organization

# Search engines cut by width, and differ. This many characters usually show.
TITLE_SHOWN, DESCRIPTION_SHOWN = 60, 155


class SearchResultPanel(HelpPanel):
    """The result as it will look, cut where a search engine would cut it, with both lengths."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"template": "spine/pages/search_result_panel.html", **kwargs})

    class BoundPanel(HelpPanel.BoundPanel):
        """The panel of one page."""

        class Media:
            js = ["js/search_result_panel.js"]

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            """Add what the script combines with what is typed."""
            context: dict[str, Any] = super().get_context_data(parent_context)
            organization = Organization.objects.first()
            parent = self.instance.get_parent() if self.instance.path else None
            return context | {
                "site_name": organization.name if organization else settings.HOSPITAL_NAME,
                "above": (parent.full_url if parent else None) or f"{settings.SITE_URL}/",
                "title_shown": TITLE_SHOWN,
                "description_shown": DESCRIPTION_SHOWN,
            }


PROMOTE_PANELS = [
    MultiFieldPanel(
        [
            FieldPanel(
                "slug",
                heading=_("Address"),
                help_text=_(
                    "The last part of the page’s address. If you change it, the old address redirects to the new one."
                ),
            ),
            FieldPanel(
                "seo_title",
                heading=_("Title in search results"),
                help_text=_(
                    "What search engines and browser tabs call the page. The hospital’s name is added after it. "
                    "Leave it empty if the page’s own title says it all."
                ),
            ),
            FieldPanel(
                "search_description",
                heading=_("Description in search results"),
                help_text=_(
                    "One or two sentences below the title in search results, the most important words first. "
                    "Leave it empty to show the summary."
                ),
            ),
            SearchResultPanel(heading=_("How it will look")),
        ],
        _("In search results"),
    ),
    MultiFieldPanel([FieldPanel("show_in_menus")], _("In menus")),
]
