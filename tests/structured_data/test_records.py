import datetime

import pytest

from .. import factories, staff
from .data import block, blocks

pytestmark = pytest.mark.django_db
PAGES = ("MedicalWebPage", "WebPage")
ORIGIN = "http://sample.localhost"


@pytest.fixture
def clinic(db):
    return factories.make_clinic(name="Sample Clinic", is_default=True, hostnames=["sample.localhost"])


def page_of(client, record):
    return block(client.get(record.get_absolute_url()), *PAGES)


def test_a_page_says_who_publishes_it_for_whom_and_when_it_changed(client, clinic):
    record = factories.make_condition(slug="nonunion", title="Nonunion", summary="Bones that do not join.")
    data = page_of(client, record)

    assert data["@type"] == "MedicalWebPage"
    assert data["@id"] == data["url"] == f"{ORIGIN}/conditions/nonunion/"
    assert data["name"] == "Nonunion"
    assert data["description"] == "Bones that do not join."
    assert data["inLanguage"] == "en-US"
    assert data["dateModified"] == record.changed_on.isoformat()
    assert data["audience"] == {"@type": "MedicalAudience", "audienceType": "Patient"}
    assert data["publisher"] == {
        "@type": "MedicalClinic",
        "@id": f"{ORIGIN}/#clinic",
        "name": "Sample Clinic",
        "url": f"{ORIGIN}/",
    }


def test_nobody_has_reviewed_a_page_until_someone_has(client, clinic):
    data = page_of(client, factories.make_condition())

    assert not {"lastReviewed", "reviewedBy"} & set(data)


def test_a_signed_page_names_who_reviewed_it_and_when(client, clinic):
    reviewer = factories.make_clinician(
        clinic=clinic, name="Rea Sample", credentials="MD", slug="rea", may_review=True, role="Spine surgeon"
    )
    record = factories.make_condition(reviewed_by=reviewer, last_reviewed=datetime.date(2026, 11, 2))
    data = page_of(client, record)

    assert data["lastReviewed"] == "2026-11-02"
    assert data["reviewedBy"] == {
        "@type": "Physician",
        "@id": f"{ORIGIN}/team/rea/#person",
        "name": "Rea Sample, MD",
        "url": f"{ORIGIN}/team/rea/",
        "description": "Spine surgeon",
    }


def test_a_reviewer_of_another_clinic_has_no_page_here(client, clinic):
    reviewer = factories.make_clinician(name="Eve Elsewhere", role="Physical therapist", may_review=True)
    record = factories.make_condition(reviewed_by=reviewer, last_reviewed=datetime.date(2026, 11, 2))

    assert page_of(client, record)["reviewedBy"] == {
        "@type": "Person",
        "name": "Eve Elsewhere",
        "jobTitle": "Physical therapist",
    }


def test_a_condition_names_its_code_other_names_and_published_relations(client, clinic):
    symptom, hidden = factories.make_symptom(title="Leg pain", slug="leg"), factories.make_symptom(status="draft")
    record = factories.make_condition(
        title="Nonunion",
        also_known_as=["Pseudarthrosis"],
        icd10="M96.0",
        symptoms=[symptom, hidden],
        causes=[factories.make_cause(title="Smoking", slug="smoking")],
        tests=[factories.make_test(title="CT scan", slug="ct")],
    )
    factories.make_treatment(title="Fusion repair", slug="repair", conditions=[record], surgical=True)
    about = page_of(client, record)["mainEntity"]

    assert about["@type"] == "MedicalCondition"
    assert about["@id"] == f"{ORIGIN}{record.get_absolute_url()}#topic"
    assert about["alternateName"] == ["Pseudarthrosis"]
    assert about["code"] == {"@type": "MedicalCode", "codeValue": "M96.0", "codingSystem": "ICD-10"}
    assert about["signOrSymptom"] == [{"@type": "MedicalSymptom", "name": "Leg pain", "url": f"{ORIGIN}/symptoms/leg/"}]
    assert about["cause"] == [{"@type": "MedicalCause", "name": "Smoking", "url": f"{ORIGIN}/causes/smoking/"}]
    assert about["typicalTest"] == [{"@type": "MedicalTest", "name": "CT scan", "url": f"{ORIGIN}/tests/ct/"}]
    assert about["possibleTreatment"] == [
        {"@type": "MedicalTherapy", "name": "Fusion repair", "url": f"{ORIGIN}/treatments/repair/"}
    ]


