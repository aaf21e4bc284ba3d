"""People out of 100, in words and as a picture of a hundred dots."""

from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

PEOPLE = 100
IN_A_ROW = 10
SPACING = 10  # the picture is 100 units wide and high


class Arm(NamedTuple):
    """One group of a study, in both framings. ``filled`` and ``empty`` are SVG paths: a point for each person."""

    label: str
    will: str
    will_not: str
    drawn: int
    filled: str
    empty: str

    @property
    def is_rounded(self):
        return self.will != str(self.drawn)


def make_arm(label, of_100):
    """``of_100``: a Decimal from 0 to 100. The picture rounds it to whole people, halves up."""
    drawn = int(of_100.quantize(Decimal(1), rounding=ROUND_HALF_UP))
    return Arm(label, figure(of_100), figure(PEOPLE - of_100), drawn, _points(0, drawn), _points(drawn, PEOPLE))


def figure(number):
    """``48``, ``13.6``: as people write it."""
    return f"{number.normalize():f}"


def _points(start, end):
    return "".join(
        f"M{place % IN_A_ROW * SPACING + SPACING // 2} {place // IN_A_ROW * SPACING + SPACING // 2}h0"
        for place in range(start, end)
    )
