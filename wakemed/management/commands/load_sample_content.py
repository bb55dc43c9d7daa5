"""The first content: real texts for the pages, invented people for everything else."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

import appointments.sample_content
import physicians.sample_content
import spine.sample_content
from physicians.models import Organization
from spine.four_eyes.first_content import publish_first_content
from wakemed.staff import sample_staff


class Command(BaseCommand):
    """Load pages, directory and staff; a second run changes nothing that is already there."""

    help = "Load the first content. Safe to repeat: what exists is left alone."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take --if-empty and --pages-only."""
        parser.add_argument(
            "--if-empty", action="store_true", help="load nothing but the wording when the site has a hospital already"
        )
        parser.add_argument(
            "--pages-only",
            action="store_true",
            help="the pages, the vocabulary and the hospital's row to be filled in; no invented people",
        )

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        """Load in the order of the arrows; raises CommandError rather than put invented people on a real site."""
        # On a site that has content as well: nobody can add this row by hand.
        appointments.sample_content.load(publish=publish_first_content)
        if options["if_empty"] and Organization.objects.exists():
            return
        people = not options["pages_only"]
        if people and not settings.DEVELOPMENT_PAGES:
            raise CommandError("Invented people have no place on a real site. Use --pages-only.")
        physicians.sample_content.load(people=people)
        if people:
            appointments.sample_content.load_availability()
            appointments.sample_content.load_templates()
        spine.sample_content.load()
        if people:
            sample_staff.load()
