import pytest

from conditions.models import CareCard, Symptom
from fbss_site.records.checks import check_document
from fbss_site.records.documents import Document
from fbss_site.records.uploads import ALT_PROMPT
from treatments.models import Outcome, Treatment

from .checking import LIBRARY, checks_on, words_found


def missing(model, front, sections):
    findings = check_document(model, Document(front, sections), LIBRARY)
    return {finding.field for finding in findings if finding.check == "incomplete"}


def test_what_a_treatment_must_say_is_asked_for():
    assert missing(Treatment, {"title": "A"}, {"Harms and risks": "Sore muscles."}) >= {
        *("summary", "certainty", "evidence_population", "group", "invasiveness"),
        *("What is uncertain", "Benefits", "When to call"),
    }


def test_what_it_says_is_not_asked_for_again():
    assert "Harms and risks" not in missing(Treatment, {"title": "A"}, {"Harms and risks": "Sore muscles."})


def test_texts_that_may_be_left_out_are_not_asked_for():
    assert "Notes" not in missing(Outcome, {"title": "A"}, {})


def test_a_value_with_a_default_is_not_asked_for():
    assert "urgency" not in missing(Symptom, {"title": "A"}, {})


def test_a_card_needs_no_summary():
    assert "summary" not in missing(CareCard, {"title": "A"}, {})


@pytest.mark.parametrize("text", ["None.", "n/a", "-", "[@kumar2007]", "### Head", "No known side effects."])
def test_harms_that_say_nothing_are_no_harms(text):
    assert "incomplete" in checks_on(text, record="treatment", section="Harms and risks")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("### \n\nText below.", "###"),
        ("Some text.\n\n### Nothing below", "Nothing below"),
        ("### One\n\n### Two\n\nText below.", "One"),
        ("Some text.\n\n##### Deep\n\nText below.", "Deep"),
        ("Some text.\n\n# High\n\nText below.", "High"),
    ],
)
def test_headings_stand_in_order_with_words_below(text, words):
    assert [found.strip("# ") or found for found in words_found("incomplete", text)] == [words]


def test_a_step_back_up_is_no_skipped_level():
    assert checks_on("### A\n\n#### B\n\nText.\n\n### C\n\nText.") == set()


@pytest.mark.parametrize("alt", ["", "IMG_2034.jpg", "scan (2)", "a-screw", "Photo", "bone_graft", ALT_PROMPT])
def test_a_picture_needs_a_description(alt):
    assert checks_on(f"Here it is.\n\n![{alt}](/media/pictures/a-screw.png)") == {"incomplete"}


def test_a_described_picture_is_fine():
    assert checks_on("Here it is.\n\n![A screw joins two bones](/media/pictures/a-screw.png)") == set()