@pytest.mark.parametrize(
    ("make", "kind", "relation"),
    [
        (factories.make_symptom, "MedicalSymptom", None),
        (factories.make_cause, "MedicalCause", "causeOf"),
        (factories.make_test, "MedicalTest", "usedToDiagnose"),
        (factories.make_treatment, "MedicalTherapy", None),
    ],
)
def test_each_kind_of_record_is_about_its_own_kind_of_thing(client, clinic, make, kind, relation):
    record = make(title="The thing")
    group = {"MedicalCause": "causes", "MedicalTest": "tests"}.get(kind)
    if group:
        factories.make_condition(title="Nonunion", slug="nonunion", **{group: [record]})
    about = page_of(client, record)["mainEntity"]

    assert about["@type"] == kind
    assert about["name"] == "The thing"
    if relation:
        linked = {"@type": "MedicalCondition", "name": "Nonunion", "url": f"{ORIGIN}/conditions/nonunion/"}
        assert about[relation] == [linked]


def test_an_operation_is_a_therapy_and_a_surgical_procedure(client, clinic):
    about = page_of(client, factories.make_treatment(surgical=True))["mainEntity"]

    assert about["@type"] == ["MedicalTherapy", "SurgicalProcedure"]


@pytest.mark.parametrize(("kind", "page_type"), [("guide", "MedicalWebPage"), ("policy", "WebPage")])
def test_guides_and_policies_are_about_nothing_medical_in_particular(client, clinic, kind, page_type):
    data = page_of(client, factories.make_page(kind=kind))

    assert data["@type"] == page_type
    assert "mainEntity" not in data
    assert ("audience" in data) == (kind == "guide")


def test_cited_works_are_named_by_their_own_addresses(client, clinic):
    factories.make_citation(key="with2020", doi="10.1001/a", pmid="17845835")
    factories.make_citation(key="bare2021")
    record = factories.make_condition(overview="One [@with2020]. Another [@bare2021].")

    assert page_of(client, record)["citation"] == ["https://doi.org/10.1001/a", f"{ORIGIN}/references/bare2021/"]


def test_no_title_can_close_the_script(client, clinic):
    record = factories.make_condition(title="</script><script>alert(1)", summary="<!--<script> & more")
    response = client.get(record.get_absolute_url())

    assert b"<script>alert" not in response.content
    assert page_of(client, record)["name"] == "</script><script>alert(1)"
    assert page_of(client, record)["description"] == "<!--<script> & more"


def test_a_preview_says_nothing_to_machines(clinic):
    record = factories.make_condition(status="draft")
    response = staff.sign_in(staff.EDITORS).get(staff.admin_url("preview", record))

    assert response.status_code == 200
    assert not [data for data in blocks(response) if data["@type"] in PAGES]
    assert b"og:title" not in response.content


def test_the_breadcrumb_is_the_one_on_the_page(client, clinic):
    record = factories.make_condition(slug="nonunion", title="Nonunion")
    trail = block(client.get(record.get_absolute_url()), "BreadcrumbList")["itemListElement"]

    assert [(step["position"], step["name"], step["item"]) for step in trail] == [
        (1, "Home", f"{ORIGIN}/"),
        (2, "Conditions", f"{ORIGIN}/conditions/"),
        (3, "Nonunion", f"{ORIGIN}/conditions/nonunion/"),
    ]
    short = block(client.get("/glossary/"), "BreadcrumbList")["itemListElement"]
    assert [step["item"] for step in short] == [f"{ORIGIN}/", f"{ORIGIN}/glossary/"]
