"""Why ``manage.py serve`` does not start: one clear line, exit status 2."""

import re
import resource
import socket
import sqlite3
import subprocess
from contextlib import closing

import pytest

from .process import LONGEST_START, ROOT, environ, free_port, serve_command


def refused(data_dir, *options, python_path="", limit=None):
    """What ``serve`` says on stderr, line by line, when it exits with 2."""
    result = subprocess.run(
        serve_command(*options),
        cwd=ROOT,
        env=environ(data_dir, PYTHONPATH=str(python_path)),
        capture_output=True,
        text=True,
        timeout=LONGEST_START,
        preexec_fn=limit,
    )
    assert result.returncode == 2, result.stderr
    assert "Traceback" not in result.stderr
    return result.stderr.splitlines()


@pytest.mark.parametrize(
    "options",
    [
        ["--port", "70000"],
        ["--port", "http"],
        ["--workers", "0"],
        ["--workers", "1"],
        ["--host", "0.0.0.0"],
        ["--reload"],
        ["--port"],
    ],
    ids=" ".join,
)
def test_wrong_option_is_one_line(tmp_path, options):
    [line] = refused(tmp_path, *options)
    assert options[0] in line


def test_port_in_use_is_one_line(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = str(other.getsockname()[1])
        [line] = refused(tmp_path, "--port", port)
    assert re.search(rf"\b{port}\b.*in use", line)


@pytest.mark.parametrize("below", ["", "var"])
def test_data_folder_that_cannot_be_written_is_one_line(tmp_path, below):
    (tmp_path / "file").touch()
    [line] = refused(tmp_path / "file" / below)
    assert str(tmp_path / "file") in line
    assert "DATA_DIR" in line


def test_file_that_is_no_database_is_one_line(tmp_path):
    (tmp_path / "db.sqlite3").write_bytes(b"Not a database. " * 1000)
    [line] = refused(tmp_path, "--port", str(free_port()))
    assert str(tmp_path) in line


def test_full_disk_is_one_line_and_leaves_nothing_half_loaded(tmp_path):
    room = 1_000_000  # enough for the empty tables, too little for the library

    def leave_little_room():
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))

    [line] = refused(tmp_path, "--port", str(free_port()), limit=leave_little_room)
    assert str(tmp_path) in line
    with closing(sqlite3.connect(tmp_path / "db.sqlite3")) as database:
        for table in ("conditions_condition", "clinics_clinic", "citations_citation", "auth_user"):
            assert database.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)


def test_faulty_content_is_listed_with_file_and_line(tmp_path):
    content = tmp_path / "content"
    content.mkdir()
    (content / "glossary.yaml").write_text("- key: pain\n  term: Pain\n  definition: It hurts.\n  nonsense: 1\n")
    (content / "stray.txt").touch()
    (tmp_path / "faulty.py").write_text(
        f"from pathlib import Path\nfrom fbss_site.settings import *\nCONTENT_DIR = Path({str(content)!r})\n"
    )
    options = ("--settings", "faulty", "--port", str(free_port()))
    first_line, *faults = refused(tmp_path / "var", *options, python_path=tmp_path)
    assert "cannot be loaded" in first_line
    assert [fault.split(": ")[0] for fault in faults] == ["glossary.yaml:4", "stray.txt:1"]
