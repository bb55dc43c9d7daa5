"""The numbers a hospital may change about its appointments, each with its default.

docs/operations.md explains every one; tests/wakemed/test_settings_from_environment.py keeps that list complete.
"""

from django.core.exceptions import ImproperlyConfigured

from .environment import env, limits, number, numbers

# What a patient may ask for, in days from today. The first and last day roll to a clinic day.
APPOINTMENTS_EARLIEST_DAYS = number("APPOINTMENTS_EARLIEST_DAYS", 5, at_least=0, at_most=365)
APPOINTMENTS_LATEST_DAYS = number("APPOINTMENTS_LATEST_DAYS", 120, at_least=1, at_most=730)
# What staff may book, in days from today.
APPOINTMENTS_LATEST_BOOKING_DAYS = number("APPOINTMENTS_LATEST_BOOKING_DAYS", 400, at_least=1, at_most=1830)

# The promise: within how many business days a request is answered. A request's age counts business hours, local time.
APPOINTMENTS_ANSWER_BUSINESS_DAYS = number("APPOINTMENTS_ANSWER_BUSINESS_DAYS", 2, at_least=1, at_most=30)
APPOINTMENTS_URGENT_BUSINESS_DAYS = number("APPOINTMENTS_URGENT_BUSINESS_DAYS", 1, at_least=0, at_most=30)
APPOINTMENTS_BUSINESS_HOURS = numbers("APPOINTMENTS_BUSINESS_HOURS", (8, 17), at_least=0, at_most=23)

APPOINTMENTS_OFFER_HOURS = number("APPOINTMENTS_OFFER_HOURS", 48, at_least=1, at_most=720)
APPOINTMENTS_LAPSE_WARNING_HOURS = number("APPOINTMENTS_LAPSE_WARNING_HOURS", 12, at_least=1, at_most=720)
APPOINTMENTS_CHANGE_HOURS = number("APPOINTMENTS_CHANGE_HOURS", 24, at_least=0, at_most=720)
APPOINTMENTS_CHECK_IN_HOURS = number("APPOINTMENTS_CHECK_IN_HOURS", 3, at_least=1, at_most=24)
APPOINTMENTS_REMINDER_DAYS = numbers("APPOINTMENTS_REMINDER_DAYS", (3, 1), at_least=1, at_most=60)
APPOINTMENTS_DIGEST_HOUR = number("APPOINTMENTS_DIGEST_HOUR", 8, at_least=0, at_most=23)

APPOINTMENTS_DRAFT_MINUTES = number("APPOINTMENTS_DRAFT_MINUTES", 30, at_least=5, at_most=360)
APPOINTMENTS_MINIMUM_SECONDS = number("APPOINTMENTS_MINIMUM_SECONDS", 5, at_least=0, at_most=600)
# name: (times, seconds). appointments/guards/limits.py says what each counts.
APPOINTMENTS_LIMITS = limits(
    "APPOINTMENTS_LIMITS",
    {
        "starts": (60, 60 * 60),
        "sends": (20, 60 * 60),
        "contact": (3, 24 * 60 * 60),
        "date_tries": (30, 60 * 60),
        "lost_links": (10, 60 * 60),
        "mail": (1, 60 * 60),
    },
)

APPOINTMENTS_VIDEO_PROVIDER = env.str(  # docs/decisions/0007
    "APPOINTMENTS_VIDEO_PROVIDER", default="appointments.patient_page.virtual_visits.StaffSetLinks"
)
APPOINTMENTS_LINK_KEY = env.str("APPOINTMENTS_LINK_KEY", default="")
APPOINTMENTS_LINK_KEY_FALLBACKS = env.list("APPOINTMENTS_LINK_KEY_FALLBACKS", default=[])

if APPOINTMENTS_EARLIEST_DAYS > APPOINTMENTS_LATEST_DAYS:
    raise ImproperlyConfigured("APPOINTMENTS_EARLIEST_DAYS must not be later than APPOINTMENTS_LATEST_DAYS.")
if len(APPOINTMENTS_BUSINESS_HOURS) != 2 or APPOINTMENTS_BUSINESS_HOURS[0] >= APPOINTMENTS_BUSINESS_HOURS[1]:
    raise ImproperlyConfigured("APPOINTMENTS_BUSINESS_HOURS must be two hours, the earlier one first, e.g. 8,17.")
