import pytest

from fbss_site.records.checks.passages import Passage


def sentences(markdown):
    return [" ".join(sentence.text.split()) for sentence in Passage(markdown).sentences]


def kinds(markdown):
    return [block.kind for block in Passage(markdown).blocks]


@pytest.mark.parametrize(
    ("markdown", "count"),
    [
        ("One thing. Another thing! A third?", 3),
        ("Take e.g. a walk with Dr. Sample at 8 a.m. sharp.", 1),
        ("It starts at 8 a.m. Then you wait.", 2),
        ("About 4.6 of 100 people.", 1),
        ('He said "Stop." Then he left.', 2),
        ("A line\nthat goes on.", 1),
    ],
)
def test_sentences_end_where_a_reader_ends_them(markdown, count):
    assert len(sentences(markdown)) == count


def test_blocks_are_told_apart():
    text = "### Head\n\nText\nmore.\n\n- one\n  more\n* two\n1. three\n\n> quoted\n\n---\n"
    table = "\n| a | b |\n|---|---|\n| c | d |\n"

    assert kinds(text) == ["heading", "paragraph", "item", "item", "item", "paragraph"]
    assert kinds(table) == ["row", "row"]


def test_cells_of_a_table_are_sentences_of_their_own():
    assert sentences("| What | How often |\n|---|---|\n| Pain | Daily |") == ["What", "How often", "Pain", "Daily"]


def test_a_table_without_outer_bars_is_a_table():
    assert kinds("What | When\n---|---\nPain | Daily") == ["row", "row"]


def test_marks_in_code_make_no_structure():
    assert kinds("```\n# no heading\n- no item\n```") == ["code"]


def test_a_sentence_knows_its_place():
    markdown = "First. **Second** one.\n\n- Third."

    assert [markdown[sentence.start :][:5] for sentence in Passage(markdown).sentences] == ["First", "Secon", "Third"]


def test_a_citation_behind_the_full_stop_belongs_to_the_sentence_before():
    first, second = Passage("One [@a]. [@b] Two.").sentences

    assert (list(first.citations), list(second.citations)) == (["a", "b"], [])


def test_a_citation_at_the_start_of_a_block_belongs_to_it():
    _, second = Passage("One.\n\n[@a] Two.").sentences

    assert list(second.citations) == ["a"]


@pytest.mark.parametrize(
    "markdown",
    [
        "Of 100 people [@a]:\n\n- six had pain",
        "In the trial:\n\n- six had pain [@a]",
        "| What [@a] | People |\n|---|---|\n| Pain | 6 |",
        "Of 100 people [@a]:\n\n| What | People |\n|---|---|\n| Pain | 6 |",
    ],
)
def test_a_citation_covers_what_its_block_introduces_or_is_introduced_by(markdown):
    blocks = Passage(markdown).blocks

    assert all(block.sources for block in blocks)


@pytest.mark.parametrize("markdown", ["Six had pain.\n\nMore [@a].", "- six had pain\n- more [@a]"])
def test_a_citation_covers_no_other_block(markdown):
    assert not Passage(markdown).blocks[0].sources


def test_an_endless_sentence_is_cut():
    passage = Passage("word " * 1_000)

    assert max(len(sentence.text) for sentence in passage.sentences) <= 1_000
    assert sum(len(sentence.words) for sentence in passage.sentences) == 1_000
