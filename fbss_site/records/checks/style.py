"""Short sentences and paragraphs, people who act, words that need no dictionary."""

import re

from .findings import Level
from .patterns import any_of
from .text import words_of

LONG_SENTENCE, LONG_PARAGRAPH = 25, 5
LABEL = 3  # “Medicines and injections.” before a paragraph is no sentence of it
FEWEST_PASSIVES = 3
PAST = any_of(
    r"\w{2,20}ed, done, given, taken, made, put, known, seen, found, shown, held, kept, left, cut, set, sent, told, "
    r"said, thought, worn, built, lost, felt, drawn, chosen, written, understood, begun, broken, driven, hidden, "
    r"brought, bought, caught, taught, led, fed, met"
)
PASSIVE = re.compile(
    rf"\b(?:am|is|are|was|were|be|been|being|gets?|got)\s+(?:(?:not|also|often|then"
    rf"|\w{{3,14}}ly)\s+)?(?P<past>{PAST})\b",
    re.IGNORECASE,
)
NO_PASSIVE = frozenset(
    {"tired", "worried", "needed", "limited", "related", "advanced", "used", "red", "swollen", "interested", "bed"}
)
JARGON = frozenset(
    words_of(
        "aetiology analgesia analgesic anatomical anterior arthropathy asymptomatic atraumatic autologous axial "
        "bilateral biomechanical biopsychosocial caudal cephalad coccygeal cohort comorbid comorbidities "
        "comorbidity contraindicated contraindication contralateral coronal deconditioned deconditioning "
        "denervation dermatomal dermatome dorsal dysesthesia dysfunction efficacious efficacy encroachment "
        "endplate epidemiology etiologies etiology exacerbate exacerbated extrusion fibrotic fluoroscopic "
        "fluoroscopy foramen foraminal foraminotomy hyperalgesia allodynia hyperesthesia hypertrophic hypertrophy "
        "hypoesthesia iatrogenic idiopathic interbody interlaminar interventional intradiscal intraoperative "
        "ipsilateral ischemia kyphosis laminotomy ligamentum lordosis lumbosacral malposition meta-analysis "
        "modality modalities morbidity mortality multifactorial multimodal musculoskeletal myelopathy myofascial "
        "neurogenic claudication neurological neuroma neuromodulation neuropathy nociceptive nociceptor "
        "nociplastic osteophyte osteophytes osteotomy palpation paraspinal parenteral pathogenesis pathological "
        "pathology percutaneous perineural perioperative pharmacological pharmacotherapy posterior postoperative "
        "preoperative prognosis prognostic prophylaxis prophylactic pseudarthrosis pseudoarthrosis radicular "
        "radiculitis radiculopathy radiographic radiolucency refractory resection rhizotomy sagittal sequelae "
        "somatic spondylolisthesis spondylosis stenotic subluxation symptomatology thecal thoracolumbar "
        "transforaminal unilateral vertebral vertebroplasty"
    )
)
MEDICAL_ENDING = re.compile(
    r"\b\w{3,20}(?:ectomy|ectomies|otomy|otomies|plasty|desis|opathy|opathies|algia|esthesia|scopy)\b", re.IGNORECASE
)


CALLED = re.compile(
    r"\b(?:called|known as|means|name is|term is|names?|word)\s+(?:an?\s+|the\s+)?[\"']?\Z", re.IGNORECASE
)


def check(record):
    if not record.is_english:
        return
    for text in record.texts:
        yield from _sentences(text)
        yield from _paragraphs(text)
        if text.is_section:
            yield from _jargon(record, text)


def _sentences(text):
    for sentence in text.sentences:
        count = len(sentence.words) if len(sentence.text) > LONG_SENTENCE else 0
        if count > LONG_SENTENCE and sentence.block.kind != "code":
            message = f"This sentence has {count} words; {LONG_SENTENCE} is the most. Cut it in two."
            end = sentence.start + len(sentence.text)
            yield text.finding("long-sentence", sentence.start, end, message, level=Level.WARNS)


def _paragraphs(text):
    for block in text.blocks:
        if block.kind not in {"paragraph", "item"}:
            continue
        count = sum(len(sentence.words) > LABEL for sentence in block.sentences)
        if count > LONG_PARAGRAPH:
            message = f"This paragraph has {count} sentences; {LONG_PARAGRAPH} is the most. Divide it."
            yield text.finding("long-paragraph", block.start, block.sentences[0].start + 40, message, level=Level.WARNS)
        passives = [match for sentence in block.sentences if (match := _passive(sentence.text))]
        if len(passives) >= FEWEST_PASSIVES and len(passives) * 3 > len(block.sentences) * 2:
            message = f"{len(passives)} of {len(block.sentences)} sentences do not say who acts. Name who does it."
            yield text.finding("passive", block.start, block.sentences[0].start + 40, message, level=Level.WARNS)


def _passive(text):
    return next((match for match in PASSIVE.finditer(text) if match["past"].lower() not in NO_PASSIVE), None)


def _jargon(record, text):
    seen = set()
    for sentence in text.sentences:
        for word in sentence.words:
            lowered = word.lower()
            if lowered in seen or not (lowered in JARGON or (len(lowered) > 6 and MEDICAL_ENDING.fullmatch(lowered))):
                continue
            seen.add(lowered)
            place = text.plain.find(word, sentence.start)
            if not _is_explained(record.library, text, lowered, place):
                message = f"“{word}” is not in the glossary. Say it in plain words, or add the term."
                yield text.finding("jargon", place, place + len(word), message, level=Level.WARNS)


def _is_explained(library, text, word, place):
    """A term of the glossary, part of one, or a word in brackets behind the plain one."""
    if word in library.words_of_terms or word.rstrip("s") in library.words_of_terms:
        return True
    if text.raw[max(place - 2, 0) : place] == "**" or text.raw[max(place - 3, 0) : place] == "**[":
        return True  # a list of names, each with what it means
    before, after = text.plain[max(place - 60, 0) : place], text.plain[place + len(word) :][:3]
    return before.rfind("(") > before.rfind(")") or after.lstrip().startswith("(") or bool(CALLED.search(before))
