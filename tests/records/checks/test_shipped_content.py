"""The shipped library stands up to its own checks."""

import statistics

import pytest
from django.conf import settings

from fbss_site.library.checking import library_of
from fbss_site.library.sources import RecordSource, read_folder
from fbss_site.records.checks import Checked, Level, check_document
from fbss_site.records.checks.reading import grade

from ...hostile import calls_of

MOST_CALLS = 15  # of functions for each character: twice as many as it takes


@pytest.fixture(scope="module")
def sources():
    found, faults = read_folder(settings.CONTENT_DIR)
    assert faults == {}
    return found


@pytest.fixture(scope="module")
def library(sources):
    return library_of(sources)


@pytest.fixture(scope="module")
def records(sources):
    return [source for source in sources if isinstance(source, RecordSource)]


def test_nothing_in_it_blocks_publishing(records, library):
    blocking = [
        f"{source.path}:{finding.line}: {finding.check}: {finding.words}"
        for source in records
        for finding in check_document(source.model, source.document, library)
        if finding.level == Level.BLOCKS
    ]

    assert blocking == []


def test_its_pages_read_easily(records, library):
    grades = [grade(Checked(source.model, source.document, library)) for source in records if source.model.has_page]

    assert statistics.median(grades) <= 8
    assert max(grades) <= 10


def test_its_longest_record_is_checked_with_little_work(records, library):
    longest = max(records, key=lambda source: len(source.text))

    assert calls_of(check_document, longest.model, longest.document, library) < MOST_CALLS * len(longest.text)
