"""What this app adds to the CMS. Each room registers its own hooks; this file only imports them."""

from wagtail.snippets.models import register_snippet

from .attestations import attestation_hooks  # noqa: F401
from .checking import checking_hooks  # noqa: F401
from .four_eyes import approval_hooks, copy_as_draft, reading  # noqa: F401
from .notices import emergency_hooks  # noqa: F401
from .notices.notice_viewset import NoticeViewSet

register_snippet(NoticeViewSet)
