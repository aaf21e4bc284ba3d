"""No promise and no boast: nothing that a reader could take for certain relief, or that ranks the clinic."""

from .boasts import BOASTS
from .patterns import matches, whole
from .voice import DENIAL, asks_for_oneself, is_denied, is_denied_later

CHECK = "promise"
# Advice to ask or to choose, and what is said of others.
LEFT_OPEN = whole(
    r"if, whether, ask, check, depends?, differs?, varies, decide, choose, which, what, advert\w*, "
    r"promis(?:e|es|ed|ing), available evidence"
)
SUPPOSED = whole("if, whether, ask, how, when, until, expect")
# “It may be covered”, “you might be free of pain for a time”.
UNCERTAIN = whole("may, might, could, perhaps, sometimes, for (?:a time|some hours|a few)")
CEMENT = whole("cement, resin, glue, cured (?:meat|ham)")
FAR = 80
ADVICE = {
    "insurance": "Promise no payment: say whom to ask about the cost.",
    "rank": "Say what it is or does instead of ranking it.",
    "praise": "Say what it is or does instead of praising it.",
    "all": "Give the number of people out of 100, with its citation, or leave the share out.",
    "safe": "Nothing is without risk: name the harms instead.",
}
PROMISE = "This promises a result that nobody can promise. Say what is likely, for whom, and how sure that is."


def check(record):
    for text in record.wordings:
        for sentence in text.sentences:
            for kind, match in matches(BOASTS, sentence):
                if not _is_fair(kind, sentence, match):
                    start, end = sentence.start + match.start(), sentence.start + match.end()
                    yield text.finding(CHECK, start, end, ADVICE.get(kind, PROMISE))


def _is_fair(kind, sentence, match):
    text, words = sentence.text, match[0]
    before = text[: match.start()][-FAR:]
    reasons = {
        "all": lambda: bool(sentence.block.sources),
        "for good": lambda: DENIAL.search(words) or LEFT_OPEN.search(before),
        "cure": lambda: CEMENT.search(text) or LEFT_OPEN.search(before),
        "pain-free": lambda: UNCERTAIN.search(before + words) or LEFT_OPEN.search(before),
        "insurance": lambda: UNCERTAIN.search(before + words) or LEFT_OPEN.search(before),
        "certain": lambda: SUPPOSED.search(before),
        "praise": lambda: False,
        "rank": lambda: LEFT_OPEN.search(text),
    }
    if reasons.get(kind, lambda: LEFT_OPEN.search(before))():
        return True
    if asks_for_oneself(sentence) or is_denied(text, match.start(), match.end()):
        return True
    return is_denied_later(text, match.end())
