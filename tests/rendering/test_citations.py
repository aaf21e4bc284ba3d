from fbss_site.rendering import Composer, Place, cited_keys

from .markup import elements, text_of

KEYS = {"kumar2007": 1, "north2005": 2, "thomson2013": 3}


def test_a_citation_is_a_number_that_links_to_its_reference():
    html = Composer(KEYS).compose("It helped some.[@kumar2007]").html

    (link,) = elements(html, "a")
    assert link.attributes["href"] == "#ref-1"
    assert "sup" in link.parents
    assert text_of(html).strip() == "It helped some.[Reference 1]"


def test_numbers_follow_first_use_over_all_texts_of_a_page():
    composer = Composer(KEYS)

    composer.compose("[@north2005] and [@kumar2007]")
    composer.compose("[@kumar2007] and [@thomson2013]")

    assert [(used.number, used.key) for used in composer.references] == [
        (1, "north2005"),
        (2, "kumar2007"),
        (3, "thomson2013"),
    ]


def test_a_group_keeps_the_order_in_which_it_was_typed():
    html = Composer(KEYS).compose("[@thomson2013; @kumar2007]").html

    assert [link.attributes["href"] for link in elements(html, "a")] == ["#ref-1", "#ref-2"]
    assert text_of(html).strip() == "[Reference 1, Reference 2]"


def test_each_reference_names_every_place_that_cites_it():
    composer = Composer(KEYS)
    first = composer.compose("[@kumar2007] then [@kumar2007]", "benefits", "Benefits").html
    second = composer.compose("[@kumar2007]", "risks", "Harms and risks").html

    (used,) = composer.references
    assert used.places == (
        Place("cite-1-1", "Benefits"),
        Place("cite-1-2", "Benefits"),
        Place("cite-1-3", "Harms and risks"),
    )
    assert [link.attributes["id"] for link in elements(first + second, "a")] == [place.id for place in used.places]


def test_an_unknown_key_leaves_no_trace_on_a_patients_page():
    composer = Composer(KEYS)

    assert composer.compose("It helped.[@nobody1999]").html == "<p>It helped.</p>\n"
    assert composer.references == ()


def test_an_unknown_key_is_marked_for_staff():
    html = Composer(KEYS, show_faults=True).compose("It helped.[@nobody1999; @kumar2007]").html

    (mark,) = [span for span in elements(html, "span") if span.attributes["class"] == "fault"]
    assert "no citation “nobody1999”" in text_of(html)
    assert [link.attributes["href"] for link in elements(html, "a")] == ["#ref-1"]
    assert "sup" in mark.parents


def test_code_shows_a_citation_as_it_is_typed():
    composer = Composer(KEYS)

    assert text_of(composer.compose("Type `[@kumar2007]` after the claim.").html).strip() == (
        "Type [@kumar2007] after the claim."
    )
    assert composer.references == ()


def test_what_is_no_citation_stays_text():
    for text in ("[@]", "[@Kumar]", "[@a b]", "[@kumar2007", "[@kumar2007;]", "[@kumar2007;\n@north2005]"):
        composer = Composer(KEYS)
        composer.compose(text)
        assert composer.references == (), text


def test_a_figure_cites_beside_the_texts():
    composer = Composer(KEYS)
    composer.compose("[@north2005]", label="Benefits")

    assert composer.cite("kumar2007", "Results of studies") == (2, "cite-2-1")
    assert composer.references[1].places == (Place("cite-2-1", "Results of studies"),)


def test_cited_keys_come_with_the_place_where_their_brackets_open():
    assert cited_keys("ab [@one] [@two; @three]") == [("one", 3), ("two", 10), ("three", 10)]
