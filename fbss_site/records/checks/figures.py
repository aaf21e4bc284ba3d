"""Shares, rates, risks and rankings: statements of how many or how likely."""

import re

from .patterns import any_of, matches, pattern, whole

SMALL = any_of("one, two, three, four, five, six, seven, eight, nine, ten, eleven, twelve, fifteen, twenty")
TENS = any_of("thirty, forty, fifty, sixty, seventy, eighty, ninety, hundred, a hundred, a thousand, thousand")
ROUND = rf"(?:{SMALL}|{TENS})"
PEOPLE = any_of(
    "people, persons?, patients?, adults?, men, women, users?, cases?, operations?, surger(?:y|ies), procedures?, "
    "fusions?, individuals, americans, britons, those, who, us, them, respondents, participants, clients, implants"
)
THINGS = any_of("stimulators, devices, leads, pumps, screws, injections, studies, trials, claims")
WHOM = any_of(r"you, people, persons?, patients?, adults, men, women, smokers, they, those \w+ \w+")
FRACTION = any_of(
    "half, one half, a third, one[ -]third, two[ -]thirds, a quarter, one[ -]quarter, three[ -]quarters, a fifth, "
    "one[ -]fifth"
)
ABOUT = any_of(
    "about, around, nearly, almost, roughly, over, under, up to, more than, less than, fewer than, at least, only, just"
)
DID = any_of(
    "had, have, got, get, feel, felt, report(?:ed)?, improved?, recover(?:ed)?, respond(?:ed)?, are, were, do, did, "
    "say, said, need(?:ed)?, will, find, found, return(?:ed)?, go, went"
)
RISK = any_of("risks?, odds, chances?, likelihood, probability, rates?")
MORE = any_of(
    "higher, lower, greater, bigger, smaller, increased, decreased, reduced, raised, elevated, double, triple, "
    "much better, slimmer"
)
CHANGES = any_of(
    "doubl(?:es|ed), tripl(?:es|ed), halv(?:es|ed), rais(?:es|ed), lower(?:s|ed), increas(?:es|ed), reduc(?:es|ed), "
    "cuts, decreas(?:es|ed), boost(?:s|ed), improv(?:es|ed), (?:can|may|will|could|might) (?:double|triple|halve)"
)
MOVES = any_of("falls?, fell, drops?, dropped, rises?, rose, grows?, climbs?, doubles?")
RATE_OF = any_of(
    "success, failure, complication, infection, fusion, revision, re-?operation, satisfaction, recovery, response, "
    "recurrence"
)
CAUSE = any_of("causes?, reasons?, complications?, sources?, culprits?, risk factors?")
THE = r"(?:(?:all|the|our|its|these|those)\s+)*"
FIRST = any_of(
    "most common, most frequent, most important, most likely, number one, no. ?1, leading, main, top, biggest, primary"
)
HAPPENS = any_of("caused, due, the result, occurs?, happens?, affects?, seen, found, develops?, comes?, results?")
AMOUNTS = any_of(
    "of, is, are, was, were, has, have, can, may, ranges?, drops?, falls?, rises?, as, between, up, exceeds?, improves?"
)
HIGH = any_of("high, higher, highest, low, lower, excellent, great, good, proven, impressive, outstanding")
LEVEL = any_of(
    r"higher, lower, greater, up, down, doubled, about, around, less than, under, over, below, above, nearly, minimal, "
    r"negligible, tiny, \d"
)

