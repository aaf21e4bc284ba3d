import pytest
from django.core.exceptions import ValidationError

from conditions.models import CareCard, Symptom
from fbss_site.clinics.local_words import LOCAL_WORDS
from fbss_site.records.rules import LONGEST_TEXT, check_texts, refuse_citations, texts_cite
from tests.factories import make_citation, make_symptom, make_term

pytestmark = pytest.mark.django_db


def faults(text):
    """(message, what stands at the place that it names) of each fault in a symptom's text."""
    with pytest.raises(ValidationError) as refused:
        check_texts(Symptom(feels_like=text))
    assert list(refused.value.error_dict) == ["feels_like"]
    return [
        (error.messages[0], text[error.params["offset"] :].split("]")[0])
        for error in refused.value.error_dict["feels_like"]
    ]


def test_a_text_of_known_things_is_fine():
    make_citation(key="kumar2007")
    make_term(term="Dura", also=["dura mater"])

    check_texts(
        Symptom(feels_like="### Now\n[@kumar2007] [[dura]] [[Dura mater|cover]] {{emergency_number}}", what_to_do="")
    )


def test_an_unknown_citation_is_named_where_it_stands():
    make_citation(key="kumar2007")

    assert faults("a [@kumar2007; @nobody1999]") == [
        (
            "There is no citation “nobody1999”. Add it to the citations first, or mend the key.",
            "[@kumar2007; @nobody1999",
        )
    ]


def test_an_unknown_term_is_named_where_it_stands():
    assert faults("a [[dura]]") == [
        ("The glossary has no term “dura”. Add it there first, or write it without brackets.", "[[dura")
    ]


@pytest.mark.parametrize("name", ["50% of people", "100%", "%s", "%(offset)s"])
def test_a_sign_for_percent_in_a_term_is_no_trap(name):
    assert f"no term “{name}”" in faults(f"[[{name}]]")[0][0]


def test_an_unknown_word_is_named_with_those_there_are():
    ((message, place),) = faults("call {{fax}}")

    assert place == "{{fax}}"
    assert message == f"“fax” is none of the words that a clinic fills in: {', '.join(LOCAL_WORDS)}."


@pytest.mark.parametrize("heading", ["# One", "## Two", "   ## Two", "##", "#\tOne"])
def test_a_heading_as_high_as_a_sections_own_is_refused(heading):
    ((message, place),) = faults(f"a\n{heading}\nb")

    assert message.startswith("Start a heading inside a section with ### ")
    assert place.startswith(heading)


@pytest.mark.parametrize("text", ["### Three", "#hashtag", "##5", "a # b", "    # code"])
def test_what_is_no_such_heading_is_fine(text):
    check_texts(Symptom(feels_like=f"a\n{text}\nb"))


def test_a_text_longer_than_any_page_is_refused():
    check_texts(Symptom(feels_like="x" * LONGEST_TEXT))

    assert faults("x" * (LONGEST_TEXT + 1))[0][0] == (
        "This text is too long: 200,001 characters, and 200,000 is the most."
    )


def test_all_faults_are_named_in_the_order_of_the_text():
    assert [place[:4] for _, place in faults("{{a}} [@no]\n## x\n[[y]] [@me]")] == [
        "{{a}",
        "[@no",
        "## x",
        "[[y",
        "[@me",
    ]


def test_faults_are_named_at_each_field():
    with pytest.raises(ValidationError) as refused:
        check_texts(Symptom(feels_like="[@no]", what_to_do="[[no]]"))

    assert set(refused.value.error_dict) == {"feels_like", "what_to_do"}


def test_texts_take_two_queries_however_many_they_are(django_assert_num_queries):
    make_citation(key="one")
    make_term(term="dura")

    with django_assert_num_queries(2):
        check_texts(Symptom(feels_like="[@one] [[dura]]", what_to_do="[@one] [[dura]]", may_point_to="[@one]"))


def test_a_card_that_stands_everywhere_cites_nothing():
    refuse_citations(CareCard(signs="Any of these: fever."))

    with pytest.raises(ValidationError) as refused:
        refuse_citations(CareCard(signs="Fever.[@kumar2007]"))

    assert refused.value.message_dict == {
        "signs": ["Cite on the page behind it: this text also stands where there is no list of references."]
    }


@pytest.mark.parametrize("text", ["[@one]", "[@one; @two]", "[@two; @one]", "[@two; @one; @three]", "x [@two] [@one]"])
def test_a_record_that_cites_a_key_is_found(text):
    for key in ("one", "two", "three"):
        make_citation(key=key)
    symptom = make_symptom(may_point_to=text)

    assert list(Symptom.objects.filter(texts_cite(Symptom, "one"))) == [symptom]


@pytest.mark.parametrize("text", ["one", "[one]", "@one", "[@one-b]", "[@a-one]", "[@a] one]", "[[one]]"])
def test_a_record_that_cites_another_key_is_not(text):
    for key in ("one-b", "a-one", "a"):
        make_citation(key=key)
    make_term(term="one")
    make_symptom(may_point_to=text)

    assert not Symptom.objects.filter(texts_cite(Symptom, "one")).exists()
