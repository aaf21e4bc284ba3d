"""No text makes the renderer work more than in proportion to its length."""

from functools import partial
from itertools import accumulate, count, takewhile

import pytest

from fbss_site.rendering import Composer

from ..hostile import MOST_GROWTH, calls_of, repeated
from .markup import elements, read

LENGTH = 4_000
MEGABYTE = 1_000_000


def longer_and_longer_backticks(length):
    lengths = takewhile(lambda end: end < length, accumulate(count(2)))
    return "".join("`" * run + "a" for run, _ in enumerate(lengths, start=1))


def deep_emphasis(length):
    return "*a **b " * (length // 14) + "b** a*" * (length // 14)


def deeper_and_deeper_lists(length):
    return "".join("  " * (level % 40) + "- a\n" for level in range(length // 44))


HOSTILE = {
    **{
        pattern: partial(repeated, pattern)
        for pattern in (
            *("[", "![", "[@", "[[", "{{", "`", ">", "* ", "| a", "<", "&", "### a\n", "[@a; @b]", "[@a]", "[[a|"),
            *("[a](", "![a](b", "[a](<b", '[a](b "c', "*a ", "**a", "_a*", "*a_b", "a**b*", "\\", "<a@b", "&#", "a\n"),
            *(
                "- a\n",
                "1. a\n",
                "> a\n",
                "> - a\n",
                "- - - a\n",
                "a\n\n",
                "```\n",
                "|a|\n|-|\n",
                "[[a]]",
                "{{a}}",
                "http://",
            ),
        )
    },
    "backticks": longer_and_longer_backticks,
    "emphasis": deep_emphasis,
    "lists": deeper_and_deeper_lists,
}


def make_composer():
    return Composer({"a": 1, "b": 1})


def work(text):
    return calls_of(make_composer().compose, text, "section", "Label")


@pytest.mark.parametrize("name", HOSTILE)
def test_work_grows_no_faster_than_the_text(name):
    hostile = HOSTILE[name]

    assert work(hostile(2 * LENGTH)) / work(hostile(LENGTH)) < MOST_GROWTH


@pytest.mark.parametrize("name", ["`", ">", "* ", "| a", "http://", "backticks"])
def test_a_megabyte_of_hostile_text_is_rendered(name):
    found, _ = read(make_composer().compose(HOSTILE[name](MEGABYTE)).html)

    assert found


def test_short_rows_of_a_wide_table_are_not_filled_up_without_end():
    columns = 1_000
    table = "|a" * columns + "|\n" + "|-" * columns + "|\n" + "a\n" * columns

    assert len(elements(make_composer().compose(table).html, "td")) < 100_000


def test_many_known_citations_are_numbered_in_proportion():
    def work_of(number):
        keys = {f"key-{index}": 1 for index in range(number)}
        return calls_of(Composer(keys).compose, " ".join(f"[@{key}]" for key in keys))

    assert work_of(1000) / work_of(500) < MOST_GROWTH
