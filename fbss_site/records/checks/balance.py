"""Equal detail: benefits and harms of a treatment, and the treatments of one group, within 2 : 1 in words."""

from .findings import Level
from .library import count_words, is_balanced

CHECK = "balance"
MOST = 2


def check(record):
    if not is_balanced(record.model):
        return
    benefits, risks = record.section("benefits"), record.section("risks")
    if benefits and risks:
        yield from _within(record, len(benefits.raw.split()), len(risks.raw.split()), benefits.field, risks.field)
    yield from _among(record)


def _within(record, benefits, risks, benefits_name, risks_name):
    if max(benefits, risks) <= MOST * min(benefits, risks):
        return
    shorter = benefits_name if benefits < risks else risks_name
    message = f"“{benefits_name}” has {benefits} words and “{risks_name}” {risks}. Tell both in about equal detail."
    yield record.finding(CHECK, shorter, message, level=Level.WARNS)


def _among(record):
    front = record.document.front
    others = {
        title: words
        for title, words in record.library.lengths.get(str(front.get("group")), {}).items()
        if title != front.get("title") and words
    }
    own = count_words(record.document.sections.values())
    for title, words in (min(others.items(), key=_words), max(others.items(), key=_words)) if others and own else ():
        if max(own, words) > MOST * min(own, words):
            message = f"This has {own} words and “{title}” of the same group {words}. Tell both in about equal detail."
            yield record.finding(CHECK, "group", message, level=Level.WARNS)


def _words(item):
    return item[1]
