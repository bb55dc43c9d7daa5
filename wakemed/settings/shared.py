"""Settings that hold everywhere. Nothing here is secret and nothing here names a machine."""

from pathlib import Path
from typing import Any

from django.utils.translation import gettext_lazy as _

from .appointment_rules import *
from .environment import env, networks, number
from .retention import *
from .security_headers import *
from .single_sign_on import *

BASE_DIR = Path(__file__).resolve().parent.parent.parent
DATA_DIR = Path(env.str("DATA_DIR", default=str(BASE_DIR / ".local"))).resolve()

DEBUG = False
DEVELOPMENT_PAGES = False  # /dev/mail/ and /dev/styleguide/; only the development settings turn this on.

INSTALLED_APPS = [
    "physicians",
    "spine",
    "appointments",
    "wagtail.contrib.redirects",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "django_htmx",
    "crispy_forms",
    "phonenumber_field",
    "pgtrigger",
    "pghistory",
    "allauth",
    "allauth.account",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.mfa",
    "allauth.usersessions",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.sessions",
    "django.contrib.sitemaps",
    "wakemed.static_files.CollectedFiles",
    "django.forms",
    # Last: its post_migrate steps (groups, grants) need what every other app has made.
    "wakemed",
]

MIDDLEWARE = [
    "wakemed.web.request_id.RequestIdMiddleware",
    "wakemed.web.middleware.HeadersEverywhereMiddleware",
    "wakemed.web.middleware.StorableTextMiddleware",
    "wakemed.web.upload_limits.UploadLimitMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.gzip.GZipMiddleware",  # one bar of signal; Django pads against BREACH
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "wakemed.web.middleware.ContentSecurityPolicyMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "wakemed.web.turned_away.TurnedAwayMiddleware",  # what is above it asks the database for nothing
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "wakemed.signin.single_sign_on.leavers.LeaversMiddleware",
    "wakemed.signin.single_sign_on.end_session.EndSessionMiddleware",
    "wakemed.signin.door_refusals.RefusalsMiddleware",
    "wakemed.signin.doors.StaffDoorsMiddleware",
    "wakemed.signin.session_limits.SessionLimitsMiddleware",
    "wakemed.signin.fresh_proof.FreshProofMiddleware",
    "appointments.admin.live_refresh.refresh_middleware.RefreshMiddleware",
    "wakemed.web.middleware.HistoryMiddleware",
    "wakemed.web.malformed_input.MalformedInputMiddleware",
    "spine.four_eyes.refusal_middleware.FourEyesMiddleware",
    "wakemed.web.saved_twice.SavedTwiceMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]

ROOT_URLCONF = "wakemed.urls"
WSGI_APPLICATION = "wakemed.wsgi.application"

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "physicians.context_processors.organization",
                "spine.notices.notice_context.notices",
                "spine.site_address.site_address",
                "wakemed.promises.promised",
            ],
        },
    },
]

