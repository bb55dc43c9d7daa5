"""Things of a served site that a journey needs and no page is clicked for: made by its own code, in its own process.

A module that has `main(*arguments)` is run with the variables of the site; what it returns comes back as JSON. The
process loads the site's code once and serves all calls of a site, until that ends.
"""

import contextlib
import importlib
import json
import os
import subprocess
import sys

processes = {}  # by the address of their site


def call(site, module, *arguments):
    """Run a module's `main` in the site's environment, and return what it returns. Arguments are texts."""
    if site.address not in processes:
        processes[site.address] = start(site)
    process = processes[site.address]
    print(json.dumps([module, *map(str, arguments)]), file=process.stdin, flush=True)
    answer = process.stdout.readline()
    if not answer:  # its traceback is in the output
        end(site)
        raise AssertionError(f"{module} failed on the site")
    return json.loads(answer)


def start(site):
    return subprocess.Popen(
        [sys.executable, "-m", __name__],
        env=os.environ
        | {"DJANGO_SETTINGS_MODULE": "wakemed.settings.development"}
        | site.variables
        | {"DATA_DIR": str(site.data_dir)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def end(site):
    """End the process of a site, if there is one."""
    if process := processes.pop(site.address, None):
        process.communicate()


def answer_calls():
    """Read calls, one a line, and write what each returns."""
    import django

    django.setup()

    from django.db import connections

    for line in sys.stdin:
        module, *arguments = json.loads(line)
        with contextlib.redirect_stdout(sys.stderr):
            found = importlib.import_module(module).main(*arguments)
        connections.close_all()
        sys.stdout.write(json.dumps(found) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    answer_calls()
