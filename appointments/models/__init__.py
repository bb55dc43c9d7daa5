"""Requests, what happened to them, and the mail about them."""

from .draft import RequestDraft
from .history import Note, RecordAccess, StatusChange
from .link import RequestLink
from .notification import Notification
from .preferred_time import HalfDay, PreferredTime
from .request import AppointmentRequest, Priority, ReachBy, Source, VisitType

__all__ = [
    "AppointmentRequest",
    "HalfDay",
    "Note",
    "Notification",
    "PreferredTime",
    "Priority",
    "ReachBy",
    "RecordAccess",
    "RequestDraft",
    "RequestLink",
    "Source",
    "StatusChange",
    "VisitType",
]
