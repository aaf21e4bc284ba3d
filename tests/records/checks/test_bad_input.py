"""Whatever an editor pastes: the checks neither fail nor go on without end."""

import pytest

from conditions.models import Condition
from fbss_site.records.checks import check_document
from fbss_site.records.documents import Document
from treatments.models import Outcome, Treatment

from ...hostile import MOST_GROWTH, PIECES, calls_of, repeated
from .checking import LIBRARY, checks_on, findings_about

SPANISH = (
    "El dolor que sigue después de una operación de la espalda tiene muchas causas. El médico revisa la historia, "
    "examina la columna y decide si hace falta otra prueba. La mano, el brazo y el cuello no se examinan aquí. "
    "Una de cada cinco personas, el 20 %, sigue con dolor."
)
GERMAN = (
    "Nach einer Operation an der Wirbelsäule bleiben die Schmerzen manchmal bestehen. Der Arzt untersucht den Arm, die "
    "Hand und das Bein. Die Kur hilft am besten, wenn man sie früh beginnt, und sie dauert mehrere Wochen im Jahr."
)
LENGTH = 4_000
LONG = 100_000


def document_of(text):
    return Document({"title": "A", "summary": text[:300]}, {"What it is": text})


@pytest.mark.parametrize("piece", PIECES)
def test_work_grows_no_faster_than_the_text(piece):
    def calls(length):
        return calls_of(check_document, Condition, document_of(repeated(piece, length)), LIBRARY)

    assert calls(2 * LENGTH) / calls(LENGTH) < MOST_GROWTH


@pytest.mark.parametrize("piece", PIECES)
def test_a_very_long_text_gets_an_answer(piece):
    """A pattern that tries all ways to match comes to none. Slower growth shows in tests/benchmarks/checks.py."""
    assert check_document(Condition, document_of(repeated(piece, LONG)), LIBRARY)


@pytest.mark.parametrize("text", [SPANISH, GERMAN])
def test_the_checks_of_wording_say_that_they_know_english_only(text):
    document = Document({"title": "A"}, {"What it is": text})
    findings = check_document(Condition, document, LIBRARY)

    assert [finding.level for finding in findings if finding.check == "language"] == ["warns"]
    assert not {finding.check for finding in findings} & {
        "promise",
        "region",
        "blame",
        "reading-grade",
        "long-sentence",
    }


def test_a_figure_needs_its_source_in_any_language():
    assert "uncited-claim" in checks_on(SPANISH)


def test_english_of_the_hardest_kind_is_still_english():
    text = (
        "Comprehensive evaluation of patients with persistent symptoms is necessary, and it should not be delayed. " * 3
    )

    assert "reading-grade" in checks_on(text)


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script> <b>We cure pain</b>",
        "# High\n\n###### Low\n\n> - 1. **We cure pain",
        "```\nWe cure pain",
        "We\n**cure**\npain &#0; &#x110000; \x00 \ud800",
        "\u202eWe cure pain\u202c",
    ],
)
def test_words_are_found_in_any_markdown(text):
    assert "promise" in checks_on(text)


@pytest.mark.parametrize("model", [Condition, Treatment, Outcome])
def test_front_matter_of_the_wrong_kind_is_left_to_the_loader(model):
    front = {"title": ["A"], "summary": {"a": 1}, "also_known_as": 7, "position": None, "citation": ["x"], "group": [1]}

    assert check_document(model, Document(front, {"Benefits": "Some words."}), LIBRARY)


def test_an_empty_text_is_only_missing():
    assert {finding.check for finding in findings_about("")} == {"incomplete"}
