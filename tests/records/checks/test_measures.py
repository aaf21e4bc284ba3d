"""The checks on sentences as real pages have them."""

from collections import Counter

import pytest

from .conftest import MEASURES
from .measures import measure, read_cases

BLOCKING = (
    *("uncited-claim", "promise", "blame", "placeholder", "region", "source", "incomplete", "link"),
    "reading-grade",
)
LEAST = 0.95


@pytest.fixture(scope="module")
def cases():
    return read_cases()


@pytest.fixture(scope="module")
def measures(cases, request):
    request.config.stash[MEASURES] = measure(cases)
    return request.config.stash[MEASURES][0]


@pytest.mark.parametrize("check", BLOCKING)
def test_a_blocking_check_gives_few_false_alarms(measures, check):
    assert measures[check].precision >= LEAST


@pytest.mark.parametrize("check", BLOCKING)
def test_a_blocking_check_misses_little(measures, check):
    assert measures[check].recall >= LEAST


def test_there_are_enough_sentences_to_tell(cases):
    assert len(cases) >= 170


@pytest.mark.parametrize("check", BLOCKING)
def test_each_blocking_check_is_tried_on_good_sentences_that_come_close(cases, check):
    near = Counter(case.get("near") for case in cases if check not in case["checks"])

    assert near[check] >= 12


def test_no_sentence_stands_twice(cases):
    texts = Counter((case["text"], case.get("section")) for case in cases if case["text"])

    assert [text for text, count in texts.items() if count > 1] == []
