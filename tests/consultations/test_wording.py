from datetime import UTC, datetime, time

import pytest

from fbss_site.consultations import wording
from fbss_site.consultations.callback import Window
from tests import factories


@pytest.mark.parametrize(
    ("moment", "american", "british"),
    [
        (time(17), "5 pm", "5pm"),
        (time(8, 30), "8:30 am", "8.30am"),
        (time(12), "12 noon", "12 noon"),
        (time(12, 15), "12:15 pm", "12.15pm"),
        (time(0, 5), "12:05 am", "12.05am"),
    ],
)
def test_times_of_day_are_said_as_people_say_them(moment, american, british):
    assert wording.clock(moment, "en-US") == american
    assert wording.clock(moment, "en-GB") == british


def test_a_promise_names_day_and_time_of_the_clinics_zone(db):
    moment = datetime(2026, 11, 23, 22, 0, tzinfo=UTC)
    american = factories.make_clinic(time_zone="America/New_York")
    british = factories.make_clinic(time_zone="Europe/London", locale="en-GB")

    assert wording.call_by_text(moment, american) == "by 5 pm on Monday, November 23"
    assert wording.call_by_text(moment, british) == "by 10pm on Monday 23 November"


def test_without_a_promise_it_is_as_soon_as_we_can(db):
    assert wording.call_by_text(None, factories.make_clinic()) == "as soon as we can"


def test_a_window_is_said_from_its_start_to_its_end():
    assert wording.window_text(Window(time(9), time(12)), "en-US") == "9 am to 12 noon"
