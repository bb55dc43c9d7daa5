"""Settings for `make dev`: tracebacks in the browser; templates, CSS and scripts read for each request."""

from .development import *
from .shared import LOGGING, STORAGES, TEMPLATES

DEBUG = True

TEMPLATES[0]["APP_DIRS"] = False
TEMPLATES[0]["OPTIONS"]["loaders"] = [  # without the cache that Django puts around them
    "django.template.loaders.filesystem.Loader",
    "django.template.loaders.app_directories.Loader",
]
STATIC_ROOT = None  # type: ignore[assignment]  # WhiteNoise serves the files where they are, under their own names
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
WHITENOISE_MAX_AGE = 0
LOGGING["formatters"]["line"].pop("()")  # on a laptop the text of an exception is wanted
# The server's own lines, path and all: on a laptop nobody's link is a secret.
LOGGING["formatters"]["request"] = {
    "()": "django.utils.log.ServerFormatter",
    "format": "{server_time} {message}",
    "style": "{",
}
LOGGING["handlers"]["requests"] = {"class": "logging.StreamHandler", "formatter": "request"}
LOGGING["loggers"]["django.server"] = {"handlers": ["requests"], "level": "INFO", "propagate": False}
