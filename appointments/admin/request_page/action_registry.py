"""All actions of a request's page, by name: every one that a file `*_actions.py` of this folder declares."""

import importlib
import pkgutil
from pathlib import Path

from .action import RequestAction

for _module in pkgutil.iter_modules([str(Path(__file__).parent)]):
    if _module.name.endswith("_actions"):
        importlib.import_module(f"{__package__}.{_module.name}")

ACTIONS = RequestAction.declared
