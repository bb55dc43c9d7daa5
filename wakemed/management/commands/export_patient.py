"""The command that writes a copy of what is on record about one request."""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction

from wakemed.models.security_event import Happened
from wakemed.patient_copy.contents import copies, file_of, find
from wakemed.retention.erase_requests import ran_by
from wakemed.security_log.recording import record


class Command(BaseCommand):
    """Write all that is on record about a request and its duplicates, as JSON, to standard output."""

    help = "Write all that is on record about one request, as JSON, for its patient. It's in the security log."

    def add_arguments(self, parser: Any) -> None:
        """Declare the reference."""
        parser.add_argument("reference")

    def handle(self, *args: Any, **options: Any) -> None:
        """Record it and write; raises CommandError for an unknown reference."""
        found = find(options["reference"])
        if not found:
            raise CommandError(f"No request has the reference {options['reference']}.")
        with transaction.atomic():
            for request in found:
                record(Happened.COPIED, patient_request=request, details={"ran_by": ran_by()})
            contents = file_of(copies(found))
        self.stdout.write(json.dumps(contents, indent=1, ensure_ascii=False, cls=DjangoJSONEncoder))
