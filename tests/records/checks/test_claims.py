from .checking import checks_on, words_found

CLAIM = "At 6 months, 48 of 100 people had half their leg pain relieved"


def test_a_figure_needs_its_source():
    assert words_found("uncited-claim", f"{CLAIM}.") == ["48 of 100"]


def test_a_source_in_the_sentence_is_enough():
    assert checks_on(f"{CLAIM} [@kumar2007].") == set()


def test_a_source_elsewhere_in_the_paragraph_is_enough():
    assert checks_on(f"{CLAIM}. Nobody was blinded [@kumar2007].") == set()


def test_a_source_in_the_next_paragraph_is_not():
    assert checks_on(f"{CLAIM}.\n\nNobody was blinded [@kumar2007].") == {"uncited-claim"}


def test_the_plan_of_a_study_elsewhere_in_the_paragraph_is_no_source():
    assert checks_on(f"{CLAIM}. A trial is under way [@krauss2023].") == {"uncited-claim"}


def test_a_statement_that_a_treatment_works_needs_its_source():
    assert words_found("uncited-claim", "Some say that massage relieves back pain.") == ["massage relieves back pain"]


def test_a_question_claims_nothing():
    assert checks_on("Does massage relieve back pain in 1 of 2 people?") == set()


def test_a_list_of_conditions_claims_nothing():
    assert checks_on("Ask first in any of these situations:\n\n- Injections did not ease your pain.") == set()


def test_a_summary_may_say_what_a_text_below_says_and_cites():
    front = {"summary": "With a stimulator, 48 of 100 people had relief."}
    findings = checks_on(f"{CLAIM} [@kumar2007].", front=front)

    assert findings == set()
    assert checks_on(front["summary"], section="summary") == {"uncited-claim"}


def test_a_summary_may_not_say_another_figure():
    from conditions.models import Condition
    from fbss_site.records.checks import check_document
    from fbss_site.records.documents import Document

    from .checking import LIBRARY

    document = Document(
        {"title": "A", "summary": "With a stimulator, 84 of 100 people had relief."},
        {"What it is": f"{CLAIM} [@kumar2007]."},
    )
    findings = check_document(Condition, document, LIBRARY)

    assert [finding.field for finding in findings if finding.check == "uncited-claim"] == ["summary"]


def test_an_outcome_says_its_source_in_a_field_of_its_own():
    summary = "At 6 months, 48 of 100 people had relief."

    assert checks_on(summary, record="outcome", section="summary", front={"citation": "kumar2007"}) == set()