FIGURES = (
    pattern(
        "percent",
        "%, percent, per cent",
        r"\d+(?:[.,]\d+)?(?:\s*-\s*\d+(?:[.,]\d+)?)?\s?(?:%|percent\b|per\s?cent\b)",
        rf"\b{ROUND}(?:-\w+)?\s+per\s?cent\b",
    ),
    pattern(
        "count",
        "0, 1, 2, 3, 4, 5, 6, 7, 8, 9",
        r"\b\d[\d,]*(?:\s*(?:-|to)\s*\d+)?\s+(?:in|of|out\s+of)\s+(?:(?:every|each|the)\s+)?\d[\d,]*\b",
        rf"\b(?:\d{{1,3}}(?:,\d{{3}})+|\d{{4,}})\s+(?:\w+\s+)?{PEOPLE}\b",
    ),
    pattern(
        "count",
        "out of, one, two, three, four, five, six, seven, eight, nine, ten, twelve, fifteen, twenty",
        rf"\b{SMALL}\s+(?:in(?:\s+every)?|out\s+of(?:\s+every)?|of\s+every)\s+{ROUND}\b",
        rf"\b{SMALL}\s+of\s+(?:the\s+)?{ROUND}\s+{PEOPLE}\b",
        rf"\b{SMALL}\s+{PEOPLE}\s+(?:in|out\s+of)\s+(?:every\s+)?{ROUND}\b",
        rf"\bout\s+of\s+(?:every\s+)?(?:{ROUND}|\d+)\s+(?:\w+\s+)?{PEOPLE}\b",
    ),
    pattern(
        "count",
        "million, thousand",
        rf"\b(?:\d[\d.]*|{SMALL}|hundreds|many)\s+(?:of\s+)?(?:million|thousand)s?\s+(?:of\s+)?(?:\w+\s+)?{PEOPLE}\b",
    ),
    pattern(
        "fraction",
        "half, third, quarter, fifth",
        rf"\b{FRACTION}\s+(?:of\s+)?{THE}(?:\w+\s+){{0,2}}?(?:{PEOPLE}|{THINGS})\b",
        rf"\b{ABOUT}\s+{FRACTION}\s+{DID}\b",
    ),
    pattern(
        "majority",
        "most , majority, minority, the bulk",
        r"\b(?:most|(?:the|a)\s+(?:(?:vast|great|large|small)\s+)?(?:majority|minority)|the\s+bulk\s+of)"
        rf"\s+(?:of\s+)?{THE}(?:\w+\s+)?{PEOPLE}\b",
        rf"\bthe\s+(?:(?:vast|great|large)\s+)?majority\s+{DID}\b",
    ),
    pattern(
        "times",
        "twice, times, fold",
        r"\b(?:twice|(?:two|three|four|five|six|ten|\d+(?:\.\d+)?)(?:\s+to\s+\w+)?\s+times)\s+"
        rf"(?:as|more|less|higher|lower|greater|the)\s+"
        rf"(?:{RISK}|likely|common|often|many|high|frequent|effective|good)\b",
        r"\b(?:two|three|four|five|ten|\d+)-?fold\b",
    ),
    pattern(
        "likelier",
        "likely, e common, s common, e frequent, s frequent, e often, s often",
        r"\b(?:more|less|equally)\s+likely\s+than\b|\b(?:more|less)\s+(?:common|frequent|often)\s+than\b",
        r"\b(?:more|less)\s+(?:common|frequent)\s+(?:after|in|with|among)\b",
        rf"\b{WHOM}\s+(?:who\s+(?:\w+\s+){{1,3}}?)?(?:are|were|was|is)\s+"
        r"(?:\w+\s+)?(?:more|less|most|least)\s+likely\b",
    ),
    pattern(
        "ranking",
        "cause, reason, complication, source, culprit, factor, most , commonest",
        rf"\b{FIRST}\s+(?:(?:single|known|underlying)\s+)?{CAUSE}\b",
        r"\b(?:most\s+common(?:ly)?|commonest|most\s+frequent(?:ly)?)\b",
        rf"\bmost\s+often\s+{HAPPENS}\b",
    ),
    pattern(
        "rate",
        "rate",
        rf"\b{RATE_OF}\s+rates?\s+(?:\w+\s+)?{AMOUNTS}\b|\b{HIGH}\s+{RATE_OF}\s+rates?\b",
        r"\brates?\s+of\s+(?:\w+\s+){1,3}?(?:is|are|was|were|fell|rose|falls?|rises?|drop\w*|can|range)\b",
    ),
    pattern(
        "risk",
        "risk, odds, chance, likelihood, probab, rate",
        rf"\b{MORE}\s+(?:\w+\s+){{0,2}}?{RISK}\b|\b{CHANGES}\s+(?:\w+\s+){{0,3}}?{RISK}\b",
        rf"\b{RISK}\s+(?:of\s+)?(?:\w+\s+){{0,3}}?{MOVES}\s+(?:with|after|as|for|by|to|if|when|in)\b",
        rf"\b{RISK}\s+(?:\w+\s+){{0,4}}?(?:is|are|was|were|goes|go|gets?)\s+(?:\w+\s+)?{LEVEL}",
    ),
)

