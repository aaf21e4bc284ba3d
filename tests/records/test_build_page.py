import dataclasses
import datetime

import pytest
from django.db import connection, models
from django.test.utils import CaptureQueriesContext

from conditions.models import Cause, Condition, DiagnosticTest, Symptom
from fbss_site.citations.models import Citation
from fbss_site.pages.models import Page
from fbss_site.records.build_page import BackLink, ContentsEntry, build_page
from fbss_site.records.fields import body_fields
from fbss_site.records.registry import record_models
from tests import factories
from tests.factories import make_citation, make_condition, make_outcome, make_page, make_symptom, make_treatment
from tests.rendering.markup import elements, text_of
from treatments.models import Treatment

pytestmark = pytest.mark.django_db
PAGES = [model for model in record_models() if model.has_page]


def fetched(record):
    return type(record).objects.published().for_page().get(pk=record.pk)


def numbers(page):
    return [(entry.number, entry.reference.key) for entry in page.references]


def test_sections_stand_in_reading_order_and_empty_ones_are_left_out(clinic):
    symptom = make_symptom(status="draft", may_point_to="", feels_like="Hot.", what_to_do="Call.", get_help_sooner="")

    page = build_page(symptom, clinic)

    assert [(section.id, section.heading, section.html) for section in page.sections] == [
        ("feels-like", "What it feels like", "<p>Hot.</p>\n"),
        ("what-to-do", "What to do", "<p>Call.</p>\n"),
    ]
    assert page.contents == (
        ContentsEntry("feels-like", "What it feels like"),
        ContentsEntry("what-to-do", "What to do"),
    )


def test_a_guides_own_headings_are_its_contents(clinic):
    page = build_page(make_page(body="Lead.\n\n### Before\n\n#### Papers\n\n### After\n"), clinic)

    assert [section.heading for section in page.sections] == [""]
    assert page.contents == (ContentsEntry("body-before", "Before"), ContentsEntry("body-after", "After"))
    assert [found.attributes["id"] for found in elements(page.sections[0].html, "h2")] == ["body-before", "body-after"]


def test_references_are_numbered_over_the_whole_page_with_links_back(clinic):
    for key in ("one", "two"):
        make_citation(key=key)
    symptom = make_symptom(feels_like="a[@two] b[@two]", may_point_to="c[@one]", what_to_do="d[@two]")

    page = build_page(symptom, clinic)

    assert numbers(page) == [(1, "two"), (2, "one")]
    assert page.references[0].back_links == (
        BackLink("cite-1-1", "What it feels like"),
        BackLink("cite-1-2", "What it feels like (2)"),
        BackLink("cite-1-3", "What to do"),
    )
    html = "".join(section.html for section in page.sections)
    targets = {link.attributes.get("id") for link in elements(html, "a")}
    assert {link.id for entry in page.references for link in entry.back_links} == targets


def test_results_of_studies_cite_after_the_texts(clinic):
    for key in ("one", "two", "three"):
        make_citation(key=key)
    treatment = make_treatment(benefits="About 1 in 5.[@two]")
    trial = Citation.objects.get(key="one")
    make_outcome(treatment=treatment, citation=trial, notes="Small.[@three] Paid for by a maker.[@two]")

    page = build_page(fetched(treatment), clinic)

    assert numbers(page) == [(1, "two"), (2, "one"), (3, "three")]
    (outcome,) = page.extras["outcomes"]
    assert outcome.reference_number == 2
    assert [link.attributes["href"] for link in elements(outcome.notes, "a")] == ["#ref-3", "#ref-1"]
    assert outcome.place in {link.id for link in page.references[1].back_links}


def test_the_clinics_own_number_stands_in_the_text(clinic):
    clinic.emergency_number = "999"

    page = build_page(make_symptom(what_to_do="Call {{emergency_number}}."), clinic)

    assert text_of(page.section("what-to-do").html).strip() == "Call 999."
    assert page.section("benefits") is None


def test_terms_are_marked_once_and_listed(clinic):
    factories.make_term(term="dura", key="dura")

    page = build_page(make_symptom(feels_like="[[dura]] [[dura]]", what_to_do="[[Dura]]"), clinic)

    assert [term.name for term in page.terms] == ["dura"]
    assert sum(len(elements(section.html, "button")) for section in page.sections) == 1


def test_faults_are_shown_to_staff_only(clinic):
    symptom = make_symptom(status="draft")
    symptom.feels_like = "Hot.[@nobody1999] [[nothing]] {{fax}}"

    for_patients, for_staff = build_page(symptom, clinic), build_page(symptom, clinic, show_faults=True)

    assert for_patients.section("feels-like").html == "<p>Hot. nothing </p>\n"
    assert len(elements(for_staff.section("feels-like").html, "span")) == 3


