"""Whatever an editor pastes: the checks neither fail nor take long."""

import time

import pytest

from conditions.models import Condition
from fbss_site.records.checks import check_document
from fbss_site.records.documents import Document
from treatments.models import Outcome, Treatment

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
PIECES = (
    *("[", "![", "[@", "[[", "{{", "`", ">", "* ", "| a", "<", "&", "### a\n", "[@a; @b]", "[[a|", "[a](", "![a](b"),
    *("*a ", "\\", "- a\n", "1. a\n", "a\n\n", "```\n", "|a|\n|-|\n", ".", ". ", "a.", '"', "(", "(link to ", "1 of "),
    *("surgery ", "surgery helps ", "surgery x ", "best ", "the best doctor ", "not best ", "suffer from ", "arm "),
    *(
        "pain hand ",
        "one in ",
        "twice ",
        "higher risk ",
        "call 1 ",
        "call 1234567 ",
        "X",
        "? ",
        "is done ",
        "a:\n\n- b\n",
    ),
    *("![1111111111](a", "to be ", "all insurance ", "no ", "5 ", "https://a", "@a ", "é", "中", "\N{NO-BREAK SPACE}"),
)
LENGTH = 10_000
# Four times the text takes four times as long, give or take; were it quadratic, sixteen times.
MOST_GROWTH = 9


def seconds(text):
    document = Document({"title": "A", "summary": text[:300]}, {"What it is": text})

    def run():
        start = time.process_time()
        check_document(Condition, document, LIBRARY)
        return time.process_time() - start

    return min(run() for _ in range(2))


@pytest.mark.parametrize("piece", PIECES)
def test_time_grows_no_faster_than_the_text(piece):
    def repeated(length):
        return (piece * (length // len(piece) + 1))[:length]

    # What takes no time at all has no growth to speak of.
    assert seconds(repeated(4 * LENGTH)) < MOST_GROWTH * max(seconds(repeated(LENGTH)), 0.02)


def test_a_text_of_200_kilobytes_takes_seconds_at_most():
    prose = "After surgery, the pain may stay. Ask whether the injection works, and bring your scans [@kumar2007].\n\n"

    assert seconds((prose * 2_000)[:200_000]) < 5


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
