"""Twenty-eight invented physicians, whose profiles are marked as samples."""

from datetime import timedelta

from django.utils import timezone
from django.utils.text import slugify
from wagtail.coreutils import string_to_ascii

from physicians.models import Condition, Language, Location, Physician, Procedure, Specialty
from physicians.npi import check_digit

from . import cancer, nerves_and_pain, surgeons
from .person import Person
from .profile_texts import biography, board_certifications, education

PEOPLE: list[Person] = [*surgeons.PEOPLE, *nerves_and_pain.PEOPLE, *cancer.PEOPLE]


def sample_npi(number: int) -> str:
    """Return a number with a valid check digit that the registry doesn't assign."""
    first_nine = f"1000{number:05d}"
    return first_nine + check_digit(first_nine)


def load_physicians() -> None:
    """Create those who don't exist yet, by NPI and slug."""
    for number, person in enumerate(PEOPLE, start=1):
        npi, slug = sample_npi(number), slugify(string_to_ascii(f"{person.given_name} {person.family_name}"))
        if not Physician.objects.filter(npi=npi).exists() and not Physician.objects.filter(slug=slug).exists():
            create_physician(person, npi=npi, slug=slug)


def create_physician(person: Person, *, npi: str, slug: str) -> Physician:
    """Create one published profile with all its links."""
    specialty = Specialty.objects.get(slug=person.specialty)
    slugs = person.conditions.split()
    conditions = sorted(Condition.objects.filter(slug__in=slugs), key=lambda condition: slugs.index(condition.slug))
    languages = list(Language.objects.filter(code__in=person.languages.split()))
    now = timezone.now()
    physician = Physician(
        npi=npi,
        slug=slug,
        given_name=person.given_name,
        family_name=person.family_name,
        credentials=person.credentials,
        gender=person.gender,
        biography=biography(person, specialty, conditions, languages),
        education=education(person, specialty),
        board_certifications=board_certifications(person),
        accepting_new_patients=person.accepting,
        offers_virtual_visits=person.virtual,
        licensed_states=person.licensed_in.split(),
        verified_on=timezone.localdate() - timedelta(days=person.verified_days_ago),
        is_sample=True,
        first_published_at=now,
        last_published_at=now,
    )
    physician.specialties.set([specialty])
    physician.conditions.set(conditions)
    physician.procedures.set(list(Procedure.objects.filter(slug__in=person.procedures.split())))
    physician.languages.set(languages)
    physician.locations.set(list(Location.objects.filter(slug__in=person.locations.split())))
    physician.save()
    return physician
