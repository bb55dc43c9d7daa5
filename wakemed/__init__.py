"""The project: settings, addresses, staff accounts, commands. It knows every app, and no app imports it."""

__version__ = "0.9.0"
