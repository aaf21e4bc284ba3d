from dataclasses import replace

from fbss_site.records.checks import check_document
from fbss_site.records.documents import Document
from treatments.models import Treatment

from .checking import LIBRARY


def unbalanced(benefits, risks, *, lengths=None, title="Massage"):
    document = Document(
        {"title": title, "group": "self-care"}, {"Benefits": "good " * benefits, "Harms and risks": "bad " * risks}
    )
    library = replace(LIBRARY, lengths={"self-care": lengths or {}})
    findings = check_document(Treatment, document, library)
    return [(finding.field, finding.level) for finding in findings if finding.check == "balance"]


def test_harms_at_half_the_length_of_benefits_pass():
    assert unbalanced(80, 40) == []


def test_the_shorter_of_the_two_is_named():
    assert unbalanced(81, 40) == [("Harms and risks", "warns")]
    assert unbalanced(40, 81) == [("Benefits", "warns")]


def test_a_treatment_is_as_long_as_the_others_of_its_group():
    assert unbalanced(50, 50, lengths={"Yoga": 200, "Heat": 50}) == []
    assert unbalanced(50, 50, lengths={"Yoga": 201, "Heat": 100}) == [("group", "warns")]
    assert unbalanced(50, 50, lengths={"Yoga": 100, "Heat": 49}) == [("group", "warns")]


def test_it_is_not_compared_with_its_own_older_text():
    assert unbalanced(50, 50, lengths={"Massage": 900}) == []
