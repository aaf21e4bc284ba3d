"""The library is about the lower back: nothing of the neck and arms, unless it says to seek care about them."""

import re

from .patterns import any_of, matches, pattern, phrases, whole
from .voice import seeks_care, sells

CHECK = "region"
SYMPTOM = any_of(
    "pain, numb, numbness, weak, weakness, tingling, burning, clumsy, clumsiness, coordination, grip, dexterity, "
    "symptoms?, pins and needles, stiff, stiffness, ache, aching"
)
LINKING = r"(?:[\s,]+(?:in|of|or|and|the|your|one|both|arms?|legs?|feet|fingers?|a))*[\s,]+"
MOVES = any_of(r"feeling, radiat\w+, spread\w*, travel\w*, shoot\w*, down, into")
PLACES = (
    phrases(
        "neck",
        "neck, cervical, collar, upper",
        r"necks?\b(?! of the (?:femur|thigh|hip|bladder)), cervical\b(?! (?:cancer|smear|screening)), "
        r"collars?\b(?!\s*-?\s*bones?), upper (?:limbs?|extremit(?:y|ies))",
    ),
    pattern(
        "symptom",
        "arm, hand",
        rf"\b{SYMPTOM}{LINKING}(?:arms?|hands?)\b|\b(?:arms?|hands?)\s+(?:and\s+\w+\s+)?{SYMPTOM}\b",
        r"\b(?:arms?|legs?|feet|fingers?|wrists?)\s*(?:,|and|or)\s*hands?\b",
    ),
    phrases(
        "symptom",
        "hand",
        r"hand (?:surgery|function|therapy|movements?|skills?), "
        r"(?:shoulders?|elbows?|wrists?) (?:\w+ ){0,2}?to (?:the|your) hands?",
    ),
    phrases("arm", "arm", "arms?"),
    pattern(
        "hand",
        "hand",
        rf"\b{MOVES}(?:[\s,]+[\w'-]+){{0,4}}?[\s,]+hands?\b|\bin\s+(?:your|one|both)\s+hands?\b",
        r"\bhands?\s*(?:,|and|or)\s*(?:arms?|fingers?|feet)\b",
    ),
)
KINDS = any_of(
    "study, trial, treatment, control, placebo, sham, active, comparison, surgical, both, each, one, two, three"
)

# Arms of a trial, a vein in the arm, arms that push: the words, but not the region.
ARM_OF_TRIAL = re.compile(
    r"\A\s+(?:of\s+(?:the|a|this|each)\s+(?:\w+\s+)?(?:trial|study|review|chair)|in\s+the\s+(?:trial|study))\b",
    re.IGNORECASE,
)
KIND_OF_ARM = re.compile(rf"\b{KINDS}\s+\Z", re.IGNORECASE)
TRIAL = whole("trials?, study, studies, placebo, randomi[sz]ed, compared, review")
ARM_AT_WORK = whole(
    r"vein, needle, drip, cuff, blood pressure, blood (?:test|sample), cannula, iv, inject\w*, patch, tourniquet, "
    r"push\w*, swing\w*, fold\w*, cross\w*, rais\w*, lift\w*, reach\w*, rest\w*, length, hold\w*, carry\w*, under, "
    r"sling, (?:by|at) your sides?, chair, lie, lying, lean\w*, stretch\w*, robot\w*, c-"
)
HAND_AT_WORK = whole(
    r"remote, control, controller, rail, wash\w*, clean, gel, hold, holding, phone, held, rest, place[ds]?, knees, "
    r"drip, needle, vein, cannula, blood, iv, therapist\w*, in good, pen, list, notes?, paper, card, "
    r"on the other hand"
)
CALLS = {"when_to_call", "get_help_sooner", "signs", "what_to_do"}
MESSAGE = "This library is about the lower back. Leave this out, or say in the same sentence to seek care about it."


def check(record):
    if record.document.front.get("region") == "whole-spine":
        return
    for text in record.wordings:
        for sentence in text.sentences:
            for kind, match in matches(PLACES, sentence):
                if not _is_other_sense(kind, sentence.text, match) and not _seeks_care(text, sentence):
                    start, end = sentence.start + match.start(), sentence.start + match.end()
                    yield text.finding(CHECK, start, end, MESSAGE)


def _seeks_care(text, sentence):
    if text.name in CALLS and not sells(sentence.text):
        return True
    return seeks_care(sentence.text) or seeks_care(sentence.block.lead_text)


def _is_other_sense(kind, text, match):
    if kind == "hand":
        return bool(HAND_AT_WORK.search(text))
    if kind != "arm":
        return False
    if ARM_OF_TRIAL.match(text[match.end() :]) or (KIND_OF_ARM.search(text[: match.start()]) and TRIAL.search(text)):
        return True
    return bool(ARM_AT_WORK.search(text))
