"""The directory's page: what was asked, who fits, and which of them stand on this page."""

from dataclasses import replace

from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _

from physicians.models import Organization, Physician

from .choices import Choices, load_choices
from .counting import MOST_COUNTED, Counts, count_each, count_marks
from .criteria import all_criteria, tags
from .emergency import sounds_urgent
from .facets import build_facets, labels
from .filters import Filters, read_filters, unknown_zip
from .listing import RING_BY_RING, Hit, Listing
from .page import Card, Directory, SortOption, WayOut
from .places import DISTANCES, clinics_near, place_of
from .queries import Wanted, wanted, with_fewer
from .reading import quoted, read, similarly_named
from .reasons import reasons
from .tsquery import any_of, both
from .turning import turn_to

PER_PAGE = 10


def open_directory(query: QueryDict) -> Directory:
    """Answer an address of the directory; any address has an answer."""
    genders = Organization.objects.filter(gender_in_directory=True).exists()
    choices = load_choices()
    filters = read_filters(query, choices, genders=genders)
    return Search(filters, choices, genders=genders).directory()


def count_doctors(text: str) -> int:
    """Return how many physicians a text finds, at most MOST_COUNTED; 0 when it is not about any of them."""
    choices = load_choices()
    reading = read(text, choices)
    criteria = all_criteria(Filters(text), reading, choices, {})
    return min(count_each([wanted(criteria, reading.name_words).query])[0], MOST_COUNTED) if criteria else 0


