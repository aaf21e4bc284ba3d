import datetime

import pytest

from fbss_site.tools.leaflets import build_leaflet, parts_of
from tests.factories import (
    make_citation,
    make_clinician,
    make_outcome,
    make_page,
    make_symptom,
    make_term,
    make_treatment,
)
from tests.html import Page

pytestmark = pytest.mark.django_db


def leaflet(client, record, *parts):
    return client.get("/leaflet/", {"page": record.get_absolute_url(), "part": parts})


def headings(response):
    return [heading.text.strip() for heading in Page(response.content).one("main").find("h2")]


def test_the_parts_of_a_record_are_its_sections(clinic):
    record = make_symptom(status="draft", may_point_to="", get_help_sooner="")

    assert [(part.id, part.heading) for part in parts_of(record)] == [
        ("feels-like", "What it feels like"),
        ("what-to-do", "What to do"),
    ]


def test_the_parts_of_a_guide_are_its_own_headings(clinic):
    record = make_page(body="Lead.\n\n### Before\n\nText.\n\n### After\n\nMore.")

    assert [(part.id, part.heading, part.text.strip()) for part in parts_of(record)] == [
        ("body-beginning", "How it begins", "Lead."),
        ("body-before", "Before", "Text."),
        ("body-after", "After", "More."),
    ]


def test_the_results_of_studies_are_a_part_where_there_are_any(clinic):
    treatment = make_treatment()
    assert "outcomes" not in [part.id for part in parts_of(treatment)]

    make_outcome(treatment=treatment)
    assert parts_of(type(treatment).objects.get())[-1].id == "outcomes"


def test_only_what_the_chosen_parts_use_comes_along(clinic):
    for key in ("one", "two"):
        make_citation(key=key)
    make_term(term="dura", key="dura")
    make_term(term="lumbar", key="lumbar")
    record = make_treatment(benefits="A [[dura]].[@one]", risks="A [[lumbar]].[@two]")
    make_outcome(treatment=record)

    built = build_leaflet(record, [part for part in parts_of(record) if part.id == "risks"], clinic)

    assert [section.id for section in built.sections] == ["risks"]
    assert [(item.number, item.reference.key) for item in built.references] == [(1, "two")]
    assert [term.key for term in built.terms] == ["lumbar"]
    assert built.outcomes == ()


def test_results_bring_their_references(clinic):
    record = make_treatment()
    outcome = make_outcome(treatment=record, citation=make_citation(key="trial"), notes="Small.")

    built = build_leaflet(record, [part for part in parts_of(record) if part.id == "outcomes"], clinic)

    assert [shown.title for shown in built.outcomes] == [outcome.title]
    assert [item.reference.key for item in built.references] == ["trial"]


def test_a_leaflet_holds_the_ticked_sections_and_says_where_it_is_from(client, clinic):
    reviewer = make_clinician(clinic=clinic, may_review=True, name="Dr. Rea Sample")
    record = make_treatment(slug="a", reviewed_by=reviewer, last_reviewed=datetime.date(2026, 11, 1))
    type(record).objects.update(changed_on=datetime.date(2026, 11, 2))

    response = leaflet(client, record, "risks", "recovery")

    text = " ".join(Page(response.content).one("main").text.split())
    found = [
        section.attributes["aria-labelledby"] for section in Page(response.content).find("section", class_="prose")
    ]
    assert found == ["recovery", "risks"]
    assert "Version of November 2, 2026." in text
    assert "http://localhost/treatments/a/" in text
    assert "Clinically reviewed by Dr. Rea Sample" in text


def test_a_leaflet_is_for_no_search_engine(client, clinic):
    response = leaflet(client, make_treatment(), "risks")

    assert response["X-Robots-Tag"] == "noindex"
    assert Page(response.content).one("meta", name="robots").attributes["content"] == "noindex"


@pytest.mark.parametrize("parts", [[], ["nothing"], ["<script>"]])
def test_without_a_part_the_parts_can_be_ticked(client, clinic, parts):
    response = leaflet(client, make_treatment(), *parts)

    assert response.status_code == 200
    assert "Tick at least one part for your leaflet." in response.content.decode()
    assert len(Page(response.content).find("input", name="part")) > 5


@pytest.mark.parametrize("path", ["", "/", "/treatments/none/", "/treatments/draft/", "//x", "/treatments/"])
def test_there_is_no_leaflet_of_what_is_no_record(client, clinic, path):
    make_treatment(slug="draft", status="draft")

    assert client.get("/leaflet/", {"page": path, "part": "risks"}).status_code == 404


def test_a_leaflet_takes_few_queries(client, clinic, django_assert_max_num_queries):
    key, term = make_citation().key, make_term().term
    record = make_treatment(risks=f"Text [@{key}] [[{term}]]")
    for _ in range(5):
        make_outcome(treatment=record)

    with django_assert_max_num_queries(8):
        leaflet(client, record, "risks", "outcomes")


def test_each_record_page_offers_its_own_parts(client, clinic):
    record = make_page(slug="g", body="Lead.\n\n### Before\n\nText.")

    page = Page(client.get("/guides/g/").content)

    [address] = [box for box in page.find("input", name="page") if box.parents[-1].attributes["action"] == "/leaflet/"]
    assert address.attributes["value"] == record.get_absolute_url()
    assert [box.attributes["value"] for box in page.find("input", name="part")] == ["body-before"]
    assert {box.attributes["value"] for box in page.find("input", name="part")} <= {
        part.id for part in parts_of(record)
    }