# Figures that count no people: strengths, screens, scales, places in a text, years, examples.
OTHER_PERCENT = whole(
    r"lidocaine, capsaicin, cream, gel, patch, ointment, saline, chlorhexidine, glucose, zoom\w*, battery, charged?, "
    r"volume, brightness, cotton, sure, certain, safe, effort, vat, tax, deposit, fees?, refund, text size, incline, "
    r"slope, top"
)
COUNTED = any_of(
    "page, step, part, section, chapter, day, week, level, stage, visit, session, slide, question, item, line, "
    "grade, dose, phase, figure"
)
OTHER_COUNT = re.compile(
    rf"\b{COUNTED}s?\s+\Z|\b(?:pain|score[ds]?|scale|rated?|rating|number)\b[\w\s,:'-]{{0,25}}?\Z", re.IGNORECASE
)
AS_EXAMPLE = re.compile(r"\b(?:such as|written as|like)\s+(?:about\s+)?[\"']?\Z", re.IGNORECASE)
INVENTED = whole("invented, imaginary, made-up, suppose, imagine")
YEAR = re.compile(r"(?:19|20)\d\d\Z")
COUNTS_PEOPLE = re.compile(rf"\A\W*(?:\w+\s+){{0,2}}{PEOPLE}\b", re.IGNORECASE)
NAMES_PEOPLE = re.compile(rf"\b{PEOPLE}\b", re.IGNORECASE)
ASKS = re.compile(r"\b(?:ask|find out|check|know|discuss|compare|tell you)\b[\w\s,'\"-]{0,60}\Z", re.IGNORECASE)
NEXT_QUESTION = re.compile(r"\A\W*(?:questions?|worr(?:y|ies)|myths?)\b", re.IGNORECASE)
SUPPOSED = whole("if, whether")
AIM = re.compile(r"\b(?:to|help|how(?: you)?(?: can)?)\s+\Z", re.IGNORECASE)


def figure_in(sentence):
    """The (start, end) of the first figure that is a claim about people, or None."""
    found = matches(FIGURES, sentence)
    return next((match.span() for kind, match in found if not _is_something_else(kind, sentence.text, match)), None)


def _is_something_else(kind, text, match):
    before, after = text[: match.start()], text[match.end() :]
    if INVENTED.search(text) or AS_EXAMPLE.search(before[-60:]):
        return True
    if kind == "percent":
        return bool(OTHER_PERCENT.search(before[-30:]) or OTHER_PERCENT.search(after[:20]))
    if kind == "count":
        if COUNTS_PEOPLE.match(after) or NAMES_PEOPLE.search(match[0]):
            return False
        return bool(OTHER_COUNT.search(before[-60:]) or YEAR.search(match[0]))
    if kind == "ranking":
        return bool(NEXT_QUESTION.match(after) or SUPPOSED.search(before) or ASKS.search(before[-90:]))
    if kind in {"rate", "risk", "likelier"}:
        return bool(ASKS.search(before[-90:]) or AIM.search(before[-20:]))
    return False
