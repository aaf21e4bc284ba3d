"""PEMAT for printable materials, understandability; its items 13 and 14 concern audiovisual ones only."""

from fbss_site.records.checks.text import IMAGE

from . import evidence as e
from .verdicts import Item


def _has_picture(subject):
    pictures = any(IMAGE.search(text.raw) for text in subject.checked.sections)
    return pictures or bool(getattr(subject.record, "drawing", "")) or bool(subject.outcomes)


def _has_table(subject):
    rows = any(block.kind == "row" for text in subject.checked.sections for block in text.blocks)
    return rows or bool(subject.outcomes)


def _has_figures(subject):
    return any(subject.checked.cited_numbers) or bool(subject.outcomes)


PEMAT = (
    Item("PEMAT-P 1", "Its purpose is evident", (e.SUMMARY,)),
    Item("PEMAT-P 2", "Nothing distracts from the purpose", person="what could be left out"),
    Item(
        "PEMAT-P 3",
        "Everyday language",
        (e.passes("reading-grade"),),
        "whether the words are everyday ones: the check measures lengths only",
    ),
    Item("PEMAT-P 4", "Medical words are explained", (e.WORDS,), "whether each is explained where it first stands"),
    Item("PEMAT-P 5", "Active voice", person="whether sentences say who acts; see warnings of the check passive"),
    Item("PEMAT-P 6", "Numbers are clear", person="whether the figures are easy to follow", applies=_has_figures),
    Item("PEMAT-P 7", "The reader need not calculate", person="whether sums are left to do", applies=_has_figures),
    Item("PEMAT-P 8", "Short sections", (e.SECTIONS,), "whether each is short enough"),
    Item("PEMAT-P 9", "Headings inform", (e.SECTIONS, e.passes("incomplete")), "whether each says what follows"),
    Item("PEMAT-P 10", "Logical order", (e.CONTENTS,), "whether the order is logical"),
    Item("PEMAT-P 11", "Has a summary", (e.SUMMARY,)),
    Item("PEMAT-P 12", "Visual cues to key points", (e.CONTENTS,), "whether they point to what matters"),
    Item("PEMAT-P 15", "Pictures where they would help", person="where a picture is wanting"),
    Item("PEMAT-P 16", "Pictures support the text", person="whether they do", applies=_has_picture),
    Item(
        "PEMAT-P 17",
        "Pictures have titles or captions",
        (e.passes("incomplete"),),
        "whether captions are clear: the check sees descriptions only",
        applies=_has_picture,
    ),
    Item("PEMAT-P 18", "Pictures are clear and uncluttered", person="whether they are", applies=_has_picture),
    Item("PEMAT-P 19", "Tables are simple, with clear headings", person="whether they are", applies=_has_table),
)
