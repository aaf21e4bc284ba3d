"""The results of studies as a patient's page shows them."""

import pytest

from tests.factories import make_citation, make_offering, make_outcome, make_treatment
from tests.html import Page

pytestmark = pytest.mark.django_db


@pytest.fixture
def shown(client, clinic):
    def get(**fields):
        outcome = make_outcome(**fields)
        return Page(client.get(outcome.treatment.get_absolute_url()).content).one("article", class_="outcome")

    return get


def words(element):
    return " ".join(element.text.split())


def test_both_groups_are_told_both_ways(shown):
    text = words(shown(given="a stimulator", measure="had less pain", with_treatment="48", without_treatment="9"))

    assert "A stimulator 48 of 100 people had less pain. For the other 52 of 100, this was not so." in text
    assert "Usual care 9 of 100 people had less pain. For the other 91 of 100, this was not so." in text


def test_time_people_and_source_are_named(shown):
    citation = make_citation(type="trial", year=2007)
    text = words(shown(time_frame="at 6 months", people="100 people after back surgery", citation=citation))

    assert "WhenAt 6 months" in text
    assert "Who was studied100 people after back surgery" in text
    assert "SourceRandomised trial, 2007 (reference 1)" in text


def test_a_rounded_picture_says_so(shown):
    text = words(shown(with_treatment="13.6", without_treatment="4"))

    assert "The picture rounds 13.6 to 14." in text
    assert "rounds 4 " not in text


def test_the_table_and_the_pictures_have_the_same_figures(client, clinic):
    treatment = make_treatment()
    make_outcome(treatment=treatment, with_treatment="48", without_treatment="9")

    page = Page(client.get(treatment.get_absolute_url()).content)

    assert [words(cell) for cell in page.find("td")] == ["48", "52", "9", "91"]
    labels = [picture.attributes["aria-label"] for picture in page.find("svg", role="img")]
    assert labels == ["48 of 100 dots are filled.", "9 of 100 dots are filled."]


def test_questions_follow_what_the_clinic_offers_and_references_are_numbered_as_they_are_met(client, clinic):
    first, second, third = (make_citation(key=key) for key in ("first", "second", "third"))
    treatment = make_treatment(benefits="It may help [@first].", questions_to_ask="- Is it for me [@third]?")
    make_outcome(treatment=treatment, citation=second)
    make_offering(treatment=treatment, clinic=clinic)

    page = Page(client.get(treatment.get_absolute_url()).content)

    headings = ["benefits", "outcomes", "offering", "questions-to-ask", "references"]
    orders = [page.one("h2", id=heading).order for heading in headings]
    assert orders == sorted(orders)
    entries = [link.attributes["href"] for link in page.find("a") if page.one("nav", class_="contents") in link.parents]
    assert entries[-3:] == ["#outcomes", "#questions-to-ask", "#references"]
    titles = [link.text for link in page.find("a") if page.one("section", class_="references") in link.parents]
    assert [title for title in titles if title in {first.title, second.title, third.title}] == [
        first.title,
        second.title,
        third.title,
    ]
