"""One record of every type with every field and relation of its document set."""

import datetime

from fbss_site.records.drawings import Drawing
from tests import factories

MOMENT = datetime.datetime(2026, 1, 2, 3, 4, tzinfo=datetime.UTC)
DAY = datetime.date(2026, 3, 1)
NAMES = ["First name: with a colon", "007"]
TEXT = "About 1 in 5.[@kumar2007]\n\n### The [[dura]]\n\n- Call {{emergency_number}}\n\n---\n\n    code"


def make_whole_records():
    """model -> record"""
    factories.make_term(term="dura")
    citation, reviewer = factories.make_citation(key="kumar2007"), factories.make_clinician(may_review=True, slug="rea")
    shared = {
        "position": 30,
        "publish_at": MOMENT,
        "expire_at": MOMENT.replace(year=2100),
        "change_note": "Figures brought up to date.",
        "reviewed_by": reviewer,
        "last_reviewed": DAY,
        "next_review": DAY.replace(year=2027),
    }
    symptom = factories.make_symptom(also_known_as=NAMES, urgency="emergency", feels_like=TEXT, **shared)
    test = factories.make_test(also_known_as=NAMES, limits=TEXT, **shared)
    described = factories.make_condition()
    cause = factories.make_cause(also_known_as=NAMES, phase="before", condition=described, how_sure=TEXT, **shared)
    relations = {"symptoms": [symptom], "causes": [cause], "tests": [test], "related_conditions": [described]}
    condition = _whole_condition(**relations, **shared)
    card = _whole_card(conditions=[condition, described], **shared)
    group = factories.make_group(explanation=TEXT, **shared)
    treatment = _whole_treatment(group=group, conditions=[condition], causes=[cause], care_cards=[card], **shared)
    figures = {"kind": "harm", "given": "A pump", "with_treatment": "5.5"}
    outcome = factories.make_outcome(treatment=treatment, citation=citation, notes=TEXT, **figures, **shared)
    page = factories.make_page(kind="policy", body=TEXT, **shared)
    records = [symptom, test, cause, condition, card, group, treatment, outcome, page]
    return {type(record): record for record in records}


def _whole_condition(**fields):
    own = {"also_known_as": NAMES, "icd10": "M96.1", "region": "whole-spine", "drawing": Drawing.values[0]}
    return factories.make_condition(overview=TEXT, **own, **fields)


def _whole_card(**fields):
    own = {"urgency": "emergency", "site_wide": True, "what_to_do": "Call {{emergency_number}}.\n\n### Or\n\nAsk us."}
    return factories.make_care_card(**own, **fields)


def _whole_treatment(**fields):
    own = {
        "also_known_as": NAMES,
        "invasiveness": "implant",
        "surgical": True,
        "is_emergency": True,
        "certainty": "very-low",
        "evidence_population": "mixed",
        "drawing": Drawing.values[-1],
    }
    return factories.make_treatment(benefits=TEXT, **own, **fields)