def test_nobody_has_reviewed_until_someone_has(clinic):
    assert build_page(make_symptom(), clinic).review.reviewer is None

    day, reviewer = datetime.date(2026, 3, 1), factories.make_clinician(may_review=True)
    review = build_page(make_symptom(reviewed_by=reviewer, last_reviewed=day, change_note="New."), clinic).review
    assert (review.reviewer, review.last_reviewed, review.change_note) == (reviewer, day, "New.")


def connect(record, number, status="published"):
    """Gives ``record`` that many records, in that state, in everything that its page lists."""
    made = {"status": status}
    for _ in range(number):
        if isinstance(record, Condition):
            record.symptoms.add(make_symptom(**made))
            record.causes.add(factories.make_cause(**made))
            record.tests.add(factories.make_test(**made))
            record.treatments.add(make_treatment(**made))
            record.related_conditions.add(make_condition(**made))
            record.care_cards.add(factories.make_care_card(**made))
        elif isinstance(record, Cause):
            record.conditions.add(make_condition(**made))
            record.treatments.add(make_treatment(**made))
        elif isinstance(record, Symptom | DiagnosticTest):
            record.conditions.add(make_condition(**made))
        elif isinstance(record, Treatment):
            record.conditions.add(make_condition(**made))
            record.causes.add(factories.make_cause(**made))
            record.care_cards.add(factories.make_care_card(**made))
            key = make_citation().key
            make_outcome(treatment=record, notes=f"[@{key}]", **made)


MAKERS = {
    Condition: make_condition,
    Symptom: make_symptom,
    Cause: factories.make_cause,
    DiagnosticTest: factories.make_test,
    Treatment: make_treatment,
    Page: make_page,
}


@pytest.mark.parametrize("model", PAGES, ids=lambda model: model.__name__)
def test_what_patients_may_not_see_is_in_no_list(clinic, model):
    record = MAKERS[model]()
    for status in ("draft", "in-review", "withdrawn"):
        connect(record, 1, status)

    page = build_page(fetched(record), clinic)

    assert not any(page.related.values())
    assert not page.extras.get("care_cards")
    assert not page.extras.get("outcomes")


@pytest.mark.parametrize("model", PAGES, ids=lambda model: model.__name__)
def test_what_patients_may_see_is_in_its_list(clinic, model):
    record = MAKERS[model]()
    connect(record, 2)

    page = build_page(fetched(record), clinic)

    assert all(len(links) == 2 for links in page.related.values())
    assert len(page.extras.get("care_cards", [1, 2])) == 2


@pytest.mark.parametrize("model", PAGES, ids=lambda model: model.__name__)
def test_ten_times_the_related_records_take_the_same_queries(clinic, model):
    key = make_citation().key
    term = factories.make_term().term
    body = next(field.name for field in body_fields(model))
    record = MAKERS[model](**{body: f"[@{key}] [[{term}]]"})
    factories.make_care_card(site_wide=True, urgency="emergency")

    def queries():
        row = fetched(record)
        with CaptureQueriesContext(
            connection,
        ) as captured:
            build_page(row, clinic)
        return len(captured)

    connect(record, 1)
    with_one = queries()
    connect(record, 9)

    assert queries() == with_one <= 6


@pytest.mark.parametrize("model", PAGES, ids=lambda model: model.__name__)
def test_a_page_asks_for_nothing_once_it_is_built(clinic, model, django_assert_num_queries):
    reviewer = factories.make_clinician(may_review=True)
    record = MAKERS[model](reviewed_by=reviewer, last_reviewed=datetime.date(2026, 3, 1))
    connect(record, 2)
    if model is Treatment:
        factories.make_offering(clinic=clinic, treatment=record, clinicians=[reviewer])
    page = build_page(fetched(record), clinic)

    with django_assert_num_queries(0):
        assert list(walk(page))


def walk(value):
    """Everything that a template can reach from a page, foreign keys of its rows included."""
    if isinstance(value, models.Model):
        yield str(value)
        yield from (walk_foreign_key(value, field) for field in value._meta.fields if field.is_relation)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from walk(getattr(value, field.name))
    elif isinstance(value, str) or value is None:
        yield value
    elif hasattr(value, "items"):
        for item in value.values():
            yield from walk(item)
    elif hasattr(value, "__iter__"):
        for item in value:
            yield from walk(item)


def walk_foreign_key(row, field):
    return str(getattr(row, field.name)) if field.name in {"group", "reviewed_by", "citation"} else None


def test_a_page_cannot_be_changed(clinic):
    page = build_page(make_symptom(), clinic)

    with pytest.raises(dataclasses.FrozenInstanceError):
        page.title = "Another"
    with pytest.raises(TypeError):
        page.related["conditions"] = []
    with pytest.raises(TypeError):
        page.extras["treatment"] = None
    assert all(
        isinstance(value, tuple) for value in (page.sections, page.contents, page.references, page.also_known_as)
    )
