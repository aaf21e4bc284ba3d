import re
from decimal import Decimal

import pytest

from treatments.figures import make_arm


def points(path):
    return re.findall(r"M(\d+) (\d+)h0", path)


@pytest.mark.parametrize(
    ("of_100", "will", "will_not", "drawn"),
    [
        ("48.0", "48", "52", 48),
        ("13.6", "13.6", "86.4", 14),
        ("4.5", "4.5", "95.5", 5),
        ("0.4", "0.4", "99.6", 0),
        ("0", "0", "100", 0),
        ("100", "100", "0", 100),
    ],
)
def test_an_arm_is_told_both_ways_and_drawn_in_whole_people(of_100, will, will_not, drawn):
    arm = make_arm("Usual care", Decimal(of_100))

    assert (arm.will, arm.will_not, arm.drawn) == (will, will_not, drawn)
    assert (len(points(arm.filled)), len(points(arm.empty))) == (drawn, 100 - drawn)


def test_a_hundred_people_stand_in_ten_rows_of_ten():
    arm = make_arm("Usual care", Decimal(33))

    places = points(arm.filled) + points(arm.empty)
    assert len(set(places)) == 100
    assert {int(place) for pair in places for place in pair} == set(range(5, 100, 10))
    assert points(arm.filled)[-1] == ("25", "35")


def test_a_rounded_figure_says_so():
    assert make_arm("", Decimal("13.6")).is_rounded
    assert not make_arm("", Decimal("13.0")).is_rounded
