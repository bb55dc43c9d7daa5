"""What a link to a virtual visit must be, said once for models, forms and services."""

from django.core.validators import URLValidator
from django.utils.translation import gettext_lazy as _

SECURE_LINK_WANTED = _("Enter a link that begins with https://")
validate_secure_link = URLValidator(schemes=["https"], message=SECURE_LINK_WANTED)
