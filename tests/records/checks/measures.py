"""Precision and recall of each check over tests/content/check_cases.yaml."""

from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import yaml
from django.conf import settings

from fbss_site.library.checking import library_of
from fbss_site.library.sources import read_folder

from .checking import checks_on

CASES = Path(__file__).parents[2] / "content" / "check_cases.yaml"


class Measure(NamedTuple):
    right: int
    false_alarms: int
    missed: int

    @property
    def precision(self):
        return self.right / ((self.right + self.false_alarms) or 1)

    @property
    def recall(self):
        return self.right / ((self.right + self.missed) or 1)


def read_cases():
    return yaml.safe_load(CASES.read_text(encoding="utf-8"))


def library_of_cases():
    """The shipped library, with one citation that was retracted."""
    sources, _ = read_folder(settings.CONTENT_DIR)
    library = library_of(sources)
    return replace(library, citations={**library.citations, "withdrawn2015": ("trial", "retracted")})


def measure(cases):
    """(check -> Measure, a line for each case that came out wrong)."""
    library, counts, wrong = library_of_cases(), {}, []
    for case in cases:
        place = {key: case[key] for key in ("record", "section", "front") if key in case}
        fired, expected = checks_on(case["text"], library=library, **place), set(case["checks"])
        for check in fired | expected:
            counts.setdefault(check, Counter())[check in fired, check in expected] += 1
        if fired != expected:
            wrong.append(f"{sorted(fired)} instead of {sorted(expected)}: {case['text']}")
    measures = {
        check: Measure(count[True, True], count[True, False], count[False, True]) for check, count in counts.items()
    }
    return dict(sorted(measures.items())), wrong
