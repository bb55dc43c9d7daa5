"""Requests, visits and availability, what happened to them, and the mail about them."""

from .allowance import Allowance
from .appointment import Appointment
from .appointment_change import AppointmentChange
from .availability import AvailabilityRule, ExtraSession, Holiday, TimeOff, Weekday
from .busy_time import BusyImport, BusyTime
from .contact import Channel, ContactAttempt, ContactOutcome, Message
from .desk_search import DeskSearch
from .details import Need, Relationship, Scan, SpokenLanguage, YesNo
from .doctor_away import DoctorAway
from .draft import RequestDraft
from .hand_over import HandOver
from .history import AnswerChange, Note, RecordAccess, StatusChange
from .link import RequestLink
from .lost_link import LostLink
from .message_template import MessageTemplate, TemplateTranslation, TemplateUse
from .notification import Notification
from .offer import Offer
from .own_words import DangerInWords, NotedDanger
from .patient_names import PatientNames, PatientNameWord
from .preferred_location import PreferredLocation
from .preferred_time import HalfDay, PreferredTime
from .request import AppointmentRequest
from .request_choices import NurseReview, Priority, ReachBy, Source, VisitType
from .saved_filter import SavedFilter
from .virtual_room import VirtualRoom
from .wording import RequestWording

__all__ = [
    "Allowance",
    "AnswerChange",
    "Appointment",
    "AppointmentChange",
    "AppointmentRequest",
    "AvailabilityRule",
    "BusyImport",
    "BusyTime",
    "Channel",
    "ContactAttempt",
    "ContactOutcome",
    "DangerInWords",
    "DeskSearch",
    "DoctorAway",
    "ExtraSession",
    "HalfDay",
    "HandOver",
    "Holiday",
    "LostLink",
    "Message",
    "MessageTemplate",
    "Need",
    "Note",
    "NotedDanger",
    "Notification",
    "NurseReview",
    "Offer",
    "PatientNameWord",
    "PatientNames",
    "PreferredLocation",
    "PreferredTime",
    "Priority",
    "ReachBy",
    "RecordAccess",
    "Relationship",
    "RequestDraft",
    "RequestLink",
    "RequestWording",
    "SavedFilter",
    "Scan",
    "Source",
    "SpokenLanguage",
    "StatusChange",
    "TemplateTranslation",
    "TemplateUse",
    "TimeOff",
    "VirtualRoom",
    "VisitType",
    "Weekday",
    "YesNo",
]
