from fbss_site.rendering import Composer, Term, Word, named_terms, used_words

from .markup import elements, text_of

DURA = Term("dura", "dura", "The tough cover of the spinal nerves.", "/glossary/#dura")
EMG = Term("emg", "EMG", "A test of how nerves and muscles work.", "/glossary/#emg")
TERMS = {"dura": DURA, "dura mater": DURA, "emg": EMG}


def test_a_term_opens_its_definition():
    (button,) = elements(Composer(terms=TERMS).compose("The [[dura]] is tough.").html, "button")

    assert button.attributes == {"type": "button", "class": "term", "popovertarget": "word-dura"}


def test_no_button_stands_within_a_link():
    html = Composer(terms=TERMS).compose("[The [[dura]]](/guides/)").html

    assert [button.parents for button in elements(html, "button")] == [("p",)]


def test_only_the_first_use_of_a_term_on_a_page_is_marked():
    composer = Composer(terms=TERMS)

    first = composer.compose("[[dura]] and [[dura]]").html
    second = composer.compose("[[Dura mater]]").html

    assert len(elements(first, "button")) == 1
    assert elements(second, "button") == []
    assert text_of(first + second).split() == ["dura", "and", "dura", "Dura", "mater"]


def test_a_term_may_be_shown_in_other_words():
    assert text_of(Composer(terms=TERMS).compose("[[dura|cover of the nerves]]").html).strip() == "cover of the nerves"


def test_the_terms_of_a_page_are_listed_by_name_and_once():
    composer = Composer(terms=TERMS)
    composer.compose("[[EMG]], [[Dura mater]], [[dura]]")

    assert composer.terms == (DURA, EMG)


def test_an_unknown_term_is_plain_text_for_patients_and_marked_for_staff():
    assert Composer().compose("The [[annulus|ring]].").html == "<p>The ring.</p>\n"

    html = Composer(show_faults=True).compose("The [[annulus|ring]].").html
    assert [span.attributes["class"] for span in elements(html, "span")] == ["fault"]
    assert "no term “annulus”" in text_of(html)


def test_a_clinics_words_fill_their_places():
    composer = Composer(words={"emergency_department": Word("A&E")})

    assert text_of(composer.compose("Go to {{emergency_department}} or {{ emergency_department }}.").html).strip() == (
        "Go to A&E or A&E."
    )


def test_a_number_to_call_is_a_link():
    html = Composer(words={"emergency_number": Word("999", "tel:999")}).compose("Call {{emergency_number}}.").html

    (link,) = elements(html, "a")
    assert link.attributes == {"class": "phone", "href": "tel:999"}
    assert text_of(html).strip() == "Call 999."


def test_an_unknown_word_is_nothing_for_patients_and_marked_for_staff():
    assert Composer().compose("Call {{fax}}now.").html == "<p>Call now.</p>\n"
    assert "no word “fax”" in text_of(Composer(show_faults=True).compose("Call {{fax}}.").html)


def test_names_come_with_the_place_where_their_brackets_open():
    assert named_terms("ab [[ dura ]] [[emg|test]]") == [("dura", 3), ("emg", 14)]
    assert used_words("ab {{clinic_name}} {{ fax }}") == [("clinic_name", 3), ("fax", 19)]
