"""No blame and no stigma. After the advice of NIDA, “Words Matter” (2021), and IASP's on the language of pain."""

import re

from .patterns import matches, phrases
from .voice import is_denied

CHECK = "blame"
STIGMA = (
    phrases(
        "suffer",
        "suffer, afflicted, stricken",
        "suffer(?:s|ed|ing)? (?:from|with), sufferers?, suffering patients?, (?:afflicted|stricken) (?:by|with)",
    ),
    phrases("victim", "victim", "victims?"),
    phrases(
        "failed",
        "fail",
        r"fail(?:ed|ing) (?:(?:back|surgery|surgical) )?patients?, patient failure, "
        r"(?:patients?|people|s?he|they|who) (?:(?:have|has|had) )?fail(?:s|ed)? (?:\w+ ){0,2}?"
        r"(?:treatments?|therapy|care|surgery|management|medications?|injections|rehab)",
    ),
    phrases(
        "compliant",
        "complian, comply, adheren, uncooperative, refuse, bother, fail",
        r"non[\s-]?complian(?:t|ce), non[\s-]?adheren(?:t|ce), (?:poor|lack of|bad) (?:patient )?compliance, "
        r"did not comply, uncooperative, (?:patients?|people) (?:who )?(?:refuse|do not bother|don't bother|fail) to",
    ),
    phrases("seeker", "seek", r"(?:drug|medication|opioid|attention)[\s-]?seek(?:er|ers|ing)"),
    phrases(
        "wrong",
        "patient, candidate",
        r"wrong (?:kind of )?patients?\b(?!\W+(?:or )?(?:the )?(?:wrong )?(?:side|level|site)), "
        r"(?:poor|bad|unsuitable|wrong) (?:surgical )?(?:candidates?|patient selection), "
        r"poorly (?:chosen|selected) patients?, (?:difficult|problem) patients?",
    ),
    phrases(
        "addict",
        "addict, abuser, junkie, popper, dirty",
        r"addicts?, (?:drug|opioid|substance) abusers?, junkies?, pill poppers?, dirty (?:urine|test)",
    ),
    phrases(
        "imagined",
        "head, mind, hysteric, maling, catastroph, exaggerat, hypochond",
        r"(?:all|only|is) in (?:your|the|their) (?:head|mind)s?, hysterical, malinger(?:er|ers|ing), "
        r"catastrophi[sz]ers?, exaggerat(?:e|es|ing) (?:their|your) (?:pain|symptoms), hypochondriacs?",
    ),
    phrases(
        "fault",
        "own fault, own doing, on yourself, on themselves, to thank, to blame, lazy, follow",
        r"(?:your|their|the patient's) own (?:fault|doing), (?:bring|brought) (?:it|this) on (?:yourself|themselves), "
        r"lazy, (?:patients?|people) (?:who )?(?:are|were) to blame, "
        r"(?:themselves|yourself|himself|herself) to (?:blame|thank), "
        r"(?:patients?|people) (?:not|who (?:do|did) not|who don't) follow(?:ing)?",
    ),
    phrases(
        "label",
        "cripp, wheelchair, handicapped, the disabled, the mentally, invalids",
        r"cripp(?:le|les|led), wheelchair[\s-]bound, handicapped, the (?:disabled|mentally ill), invalids",
    ),
)
# A trial suffers from small numbers; the wrong patient on the wrong table is a safety matter.
NOT_PEOPLE = re.compile(
    r"\b(?:trials?|stud(?:y|ies)|evidence|reviews?|research|data|scans?|pictures?|images?)\s+(?:\w+\s+){0,2}\Z"
    r"|\b(?:on|for)\s+the\s+\Z",
    re.IGNORECASE,
)
ADVICE = {
    "suffer": "Write “people with” or “has”.",
    "victim": "Write “people with” or “people hurt by”.",
    "failed": "A treatment may fail; a person does not. Say what the treatment did not do.",
    "compliant": "Say what makes it hard to follow the plan, and what helps.",
    "seeker": "Write “people who ask for pain relief”.",
    "wrong": "Say which problem the treatment does not answer, not which person.",
    "addict": "Write “a person with opioid use disorder” or “dependence”.",
    "imagined": "Say that the pain is real.",
    "fault": "Say what can be done about it, without blame.",
    "label": "Write “a person who uses a wheelchair”, “people with a disability”.",
}


def check(record):
    for text in record.wordings:
        for sentence in text.sentences:
            for kind, match in matches(STIGMA, sentence):
                if not _is_fair(kind, sentence.text, match):
                    start, end = sentence.start + match.start(), sentence.start + match.end()
                    yield text.finding(CHECK, start, end, ADVICE[kind])


def _is_fair(kind, text, match):
    if kind in {"suffer", "wrong"} and NOT_PEOPLE.search(text[: match.start()]):
        return True
    return "selves to" not in match[0].lower() and is_denied(text, match.start(), match.end())
