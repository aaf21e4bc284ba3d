"""Statements that a treatment works, or does not."""

import re

from .patterns import any_of, matches, pattern, whole

OPERATIONS = (
    "surger(?:y|ies), operations?, fusions?, decompressions?, (?:micro)?discectom(?:y|ies), laminectom(?:y|ies), "
    "foraminotomy, laminotomy, kyphoplasty, disc replacements?, artificial discs?, stimulat(?:ion|ors?), scs, "
    "neurostimulation, devices?, implants?, pumps?, infusions?"
)
NEEDLES = (
    "injections?, shots?, steroids?, blocks?, ablations?, rfa, radiofrequency, denervation, rhizotomy, adhesiolysis, "
    "botox, prp, stem cells?, ozone, acupuncture, electroacupuncture, needling"
)
MEDICINES = (
    "medicines?, medications?, drugs?, tablets?, pills?, opioids?, painkillers?, analgesics?, gabapentin, pregabalin, "
    "duloxetine, antidepressants?, antiepileptics?, anticonvulsants?, nsaids?, anti-inflammator(?:y|ies), ibuprofen, "
    "naproxen, acetaminophen, paracetamol, tylenol, relaxants?, ketamine, tramadol, oxycodone, morphine, methadone, "
    "buprenorphine, lidocaine, capsaicin, patch(?:es)?, creams?, gels?, cannabis, cbd, supplements?, turmeric"
)
SELF_CARE = (
    "exercis(?:es?|ing), walking, stretching, swimming, hydrotherapy, tai chi, yoga, pilates, physio(?:therapy)?, cbt, "
    "therap(?:y|ies), mindfulness, meditation, relaxation, hypnosis, biofeedback, counsel?ling, massages?, tens, "
    "manipulation, adjustments?, chiropractic, cupping, heat, warmth, ice, (?:cold|hot|heat|ice) packs?, magnets?, "
    "lasers?, traction, braces?, belts?, corsets?, rest, pacing, education, weight loss, losing weight, diets?, "
    "program(?:me)?s?, rehab(?:ilitation)?"
)
ANY = "treatments?, procedures?, techniques?, methods?, (?:this|our|the) approach"
TREATMENT = any_of(f"{OPERATIONS}, {NEEDLES}, {MEDICINES}, {SELF_CARE}, {ANY}")
STRONG = any_of(
    "relieve[sd]?, ease[sd]?, reduce[sd]?, lessen(?:s|ed)?, lower(?:s|ed)?, alleviate[sd]?, decrease[sd]?, "
    "eliminate[sd]?, soothe[sd]?, improve[sd]?, restore[sd]?, cuts, halve[sd]?, stops?, ends?, takes? away, "
    "controls?, manages?, fix(?:es)?, prevents?, speeds?(?: up)?, settles?"
)
GOOD = any_of(
    "pain, aches?, symptoms?, sciatica, stiffness, spasms?, disability, suffering, numbness, tingling, "
    "inflammation, swelling, irritation, discomfort, function, functioning, mobility, sleep, mood, quality of life, "
    "daily life, recovery, healing, outcomes?, flares?, distress"
)
HEDGE = any_of(
    r"can, may, might, could, will, would, should, do, does, did, don't, doesn't, didn't, won't, has, have, had, to, "
    r"not, never, also, all, both, often, seldom, always, even, just, still, \w{3,14}ly"
)
# Another subject between treatment and verb means that the verb is not the treatment's.
WORD = r"(?!(?:you|we|i|it|they|she|he|but|because|until|while|where|when)\b)[\w'%/-]++"
GAP = rf"(?:,?\s+{WORD}){{0,7}}?"
SUBJECT = rf"(?:\b{TREATMENT}\b|\A\W*(?:it|they|this|these|both)\b)"
# What stands before the verb, up to it.
SUBJECTS = {
    "near": re.compile(rf"{SUBJECT}{GAP}\s+\Z", re.IGNORECASE),
    "next": re.compile(
        rf"{SUBJECT}(?:\s+(?:for|of|in|with|after|on)(?:\s+{WORD}){{1,4}}?)?(?:\s+{HEDGE}){{0,4}}:?\s+\Z", re.IGNORECASE
    ),
}
REACH = 110
CLEAR = any_of(
    "effective, ineffective, beneficial, predictable, reliable, powerful, successful, helpful, useless, superior"
)
PRAISED = any_of("great, excellent, ideal, perfect")
CHOICE = any_of(
    "steps?, options?, choices?, ways?, treatments?, therap(?:y|ies), solutions?, methods?, tools?, procedures?, "
    "alternatives?"
)
MANY = any_of("a lot, a little, more, many, most, some, people, patients, those, thousands, hundreds, millions")
GIVES = any_of(
    "gives?, gave, brings?, brought, provides?, provided, offers?, offered, delivers?, delivered, produces?, "
    "achieves?, ha[sd], have"
)
BRINGS = any_of("leads? to, results? in, means?, allows?, offers?, brings?, causes?, has, have, carr(?:y|ies)")
BETTER = any_of("stays?, blood loss, scarring, scars, complications, side effects, risks?, results, relief, infections")
RESEARCH = any_of("stud(?:y|ies), research, trials?, surveys?, evidence, science, statistics, reviews?, data")
SHOWS = any_of(
    "show[sn]?, showed, suggest(?:s|ed)?, prove[sdn]?, indicates?, confirm(?:s|ed)?, demonstrate[sd]?, finds?, "
    "found, supports?"
)

