"""What the directory can be narrowed by: the four lists of the form, read in one query."""

from django.db.models import F, Value

from physicians.models import Condition, Language, Location, Specialty

Choices = dict[str, dict[str, str]]  # parameter: {value in the address: name}, in order of the names


def load_choices() -> Choices:
    """Return every condition, specialty, location and language."""
    lists = [
        model.objects.order_by().values_list(Value(parameter), F(value), "name")
        for parameter, model, value in (
            ("condition", Condition, "slug"),
            ("specialty", Specialty, "slug"),
            ("location", Location, "slug"),
            ("language", Language, "code"),
        )
    ]
    choices: Choices = {"condition": {}, "specialty": {}, "location": {}, "language": {}}
    for parameter, value, name in lists[0].union(*lists[1:], all=True).order_by("name"):
        choices[parameter][value] = name
    return choices
