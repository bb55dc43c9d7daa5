"""What was asked, whom it asks for, and what helps where that is nobody."""

from dataclasses import replace

from django.utils.translation import gettext as _

from physicians.search.parse.query_parser import Reading, quoted, read, with_similar_names
from physicians.search.parse.search_address import Filters, unknown_zip
from physicians.search.parse.zip_codes import clinics_near, place_of
from physicians.search.published_choices import Choices
from physicians.search.query.facet_counts import MOST_COUNTED, Counts, count_each, count_marks
from physicians.search.query.ranked_list import RING_BY_RING
from physicians.search.results.directory_page import WayOut
from physicians.search.results.facet_options import labels
from physicians.search.tsquery import any_of, both

from .criteria import all_criteria
from .match_tiers import Wanted, wanted, with_fewer


class Search:
    """One search: what was asked, as it is understood, and how many fit."""

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
        if not self.total:
            self.help_out()

    @property
    def total(self) -> int:
        """Return how many fit, at most MOST_COUNTED + 1."""
        return self.counts["all"].get(None, 0)

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

    def help_out(self) -> None:
        """Where nobody fits: ask for similar names; else find what emptied the list, and who fits most of it."""
        widened = with_similar_names(self.reading)
        names: list[str] = []
        if widened:
            as_typed = wanted(all_criteria(Filters(""), self.reading, self.choices, {}), ())
            similar = wanted(all_criteria(self.filters, widened, self.choices, self.near), ())
            names = [as_typed.query, similar.query]
        without = [
            wanted([other for other in self.criteria if other is not criterion], self.reading.name_words).query
            for criterion in self.criteria
        ]
        fewer = with_fewer(self.criteria)
        found = count_each([*names, *without, *fewer])  # one statement for all
        if widened:
            called_so, like_it, *found = found
            if like_it and not called_so:
                self.ask_for(widened)
                return
        self.ways_out = [
            WayOut(criterion.label, criterion.without.address(), min(count, MOST_COUNTED), count > MOST_COUNTED)
            for criterion, count in zip(self.criteria, found, strict=False)
            if count and (len(self.criteria) > 1 or criterion.parameter != "q")
        ]
        somebody = (query for query, count in zip(fewer, found[len(without) :], strict=True) if count)
        if query := next(somebody, ""):
            self.settle_for(query)

    def ask_for(self, similar: Reading) -> None:
        """Ask again, for names like the one that nobody has."""
        name = quoted([self.reading.query.text])
        self.notes.append(_("Nobody here is called %(name)s. These names are similar.") % {"name": name})
        self.reading = similar
        self.ask()

    def settle_for(self, query: str) -> None:
        """List those who fit a part of the words."""
        named = [one for one in self.criteria if one.part and "name" in one.part.kinds]
        self.wanted = self.listed = Wanted(query, [both(query, any_of(one.lexemes)) for one in named])
        self.counts = dict.fromkeys(self.counts, count_marks({"all": query})["all"])
        self.notes.append(_("No one doctor fits all of this. These fit most of your words."))
