import pytest

from fbss_site.records.checks import Level

from .checking import checks_on, findings_about, words_found


@pytest.mark.parametrize("key", ["nobody1999", "withdrawn2015"])
def test_an_unknown_or_retracted_source_blocks(key):
    (finding,) = findings_about(f"Scar is part of healing [@{key}].")

    assert (finding.check, finding.level, finding.words) == ("source", Level.BLOCKS, f"@{key}")


def test_a_superseded_source_warns():
    (finding,) = findings_about("Guidance lists yoga [@qaseem2017].")

    assert (finding.check, finding.level) == ("source", Level.WARNS)


def test_a_superseded_source_may_be_cited_as_such():
    assert checks_on("Guidance from 2017, now lapsed, lists yoga [@qaseem2017].") == set()


def test_the_plan_of_a_study_may_be_cited_for_itself():
    assert checks_on("A trial of fusion is under way [@krauss2023].") == set()


def test_the_plan_of_a_study_proves_nothing():
    assert checks_on("Fusion is an option [@krauss2023].") == {"source"}


def test_a_claim_on_the_plan_of_a_study_is_refused_even_where_the_plan_is_named():
    assert checks_on("A trial under way shows that 9 of 10 people do well [@krauss2023].") == {"source"}


def test_each_place_is_named_of_a_source_cited_often():
    text = "Scar forms [@withdrawn2015]. It can pull [@kumar2007; @withdrawn2015].\n\nSo it is [@withdrawn2015]."

    assert [finding.line for finding in findings_about(text)] == [1, 1, 3]


@pytest.mark.parametrize("text", ["So it is [@Kumar 2007].", "So it is [@a, @b].", "So it is @kumar2007."])
def test_a_citation_that_would_show_as_typed_is_found(text):
    assert checks_on(text) == {"source"}


def test_a_mail_address_is_no_citation():
    assert checks_on("Write to team2024@clinic.example.org by noon.") == set()


@pytest.mark.parametrize("key", ["krauss2023", "withdrawn2015", "nobody1999"])
def test_an_outcome_stands_on_a_result(key):
    assert words_found("source", key, record="outcome", section="citation") == [key]
