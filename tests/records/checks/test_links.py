import pytest

from .checking import checks_on, words_found


@pytest.mark.parametrize(
    "address",
    [
        *("/conditions/nonunion/", "/conditions/nonunion", "/conditions/nonunion/#outlook", "/conditions/?a=b", "/"),
        *("/media/pictures/a.png", "#outlook", "https://www.nhs.uk/a(b)?c=d", "mailto:a@b.example.org", "tel:911"),
    ],
)
def test_good_addresses_pass(address):
    assert checks_on(f"See [the page]({address}) now.") == set()


@pytest.mark.parametrize(
    "address",
    [
        *("/conditions/unknown/", "conditions/nonunion/", "../nonunion/", "www.nhs.uk", "//evil.example.org/a"),
        *("javascript:alert(1)", "https://nowhere", "mailto:team", "/conditions/nonunion/more/"),
    ],
)
def test_addresses_that_lead_nowhere_are_named(address):
    assert words_found("link", f"See [the page]({address}) now.") == [address]


def test_a_term_that_the_glossary_lacks_is_named():
    assert words_found("link", "A [[spinal fusion]] and a [[spinal fuson|joint]].") == ["spinal fuson"]


@pytest.mark.parametrize("text", ["A [[spinal fusion] here.", "See [the guide][guide] here.", "Call {{clinic_fax}}."])
def test_marks_that_would_show_on_the_page_are_found(text):
    assert checks_on(text) == {"link"}
