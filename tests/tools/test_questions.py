import pytest

from fbss_site.tools.questions import choices, topics_of
from tests.factories import make_citation, make_condition, make_symptom, make_term, make_treatment
from tests.html import Page

pytestmark = pytest.mark.django_db


def texts(topic):
    return [question.text for question in topic.questions]


def test_each_point_is_a_question_in_plain_words(clinic):
    make_citation(key="key")
    make_term(term="dura")
    record = make_treatment(
        questions_to_ask="Ask:\n\n- Is *this* “mine” & {{clinic_name}}'s?[@key]\n- What is a [[dura|cover]]?\n"
    )

    [topic] = topics_of([record], clinic)

    assert texts(topic) == ["Is this “mine” & Sample Spine Clinic's?", "What is a cover?"]
    assert (topic.title, topic.url) == (record.title, record.get_absolute_url())


def test_a_shared_question_stands_once(clinic):
    records = [make_treatment(questions_to_ask="- Same?\n- One?"), make_condition(questions_to_ask="- Same?\n- Two?")]

    assert [texts(topic) for topic in topics_of(records, clinic)] == [["Same?", "One?"], ["Two?"]]


def test_a_question_keeps_its_id_wherever_it_stands(clinic):
    [one] = topics_of([make_treatment(questions_to_ask="- First?\n- Same?")], clinic)
    [other] = topics_of([make_condition(questions_to_ask="- Same?")], clinic)

    assert one.questions[1] == other.questions[0]


def test_records_without_questions_are_no_topics(clinic):
    assert topics_of([make_symptom(), make_treatment(status="draft", questions_to_ask="")], clinic) == []


def test_only_published_records_with_questions_can_be_chosen(django_assert_num_queries):
    treatment = make_treatment()
    make_treatment(status="draft")
    make_symptom()

    with django_assert_num_queries(1):
        found = choices()

    assert [(name, [link.title for link in links]) for name, links in found] == [("Treatments", [treatment.title])]


def test_the_sheet_shows_the_questions_of_an_address(client, clinic):
    make_treatment(slug="a", questions_to_ask="- What if I wait?")

    page = Page(client.get("/tools/questions/?about=/treatments/a/").content)

    assert "What if I wait?" in page.one("fieldset", class_="questions").text
    assert [box.attributes["value"] for box in page.find("input", name="about") if "checked" in box.attributes] == [
        "/treatments/a/"
    ]


@pytest.mark.parametrize("about", ["/treatments/none/", "", "/", "%00", "/symptoms/s/", "<script>"])
def test_an_address_without_questions_is_told_so(client, clinic, about):
    make_symptom(slug="s")

    response = client.get("/tools/questions/", {"about": about})

    assert response.status_code == 200
    assert "We have no questions for one of the pages" in response.content.decode()


def test_more_pages_than_fit_are_told_so(client, clinic):
    paths = [make_treatment(questions_to_ask=f"- Question {number}?").get_absolute_url() for number in range(6)]

    response = client.get("/tools/questions/", {"about": paths})

    assert len(Page(response.content).find("fieldset", class_="questions")) == 4
    assert "these are the first 4" in response.content.decode()
