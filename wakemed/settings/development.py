"""Settings for a laptop, for `make run` and for trying things out. They need no secret.

`python -m wakemed.serve` writes DATA_DIR/site.env (database address, generated keys), so every
later `manage.py` finds the same site. A variable that is set in the environment wins over that file.
"""

from .shared import *
from .shared import DATA_DIR, env

env.read_env(DATA_DIR / "site.env")

DEVELOPMENT_PAGES = True
# Only a program that serves nobody (makemigrations on a fresh clone, say) can meet these three defaults.
SECRET_KEY = env.str("SECRET_KEY", default="not-a-secret: nothing has been started yet")
APPOINTMENTS_LINK_KEY = env.str("APPOINTMENTS_LINK_KEY", default="not-a-secret: nothing has been started yet")
SECOND_FACTOR_KEY = env.str("SECOND_FACTOR_KEY", default="not-a-secret: nothing has been started yet")
SECOND_FACTOR_KEY_FALLBACKS: list[str] = []
SECOND_FACTOR_REQUIRED = env.bool("SECOND_FACTOR_REQUIRED", default=False)
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True  # passkeys work on http://localhost, never on an address of numbers

ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]
DATABASES = {"default": env.db("DATABASE_URL", default="postgresql:///wakemed")}
DATABASES["default"]["CONN_MAX_AGE"] = 60
DATABASES["default"]["CONN_HEALTH_CHECKS"] = True

SITE_URL = env.str("SITE_URL", default="http://127.0.0.1:8000")
WAGTAILADMIN_BASE_URL = SITE_URL

# Mail is written to a folder, where /dev/mail/ reads it, unless EMAIL_URL names a mail server.
EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = DATA_DIR / "mail"
if env.str("EMAIL_URL", default=""):
    vars().update(env.email_url("EMAIL_URL"))
