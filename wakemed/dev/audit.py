"""`make audit`: ask a database of known vulnerabilities about every package that a hospital installs.

Ends with 1 when it knows one, and with 2 when it can't be asked: then nothing was audited.
"""

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
SERVICES = ("osv", "pypi")  # the second knows fewer, and answers where the first can't be reached


def answer_of(service: str, command: Path, requirements: Path) -> list[dict]:
    """Return what the service says of each package that it knows; an empty list if it can't be asked."""
    asked = [str(command), "-s", service, "-r", str(requirements), "--no-deps", "--disable-pip", "-f", "json"]
    result = subprocess.run(asked, capture_output=True, text=True, check=False)
    try:
        packages = json.loads(result.stdout)["dependencies"]
    except (ValueError, KeyError):
        return []
    return [package for package in packages if "vulns" in package]


def say(line: str) -> None:
    """Print a line."""
    sys.stdout.write(f"{line}\n")


def main(command: Path = ROOT / ".venv/audit/bin/pip-audit", requirements: Path = ROOT / "requirements.txt") -> int:
    """Print what is known, and return the exit code."""
    pinned = sum("==" in line for line in requirements.read_text().splitlines())
    audited = next(filter(None, (answer_of(service, command, requirements) for service in SERVICES)), [])
    for package in audited:
        for found in package["vulns"]:
            mended = ", ".join(found["fix_versions"]) or "no version yet"
            say(f"{package['name']} {package['version']}: {found['id']}, mended in {mended}")
    if missing := pinned - len(audited):
        say(f"Nothing was audited for {missing} of {pinned} packages: no database of known vulnerabilities knew them.")
        say("Run it where osv.dev or pypi.org can be reached.")
        return 2
    vulnerable = sum(bool(package["vulns"]) for package in audited)
    say(f"{pinned} packages, {vulnerable} with a known vulnerability.")
    return int(vulnerable > 0)


if __name__ == "__main__":
    sys.exit(main())
