import pytest
from django.conf import settings
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext

from fbss_site.library import load_library
from tests.factories import (
    make_care_card,
    make_citation,
    make_clinic,
    make_group,
    make_offering,
    make_outcome,
    make_term,
    make_treatment,
)
from tests.html import Page
from treatments.compare import NO_FURTHER, choose, compare
from treatments.models import Treatment

pytestmark = pytest.mark.django_db
AT_ONCE = "Surgery at once is done as an emergency. It is not a choice to weigh, so it is not compared here."


@pytest.fixture
def three():
    return [make_treatment(slug=slug, title=slug.capitalize()) for slug in ("first", "second", "third")]


@pytest.fixture
def no_further():
    return make_treatment(slug=NO_FURTHER, title="No further treatment for now")


def slugs(treatments):
    return [treatment.slug for treatment in treatments]


def row(comparison, key):
    return next([cell.value for cell in row.cells] for row in comparison.rows if row.key == key)


def test_the_choice_keeps_the_order_of_the_address(three):
    assert slugs(choose(["third", "first"]).treatments) == ["third", "first"]


def test_no_further_treatment_is_always_the_last_column(three, no_further):
    assert slugs(choose(["first", "second"]).columns) == ["first", "second", NO_FURTHER]
    assert slugs(choose(["first", "second", "third"]).columns) == ["first", "second", "third", NO_FURTHER]


def test_no_further_treatment_stands_once_when_it_was_chosen(three, no_further):
    choice = choose([NO_FURTHER, "first"])

    assert choice.fits
    assert slugs(choice.columns) == [NO_FURTHER, "first"]


def test_a_library_without_it_compares_all_the_same(three):
    assert slugs(choose(["first", "second"]).columns) == ["first", "second"]


@pytest.mark.parametrize(
    ("asked", "fits", "remarks"),
    [
        ([], False, []),
        (["first"], False, ["You have chosen First. Tick one or two more to put beside it."]),
        (["first", "second"], True, []),
        (
            ["first", "second", "third", NO_FURTHER],
            False,
            ["You have chosen 4 treatments. Two or three fit side by side, so untick some."],
        ),
        (["first", "first", "second"], True, ["You named a treatment twice. It is shown once."]),
        (
            ["first", "nothing"],
            False,
            [
                "One of the treatments that you asked for is not on these pages.",
                "You have chosen First. Tick one or two more to put beside it.",
            ],
        ),
        (["draft"], False, ["One of the treatments that you asked for is not on these pages.", "Tick two or three."]),
        (["first", "at-once", "second"], True, [AT_ONCE]),
        (["first", "at-once"], False, [AT_ONCE, "You have chosen First. Tick one or two more to put beside it."]),
        (["at-once"], False, [AT_ONCE, "Tick two or three."]),
        (["first", "second", "draft"], True, ["One of the treatments that you asked for is not on these pages."]),
        (["'; --", "<script>", "\U0001f600", ""], False, None),
    ],
)
def test_what_cannot_be_done_is_said(three, no_further, asked, fits, remarks):
    make_treatment(slug="draft", status="draft")
    make_treatment(slug="at-once", title="Surgery at once", is_emergency=True)

    choice = choose(asked)

    assert choice.fits == fits
    assert remarks is None or list(choice.remarks) == remarks


def test_there_are_at_most_nine_rows_of_equal_questions(three, no_further, clinic):
    comparison = compare(choose(["first", "second"]).columns, clinic)

    assert len(comparison.rows) == 9
    assert all(
        slugs([cell.treatment for cell in row.cells]) == ["first", "second", NO_FURTHER] for row in comparison.rows
    )


def test_texts_are_whole_first_points(clinic):
    text = "About this.\n\n- **One:** a [[dura]].[@one]\n- Two.\n- Three.\n"
    make_citation(key="one")
    make_term(term="dura", key="dura")
    treatment = make_treatment(risks=text, recovery="First.\nStill first.\n\nSecond.")

    comparison = compare([treatment], clinic)

    [harms] = row(comparison, "risks")
    assert "Two." in harms
    assert "Three" not in harms
    assert [term.key for term in comparison.terms] == ["dura"]
    assert [source.number for source in comparison.sources] == [1]
    assert row(comparison, "recovery") == ["<p>First.\nStill first.</p>\n"]


def test_the_first_benefit_and_the_first_harm_with_both_figures_are_shown(three, clinic):
    make_outcome(treatment=three[0], title="Later", position=20)
    first = make_outcome(treatment=three[0], given="both", position=10)
    harm = make_outcome(treatment=three[0], kind="harm", position=30)
    make_outcome(treatment=three[1], status="draft")

    with_figures, without = row(compare(three[:2], clinic), "results")

    assert [result.outcome for result in with_figures] == [first, harm]
    assert [result.given for result in with_figures] == ["both", "First"]
    assert (with_figures[0].with_treatment, with_figures[0].without_treatment) == ("48", "9")
    assert without == []


