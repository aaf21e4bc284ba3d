"""What the benchmarks share. They print and assert nothing: a figure says as much of the machine as of the site."""

import os
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
TRIES = 3


def set_up(folder):
    """Django with the settings of the tests, and all its data in ``folder``."""
    os.environ["DATA_DIR"] = folder
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
    sys.path.insert(0, str(ROOT))
    import django

    django.setup()


def seconds(action, *arguments):
    """Of processor time of this process, so that another program's load does not count."""
    start = time.process_time()
    action(*arguments)
    return time.process_time() - start


def say(line):
    sys.stdout.write(f"{line}\n")


def say_growth(read, pieces, length):
    """For each piece, how long ``read`` takes over ``length`` characters of it, then twice and four times as many.

    In proportion is 2 and 4; were it quadratic, 4 and 16. The worst come first.
    """
    from tests.hostile import repeated

    rows = []
    for piece in pieces:
        one, two, four = (_least(read, repeated(piece, times * length)) for times in (1, 2, 4))
        rows.append((four / one, two / one, one, piece))
    say(f"hostile text of {length:,} characters, then twice and four times as much:")
    for fourfold, twofold, one, piece in sorted(rows, reverse=True):
        say(f"  {one * 1000:7.1f} ms  {twofold:4.1f} times  {fourfold:4.1f} times  {piece!r}")


def _least(read, text):
    return min(seconds(read, text) for _ in range(TRIES))
