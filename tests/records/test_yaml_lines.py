import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fbss_site.records.yaml_lines import YamlError, dump, read


def fault(text):
    with pytest.raises(YamlError) as refused:
        read(text)
    return refused.value.line, refused.value.message


def test_every_value_comes_with_its_line():
    value, lines = read("name: A\n\nhours:\n  - day: Monday\n    opens: '09:00'\n  - day: Tuesday\n")

    assert value == {"name": "A", "hours": [{"day": "Monday", "opens": "09:00"}, {"day": "Tuesday"}]}
    assert lines[("name",)] == 1
    assert lines[("hours",)] == 3
    assert lines[("hours", 0)] == 4
    assert lines[("hours", 0, "opens")] == 5
    assert lines[("hours", 1, "day")] == 6


def test_nothing_is_nothing():
    assert read("") == (None, {})
    assert read("# only a remark\n") == (None, {})


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a: 1\nb: [1, 2\n", 3),
        ("a: 1\n\tb: 2\n", 2),
        ("a: 1\nb: 'x\n", 3),
        ("a: 1\n\nb: @x\n", 3),
        ("a: 1\n---\nb: 2\n", 2),
        ("a: 1\nb: *nobody\n", 2),
        ("a: 1\nb: !!python/object:os.system x\n", 2),
        ("a: 1\nb: 2026-02-31\n", 2),
        ("a: 1\nb:\n  - 0x_\n", 3),
        ("a: 1\nb: \x07\n", 2),
    ],
)
def test_what_is_not_yaml_is_named_with_its_line(text, line):
    found, message = fault(text)

    assert found == line
    assert message.startswith("This is not YAML: ")


def test_a_key_that_stands_twice_is_named_with_the_line_of_the_second():
    assert fault("a: 1\nb: 2\na: 3\n") == (3, "“a” stands here twice.")
    assert fault("a:\n  - b: 1\n    b: 2\n") == (3, "“b” stands here twice.")


@pytest.mark.parametrize("text", ["a: 1\n7: x\n", "a: 1\nyes: x\n", "a: 1\n? [x]\n: y\n", "a: 1\n<<: {b: 1}\n"])
def test_a_key_is_a_word(text):
    assert fault(text) == (2, "A key is a word here: put it in quotes if it has to be this one.")


def test_no_value_refers_to_another():
    bomb = "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: &d [*c, *c]\n"

    for text in ("a: &a [*a]\n", "a: &a 1\nb: *a\n", bomb):
        assert fault(text)[1] == "Write this value out: one cannot refer to another here."


def test_half_a_character_is_refused():
    assert fault('a: 1\nb: "\\ud83d"\n')[0] == 2


def test_endless_nesting_is_refused():
    assert "too deep" in fault("a: " + "[" * 5_000)[1]


def test_the_canonical_form_is_one_line_a_value_and_lists_stand_in():
    value = {
        "title": "Yes: it is",
        "long": "word " * 60,
        "number": "007",
        "names": ["On", "two"],
        "text": "one\ntwo\n",
        "day": datetime.date(2026, 3, 1),
        "é": True,
    }

    assert dump(value).splitlines() == [
        "title: 'Yes: it is'",
        f"long: '{'word ' * 60}'",
        "number: '007'",
        "names:",
        "  - 'On'",
        "  - two",
        "text: |",
        "  one",
        "  two",
        "day: 2026-03-01",
        "é: true",
    ]


plain = st.recursive(
    st.text(st.characters(exclude_categories=("Cs",)), max_size=30)
    | st.sampled_from(
        ["---", "- a", "a: b", "# a", "yes", "1", "1:30", "2026-03-01", "|", "a\n---\n## b\n", "\n a", "\t"]
    )
    | st.integers()
    | st.booleans()
    | st.dates(),
    lambda values: (
        st.lists(values, max_size=4)
        | st.dictionaries(st.text(st.characters(exclude_categories=("Cs",)), max_size=10), values, max_size=4)
    ),
    max_leaves=8,
)


@given(plain)
def test_what_is_dumped_is_read_again(value):
    text = dump(value)

    assert read(text)[0] == value
    assert dump(read(text)[0]) == text


@given(st.text(st.sampled_from("ab:-[]{}&*!|>'\"%@`#, \n\t0123456789?\\~<="), max_size=40))
def test_any_text_is_read_or_refused(text):
    line = 1
    try:
        read(text)
    except YamlError as refused:
        line = refused.line

    assert 1 <= line <= text.count("\n") + 1
