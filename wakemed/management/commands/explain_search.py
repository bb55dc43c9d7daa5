"""Explains a search of the directory, stage by stage."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, InterfaceError
from django.http import QueryDict

from physicians.models import Organization
from physicians.search.directory_search import search_directory
from physicians.search.explanation.explained_search import explain
from physicians.search.facets import offered_facets
from physicians.storable import is_storable


class Command(BaseCommand):
    """Prints what each stage of a search found out, and how long it took. Nothing is written or logged."""

    help = "Explain a search of the directory: what the words mean, who matches, and how long each stage takes."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Define the arguments."""
        parser.add_argument("words", help="what a patient types, in quotation marks")
        parser.add_argument(
            "--filters", default="", metavar="ADDRESS", help="what else is in the address: 'language=es&zip=27610'"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Search and print."""
        if not is_storable(options["words"] + options["filters"]):
            raise CommandError("These characters can't be searched for.")
        address = QueryDict(options["filters"], mutable=True)
        address["q"] = options["words"]
        try:
            stages = explain(search_directory(address, offered=offered_facets(Organization.objects.first())))
        except (DatabaseError, InterfaceError) as error:
            raise CommandError("The database failed. Run the command again.") from error
        for number, stage in enumerate(stages, start=1):
            heading = f"{number}. {stage.name}: {stage.title} ({stage.milliseconds:.1f} ms)"
            self.stdout.write(self.style.MIGRATE_HEADING(heading))
            for fact in stage.facts:
                self.stdout.write(f"   {fact.label}")
                self.stdout.writelines(f"     {value}\n" for value in fact.values)
        self.stdout.write(f"Together {sum(stage.milliseconds for stage in stages):.1f} ms")
