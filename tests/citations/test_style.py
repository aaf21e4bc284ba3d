import pytest

from fbss_site.citations.models import Citation
from fbss_site.citations.style import Link, reference_of


def reference(**fields):
    return reference_of(Citation(**{"key": "kumar2007", "type": "trial", "title": "Spinal cord stimulation", **fields}))


@pytest.mark.parametrize(
    ("authors", "printed"),
    [
        ([], ""),
        (["Kumar K"], "Kumar K."),
        (["Kumar K", "Taylor RS"], "Kumar K, Taylor RS."),
        (["A", "B", "C", "D", "E", "F"], "A, B, C, D, E, F."),
        (["A", "B", "C", "D", "E", "F", "G"], "A, B, C, D, E, F, et al."),
        (["et al"], ""),
    ],
)
def test_authors_are_printed_as_nlm_asks(authors, printed):
    assert reference(authors=authors).authors == printed


@pytest.mark.parametrize(
    ("parts", "printed"),
    [
        (
            {"container": "Pain", "year": 2007, "volume": "132", "issue": "1-2", "pages": "179-188"},
            "Pain. 2007;132(1-2):179-188.",
        ),
        ({"container": "Pain.", "year": 2007}, "Pain. 2007."),
        ({"container": "Pain", "volume": "132"}, "Pain. 132."),
        ({"container": "Pain", "year": 2007, "issue": "2"}, "Pain. 2007;(2)."),
        ({"year": 2007, "pages": "5"}, "2007:5."),
        ({}, ""),
    ],
)
def test_the_source_is_printed_with_whatever_is_known(parts, printed):
    assert reference(**parts).source == printed


def test_every_identifier_is_a_link():
    links = reference(doi="10.1016/j.pain.2007.07.028", pmid="17845835", pmcid="PMC9579901", url="https://a.org/").links

    assert links == (
        Link("DOI", "10.1016/j.pain.2007.07.028", "https://doi.org/10.1016/j.pain.2007.07.028"),
        Link("PMID", "17845835", "https://pubmed.ncbi.nlm.nih.gov/17845835/"),
        Link("PMCID", "PMC9579901", "https://pmc.ncbi.nlm.nih.gov/articles/PMC9579901/"),
    )


def test_a_web_address_stands_in_where_there_is_no_identifier():
    assert reference(url="https://www.fda.gov/x").links == (
        Link("Web", "https://www.fda.gov/x", "https://www.fda.gov/x"),
    )


def test_a_title_has_no_full_stop_of_its_own():
    assert reference(title="A study.").title == "A study"


@pytest.mark.parametrize(
    ("status", "printed"), [("current", ""), ("superseded", "Superseded or lapsed"), ("retracted", "Retracted")]
)
def test_only_a_source_that_no_longer_holds_has_a_mark(status, printed):
    assert reference(status=status).status == printed


def test_a_protocol_is_said_to_prove_nothing():
    protocol = reference(type="protocol")

    assert protocol.type_label == "Protocol (no results yet)"
    assert "proves nothing" in protocol.type_words
