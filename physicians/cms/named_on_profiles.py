"""What stands on physicians' profiles: how many name it, where Wagtail would say that nothing does."""

from typing import Any

from wagtail.snippets.views.snippets import SnippetViewSet, UnpublishView


class TellHowMany(UnpublishView):
    """Asks whether it shall go, and says from how many profiles it would."""

    template_name = "physicians/cms/unpublish.html"


class NamedOnProfiles(SnippetViewSet):
    """Its own count, of published profiles: Wagtail's index of references knows no many-to-many field."""

    unpublish_view_class = TellHowMany

    def get_common_view_kwargs(self, **kwargs: Any) -> Any:
        """Leave Wagtail's count out."""
        return {**super().get_common_view_kwargs(**kwargs), "usage_url_name": None}