# Database. DATABASE_URL is the application role, which owns nothing. Migrations run with DATABASE_URL set
# to the owner role and DATABASE_APP_ROLE naming the application role (docs/operations.md).
DATABASE_APP_ROLE = env.str("DATABASE_APP_ROLE", default="")
DATABASE_ROLES_ARE_APART = False  # `make run` with a server of one's own may have one role for both
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# People who sign in are staff; patients have no account.
AUTH_USER_MODEL = "wakemed.User"
AUTHENTICATION_BACKENDS = ["wakemed.staff.staff_backend.StaffBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "wakemed.signin.password_strength.HardToGuessValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "staff_start"
LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_ADAPTER = "wakemed.signin.account_adapter.StaffAccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_REAUTHENTICATION_TIMEOUT = 15 * 60  # seconds
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
# Per address first: with a limit on the account alone, anyone could lock a colleague out. Sign-ins that succeed aren't
# counted: a hospital's people come from one address. Nor are passkeys: there's nothing to guess.
ACCOUNT_RATE_LIMITS: dict[str, str | None] = {
    "login": None,
    "login_failed": "10/m/ip,50/h/key",
    "reset_password": "20/h/ip,5/h/key",
}
MFA_RATE_LIMITS: dict[str, str | None] = {"webauthn_login": None}
# The second factor: a code from an app, or a passkey, which is both factors in one. Recovery codes are shown once.
SECOND_FACTOR_REQUIRED = False
MFA_ADAPTER = "wakemed.signin.factor_adapter.StaffFactorAdapter"
ACCOUNT_FORMS = {
    "login": "wakemed.signin.forms.SignInForm",
    "reset_password": "wakemed.signin.forms.LostPasswordForm",
}
MFA_FORMS = {
    "authenticate": "wakemed.signin.forms.SecondStepForm",
    "reauthenticate": "wakemed.signin.forms.ConfirmCodeForm",
    "activate_totp": "wakemed.signin.forms.AddAppForm",
    "add_webauthn": "wakemed.signin.forms.AddPasskeyForm",
    "authenticate_webauthn": "wakemed.signin.forms.UsePasskeyForm",
    "reauthenticate_webauthn": "wakemed.signin.forms.ConfirmPasskeyForm",
    "login_webauthn": "wakemed.signin.forms.SignInPasskeyForm",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_ALLOW_UNVERIFIED_EMAIL = True  # a manager has entered the address
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_TOTP_TOLERANCE = 1  # periods of 30 seconds, for phones whose clock is a little off
# How many servers of ours stand in front and add to X-Forwarded-For. 0: the header isn't read at all.
TRUSTED_PROXY_COUNT = env.int("TRUSTED_PROXY_COUNT", default=0)
ALLAUTH_TRUSTED_PROXY_COUNT = TRUSTED_PROXY_COUNT
# Who may ask /readyz: this machine and private networks (RFC 1918, RFC 4193).
BALANCER_NETWORKS = networks(
    "BALANCER_NETWORKS", ("127.0.0.0/8", "::1", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7")
)
SESSION_COOKIE_NAME = "staff_session"
STAFF_IDLE_MINUTES = number("STAFF_IDLE_MINUTES", 15, at_least=1, at_most=720)  # without activity
STAFF_SESSION_HOURS = number("STAFF_SESSION_HOURS", 12, at_least=1, at_most=24)  # in all: one long shift
SESSION_COOKIE_AGE = STAFF_SESSION_HOURS * 60 * 60  # seconds
SESSION_EXPIRE_AT_BROWSER_CLOSE = True

# Shared by all processes: sign-in limits and Wagtail's idea of the site's addresses must be the same in each.
CACHES: dict[str, dict[str, Any]] = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "wakemed_cache",
        # Above it a third goes, counted attempts among them. Django's own 300 are soon filled by someone who guesses.
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    },
    # One for each process: for what may be minutes old.
    "process": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "process"},
}

# Language and time
LANGUAGE_CODE = "en-us"
TIME_ZONE = "America/New_York"
USE_I18N = True
USE_TZ = True
LOCALE_PATHS = [BASE_DIR / "locale"]

# Static files and uploads
STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
MEDIA_URL = "/media/"
MEDIA_ROOT = DATA_DIR / "media"
STORAGES: dict[str, dict[str, Any]] = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_KEEP_ONLY_HASHED_FILES = True  # half the work at collectstatic
WHITENOISE_MAX_AGE = 300  # seconds, for the few files without a hash in their name

# Forms
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"  # widgets find their templates where pages do
CRISPY_TEMPLATE_PACK = "wakemed"
CRISPY_ALLOWED_TEMPLATE_PACKS = ["wakemed"]
CRISPY_FAIL_SILENTLY = False
PHONENUMBER_DEFAULT_REGION = "US"
PHONENUMBER_DB_FORMAT = "RFC3966"  # unlike E164 it keeps an extension
PHONENUMBER_DEFAULT_FORMAT = "NATIONAL"
DATA_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024  # bytes; what a page with an upload takes is in wakemed/web/upload_limits.py

