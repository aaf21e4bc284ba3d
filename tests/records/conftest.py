"""Who opens the admin in these tests."""

import pytest

from tests import staff


@pytest.fixture
def publisher(clinic):
    return staff.sign_in(staff.PUBLISHERS)


@pytest.fixture
def editor(clinic):
    return staff.sign_in(staff.EDITORS)
