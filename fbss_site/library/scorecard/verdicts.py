"""An item of an instrument, and what is found for one record."""

from collections.abc import Callable
from typing import NamedTuple

from django.db.models import TextChoices

from .evidence import Evidence


class Verdict(TextChoices):
    MET = "met"
    NOT_MET = "not met"
    FOR_A_PERSON = "for a person to judge"
    NOT_APPLICABLE = "not applicable"


class Result(NamedTuple):
    """``tied_to``: the labels of what satisfies the item. ``note``: what is missing, or what a person must judge."""

    item: "Item"
    verdict: Verdict
    tied_to: tuple = ()
    note: str = ""


def _always(subject):
    return True


class Item(NamedTuple):
    """``needs``: the Evidence without which it is not met. ``person``: what then remains for a person to judge,
    unless ``settled_by`` holds. ``every_type``: where a record type lacks the fields asked for, a person judges.
    """

    code: str
    wording: str
    needs: tuple[Evidence, ...] = ()
    person: str = ""
    settled_by: Evidence | None = None
    applies: Callable = _always
    every_type: bool = False

    def judge(self, subject):
        if not subject.model.has_page:
            return Result(self, Verdict.NOT_APPLICABLE, note="it is shown on the pages of other records")
        if not self.applies(subject):
            return Result(self, Verdict.NOT_APPLICABLE, note="it does not concern this record")
        if not all(need.suits(subject.model) for need in self.needs):
            if self.every_type:
                return Result(self, Verdict.FOR_A_PERSON, note="this record type has no field for it: read the text")
            return Result(self, Verdict.NOT_APPLICABLE, note="this record type has no part for it")
        tied_to = tuple(need.label for need in self.needs)
        missing = [need.label for need in self.needs if not need.holds(subject)]
        if missing:
            return Result(self, Verdict.NOT_MET, tied_to, f"fails: {', '.join(missing)}")
        if self.settled_by and self.settled_by.holds(subject):
            return Result(self, Verdict.MET, (*tied_to, self.settled_by.label))
        if self.person:
            return Result(self, Verdict.FOR_A_PERSON, tied_to, self.person)
        return Result(self, Verdict.MET, tied_to)
