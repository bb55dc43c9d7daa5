"""The kinds of columns that hold a list: names or codes with a semicolon between them."""

import dataclasses
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.fields import ArrayField
from django.db.models import ManyToManyField, Model, OuterRef
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from physicians.models import Physician

from .column_kinds import Column
from .name_lookup import Key, Lookups, NameLookup


class ListColumn(Column[tuple[Key, ...]]):
    """Several things, each of which `lookup` knows."""

    codes_are_slugs = False

    @property
    def accepts(self) -> str:
        """Say what each part may be, and whether there must be one."""
        parts = _("names or slugs") if self.codes_are_slugs else _("names or codes")
        text = _("%(parts)s; may be empty") if self.model_field.blank else _("%(parts)s; at least one")
        return text % {"parts": parts}

    def lookup(self) -> NameLookup[Key]:
        """Return the names and codes of everything that a cell can list, as they are now."""
        raise NotImplementedError

    def read(self, text: str, lookups: Lookups) -> tuple[Key, ...]:
        """Return the ids or codes, sorted, each once."""
        keys: tuple[Key, ...] = lookups[self.field].read(text)
        self._refuse_empty(keys)
        return keys

    def write(self, value: tuple[Key, ...], lookups: Lookups) -> str:
        """Return the names, or the codes where a name isn't clear."""
        return lookups[self.field].write(value)

    def stored(self, found: Any) -> tuple[Key, ...]:
        """Return the list, sorted."""
        return tuple(sorted(set(found)))


@dataclasses.dataclass(frozen=True)
class LinksColumn(ListColumn[int]):
    """Rows of another table, by a many-to-many field; also those that aren't published, which patients don't see."""

    code: str = dataclasses.field(default="slug", kw_only=True)  # the field of those rows that a cell may have

    @property
    def codes_are_slugs(self) -> bool:  # type: ignore[override]
        """Return True if their code is their address part."""
        return self.code == "slug"

    @property
    def relation(self) -> "ManyToManyField[Any, Any]":
        """Return the field, as what it is."""
        return self.model_field  # type: ignore[return-value]

    @property
    def target(self) -> type[Model]:
        """Return the model of those rows."""
        model: type[Model] = self.relation.remote_field.model
        return model

    @property
    def through(self) -> type[Model]:
        """Return the model of the links."""
        links: type[Model] = self.relation.remote_field.through  # type: ignore[assignment]
        return links

    @property
    def link_field(self) -> str:
        """Return the name of the id in a link."""
        return f"{self.relation.m2m_reverse_field_name()}_id"

    def lookup(self) -> NameLookup[int]:
        """Read the table."""
        kind = str(self.target._meta.verbose_name)
        return NameLookup(
            _("The %(kind)s “%(name)s” is unknown.") % {"kind": kind, "name": "%(name)s"},
            self.target._default_manager.values_list("pk", self.code, "name"),
        )

    def query(self) -> ArraySubquery:
        """Select the ids, in one query for all profiles."""
        links = self.through._default_manager.filter(physician_id=OuterRef("pk")).order_by(self.link_field)
        return ArraySubquery(links.values(self.link_field))

    def assign(self, physician: Physician, value: tuple[int, ...]) -> None:
        """Link the rows, once the version is published."""
        getattr(physician, self.field).set(self.target._default_manager.filter(pk__in=value))


@dataclasses.dataclass(frozen=True)
class CodesColumn(ListColumn[str]):
    """Codes that the profile itself holds in an array with choices."""

    unknown: str | Promise = dataclasses.field(kw_only=True)  # with %(name)s

    def lookup(self) -> NameLookup[str]:
        """Take the choices of the array."""
        array: ArrayField[Any, Any] = self.model_field  # type: ignore[assignment]
        return NameLookup(str(self.unknown), [(code, code, str(name)) for code, name in array.base_field.flatchoices])

    def for_profile(self, value: tuple[str, ...]) -> list[str]:
        """Return the array."""
        return list(value)
