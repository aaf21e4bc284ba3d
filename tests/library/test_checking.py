"""check_content and what stands behind it."""

import io
import shutil

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import DatabaseError

from fbss_site.library import checking
from fbss_site.library.checking import check_folder
from fbss_site.records.checks import Level
from tests import factories

RECORD = """---
title: A record
summary: Plain words.
status: published
---

## Text

{text}
"""


@pytest.fixture
def folder(tmp_path):
    """A whole library of one good guide."""
    (tmp_path / "citations.yaml").write_text("- key: a1\n  type: trial\n  title: A\n  status: current\n")
    (tmp_path / "glossary.yaml").write_text("- key: mri\n  term: MRI\n  definition: A scan.\n")
    put(tmp_path, "good", "Ask for an [[MRI]] [@a1]. See [the guide](/guides/good/).")
    return tmp_path


def put(folder, name, text):
    (folder / "pages").mkdir(exist_ok=True)
    (folder / "pages" / f"{name}.md").write_text(RECORD.format(text=text).replace("status", "kind: guide\nstatus", 1))


def run(folder):
    """(exit code, output) of check_content."""
    out = io.StringIO()
    try:
        call_command("check_content", folder, stdout=out)
    except CommandError as error:
        return error.returncode, f"{out.getvalue()}{error}"
    return 0, out.getvalue()


@pytest.fixture
def no_database(monkeypatch):
    def refuse():
        raise DatabaseError("no such table")

    monkeypatch.setattr(checking, "library_now", refuse)


def test_a_good_library_passes(folder, no_database):
    assert run(folder) == (0, "1 records, 0 blocking, 0 warnings\n")


def test_a_blocking_finding_is_placed_and_fails_the_run(folder, no_database):
    put(folder, "bad", "We cure pain.")
    code, output = run(folder)

    assert code == 1
    assert "pages/bad.md:10: blocks promise: “cure” This promises" in output


def test_a_warning_alone_does_not_fail_the_run(folder, no_database):
    put(folder, "long", "and then " * 15 + "the end.")
    code, output = run(folder)

    assert code == 0
    assert "pages/long.md       0      1" in output


def test_records_without_findings_are_not_in_the_table(folder, no_database):
    put(folder, "bad", "We cure pain.")

    assert "pages/good.md" not in run(folder)[1]


def test_a_file_that_cannot_be_read_fails_the_run(folder, no_database):
    (folder / "pages" / "broken.md").write_text("no front matter")
    code, output = run(folder)

    assert code == 1
    assert "pages/broken.md:1: front matter:" in output


def test_a_link_to_a_draft_is_broken(folder, no_database):
    put(folder, "draft", "Words to come.")
    draft = folder / "pages" / "draft.md"
    draft.write_text(draft.read_text().replace("status: published", "status: draft"))
    put(folder, "bad", "See [the guide](/guides/draft/).")

    assert "blocks link: “/guides/draft/”" in run(folder)[1]


def test_a_folder_that_is_not_there_is_said_so(tmp_path):
    assert run(tmp_path / "none") == (1, f"There is no folder {tmp_path / 'none'}.")


@pytest.mark.django_db
def test_part_of_a_library_is_read_with_the_database(folder):
    (folder / "citations.yaml").unlink()
    (folder / "glossary.yaml").unlink()
    factories.make_citation(key="a1")
    factories.make_term(term="MRI")
    factories.make_condition(slug="here")
    put(folder, "more", "See [the page](/conditions/here/) and [the guide](/guides/good/).")

    assert run(folder)[0] == 0


@pytest.mark.django_db
def test_a_whole_library_stands_by_itself(folder):
    factories.make_condition(slug="here")
    put(folder, "more", "See [the page](/conditions/here/).")

    assert "blocks link: “/conditions/here/”" in run(folder)[1]


@pytest.mark.django_db
def test_ten_pages_that_cite_what_was_retracted_are_all_named(folder):
    citation = factories.make_citation(key="a1")
    for number in range(10):
        put(folder, f"page-{number}", "Scar is part of healing [@a1].")
    citation.status = "retracted"
    citation.save()
    code, output = run(folder)

    assert code == 1
    line = next(line for line in output.splitlines() if line.startswith("retracted “a1” is cited by 11"))
    assert all(f"pages/page-{number}.md" in line for number in range(10))
    assert output.count("blocks source: “@a1”") == 11


@pytest.mark.django_db
def test_pages_that_only_the_database_has_are_named_too(folder):
    citation = factories.make_citation(key="a1")
    factories.make_page(slug="good", body="Scar is part of healing [@a1].")
    factories.make_page(slug="staff-wrote-it", body="Scar is part of healing [@a1].")
    outcome = factories.make_outcome(citation=citation)
    citation.status = "retracted"
    citation.save()

    assert check_folder(folder).retracted == {
        "a1": sorted(
            [
                "/guides/staff-wrote-it/",
                "pages/good.md",
                outcome.get_absolute_url(),
                outcome.treatment.get_absolute_url(),
            ]
        )
    }


@pytest.mark.django_db
def test_the_shipped_library_passes_without_the_database_knowing_it():
    report = check_folder(settings.CONTENT_DIR)

    assert report.count(Level.BLOCKS) == 0
    assert not report.is_blocking


def test_nothing_is_written(folder, no_database, tmp_path_factory):
    copy = tmp_path_factory.mktemp("copy") / "content"
    shutil.copytree(folder, copy)
    run(folder)

    assert sorted(file.name for file in folder.rglob("*")) == sorted(file.name for file in copy.rglob("*"))
