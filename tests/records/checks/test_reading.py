from dataclasses import replace

from conditions.models import Condition
from fbss_site.records.checks import Checked, Level
from fbss_site.records.checks.reading import grade
from fbss_site.records.documents import Document

from .checking import LIBRARY, checks_on, findings_about

EASY = "You lie on your back. The scan makes a noise. It does not hurt. You can stop it at any time. " * 4
HARD = (
    "Individualized multidisciplinary rehabilitation accommodates considerable psychological and occupational "
    "difficulties of participants. Interdisciplinary documentation facilitates communication and the coordination of "
    "subsequent rehabilitation activities. "
) * 3


def graded(text, library=LIBRARY):
    return grade(Checked(Condition, Document({"title": "A"}, {"What it is": text}), library))


def test_plain_sentences_read_easily():
    assert graded(EASY) < 4
    assert checks_on(EASY) == {"long-paragraph"}


def test_hard_words_are_refused():
    (finding,) = [found for found in findings_about(HARD) if found.check == "reading-grade"]

    assert finding.level == Level.BLOCKS
    assert "“What it is” is its hardest part" in finding.message


def test_between_the_aim_and_the_limit_it_warns():
    mixed = EASY * 5 + HARD * 3
    assert 9 < graded(mixed) < 11

    (finding,) = [found for found in findings_about(mixed) if found.check == "reading-grade"]
    assert finding.level == Level.WARNS


def test_terms_of_the_glossary_count_as_easy():
    text = "A radiofrequency ablation warms the small nerves near the joint for a short time. " * 5
    without = replace(LIBRARY, terms={})

    assert graded(text) < graded(text, without) - 2


def test_tables_and_labels_do_not_count():
    table = "\n\n| Individualized multidisciplinary rehabilitation |\n|---|\n| Interdisciplinary documentation |"

    assert graded(EASY) == graded(f"Accommodation.\n\n{EASY}{table}")


def test_a_clinics_own_words_count_as_one():
    assert graded(EASY.replace("scan", "{{emergency_department}}")) == graded(EASY)


def test_few_words_are_not_graded():
    assert checks_on("Multidisciplinary rehabilitation accommodates difficulties.") == set()
