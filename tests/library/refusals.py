"""Loads a library that is wrong and says what was found."""

import pytest

from fbss_site.library import LoadError, load_library

from .small_library import FILES, write_library
from .test_loading import whole_database


def faults(folder):
    """(path, line, field, message) of every fault; nothing may have been written."""
    before = whole_database()
    with pytest.raises(LoadError) as refused:
        load_library(folder)
    assert whole_database() == before
    assert len(str(refused.value).splitlines()) == sum(map(len, refused.value.faults.values()))
    return {
        (path.partition("#")[0], fault.line, fault.field, fault.message)
        for path, found in refused.value.faults.items()
        for fault in found
    }


def line_in(path, words, text=None):
    lines = (text or FILES[path]).splitlines()
    return next(number for number, line in enumerate(lines, start=1) if words in line)


def one_fault(library, path, old, new):
    """The (field, message) of the one fault that the change makes, which must be named with its line."""
    text = FILES[path].replace(old, new, 1)
    assert text != FILES[path]
    write_library(library, **{path: text})
    ((found, line, field, message),) = faults(library)
    assert (found, line) == (path, line_in(path, new.splitlines()[0], text))
    return field, message
