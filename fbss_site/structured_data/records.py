"""The page of a record, and what it is about."""

from conditions.models import Cause, Condition, DiagnosticTest, Symptom
from fbss_site.pages.models import Page as Guide
from treatments.models import Treatment

from .clinics import clinic_reference, clinician_node
from .nodes import node

# Group of links on a page -> what its records are.
LINKED = {
    "conditions": "MedicalCondition",
    "symptoms": "MedicalSymptom",
    "causes": "MedicalCause",
    "tests": "MedicalTest",
    "treatments": "MedicalTherapy",
}


def page_node(record, page, site):
    """The page of ``record``, a published one, with the ``page`` that build_page made of it."""
    describe = TOPICS.get(type(record))
    is_policy = isinstance(record, Guide) and record.kind == Guide.Kind.POLICY
    return node(
        "WebPage" if is_policy else "MedicalWebPage",
        id=site.url,
        url=site.url,
        name=page.title,
        description=page.summary,
        inLanguage=site.clinic.locale,
        dateModified=_day(page.review.changed_on),
        **_review(page.review, site),
        audience=None if is_policy else node("MedicalAudience", audienceType="Patient"),
        publisher=clinic_reference(site),
        mainEntity=describe(record, page, site) if describe else None,
        citation=[_source(item.reference, site) for item in page.references],
    )


def _review(review, site):
    """Empty until someone has really signed."""
    if not (review.reviewer and review.last_reviewed):
        return {}
    return {"lastReviewed": _day(review.last_reviewed), "reviewedBy": clinician_node(review.reviewer, site)}


def _condition(record, page, site):
    return _topic(
        "MedicalCondition",
        page,
        site,
        code=node("MedicalCode", codeValue=record.icd10, codingSystem="ICD-10") if record.icd10 else None,
        signOrSymptom=_links("symptoms", page, site),
        cause=_links("causes", page, site),
        typicalTest=_links("tests", page, site),
        possibleTreatment=_links("treatments", page, site),
    )


def _symptom(record, page, site):
    return _topic("MedicalSymptom", page, site)


def _cause(record, page, site):
    return _topic("MedicalCause", page, site, causeOf=_links("conditions", page, site))


def _test(record, page, site):
    return _topic("MedicalTest", page, site, usedToDiagnose=_links("conditions", page, site))


def _treatment(record, page, site):
    return _topic(["MedicalTherapy", "SurgicalProcedure"] if record.surgical else "MedicalTherapy", page, site)


TOPICS = {
    Condition: _condition,
    Symptom: _symptom,
    Cause: _cause,
    DiagnosticTest: _test,
    Treatment: _treatment,
}


def _topic(kind, page, site, **values):
    return node(
        kind,
        id=f"{site.url}#topic",  # what a page is about has another name than the page itself
        name=page.title,
        alternateName=list(page.also_known_as),
        description=page.summary,
        **values,
    )


def _links(group, page, site):
    """The published records that the page lists in ``group``."""
    return [node(LINKED[group], name=link.title, url=site.at(link.url)) for link in page.related.get(group, ())]


def _source(reference, site):
    """The address of a cited work at its publisher, or ours where it has none."""
    return reference.links[0].url if reference.links else site.at(reference.url)


def _day(date):
    return date.isoformat() if date else ""
