"""Questions that nobody should have to fear."""

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from fbss_site.search.index import Index
from fbss_site.search.question import ask
from fbss_site.search.synonyms import make_synonyms

from .. import factories
from .results import search

ODD = {
    "quotes": '"\'`’‘“”"',
    "SQL": "'; DROP TABLE search_synonym; --",
    "full-text syntax": '* OR "a" AND NOT ^ NEAR( {x} :',
    "a pattern": "(((a+)+)+$ [[[ \\d{999}",
    "template tags": "{{ clinic.phone }} {% csrf_token %}",
    "emoji": "😀🙏🏽 👨‍👩‍👧",
    "right to left": "ألم الظهر بعد العملية",
    "turned round": "\u202elaminectomy\u202c",
    "accents alone": "\u0301\u0300",
    "Chinese": "背痛",
    "one letter": "a",
    "spaces": " \t\r\n ",
    "only words that ask": "what is it",
}


@pytest.mark.django_db
@pytest.mark.parametrize("text", ODD.values(), ids=ODD.keys())
def test_odd_text_gets_an_ordinary_page(client, clinic, text):
    factories.make_treatment(title="Laminectomy")

    page = search(client, text).page

    assert page.one("h1").text == "Search"
    assert page.one("input", id="search-page").attributes["value"] == " ".join(text.split())


@pytest.mark.django_db
def test_a_script_stays_text(client, clinic):
    factories.make_treatment(title="Laminectomy")

    found = search(client, "<script>alert(1)</script><img src=x onerror=alert(1)> laminektomy")

    assert not any("alert" in script.text for script in found.page.find("script"))
    assert not found.page.find("img", src="x")
    assert "<script>alert(1)</script>" in found.main


@pytest.mark.django_db
@pytest.mark.parametrize(
    "text", ["laminectomy " * 416, "x" * 5000, "laminektomy " * 416], ids=["words", "one", "wrong"]
)
def test_five_thousand_characters_are_clipped_with_a_sentence(client, clinic, text):
    factories.make_treatment(title="Laminectomy")

    found = search(client, text)

    assert "Your text was long" in found.main
    assert len(found.page.one("input", id="search-page").attributes["value"]) <= 200
    assert found.titles == ([] if text.startswith("x") else ["Laminectomy"])


@pytest.mark.django_db
def test_a_short_question_is_not_called_long(client, clinic):
    assert "Your text was long" not in search(client, "x" * 200).main


@pytest.mark.django_db
def test_a_question_without_content_asks_for_a_word(client, clinic):
    assert "Please add a word" in search(client, "what is it").main
    assert "Please add a word" not in search(client, "").main


@pytest.mark.django_db
def test_text_of_another_direction_stands_by_itself(client, clinic):
    page = search(client, ODD["right to left"]).page

    assert ODD["right to left"] in {element.text for element in page.find("bdi")}
    assert page.one("input", id="search-page").attributes["dir"] == "auto"


@hypothesis_settings(max_examples=200)
@given(st.text())
def test_no_text_at_all_raises(text):
    index = Index((), make_synonyms([(["slipped disc"], ["disc herniation"], True)], []))

    question = ask(text, index)

    assert len(question.text) <= 200
    assert index.matches(question.parts) == []