class Search:
    """One search: everything between the address and the page."""

    def __init__(self, filters: Filters, choices: Choices, *, genders: bool = False) -> None:
        self.choices, self.genders = choices, genders
        self.reading = read(filters.text, choices, genders=genders)
        self.notes = [*filters.problems, *self.reading.notes]
        self.filters = self.with_typed_zip(filters)
        self.near = self.clinics_nearby()
        self.order = "best near" if self.filters.sort == "best" and self.near else self.filters.sort
        self.ask()
        if sum(criterion.role != "must" for criterion in self.criteria) > 1:
            self.notes.append(_("Doctors who fit most of this come first."))
        self.ways_out: list[WayOut] = []
        if not self.counts["all"].get(None) and not self.found_similar_names():
            self.relax()

    def ask(self) -> None:
        """Find whom the reading and the filters ask for, and count them."""
        self.criteria = all_criteria(self.filters, self.reading, self.choices, self.near)
        self.wanted = self.listed = wanted(self.criteria, self.reading.name_words)
        if self.order in RING_BY_RING:
            anywhere = [criterion for criterion in self.criteria if criterion.parameter != "zip"]
            self.listed = wanted(anywhere, self.reading.name_words)
        self.counts = self.count()

    def with_typed_zip(self, filters: Filters) -> Filters:
        """Take a ZIP code among the words for the distance, unless the address has one of its own."""
        typed = self.reading.zip_code
        if typed and not filters.zip_code:
            if place_of(typed):
                filters = replace(filters, zip_code=typed)
            else:
                self.notes.append(unknown_zip(typed))
        elif typed and typed != filters.zip_code:
            self.notes.append(_("There are two ZIP codes. We used %(zip)s.") % {"zip": filters.zip_code})
        if not filters.zip_code:
            if self.reading.query.near_me:
                self.notes.append(
                    _("To see who is near you, enter your ZIP code. We do not ask your phone where you are.")
                )
            if filters.sort == "distance":
                self.notes.append(_("To sort by distance, enter your ZIP code. The best matches come first."))
                filters = replace(filters, sort="best")
        return filters

    def clinics_nearby(self) -> dict[str, float]:
        """Return the clinics within the distance, by mark; empty without a ZIP code."""
        place = place_of(self.filters.zip_code)
        return clinics_near(place, self.choices, within=self.filters.within) if place else {}

    def count(self) -> dict[str, Counts]:
        """Return the counts of marks: of all who fit, and for each facet of those who would without its choice."""
        narrowing = {criterion.parameter for criterion in self.criteria if criterion.parameter in labels()}
        queries = {"all": self.wanted.query}
        for parameter in narrowing:
            others = [criterion for criterion in self.criteria if criterion.parameter != parameter]
            queries[parameter] = wanted(others, self.reading.name_words).query
        counted = count_marks(queries)
        return {parameter: counted.get(parameter, counted["all"]) for parameter in ["all", *labels()]}

    def found_similar_names(self) -> bool:
        """Where nobody is called what was typed, ask for similar names; tell whether that found somebody."""
        widened = similarly_named(self.reading)
        if widened:
            typed, self.reading = self.reading, widened
            self.ask()
            if self.counts["all"].get(None):
                name = quoted([typed.query.text])
                self.notes.append(_("Nobody here is called %(name)s. These names are similar.") % {"name": name})
                return True
            self.reading = typed
            self.ask()
        return False

    def relax(self) -> None:
        """Where nobody fits everything: find what emptied the list, and those who fit most of the words."""
        fewer = with_fewer(self.criteria)
        without = [
            wanted([other for other in self.criteria if other is not criterion], self.reading.name_words).query
            for criterion in self.criteria
        ]
        found = count_each([*without, *fewer])
        self.ways_out = [
            WayOut(criterion.label, criterion.without.address(), min(count, MOST_COUNTED), count > MOST_COUNTED)
            for criterion, count in zip(self.criteria, found, strict=False)
            if count and len(self.criteria) > 1
        ]
        for query, count in zip(fewer, found[len(without) :], strict=True):
            if count:
                named = [one for one in self.criteria if one.part and "name" in one.part.kinds]
                self.wanted = self.listed = Wanted(query, [both(query, any_of(one.lexemes)) for one in named])
                self.counts = dict.fromkeys(self.counts, count_marks({"all": query})["all"])
                self.notes.append(_("No one doctor fits all of this. These fit most of your words."))
                return

    def directory(self) -> Directory:
        """Return the page."""
        total = self.counts["all"].get(None, 0)
        hits, turning, about = turn_to(self.filters, Listing(self.listed, self.order, self.near), total, size=PER_PAGE)
        filters, alone = self.filters, Filters(self.reading.query.text)
        conditions = {
            lexeme for criterion in self.criteria for lexeme in criterion.lexemes if lexeme.startswith("condition:")
        }
        cards = self.cards(hits)
        by_number = [{"npi"}] == [criterion.part and criterion.part.kinds for criterion in self.criteria]
        return Directory(
            text=self.reading.query.text,
            zip_code=filters.zip_code,
            within=filters.within,
            notes=list(dict.fromkeys([*self.notes, *about])),
            tags=tags(self.criteria, filters, self.choices),
            without_tags=alone.address() if any(not one.part for one in self.criteria) and filters.text else "?",
            count=min(total, MOST_COUNTED),
            more=total > MOST_COUNTED,
            facets=build_facets(filters, self.choices, self.counts, genders=self.genders),
            orders=self.orders(),
            cards=cards,
            turning=turning,
            ways_out=self.ways_out,
            sounds_urgent=sounds_urgent(self.reading.query.text),
            canonical=not (self.criteria or filters.page or filters.after or self.reading.query.text),
            condition=self.choices.by_lexeme[conditions.pop()].value if len(conditions) == 1 else "",
            straight_to=cards[0].physician.get_absolute_url() if by_number and cards else "",
            distances=DISTANCES,
        )

    def orders(self) -> list[SortOption]:
        """Return the orders to choose from."""
        names = {
            "best": _("Best match"),
            "distance": _("Distance"),
            "name": _("Name"),
            "next": _("Next free time"),
        }
        return [
            SortOption(
                value, name, value == self.filters.sort, usable=value != "distance" or bool(self.filters.zip_code)
            )
            for value, name in names.items()
        ]

    def cards(self, hits: list[Hit]) -> list[Card]:
        """Read the physicians of the page, in its order."""
        now = timezone.now()
        physicians = Physician.objects.live().with_card().in_bulk([hit.physician_id for hit in hits])
        return [
            Card(
                physicians[hit.physician_id],
                reasons(hit, self.criteria, self.choices),
                hit.miles,
                hit.next_free_at if hit.next_free_at and hit.next_free_at > now else None,
            )
            for hit in hits
            if hit.physician_id in physicians
        ]
