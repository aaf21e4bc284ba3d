import datetime

import pytest

from .factories import make_front_desk, open_desk, signed_in

# A Wednesday morning in New York, where the sample clinic is.
WEDNESDAY = datetime.datetime(2026, 11, 18, 15, 0, tzinfo=datetime.UTC)


@pytest.fixture(autouse=True)
def no_pause_between_mails(monkeypatch):
    monkeypatch.setattr("fbss_site.consultations.outbox.PACE", 0)


@pytest.fixture
def now(monkeypatch):
    """Sets what time it is: ``now(datetime)``; until then it is that Wednesday."""

    def set_now(moment):
        monkeypatch.setattr("django.utils.timezone.now", lambda: moment)

    set_now(WEDNESDAY)
    return set_now


@pytest.fixture
def desk_clinic(clinic, now):
    """The default clinic with an open front desk."""
    return open_desk(clinic)


@pytest.fixture
def desk_user(desk_clinic):
    return make_front_desk(desk_clinic)


@pytest.fixture
def desk(desk_user):
    """A browser in which someone of the front desk is signed in."""
    return signed_in(desk_user)
