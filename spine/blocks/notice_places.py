"""Where a notice shows."""

from django.db.models import TextChoices
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import ChoiceBlock, PageChooserBlock, StreamBlock, StreamValue


class SitePart(TextChoices):
    """A part of the site that isn't a page of the CMS."""

    DIRECTORY = "directory", _("Find a doctor, and every doctor’s page")
    LOCATIONS = "locations", _("Locations, and every location’s page")
    REQUEST = "request", _("The appointment request, every question of it")
    OWN_PAGE = "own_page", _("A patient’s own page of a request or visit")

    @property
    def address(self) -> str:
        """Return what the addresses of this part start with. `spine` names the routes and imports no other app."""
        routes = {
            SitePart.DIRECTORY: "physicians:directory",
            SitePart.LOCATIONS: "locations:index",
            SitePart.REQUEST: "appointments:start",
            SitePart.OWN_PAGE: "appointments:lost_link",
        }
        return reverse(routes[self])


class NoticePlaces(StreamBlock):
    """Pages, and parts of the site with everything in them."""

    page = PageChooserBlock(
        label=_("One page"), icon="doc-empty-inverse", help_text=_("On this page, but not on pages below it.")
    )
    section = PageChooserBlock(
        label=_("A page and all pages below it"),
        icon="folder-open-inverse",
        help_text=_("“Conditions” means the list of conditions and every condition’s page."),
    )
    part = ChoiceBlock(
        choices=SitePart.choices,
        label=_("A part that isn’t a page of this CMS"),
        icon="site",
        help_text=_("Question pages show only emergencies and the notices that name them here."),
    )

    class Meta:
        required = False


def place_in_words(place: StreamValue.StreamChild) -> str:
    """Return the place that an editor has chosen."""
    if place.block_type == "part":
        return str(dict(SitePart.choices).get(place.value, place.value))
    title = place.value.title if place.value else gettext("a page that is gone")
    if place.block_type == "page":
        return gettext("The page “%(title)s”") % {"title": title}
    return gettext("“%(title)s” and all pages below it") % {"title": title}
