"""Staff accounts, and what only grows: security events and erasures."""

from .erasure import Erasure
from .lost_password import LostPassword
from .security_event import SecurityEvent
from .user import StaffManager, User

__all__ = ["Erasure", "LostPassword", "SecurityEvent", "StaffManager", "User"]
