"""The wordings that promises.py looks for."""

from .patterns import any_of, pattern, phrases

CARERS = any_of(
    "surgeons?, doctors?, docs?, physicians?, specialists?, clinics?, hospitals?, experts?, neurosurgeons?, team, "
    "centers?, centres?, providers?, practices?, clinicians?, therapists?, group, institutes?, facilit(?:y|ies), "
    "authorit(?:y|ies), names?"
)
OFFERS = any_of(
    "care, treatments?, therap(?:y|ies), outcomes?, results?, technolog(?:y|ies), techniques?, solutions?, relief, "
    "surgery, operation, procedures?, methods?, medicines?, painkillers?, options?, "
    "way to (?:relieve|treat|fix|end|stop|beat|avoid|get rid)"
)
INSURANCE = any_of("insurance, insurers?, medicare, health plans?, your plan")
PAIN = any_of("back pain, leg pain, pain, sciatica, symptoms?, problems?, aches?")
PATIENTS = any_of(
    "patients?, people, persons?, cases?, clients?, nonunions?, operations?, surger(?:y|ies), users?, sufferers"
)
TREATMENTS = any_of("surgery, operation, procedure, treatment, device, implant, injection, fusion, stimulation")
REMOVE = any_of("relieve, eliminate, end, fix, heal, stop, resolve, banish, erase, remove, take away, get rid of")
# “Leading the group”, “leading to”: the verb.
LEADING_ON = any_of(
    "a, an, the, to, with, up, into, your, our, his, her, from, towards?, back, causes?, reason, questions?, you"
)
GOOD_FOR = any_of(
    "sleep, reason, health, results?, bone, healing, posture, care, use, advice, support, or, night, cause, measure"
)

