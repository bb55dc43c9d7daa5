"""Every kind of mail that this app sends. `AppointmentsConfig.ready` imports it: a missing part stops the start."""

from . import desk_mail, offer_mail, request_mail, visit_mail  # noqa: F401
