import pytest
from django.test import Client
from hypothesis import settings

from .factories import make_clinic

# The same examples on every machine: a failure can be seen again by whoever reads of it.
settings.register_profile("site", deadline=None, derandomize=True, database=None)
settings.load_profile("site")


@pytest.fixture
def client():
    """A browser at the default clinic's host."""
    return Client(SERVER_NAME="localhost")


@pytest.fixture
def clinic(db):
    """The default clinic."""
    return make_clinic(name="Sample Spine Clinic", slug="sample", is_default=True)
