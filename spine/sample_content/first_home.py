"""The home page, in place of Wagtail's welcome page."""

from wagtail.models import Page, Site

from spine.four_eyes.first_content import publish_first_content
from spine.models import HomePage
from spine.site_address import settle_site_address

STEPS = [
    (
        "Tell us what is wrong",
        "Answer a few short questions online, in your own words. It takes about 5 minutes.",
    ),
    (
        "We find the right doctor",
        "Our scheduling team reads what you wrote, answers within 2 business days and offers you times.",
    ),
    (
        "You are seen",
        "Meet your doctor in person at one of our clinics, or in a virtual visit from home.",
    ),
]


def load() -> HomePage:
    """Return the home page, created at the root of the site if there is none."""
    existing = HomePage.objects.first()
    if existing is not None:
        return existing
    root = Page.get_first_root_node()
    home = root.add_child(
        instance=HomePage(
            title="Home",
            slug="spine",
            live=False,
            seo_title="Spine care: find a doctor, request an appointment",
            search_description=(
                "Find a spine doctor, read about spine conditions and treatments in plain words, and request an "
                "appointment in person or by virtual visit."
            ),
            heading="When your spine needs a specialist",
            summary=(
                "Pain, numbness, weakness, or a scan with a word on it that frightens you: start here. Find the right "
                "doctor, or ask us for an appointment, in person or virtual."
            ),
            steps=[("step", {"heading": heading, "text": text}) for heading, text in STEPS],
        )
    )
    publish_first_content(home)
    site = Site.objects.filter(is_default_site=True).first() or Site(is_default_site=True)
    site.root_page = home
    site.save()
    settle_site_address()
    remove_welcome_page(root)
    return home


def remove_welcome_page(root: Page) -> None:
    """Delete the page that Wagtail's own migration makes, unless someone has built on it.

    Only call this once the site has another root: deleting the root page of a site deletes the site.
    """
    for page in root.get_children().exact_type(Page).filter(slug="home"):
        if not page.get_children().exists() and not page.sites_rooted_here.exists():
            page.delete()