BOASTS = (
    phrases("cure", "cur", "cur(?:e|es|ed|ing|able)"),
    phrases("guarantee", "guarant", "guarant(?:ee|ees|eed|eeing)"),
    phrases(
        "pain-free",
        "pain, without",
        r"pain[\s-]free\b(?! (?:intervals?|spells?|periods?|gaps?|time|range|movements?|months?|hours?)), "
        rf"free (?:of|from) (?:(?:back|leg|all) )?pain\b(?! (?:spikes?|flares?)), "
        rf"zero pain, (?:life|live|living) without (?:\w+ )?{PAIN}",
    ),
    pattern(
        "for good",
        "once and, for good",
        r"\bonce\s+and\s+for\s+all\b",
        rf"\b(?:{PAIN}|it|relief|free|gone|rid)\b[^.;:?!]{{0,40}}?\bfor\s+good\b(?!\s+(?:\w+\s+)?{GOOD_FOR})",
    ),
    phrases(
        "safe",
        "safe, risk, side, 100, complete, total, perfect, absolute, entire",
        r"(?:100 percent|100\s?%|completely|totally|perfectly|absolutely|entirely) "
        r"(?:safe|effective|successful|painless|harmless|risk[\s-]free), risk[\s-]free, free of risk, "
        r"(?:zero|absolutely no) risks?, (?:no|zero|without(?: any)?) (?:known )?side[\s-]effects?, "
        r"(?:has|have|carr(?:y|ies)) no risks?, (?:is|are) without risk",
    ),
    pattern(
        "safe",
        "safe",
        rf"\b{TREATMENTS}s?\s+(?:is|are)\s+(?:an?\s+)?(?:(?:very|extremely|also|quite)\s+)?safe"
        r"(?:\s+(?:procedures?|operations?|treatments?|options?|and)\b|\s*[.,!;]|\Z)",
    ),
    phrases(
        "rank",
        "best, finest, greatest, the only, number one, no better, second to none, unparalleled, unrival, unmatched",
        rf"(?:best|finest|greatest) (?:(?:possible|available|and \w+) )?(?:\w+ ){{0,2}}?(?:{CARERS}|{OFFERS}), "
        rf"best[\s-]in[\s-]class, best hands, best[\s-](?:known|qualified|trained) (?:\w+ ){{0,2}}?{CARERS}, "
        rf"no better (?:place|team|clinic|doctor|choice), the only {CARERS} (?:that|who|to|in), "
        rf"number one (?:\w+ ){{0,2}}?{CARERS}, "
        r"(?:is|are|was|as) (?:(?:simply|quite) )?the (?:very )?best, second to none, unparalleled, unrivall?ed, "
        r"the (?:very )?best (?:in|of the best|there is|that medicine), unmatched",
    ),
    phrases(
        "rank",
        "top",
        r"top[\s-]+(?:rated|notch|tier|class|quality|ranked|flight|level care), (?:in|among|of) the top \d+, "
        rf"top[\s-]+(?!of\b)(?:\d+\s*%? )?(?:\w+ ){{0,2}}?{CARERS}, (?:an?|our) top \d+",
    ),
    phrases(
        "rank",
        "lead",
        r"(?:world|nation|industry|market|country|region|state)(?:'s)?[\s-]+leading, leading[\s-]edge, "
        rf"leading (?!{LEADING_ON}\b)(?:[\w-]+ ){{0,3}}?(?:{CARERS}|{OFFERS}|leaders?), "
        r"(?:a|the|global|national|recogni[sz]ed) leaders? in",
    ),
    phrases(
        "praise",
        "world, state, cutting, award, renowned, acclaimed, regarded, sought, revolution, breakthrough, highly, "
        "optimal, most ",
        r"world[\s-](?:class|renowned|famous), state[\s-]of[\s-]the[\s-]art, cutting[\s-]edge (?!of\b)\w+, "
        r"award[\s-]winning, renowned, revolutionary, breakthrough (?!pain|doses?|medic)\w+, "
        rf"highly (?:skilled|trained|qualified|experienced) {CARERS}, optimal {OFFERS}, "
        r"(?:internationally|nationally|highly) (?:acclaimed|regarded|sought), "
        r"most (?:advanced|experienced|trusted|respected) \w+",
    ),
    phrases(
        "all",
        "all, every, virtually",
        r"(?:almost|nearly|virtually|practically) (?:all|every|each|any) (?:of )?(?:(?:our|the|these) )?(?:\w+ )?"
        rf"{PATIENTS}, "
        r"(?:almost|nearly|virtually) every(?:one|body) (?:we|who|gets|is|can|will|feels|recovers|improves), "
        r"(?:all|every one) of our (?:patients|clients), "
        r"every patient (?:we|gets|leaves|recovers|improves)",
    ),
    phrases(
        "miracle",
        "mirac, magic, life",
        r"mirac(?:les?|ulous|ulously), magic (?:bullet|pill|solution), life[\s-]changing",
    ),
    phrases(
        "certain",
        "will, eliminat, banish, erase, ends , your , in no time, answer, solution, key to",
        rf"will (?:(?:\w+ly|soon) )?{REMOVE} (?:\w+ ){{0,4}}?{PAIN}, in no time, "
        rf"(?:eliminates?|banish(?:es)?|erases?) (?:(?:your|all|the) )*(?:\w+ )?{PAIN}, "
        rf"{PAIN} will (?:(?:soon|simply) )?(?:disappear|vanish|go away|be gone|melt away|stop|end), "
        rf"(?:the|an?) (?:answer|solution|key) (?:to|for) (?:your )?{PAIN}, will \w+ (?:\w+ )?without (?:any )?pain, "
        r"(?:fix|heal|beat|conquer|defeat) your (?:\w+ )?(?:pain|back|spine), "
        r"(?:end|ending|end to) your (?:\w+ )?pain, ends (?:back|leg|chronic|your|all) (?:\w+ )?pain",
    ),
    phrases(
        "certain",
        "life, relief, permanent, lasting, lasts, forever, again, goodbye, promise, assure",
        r"(?:get|gives? you|take|have) (?:back your life|your (?:old )?life back), restores? your life, "
        r"(?:reclaim|regain) your (?:old )?life, we (?:promise|assure), say goodbye to, "
        r"(?:permanent|complete|total|instant|immediate|lifelong|long-lasting) (?:and \w+ )?"
        r"(?:(?:pain )?relief|solutions?), (?:get|find|enjoy|deserve|want|discover) (?:\w+ )?lasting (?:\w+ )?relief, "
        r"(?:lasts?|lasting) (?:a lifetime|for life|forever), never (?:hurt|be in pain|have (?:back )?pain) again",
    ),
    phrases(
        "insurance",
        "insur, medicare, plan, covered, surprise, out-of, out of, no cost",
        r"(?:is|are|be) (?:(?:fully|always|usually|generally|often|also) ){0,2}(?:covered|paid|reimbursed)(?: for)? "
        rf"(?:in full )?by (?:\w+ ){{0,3}}?{INSURANCE}, "
        rf"(?:most|all|every|many|your|major) (?:\w+ ){{0,2}}?{INSURANCE} (?:\w+ ){{0,2}}?"
        r"(?:covers?|pays?|reimburses?|approves?|will), "
        rf"(?:accepts?|takes?|works? with) (?:all|most|every|nearly all|any) (?:\w+ )?{INSURANCE}, "
        rf"{INSURANCE} (?:fully )?(?:covers?|pays?) (?:for )?(?:the|this|all|most|your), "
        rf"{INSURANCE} (?:plans? )?(?:will|must|has to|have to|should|always) (?:cover|pay|approve), "
        r"covered in full, no surprise bills?, no out[\s-]of[\s-]pocket, at no cost to you",
    ),
)