def test_a_treatment_without_figures_says_so_in_its_cell(client, clinic, three):
    make_outcome(treatment=three[0])

    page = Page(client.get("/treatments/compare/?t=first&t=second").content)

    [results] = page.find("tr", class_="compare__row--results")
    cells = [" ".join(cell.text.split()) for cell in page.find("td") if results in cell.parents]
    assert "48 of 100" in cells[0]
    assert cells[1] == "We know of no study that gives both figures."


def test_what_this_clinic_offers_is_told(three, clinic):
    make_offering(clinic=clinic, treatment=three[1])
    make_offering(clinic=make_clinic(), treatment=three[0])

    assert row(compare(three[:2], clinic), "offered") == [False, True]


def test_a_source_is_one_line_with_its_full_address(three, clinic):
    citation = make_citation(
        authors=["Kumar K", "Taylor RS"], container="Pain", year=2007, doi="10.1016/j.pain.2007.07.028"
    )
    make_outcome(treatment=three[0], citation=citation)
    [source] = compare(three[:2], clinic).sources

    assert (source.text, source.address) == ("Kumar K et al. Pain. 2007.", "https://doi.org/10.1016/j.pain.2007.07.028")


def test_a_source_without_authors_goes_by_its_title(three, clinic):
    make_outcome(treatment=three[0], citation=make_citation(authors=[], title="A notice", container="FDA", year=2020))

    assert compare(three[:2], clinic).sources[0].text == "A notice. FDA. 2020."


@pytest.mark.parametrize(
    "query",
    [
        "",
        "t=first",
        "t=first&t=second&t=third&t=no-further-treatment-for-now",
        "t=nothing",
        "t=first&t=first",
        "t=draft",
        "t=%3Cb%3E",
    ],
)
def test_any_address_gets_a_page_with_the_chooser(client, clinic, three, no_further, query):
    make_treatment(slug="draft", status="draft")
    response = client.get(f"/treatments/compare/?{query}")

    assert response.status_code == 200
    page = Page(response.content)
    remarks = [element.text for element in page.find("p", class_="remark")]
    assert remarks == list(choose(QueryDict(query).getlist("t")).remarks)
    assert bool(remarks) == bool(query)
    boxes = page.find("input", name="t")
    assert {box.attributes["value"] for box in boxes if "checked" in box.attributes} == {
        slug for slug in [*slugs(three), NO_FURTHER] if f"t={slug}" in query
    }
    assert not page.find("table")


def test_what_is_done_as_an_emergency_is_neither_offered_nor_compared(client, clinic, three):
    make_treatment(slug="at-once", title="Surgery at once", is_emergency=True)

    page = Page(client.get("/treatments/compare/?t=first&t=at-once&t=second").content)

    assert page.one("p", class_="remark").text == AT_ONCE
    assert [heading.text for heading in page.find("th", scope="col")][1:] == ["First", "Second"]
    assert {box.attributes["value"] for box in page.find("input", name="t")} == {"first", "second", "third"}


def test_the_shipped_library_has_an_operation_that_nobody_chooses():
    load_library(settings.CONTENT_DIR)

    [operation] = Treatment.objects.filter(is_emergency=True)
    assert operation.slug == "emergency-decompression"
    assert operation not in Treatment.objects.for_list().comparable()
    assert Treatment.objects.for_list().comparable().count() > 30


def test_a_comparison_takes_few_queries_however_much_there_is(client, clinic, three, no_further):
    make_care_card(site_wide=True, urgency="emergency")
    key, term = make_citation().key, make_term().term
    for treatment in three:
        type(treatment).objects.filter(pk=treatment.pk).update(benefits=f"Text [@{key}] [[{term}]]")
    for _ in range(10):
        make_outcome(treatment=three[0])
        make_treatment(group=make_group())

    with CaptureQueriesContext(connection) as captured:
        assert client.get("/treatments/compare/?t=first&t=second&t=third").status_code == 200

    assert len(captured) <= 8


def test_each_treatment_can_be_ticked_on_the_list_and_leads_there_from_its_page(client, clinic, three):
    make_treatment(slug="at-once", is_emergency=True)
    boxes = Page(client.get("/treatments/").content).find("input", type="checkbox", name="t")
    assert {box.attributes["value"] for box in boxes} == {"first", "second", "third"}

    page = Page(client.get("/treatments/first/").content)
    assert page.find("a", href="/treatments/compare/?t=first")
    assert not Page(client.get("/treatments/at-once/").content).find("a", href="/treatments/compare/?t=at-once")


def test_what_is_ticked_for_oneself_is_in_no_form(client, clinic, three):
    page = Page(client.get("/treatments/compare/?t=first&t=second").content)

    own = [box for box in page.find("input", type="checkbox") if box.attributes.get("name") != "t"]
    assert len(own) > 10
    assert not any("name" in box.attributes or box.within("form") for box in own)
