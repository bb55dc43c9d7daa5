"""How long the data of patients is kept, in days, each with its default (docs/decisions/0024).

docs/operations.md explains every one; tests/wakemed/test_settings_from_environment.py keeps that list complete.
"""

from .environment import days_by_name, env, number

YEAR = 366  # days; an erasure may be a little late, and never early
SIX_YEARS = 6 * YEAR  # 45 CFR 164.316(b)(2)(i)

# By the reason for closing (appointments/workflow.py), from the day on which the request was closed.
RETENTION_DAYS = days_by_name(
    "RETENTION_DAYS",
    {
        "fulfilled": 7 * YEAR,
        "no_show": 7 * YEAR,
        "declined": 7 * YEAR,
        "sent_to_emergency": 7 * YEAR,
        "cancelled_by_patient": 3 * YEAR,
        "cancelled_by_staff": 3 * YEAR,
        "unreachable": 3 * YEAR,
        "duplicate": YEAR,
    },
    at_least=30,
)
# Who saw which request, what was searched for, who signed in.
ACCESS_LOG_DAYS = number("ACCESS_LOG_DAYS", SIX_YEARS, at_least=6 * 365, at_most=100 * YEAR)
# What was typed to find a request, if it found none that is kept. That someone searched stays in the access log.
SEARCH_WORDS_DAYS = number("SEARCH_WORDS_DAYS", YEAR, at_least=1, at_most=100 * YEAR)
# References of requests that a court or a lawyer wants kept.
LEGAL_HOLDS = [reference.replace("-", "").strip().upper() for reference in env.list("LEGAL_HOLDS", default=[])]
