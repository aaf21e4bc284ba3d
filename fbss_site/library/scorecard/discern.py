"""DISCERN's sixteen questions and the four JAMA benchmarks."""

from . import evidence as e
from .verdicts import Item


def _is_treatment(subject):
    return subject.is_treatment


def _is_choice(subject):
    return subject.is_choice


def _is_signed(subject):
    return subject.record.reviewed_by_id is not None


SIGNED = e.Evidence("field reviewed_by", _is_signed)
SOURCED = (e.CITES, e.passes("uncited-claim"), e.passes("source"), e.REFERENCES)

DISCERN = (
    Item("DISCERN 1", "Says at the start what it is about", (e.SUMMARY, e.CONTENTS)),
    Item("DISCERN 2", "Does what it set out to do", (e.passes("incomplete"),), "whether the text keeps to its aim"),
    Item(
        "DISCERN 3",
        "Relevant to the reader",
        (e.QUESTIONS, e.filled("evidence_population"), e.linked("conditions")),
        "whether it answers what patients ask",
        every_type=True,
    ),
    Item("DISCERN 4", "Names its sources", SOURCED),
    Item(
        "DISCERN 5",
        "Dates its information",
        (e.CHANGED_ON, e.REVIEW),
        "a source has no year: whether the reader can still tell how old the information is",
        settled_by=e.DATED_SOURCES,
    ),
    Item(
        "DISCERN 6",
        "Balanced and unbiased",
        (e.passes("promise"), e.passes("blame")),
        "whether the whole is fair",
    ),
    Item("DISCERN 7", "Leads to more help and information", (e.RELATED, e.REFERENCES, e.passes("link"))),
    Item("DISCERN 8", "Says what is uncertain", (e.filled("uncertainty"), e.filled("certainty")), every_type=True),
    Item("DISCERN 9", "How each treatment works", (e.filled("how_it_works"),), applies=_is_treatment),
    Item("DISCERN 10", "Benefits", (e.filled("benefits"),), applies=_is_treatment),
    Item("DISCERN 11", "Risks", (e.filled("risks"),), applies=_is_treatment),
    Item("DISCERN 12", "What happens without treatment", (e.WITHOUT_TREATMENT,), applies=_is_treatment),
    Item("DISCERN 13", "Effect on daily life", (e.filled("daily_life"),), applies=_is_treatment),
    Item("DISCERN 14", "There is more than one choice", (e.OTHER_CHOICES, e.COMPARE), applies=_is_choice),
    Item("DISCERN 15", "Helps to decide together", (e.QUESTIONS,), applies=_is_treatment),
    Item("DISCERN 16", "Overall quality", person="the overall rating"),
)

JAMA = (
    Item(
        "JAMA authorship",
        "Says who stands behind the text",
        (e.REVIEW, e.HOW_WE_WRITE),
        "no clinician has signed it and the page says so: whether that is enough",
        settled_by=SIGNED,
    ),
    Item("JAMA attribution", "Sources of what it says", SOURCED),
    Item("JAMA disclosure", "Who owns and pays, and conflicts of interest", (e.INTERESTS,)),
    Item("JAMA currency", "When it was written or changed", (e.CHANGED_ON, e.REVIEW)),
)