# Those that are near or next to a treatment start at their verb.
EFFECTS = (
    pattern(
        "near",
        "reliev, ease, reduc, lessen, lower, alleviat, decreas, eliminat, sooth, improv, restor, cuts, halve, stop, "
        "end, take, control, manage, fix, prevent, speed, settle",
        rf"\b{STRONG}{GAP}\s+{GOOD}\b",
    ),
    pattern(
        "next",
        "help",
        rf"\bhelp(?:s|ed)?\s+{MANY}\b",
        r"\bhelp(?:s|ed)?\s+(?:with|against|for|you\s+(?:to\s+)?(?:avoid|walk|sleep|move|return|recover|heal))\b",
        rf"\bhelp(?:s|ed)?(?:\s+{WORD}){{0,4}}?\s+(?:relieve|ease|reduce|improve|lessen|manage|control|{GOOD})\b",
        r"\bhelp(?:s|ed)?\s*(?:[.,;!]|\Z)",
    ),
    pattern(
        "next",
        "work",
        r"\bwork(?:s|ed)?\s*(?:[.,;!]|\Z)|\bwork(?:s|ed)?\s+(?:(?:very|really|extremely|quite|so|no|just\s+as)\s+)?"
        r"(?:well|best|better|wonders|great|fast|quickly|for|in\s+(?:most|many|about|over|\d))",
    ),
    pattern(
        "near",
        "ective, benefi, predictable, reliable, powerful, successful, helpful, useless, superior, better, "
        "as good as, of no , of little , great, excellent, ideal, perfect",
        r"\b(?:is|are|was|were|been|be|remains?|proved|proven)\s+"
        r"(?:(?!unclear|unknown|uncertain|how|whether|if\b)[\w-]+\s+){0,3}?"
        rf"(?:{CLEAR}|no\s+better|better\s+(?:than|for)|as\s+good\s+as|of\s+(?:no|little)\s+(?:use|benefit)"
        rf"|{PRAISED}\s+(?:for|(?:\w+\s+)?{CHOICE}))\b",
    ),
    pattern(
        "near",
        "relief, improvement, benefit, effect, advantage, results",
        rf"\b{GIVES}\s+(?:[\w'-]+,?\s+){{0,4}}?(?:relief|improvements?"
        r"|(?:no|little|clear|real|proven|lasting|great)\s+(?:benefits?|effect|advantage)"
        r"|(?:good|great|excellent|better|outstanding|predictable|lasting)\s+results)\b",
    ),
    pattern(
        "near",
        "fewer, less, shorter, faster, quicker, better, lower",
        rf"\b{BRINGS}\s+(?:(?:an?|much|far)\s+)?(?:fewer|less|shorter|faster|quicker|better|lower)\s+"
        rf"(?:\w+\s+)?(?:{GOOD}|{BETTER})\b",
    ),
    pattern(
        "alone",
        "effective",
        r"\b(?:(?:very|highly|more|most|extremely|(?:safe|proven)\s+and)\s+)?effective\s+(?:and\s+\w+\s+)?"
        rf"(?:{CHOICE}|remed(?:y|ies)|relief|in|at|against|for)\b",
    ),
    pattern("alone", "help", rf"\b{TREATMENT}\s+(?:rarely|seldom|never|always|usually|often)\s+helps?\b"),
    pattern(
        "alone",
        "relief, improvement, better, less pain",
        r"\brelief\s+(?:\w+\s+){0,2}?lasts?\s+(?:(?:for|up\s+to|about|many|several|some|\d+)\s+){0,2}"
        r"(?:days|weeks|months|years)\b",
        r"\b(?:many|most|our|thousands\s+of)\s+(?:people|patients|clients)\s+"
        r"(?:get|find|have|report|experience|enjoy|notice|feel|see)\s+"
        r"(?:\w+\s+){0,3}?(?:relief|better|improvement|less\s+pain)\b",
    ),
    pattern(
        "alone",
        "proven, show, suggest, prove, indicate, confirm, demonstrate, find, found, support, agree, recommend, "
        "according, gold standard",
        r"\bgold\s+standard\b|\b(?:clinically|scientifically|medically)\s+(?:proven|shown)\b",
        r"\bproven\s+(?:to|treatments?|techniques?|methods?|results?|ways?|track)\b",
        rf"\b{RESEARCH}\s+(?:(?:has|have|clearly|consistently|also)\s+)*{SHOWS}\b",
        r"\b(?:experts?|guidelines?|researchers|scientists|specialists)\s+(?:all\s+)?"
        r"(?:agrees?|recommends?|recommended)\b",
        r"\baccording\s+to\s+(?:\w+\s+)?(?:studies|research|experts|doctors|scientists|guidelines)\b",
    ),
)

