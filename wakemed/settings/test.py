"""Settings for the tests: the real database, quick password hashes, mail kept in memory."""

from .shared import *
from .shared import CACHES, DATA_DIR, env

SECRET_KEY = "tests only"  # noqa: S105
APPOINTMENTS_LINK_KEY = "tests only, too"
SECOND_FACTOR_KEY = "tests only as well"
SECOND_FACTOR_KEY_FALLBACKS: list[str] = []
DEVELOPMENT_PAGES = True
ALLOWED_HOSTS = ["testserver", "127.0.0.1", "localhost"]
DATABASES = {"default": {**env.db("DATABASE_URL"), "NAME": "wakemed"}}

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
IN_MEMORY = "django.core.cache.backends.locmem.LocMemCache"
CACHES = {name: cache | {"BACKEND": IN_MEMORY, "LOCATION": name} for name, cache in CACHES.items()}
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
EMAIL_FILE_PATH = DATA_DIR / "test-mail"
SITE_URL = "http://testserver"
WAGTAILADMIN_BASE_URL = SITE_URL
