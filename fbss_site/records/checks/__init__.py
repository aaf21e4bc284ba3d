"""Checks of what a record says: facts for an editor, while writing and before publishing.

Each check takes a ``Checked`` record and yields Findings. To add a rule, write a module with a
``check`` function and name it in ``CHECKS``.
"""

from itertools import islice

from . import balance, blame, claims, completeness, links, placeholders, promises, reading, region, sources, style
from .checked import Checked
from .findings import Finding, Level
from .library import Library, library_now

CHECKS = [
    module.check
    for module in (
        *(claims, promises, blame, placeholders, region, sources, completeness, links),
        *(reading, style, balance),
    )
]

MOST_OF_ONE = 100  # findings of one check; nobody reads more at a time

__all__ = ["CHECKS", "Checked", "Finding", "Level", "Library", "check_document", "library_now"]


def check_document(model, document, library):
    """Every Finding about ``document``, a record of type ``model``, by line. Pure."""
    record = Checked(model, document, library)
    findings = [finding for check in CHECKS for finding in islice(check(record), MOST_OF_ONE)]
    return sorted(findings, key=lambda finding: (finding.line, finding.offset))
