"""Things of a served site that a journey needs and no page is clicked for: made by its own code, in its own process.

A module that has `main(*arguments)` is run with the variables of the site; what it returns comes back as JSON.
"""

import importlib
import json
import os
import subprocess
import sys


def call(site, module, *arguments):
    """Run a module's `main` in the site's environment, and return what it returns. Arguments are texts."""
    done = subprocess.run(
        [sys.executable, "-m", __name__, module, *map(str, arguments)],
        env=os.environ | {"DJANGO_SETTINGS_MODULE": "wakemed.settings.development"} | site.variables,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        timeout=120,
    )
    return json.loads(done.stdout.splitlines()[-1])


def main(module, *arguments):
    """Print what the module's `main` returns."""
    import django

    django.setup()

    found = importlib.import_module(module).main(*arguments)
    sys.stdout.write(json.dumps(found) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
