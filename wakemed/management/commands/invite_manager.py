"""Invite the first person who manages staff accounts, or another one."""

from argparse import ArgumentParser
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.core.validators import validate_email
from django.db import transaction

from wakemed.models import User
from wakemed.signin.lost_passwords import invite


class Command(BaseCommand):
    """Make an account with every right and mail its owner a link to choose a password."""

    help = "Invite a person who manages staff accounts: invite_manager EMAIL"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the e-mail address."""
        parser.add_argument("email")

    @transaction.atomic
    def handle(self, *args: Any, email: str, **options: Any) -> None:
        """Make the account; raises CommandError for what isn't an address, or has an account already."""
        email = email.strip().lower()
        try:
            validate_email(email)
        except ValidationError as error:
            raise CommandError(f"“{email}” is not an e-mail address.") from error
        if User.objects.filter(email__iexact=email).exists():
            raise CommandError(f"{email} has an account. Give it its rights under Staff members in /admin/.")
        invite(User.objects.create_superuser(email))
        self.stdout.write(f"{email} gets a mail with a link to choose a password.")
