"""The sheets as they arrive: nothing on them can be sent."""

import pytest

from tests.factories import make_treatment
from tests.html import Page

pytestmark = pytest.mark.django_db
SHEETS = ("/tools/visit-planner/", "/tools/records-checklist/", "/tools/questions/?about=/treatments/a/")


@pytest.fixture(params=SHEETS)
def sheet(request, client, clinic):
    make_treatment(slug="a", questions_to_ask="- What if I wait?")
    return Page(client.get(request.param).content)


def fields(sheet):
    return [
        field
        for field in [*sheet.find("textarea"), *sheet.find("input", type="checkbox")]
        if any("data-sheet" in parent.attributes for parent in field.parents)
    ]


def test_no_field_is_in_a_form_or_has_a_name(sheet):
    assert fields(sheet)
    assert not any(field.within("form") or "name" in field.attributes for field in fields(sheet))


def test_every_field_has_a_label(sheet):
    labelled = {label.attributes["for"] for label in sheet.find("label")}

    assert {field.attributes["id"] for field in fields(sheet)} <= labelled


def test_what_is_written_is_not_kept_or_checked_by_the_browser(sheet):
    written = [field for field in fields(sheet) if field.attributes.get("type") != "checkbox"]
    assert all(field.attributes["autocomplete"] == "off" for field in written)
    assert all(field.attributes["spellcheck"] == "false" for field in sheet.find("textarea"))


def test_buttons_send_nothing_and_wait_for_the_script(sheet):
    buttons = [
        button for button in sheet.find("button") if any("data-sheet" in parent.attributes for parent in button.parents)
    ]

    assert {button.attributes["type"] for button in buttons} == {"button"}
    assert all(
        "hidden" in button.attributes or any("hidden" in parent.attributes for parent in button.parents)
        for button in buttons
    )


def test_the_sheets_and_the_comparison_are_linked_from_every_page_and_the_guides(client, clinic):
    footer = Page(client.get("/").content).one("nav", **{"aria-label": "All pages"})
    assert "Tools for your visit" in footer.text
    assert "Compare treatments" in footer.text

    hrefs = {link.attributes["href"] for link in Page(client.get("/guides/").content).find("a")}
    assert {"/treatments/compare/", "/tools/questions/", "/tools/visit-planner/", "/tools/records-checklist/"} <= hrefs


def test_questions_of_a_page_lead_to_their_sheet(client, clinic):
    make_treatment(slug="a")

    assert Page(client.get("/treatments/a/").content).find("a", href="/tools/questions/?about=/treatments/a/")
