"""/.well-known/security.txt: where to report a weakness (RFC 9116)."""

from datetime import timedelta
from email.utils import parseaddr
from typing import Any

from django.conf import settings
from django.utils import timezone
from django.views.generic import TemplateView

from physicians.models import Organization

VALID = timedelta(days=364)  # RFC 9116, 2.5.5: less than a year ahead


class SecurityContactView(TemplateView):
    """Name the hospital's own address or, before there is a hospital, the one that mail is sent from."""

    template_name = "security.txt"
    content_type = "text/plain; charset=utf-8"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add `contact` and `expires` (UTC, to the day, so that the file changes once a day only)."""
        organization = Organization.objects.first()
        midnight = timezone.now().replace(hour=0, minute=0, second=0, microsecond=0)
        return super().get_context_data(
            contact=organization.email if organization else parseaddr(settings.DEFAULT_FROM_EMAIL)[1],
            expires=f"{midnight + VALID:%Y-%m-%dT%H:%M:%SZ}",
            **kwargs,
        )
