import pytest

from .small_library import write_library


@pytest.fixture
def library(tmp_path):
    """A folder with the small library."""
    return write_library(tmp_path / "content")
