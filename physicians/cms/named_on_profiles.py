"""Things that profiles name: a count of those profiles, where Wagtail would say that nothing refers to them."""

from typing import Any

from wagtail.snippets.views.snippets import SnippetViewSet, UnpublishView


class CountingUnpublishView(UnpublishView):
    """Says how many profiles lose the thing before it is unpublished."""

    template_name = "physicians/cms/unpublish_named_on_profiles.html"


class NamedOnProfiles(SnippetViewSet):
    """Counts published profiles itself: Wagtail's reference index doesn't cover many-to-many fields."""

    unpublish_view_class = CountingUnpublishView

    def get_common_view_kwargs(self, **kwargs: Any) -> Any:
        """Hide Wagtail's count."""
        return {**super().get_common_view_kwargs(**kwargs), "usage_url_name": None}
