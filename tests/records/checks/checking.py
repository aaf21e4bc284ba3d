"""Runs the checks over one text, put where a record would hold it."""

from conditions.models import CareCard, Condition, Symptom
from fbss_site.pages.models import Page
from fbss_site.records.checks import Library, check_document
from fbss_site.records.documents import Document
from fbss_site.records.fields import body_fields
from treatments.models import Outcome, Treatment

MODELS = {
    "condition": Condition,
    "treatment": Treatment,
    "symptom": Symptom,
    "care-card": CareCard,
    "outcome": Outcome,
    "page": Page,
}
LIBRARY = Library(
    citations={
        "kumar2007": ("trial", "current"),
        "krauss2023": ("protocol", "current"),
        "qaseem2017": ("guideline", "superseded"),
        "withdrawn2015": ("trial", "retracted"),
    },
    terms={"spinal fusion": "spinal-fusion", "radiofrequency ablation": "radiofrequency-ablation"},
    paths=frozenset({"/", "/conditions/", "/conditions/nonunion/"}),
)


def findings_about(text, *, record="condition", section="", front=None, library=LIBRARY):
    """The Findings about ``text``, which stands under the heading or key ``section``: by default the first heading."""
    model = MODELS[record]
    headings = [field.heading for field in body_fields(model)]
    section = section or headings[0]
    values = {"title": "A record", **(front or {})}
    sections = {section: text} if section in headings else {}
    if section not in headings:
        values[section] = [text] if section == "also_known_as" else text
    document = Document(values, sections)
    return [finding for finding in check_document(model, document, library) if finding.field == section]


def checks_on(text, **place):
    """The names of the checks that fire on ``text``."""
    return {finding.check for finding in findings_about(text, **place)}


def words_found(check, text, **place):
    return [finding.words for finding in findings_about(text, **place) if finding.check == check]
