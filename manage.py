#!/usr/bin/env python
"""Django's command line for this project."""

import gc
import os
import sys

import django
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "wakemed.settings.development")
    try:
        settings.INSTALLED_APPS  # noqa: B018  reads the settings
    except ImproperlyConfigured as problem:
        sys.exit(str(problem))
    gc.disable()  # looking for garbage among what is imported would take a third of a command's start
    django.setup()
    gc.freeze()
    gc.enable()
    execute_from_command_line(sys.argv)