# Wagtail
WAGTAIL_SITE_NAME = "WakeMed Spine"
WAGTAILADMIN_BASE_URL = env.str("SITE_URL", default="http://127.0.0.1:8000")
WAGTAILADMIN_LOGIN_URL = "/accounts/login/"
WAGTAIL_FRONTEND_LOGIN_URL = "/accounts/login/"
WAGTAIL_ENABLE_UPDATE_CHECK = False  # The site asks no other server anything.
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_USER_TIME_ZONES = [TIME_ZONE]  # notices appear on the clinic's clock, wherever their editor is
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
WAGTAIL_PASSWORD_RESET_ENABLED = False
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
WAGTAIL_WORKFLOW_REQUIRE_REAPPROVAL_ON_EDIT = True
WAGTAIL_FINISH_WORKFLOW_ACTION = "spine.four_eyes.publishing.publish_approved"
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wakemed.cms_search"}}
# A document is handed out by Wagtail as a download. An editor's HTML, SVG or script must never run as ours.
WAGTAILDOCS_EXTENSIONS = ["pdf"]
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILDOCS_INLINE_CONTENT_TYPES: list[str] = []
WAGTAIL_PASSWORD_REQUIRED_TEMPLATE = "spine/password_required.html"  # noqa: S105  a template
# A file that was approved with a page never changes (spine/four_eyes/kept_files.py, and a trigger).
WAGTAILDOCS_DOCUMENT_FORM_BASE = "spine.four_eyes.kept_files.KeptDocumentForm"
WAGTAILIMAGES_IMAGE_FORM_BASE = "spine.four_eyes.kept_files.KeptImageForm"
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 10 * 1024 * 1024  # bytes
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 50_000_000  # a camera's largest; fewer are kept (spine/uploads/)
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "jpg", "jpeg", "png", "webp"]
TAGGIT_CASE_INSENSITIVE = True

# Mail. One sender for everything that leaves the hospital.
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="WakeMed Spine <appointments@example.com>")
SERVER_EMAIL = DEFAULT_FROM_EMAIL
EMAIL_TIMEOUT = 20  # seconds; without it a mail server that says nothing would stop all mail
SITE_URL = WAGTAILADMIN_BASE_URL  # the address that links in mail begin with, without a slash at the end

# Shown when the database can't be asked for the hospital's numbers (the 500 page).
OUTAGE_PHONE = env.str("OUTAGE_PHONE", default="919-555-0100")

# The policies that say what a page may load and do are in security_headers.py.
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
X_FRAME_OPTIONS = "DENY"  # Wagtail itself lets its editor frame its previews
CSRF_FAILURE_VIEW = "wakemed.web.errors.csrf_failure"
SESSION_COOKIE_HTTPONLY = True
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_AGE = None  # until the browser is closed
# Not in a cookie: a message names a patient, and would outlive the session that it was meant for.
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

# A GET changes nothing, so its history needs no user; asking for one would open the session on every public page.
PGHISTORY_MIDDLEWARE_METHODS = ("POST", "PUT", "PATCH", "DELETE")

# Logs hold route names and status codes, never a path, a query or a name.
LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {
        "route_only": {"()": "wakemed.logs.RouteOnlyFilter"},
        "request_id": {"()": "wakemed.web.request_id.RequestIdFilter"},
    },
    "formatters": {
        "line": {
            "()": "wakemed.logs.QuietFormatter",
            "format": "{asctime} {levelname} {name} {request_id} {message}",
            "style": "{",
        }
    },
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["route_only", "request_id"]},
    },
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": ["console"], "level": "INFO", "propagate": False},
    },
}

HOSPITAL_NAME = _("WakeMed Spine")  # where no Organization can be read
