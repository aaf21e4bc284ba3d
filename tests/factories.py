"""Plain functions that make valid rows; every keyword replaces a default.

Records come out published, through records.publishing; ``status="draft"`` (or another state) keeps them back.
"""

import itertools

from django.utils import timezone

from conditions.models import CareCard, Cause, Condition, DiagnosticTest, Symptom
from fbss_site.citations.models import Citation
from fbss_site.clinics.models import Clinic, Clinician, Hostname, Location
from fbss_site.glossary.models import Term
from fbss_site.home.models import HomeSection
from fbss_site.pages.models import Page
from fbss_site.records import publishing
from fbss_site.records.fields import body_fields
from fbss_site.search.models import Synonym
from treatments.models import Offering, Outcome, Treatment, TreatmentGroup

_numbers = itertools.count(1)


def make_clinic(*, hostnames=(), **fields):
    number = next(_numbers)
    clinic = _make(Clinic, name=f"Clinic {number}", slug=f"clinic-{number}", phone="+13125550142", fields=fields)
    for position, name in enumerate(hostnames):
        _make(Hostname, clinic=clinic, name=name, position=position)
    return clinic


def make_location(*, clinic=None, **fields):
    clinic = clinic or make_clinic()
    return _make(Location, clinic=clinic, name=f"House {next(_numbers)}", address="1 Sample Street", fields=fields)


def make_clinician(*, clinic=None, **fields):
    number = next(_numbers)
    defaults = {"name": f"Sample Person {number}", "slug": f"person-{number}", "role": "Spine surgeon"}
    return _make(Clinician, clinic=clinic or make_clinic(), **defaults, fields=fields)


def make_citation(**fields):
    number = next(_numbers)
    defaults = {
        "key": f"author{number}",
        "type": "trial",
        "authors": ["Author A", "Writer B"],
        "title": f"A study of something, number {number}",
        "container": "Pain",
        "year": 2007,
    }
    return _make(Citation, **defaults, fields=fields)


def make_term(**fields):
    number = next(_numbers)
    return _make(Term, key=f"term-{number}", term=f"word {number}", definition="What it means.", fields=fields)


def make_synonym(words, also_means=(), **fields):
    key = f"synonym-{next(_numbers)}"
    return _make(Synonym, key=key, words=list(words), also_means=list(also_means), fields=fields)


def make_condition(**fields):
    return _make_record(Condition, **fields)


def make_symptom(**fields):
    return _make_record(Symptom, **fields)


def make_cause(**fields):
    return _make_record(Cause, **{"phase": "after", **fields})


def make_test(**fields):
    return _make_record(DiagnosticTest, **fields)


def make_care_card(**fields):
    return _make_record(CareCard, **{"urgency": "urgent", **fields})


def make_group(**fields):
    return _make_record(TreatmentGroup, **fields)


def make_treatment(*, group=None, **fields):
    defaults = {"invasiveness": "none", "certainty": "low", "evidence_population": "after-back-surgery"}
    return _make_record(Treatment, group=group or make_group(), **{**defaults, **fields})


def make_outcome(*, treatment=None, citation=None, **fields):
    defaults = {
        "kind": "benefit",
        "measure": "had at least half their leg pain relieved",
        "with_treatment": "48",
        "without_treatment": "9",
        "compared_with": "usual care",
        "time_frame": "At 6 months",
        "people": "100 people after back surgery",
    }
    treatment, citation = treatment or make_treatment(), citation or make_citation()
    return _make_record(Outcome, treatment=treatment, citation=citation, **{**defaults, **fields})


def make_offering(*, clinic=None, treatment=None, **fields):
    return _make(Offering, clinic=clinic or make_clinic(), treatment=treatment or make_treatment(), fields=fields)


def make_page(**fields):
    return _make_record(Page, **{"kind": "guide", **fields})


def make_home_section(*, clinic=None, **fields):
    defaults = {"kind": "text", "heading": "Who we are", "text": "We look after people after back surgery."}
    return _make(HomeSection, clinic=clinic or make_clinic(), fields={**defaults, **fields})


def _make_record(model, *, status="published", **fields):
    number = next(_numbers)
    defaults = {"title": f"{model.__name__} {number}", "slug": f"record-{number}", "summary": "Two plain sentences."}
    texts = {field.name: f"Plain words under “{field.heading}”." for field in body_fields(model) if field.needed}
    values, relations = _split(model, {**defaults, **texts, **fields})
    record = model(**values)
    # Not publish(): its checks read the texts as an editor's, and here those are beside the point.
    if status == model.Status.PUBLISHED and "changed_on" not in fields:
        record.changed_on = timezone.localdate()
    publishing.save_as(record, model.Status(status))
    return _related(record, relations)


def _make(model, *, fields=None, **defaults):
    values, relations = _split(model, {**defaults, **(fields or {})})
    row = model(**values)
    row.full_clean()
    row.save()
    return _related(row, relations)


def _split(model, values):
    many = {field.name for field in model._meta.many_to_many}
    plain = {name: value for name, value in values.items() if name not in many}
    return plain, {name: value for name, value in values.items() if name in many}


def _related(row, relations):
    for name, rows in relations.items():
        getattr(row, name).set(rows)
    return row
