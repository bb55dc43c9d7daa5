"""What a site on one machine keeps in its folder: keys, and the addresses under which `manage.py` finds it."""

import contextlib
import fcntl
import secrets
from collections.abc import Iterator
from pathlib import Path

from .site_processes import CannotStart

KEYS = ("SECRET_KEY", "APPOINTMENTS_LINK_KEY", "SECOND_FACTOR_KEY")


@contextlib.contextmanager
def only_one(data_dir: Path) -> Iterator[None]:
    """Hold the folder; raises CannotStart when another run holds it."""
    with (data_dir / "run.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise CannotStart(
                f"Another run uses {data_dir}. Stop it, or name another folder: make run DATA_DIR=…"
            ) from None
        yield


def ensure_keys(data_dir: Path) -> dict[str, str]:
    """Return the generated keys of this folder; they are made once and readable by their owner only."""
    keys = {}
    for name in KEYS:
        path = data_dir / name.lower()
        if not path.exists():
            path.touch(mode=0o600)
            path.write_text(secrets.token_urlsafe(50))
        keys[name] = path.read_text()
    return keys


def write_site_env(data_dir: Path, variables: dict[str, str]) -> None:
    """Leave the addresses and keys where the development settings look for them."""
    path = data_dir / "site.env"
    path.touch(mode=0o600)
    path.write_text("".join(f"{name}={value}\n" for name, value in variables.items()))
