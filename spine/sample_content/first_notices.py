"""The notices at the top of every page."""

from typing import Any

from wagtail.models import Page

from spine.four_eyes.first_content import publish_first_content
from spine.models import Notice, NoticeLevel


def load() -> None:
    """Publish the notices, unless there are notices already: an editor may have reworded or ended these."""
    if Notice.objects.exists():
        return
    publish(
        level=NoticeLevel.WARNING,
        text=(
            "Until further notice, no visitors may enter our hospitals, to protect the health of our community. "
            "Limited exceptions may be made."
        ),
        link_text="Learn more about visiting",
        link_page=Page.objects.get(slug="visitors", depth=3),
    )
    publish(
        level=NoticeLevel.INFO,
        text="Virtual visits are now offered at all WakeMed Physician Practice locations, primary care and specialty.",
        link_text="Request a virtual visit",
        link_address="/appointments/request/?visit=virtual",
    )
    publish(
        level=NoticeLevel.INFO,
        text="Before you come:",
        link_text="What to know about COVID-19",
        link_page=Page.objects.get(slug="covid-19", depth=3),
    )


def publish(**values: Any) -> None:
    """Create one notice, live at once."""
    notice = Notice(live=False, **values)
    notice.full_clean()
    notice.save()
    publish_first_content(notice)
