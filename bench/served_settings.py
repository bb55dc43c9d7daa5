"""Settings of the site that a bench serves: as a hospital has them, but for static files that nobody asks for."""

from wakemed.settings.shared import CACHES
from wakemed.settings.test import *  # noqa: F403
from wakemed.settings.test import env

CACHES = CACHES  # noqa: PLW0127  the real ones, which the tests replace
DATABASES = {"default": env.db("DATABASE_URL") | {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}}
