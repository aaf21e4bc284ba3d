import pytest

from fbss_site.citations.models import Citation
from tests import factories, staff
from tests.html import Page


@pytest.fixture
def publisher(clinic):
    return staff.sign_in(staff.PUBLISHERS)


def change(client, citation, **changes):
    return staff.send_form(client, staff.admin_url("change", citation), **changes)


def found(client, **query):
    return set(client.get(staff.admin_url("changelist", Citation), query).context["cl"].result_list)


@pytest.mark.parametrize("query", ["kumar2007", "stimulation", "Nygaard", "Lønne"])
def test_a_citation_is_found_by_key_title_and_author(publisher, query):
    wanted = factories.make_citation(key="kumar2007", title="Spinal stimulation", authors=["Lønne G", "Nygaard ØP"])
    factories.make_citation()

    assert found(publisher, q=query) == {wanted}


def test_citations_are_listed_by_type_and_status(publisher):
    wanted = factories.make_citation(type="guideline", status="superseded")
    factories.make_citation(type="guideline")
    factories.make_citation(status="superseded")

    assert found(publisher, type__exact="guideline", status__exact="superseded") == {wanted}


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("doi", "https://doi.org/10.1001/jama.2022.18231", "without its web address: 10.1001/jama.2022.18231"),
        ("doi", "jama.2022.18231", "A DOI starts with 10."),
        ("pmid", "PMID 123", "A PMID is a number"),
        ("pmcid", "9579901", "A PMCID is PMC and a number"),
        ("url", "somewhere", "Enter a valid URL"),
    ],
)
def test_a_wrong_identifier_gets_a_sentence_at_its_field(publisher, field, typed, sentence):
    response = change(publisher, factories.make_citation(), **{field: typed})

    assert sentence in staff.errors_of(response)[field]


def test_two_citations_cannot_have_one_doi(publisher):
    factories.make_citation(key="hara2022", doi="10.1001/jama.2022.18231")

    response = change(publisher, factories.make_citation(), doi="10.1001/jama.2022.18231")

    assert "“hara2022” already has this DOI." in staff.errors_of(response)["doi"]


def test_the_key_of_a_cited_citation_stays(publisher):
    factories.make_citation(key="kumar2007")
    factories.make_symptom(status="draft", what_to_do="Lie down. [@kumar2007]")
    unused = factories.make_citation(key="typo2007")

    assert not Page(publisher.get(staff.admin_url("change", Citation.objects.get(key="kumar2007"))).content).find(
        "input", name="key"
    )
    change(publisher, unused, key="right2007")
    assert Citation.objects.filter(key="right2007").exists()


@pytest.mark.parametrize("make", [factories.make_symptom, factories.make_home_section], ids=["record", "home section"])
def test_a_cited_citation_is_not_deleted(publisher, make):
    citation = factories.make_citation(key="kumar2007")
    text = "what_to_do" if make is factories.make_symptom else "text"
    row = make(**{text: "Lie down. [@kumar2007]"})

    response = publisher.post(staff.admin_url("delete", citation), {"post": "yes"})

    assert f"{row} cites kumar2007" in response.content.decode()
    assert Citation.objects.exists()


def test_cited_citations_are_not_deleted_by_the_dozen_either(publisher):
    citation = factories.make_citation(key="kumar2007")
    factories.make_symptom(what_to_do="Lie down. [@kumar2007]")
    data = {"action": "delete_selected", "_selected_action": [citation.pk], "post": "yes"}

    publisher.post(staff.admin_url("changelist", Citation), data)

    assert Citation.objects.exists()


def test_a_citation_that_nothing_cites_is_deleted(publisher):
    citation = factories.make_citation()

    publisher.post(staff.admin_url("delete", citation), {"post": "yes"})

    assert not Citation.objects.exists()


def test_view_on_site_leads_to_the_page_of_the_citation(publisher):
    page = Page(publisher.get(staff.admin_url("change", factories.make_citation(key="kumar2007"))).content)

    response = publisher.get(page.one("a", class_="viewsitelink").attributes["href"])

    assert response.url.endswith("/references/kumar2007/")
