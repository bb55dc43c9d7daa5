"""Requests, what happened to them, and the mail about them."""

from .allowance import Allowance
from .details import Need, Relationship, Scan, SpokenLanguage, YesNo
from .draft import RequestDraft
from .history import AnswerChange, Note, RecordAccess, StatusChange
from .link import RequestLink
from .lost_link import LostLink
from .notification import Notification
from .preferred_time import HalfDay, PreferredTime
from .request import AppointmentRequest, Priority, ReachBy, Source, VisitType
from .wording import RequestWording

__all__ = [
    "Allowance",
    "AnswerChange",
    "AppointmentRequest",
    "HalfDay",
    "LostLink",
    "Need",
    "Note",
    "Notification",
    "PreferredTime",
    "Priority",
    "ReachBy",
    "RecordAccess",
    "Relationship",
    "RequestDraft",
    "RequestLink",
    "RequestWording",
    "Scan",
    "Source",
    "SpokenLanguage",
    "StatusChange",
    "VisitType",
    "YesNo",
]