# What is hoped, asked, supposed or not known is no statement that it works.
SUPPOSED = whole(
    r"if, whether, sometimes, unless, until, once, how, what, whatever, which (?:treatments?|ones?|medicines?), "
    r"hop(?:e|es|ed|ing), aim(?:s|ed)?, meant, goal, purpose, intended, designed, tr(?:y|ies|ied|ying), supposed, "
    r"believed, thought, claim(?:s|ed)?, ask, unclear, unknown, unproven, uncertain, judge, nobody, "
    r"we (?:found|saw|know of) no, no (?:\w+ )?(?:trials?|stud(?:y|ies)|evidence|proof|source|research|figures?), "
    r"not known, promis(?:e|es|ed), want(?:s|ed)?, not (?:yet )?(?:been )?(?:shown|proven|studied|tested|settled), "
    r"do(?:es)? not (?:know|show|tell), cannot (?:tell|say|show), little evidence, lack(?:s|ing)?, "
    r"when (?:it|they|this|that|the|a), so that, stopping, stop taking, as long as, notes?, noticed?, expect\w*"
)
# “Ask first in any of these situations:” makes a condition of each item below it.
CONDITION = whole(r"(?:in|of) (?:any of |one of )?these (?:situations|cases|areas|points), if (?:any|one|all) of these")
NO_STATEMENT = re.compile(
    rf"\b(?:that|who|which|nothing|something|anything)\s+(?:{HEDGE}\s+){{0,2}}\Z"
    r"|(?<!shown )(?<!proven )(?<!known )(?<!found )\bto\s+\Z"
    r"|\b(?:sentences?|phrases?|words?|statements?|claims?)\b[\w\s,:]{0,25}\"[^\"]{0,60}\Z",
    re.IGNORECASE,
)


def effect_in(sentence):
    """The (start, end) of the first statement that a treatment works or does not, or None."""
    for kind, match in matches(EFFECTS, sentence):
        start = match.start()
        if kind in SUBJECTS:
            subject = SUBJECTS[kind].search(sentence.text, max(start - REACH, 0), start)
            if not subject:
                continue
            start = subject.start()
        if not _is_supposed(sentence.text[: match.start()]) and not CONDITION.search(sentence.block.lead_text):
            return start, match.end()
    return None


def _is_supposed(before):
    return bool(SUPPOSED.search(before) or NO_STATEMENT.search(before[-120:]))
