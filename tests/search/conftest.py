import pytest

from fbss_site.search import library


@pytest.fixture(autouse=True)
def _index_of_this_test(monkeypatch):
    """Each test starts as a fresh process does, with nothing read."""
    monkeypatch.setattr(library, "_held", None)
    monkeypatch.setattr(library, "_asked_at", 0.0)
