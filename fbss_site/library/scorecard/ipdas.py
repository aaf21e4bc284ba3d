"""The IPDAS criteria that concern treatments; those of screening and diagnostic tests are left out.

The groups are theirs, the numbers within a group ours.
"""

from . import evidence as e
from .verdicts import Item

NEXT_REVIEW = e.filled("next_review")
BALANCE = e.passes("balance", warnings=True)


def _is_treatment(subject):
    return subject.is_treatment


def _is_choice(subject):
    return subject.is_choice


def _has_outcomes(subject):
    return bool(subject.outcomes)


def _item(code, wording, *needs, person="", settled_by=None, applies=_is_treatment):
    return Item(f"IPDAS {code}", wording, needs, person, settled_by, applies)


IPDAS = (
    _item("qualifying 1", "Describes the problem", e.linked("conditions")),
    _item("qualifying 2", "States the decision", e.filled("who_it_may_help"), person="whether the decision is plain"),
    _item("qualifying 3", "Lists the options", e.OTHER_CHOICES, e.COMPARE, applies=_is_choice),
    _item("qualifying 4", "What speaks for it", e.filled("benefits")),
    _item("qualifying 5", "What speaks against it", e.filled("risks"), e.filled("who_should_avoid")),
    _item("qualifying 6", "What it is like", e.filled("on_the_day"), e.filled("recovery"), e.filled("daily_life")),
    _item("certifying 1", "For and against in equal detail", BALANCE, person="whether both sides weigh the same"),
    _item("certifying 2", "Cites the evidence", e.CITES, e.passes("source"), e.REFERENCES),
    _item("certifying 3", "Gives its date", e.CHANGED_ON, e.REVIEW),
    _item(
        "certifying 4",
        "Says how it is kept up to date",
        e.HOW_WE_WRITE,
        person="no review is due: whether the page on how we write is enough",
        settled_by=NEXT_REVIEW,
    ),
    _item("certifying 5", "How sure the figures are", e.filled("certainty"), e.filled("uncertainty")),
    _item("certifying 6", "Who paid for it", e.INTERESTS),
    _item("quality 1", "The course without treatment", e.WITHOUT_TREATMENT),
    _item("quality 2", "Options can be compared", e.COMPARE, applies=_is_choice),
    _item("quality 3", "Rates out of the same number", e.OUTCOMES, e.BOTH_ARMS, applies=_has_outcomes),
    _item("quality 4", "Who was studied", e.filled("evidence_population")),
    _item("quality 5", "Over which time", e.OUTCOMES, applies=_has_outcomes),
    _item("quality 6", "Chances in more than one form", e.OUTCOMES, e.ICONS, e.FIGURES_TABLE, applies=_has_outcomes),
    _item("quality 7", "Helps to find out what matters to the reader", e.VALUES, applies=_is_choice),
    _item("quality 8", "Steps and questions for the talk", e.QUESTIONS),
    _item("quality 9", "Says how good the evidence is", e.filled("certainty"), e.CITES),
    _item("quality 10", "Names its authors' qualifications", e.REVIEW, person="whether what is named is enough"),
    _item("quality 11", "Plain language", e.passes("reading-grade"), person="whether readers understand it"),
    _item("quality 12", "Made and tried with patients and clinicians", person="how it was developed and tested"),
    _item("quality 13", "Shown to help decisions", person="whether a study has shown it"),
)
