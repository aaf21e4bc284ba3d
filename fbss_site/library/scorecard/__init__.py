"""What four instruments for patient information ask, and which part of a record answers each item.

The instruments: DISCERN (1999), the JAMA benchmarks (1997), AHRQ's PEMAT for printable materials,
understandability only, and the IPDAS criteria, version 4. The wordings here are short forms of our own,
not quotations. A machine decides only whether a part is there and whether a check passes, never how
good it is: whatever asks that stays for a person.
"""

from .scoring import Scorecard, scorecards
from .verdicts import Result, Verdict

__all__ = ["Result", "Scorecard", "Verdict", "scorecards"]
