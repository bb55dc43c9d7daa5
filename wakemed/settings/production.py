"""Settings for a hospital. Everything that differs between hospitals comes from the environment.

A missing variable stops the start with its name (django-environ's ImproperlyConfigured).
docs/operations.md lists them all.
"""

from .shared import *
from .shared import CONTENT_SECURITY_POLICY, env

SECRET_KEY = env.str("SECRET_KEY")
SECRET_KEY_FALLBACKS = env.list("SECRET_KEY_FALLBACKS", default=[])
APPOINTMENTS_LINK_KEY = env.str("APPOINTMENTS_LINK_KEY")
SECOND_FACTOR_REQUIRED = True
SECOND_FACTOR_KEY = env.str("SECOND_FACTOR_KEY")
SECOND_FACTOR_KEY_FALLBACKS = env.list("SECOND_FACTOR_KEY_FALLBACKS", default=[])
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS")
SITE_URL = env.str("SITE_URL")
WAGTAILADMIN_BASE_URL = SITE_URL
CSRF_TRUSTED_ORIGINS = [SITE_URL]
OUTAGE_PHONE = env.str("OUTAGE_PHONE")

DATABASES = {"default": env.db("DATABASE_URL")}
DATABASES["default"]["CONN_MAX_AGE"] = 60
DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
DATABASE_ROLES_ARE_APART = True

DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL")
SERVER_EMAIL = DEFAULT_FROM_EMAIL
vars().update(env.email_url("EMAIL_URL"))

STATIC_ROOT = env.path("STATIC_ROOT")()
MEDIA_ROOT = env.path("MEDIA_ROOT")()

TRUSTED_PROXY_COUNT = env.int("TRUSTED_PROXY_COUNT")
ALLAUTH_TRUSTED_PROXY_COUNT = TRUSTED_PROXY_COUNT

# TLS ends at the front server, which must set X-Forwarded-Proto and drop it from what comes in.
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_SSL_REDIRECT = True
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
# No other host of the domain, and no page without TLS, can set these (RFC 6265bis, 4.1.3).
SESSION_COOKIE_NAME = "__Host-staff_session"
CSRF_COOKIE_NAME = "__Host-csrftoken"
CONTENT_SECURITY_POLICY["DIRECTIVES"] |= {"upgrade-insecure-requests": True}
