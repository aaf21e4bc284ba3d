"""Every item of the five reference pages has an answer, and the text named for it really carries it."""

import re
from functools import cache
from pathlib import Path

import pytest
import yaml
from django.conf import settings

from fbss_site.records.documents import parse_document

PAGES = yaml.safe_load(Path(__file__).with_name("reference_pages.yaml").read_text(encoding="utf-8"))
FEWEST = {"lakeside": 72, "tidewater": 84, "metro": 116, "thames": 71, "lonestar": 60}
KNOWN_KEYS = {"item", "at", "words", "corrected", "citation", "left_out"}
MOST_WORDS = 3
CITED_KEY = re.compile(r"@([a-z][a-z0-9]*)")


def test_the_pages_are_those_of_the_sample_clinics():
    assert set(PAGES) == {file.stem for file in (settings.CONTENT_DIR / "clinics").glob("*.yaml")}


@pytest.mark.parametrize("slug", FEWEST)
def test_no_page_has_lost_entries(slug):
    assert len(PAGES[slug]) >= FEWEST[slug]


def test_no_item_stands_twice_on_a_page():
    for page, entries in PAGES.items():
        items = [entry["item"].casefold() for entry in entries]
        assert sorted(set(items)) == sorted(items), page


def test_every_entry_has_one_answer():
    assert_no_faults(lambda entry: () if has_one_answer(entry) else ["at, or corrected, or left_out"])


def test_every_pointer_leads_to_text():
    assert_no_faults(lambda entry: [at for at in entry.get("at", []) if not carrying_text(at)])


def test_the_text_holds_the_words():
    assert_no_faults(missing_words)


def test_most_entries_with_pointers_name_words():
    pointed = [entry for entries in PAGES.values() for entry in entries if "at" in entry]
    assert sum("words" in entry for entry in pointed) >= 0.8 * len(pointed)


def test_every_citation_is_on_the_shelf():
    shelf = {row["key"] for row in yaml.safe_load((settings.CONTENT_DIR / "citations.yaml").read_text("utf-8"))}
    assert_no_faults(lambda entry: citations(entry) - shelf)


def test_every_citation_is_cited_where_the_corrected_wording_stands():
    assert_no_faults(lambda entry: citations(entry) - cited_keys(entry) if "at" in entry else ())


def assert_no_faults(find):
    """Fails with a line for each fault that ``find`` sees in an entry."""
    faults = [
        f"{page}: {entry['item']}: {fault}"
        for page, entries in PAGES.items()
        for entry in entries
        for fault in find(entry)
    ]
    assert not faults, "\n".join(faults)


def has_one_answer(entry):
    keys = set(entry)
    if not keys <= KNOWN_KEYS or any(not value for value in entry.values()):
        return False
    if "left_out" in keys:
        return keys == {"item", "left_out"}
    if "corrected" not in keys and ("at" not in keys or "citation" in keys):
        return False
    return "words" not in keys or ("at" in keys and len(entry["words"]) <= MOST_WORDS)


def missing_words(entry):
    """The words that no pointed text holds, and the pointers whose text holds none of the words.

    A template's pointer is not asked for them: it names its own words after the ``#``.
    """
    words = [word.casefold() for word in entry.get("words", [])]
    if not words:
        return
    texts = {at: carrying_text(at).casefold() for at in entry["at"] if not at.startswith("templates/")}
    yield from (word for word in words if not any(word in text for text in texts.values()))
    yield from (at for at, text in texts.items() if not any(word in text for word in words))


def citations(entry):
    named = entry.get("citation", [])
    return {named} if isinstance(named, str) else set(named)


def cited_keys(entry):
    return {key for at in entry["at"] for key in CITED_KEY.findall(carrying_text(at))}


def carrying_text(pointer):
    """The text that ``file#name`` points to, on one line; empty when there is none."""
    path, name = pointer.split("#", 1)
    if path.startswith("templates/"):
        return in_template(path, name)
    return " ".join(parts_of(path).get(name, "").split())


@cache
def parts_of(path):
    """Text by front matter key and heading, or by clinic key and home page heading. Empty parts are left out."""
    file = settings.CONTENT_DIR / path
    if not file.is_file():
        return {}
    text = file.read_text(encoding="utf-8")
    if file.suffix == ".md":
        document = parse_document(text)
        parts = {**document.front, **document.sections}
    else:
        clinic = yaml.safe_load(text)
        parts = {**clinic, **{section["heading"]: section for section in clinic["home_sections"]}}
    return {name: as_text(part) for name, part in parts.items() if part}


def as_text(part):
    return part if isinstance(part, str) else yaml.safe_dump(part, allow_unicode=True, width=10_000)


@cache
def in_template(path, name):
    """``name`` itself when the template holds it."""
    file = settings.BASE_DIR / path
    return name if file.is_file() and name in file.read_text(encoding="utf-8") else ""
