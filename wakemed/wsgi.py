"""The WSGI application that the server loads."""

import os

from django.core.wsgi import get_wsgi_application

from .database.patience import with_patience
from .web.content_type import without_codecs
from .web.waiting_room import WaitingRoom

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "wakemed.settings.production")

application = without_codecs(WaitingRoom(with_patience(get_wsgi_application())))
