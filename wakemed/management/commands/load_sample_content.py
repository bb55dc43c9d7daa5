"""The first content: real texts for the pages, invented people for everything else."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction

import appointments.sample_content
import physicians.sample_content
import spine.sample_content
from physicians.models import Organization
from wakemed import sample_staff


class Command(BaseCommand):
    """Loads pages, directory and staff; a second run changes nothing that is already there."""

    help = "Load the first content. Safe to repeat: what exists is left as it is."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take --if-empty."""
        parser.add_argument("--if-empty", action="store_true", help="do nothing when the site has a hospital already")

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        """Load in the order of the arrows."""
        if options["if_empty"] and Organization.objects.exists():
            return
        physicians.sample_content.load()
        spine.sample_content.load()
        appointments.sample_content.load()
        sample_staff.load()
