import io

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError, connection

from conditions.models import Symptom
from fbss_site.records.models import LoadedFile

from .small_library import FILES, PIECES, read_library, write_library
from .test_loading import whole_database

pytestmark = pytest.mark.django_db


def run(command, *arguments, **options):
    out = io.StringIO()
    call_command(command, *arguments, stdout=out, **options)
    return out.getvalue()


def test_loading_says_how_much_it_did(library):
    assert run("load_content", library) == f"{PIECES} created, 0 updated, 0 unchanged, 0 left alone\n"
    assert run("load_content", library) == f"0 created, 0 updated, {PIECES} unchanged, 0 left alone\n"


def test_loading_says_what_it_left_alone(library):
    run("load_content", library)
    Symptom.objects.update(title="Ours")
    write_library(library, **{"symptoms/fever.md": FILES["symptoms/fever.md"].replace("Hot", "Warm")})

    assert run("load_content", library).splitlines() == [
        "left alone: symptoms/fever.md: staff changed it since it was loaded",
        f"0 created, 0 updated, {PIECES - 1} unchanged, 1 left alone",
    ]
    assert run("load_content", library, overwrite=True) == (
        f"0 created, 1 updated, {PIECES - 1} unchanged, 0 left alone\n"
    )
    assert Symptom.objects.get().title == "Fever"


def test_faults_are_printed_one_a_line(library):
    write_library(library, **{"pages/privacy.md": "text", "symptoms/a.txt": ""})

    with pytest.raises(CommandError) as refused:
        run("load_content", library)

    first, *lines = str(refused.value).splitlines()
    assert first.startswith("Nothing was loaded: ")
    assert "pages/privacy.md:1: front matter: Start the file with a line of three hyphens." in lines
    assert "symptoms/a.txt:1: file: No kind of record is loaded from a file of this name." in lines


@pytest.mark.parametrize("statement", [1, 20, 50])
def test_a_disk_that_is_full_half_way_leaves_nothing_behind(library, statement):
    writes = []

    def full(execute, sql, params, many, context):
        if sql.startswith(("INSERT", "UPDATE")):
            writes.append(sql)
            if len(writes) == statement:
                raise OperationalError("database or disk is full")
        return execute(sql, params, many, context)

    before = whole_database()
    with connection.execute_wrapper(full), pytest.raises(CommandError) as refused:
        run("load_content", library)

    assert str(refused.value) == "Nothing was loaded: database or disk is full."
    assert whole_database() == before
    assert not LoadedFile.objects.exists()
    assert run("load_content", library).startswith(f"{PIECES} created")


def test_a_file_that_cannot_be_read_is_told_in_a_sentence(library, monkeypatch):
    def unreadable(self, *args, **kwargs):
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr("pathlib.Path.read_text", unreadable)

    with pytest.raises(CommandError, match=r"Nothing was loaded: .*Permission denied"):
        run("load_content", library)


def test_exporting_names_what_it_changed(library, tmp_path):
    run("load_content", library)
    assert run("export_content", library) == "0 files changed\n"

    Symptom.objects.update(title="Ours")
    assert run("export_content", library) == "symptoms/fever.md\n1 files changed\n"
    assert run("export_content", tmp_path / "copy").endswith(f"{len(FILES)} files changed\n")
    assert set(read_library(tmp_path / "copy")) == set(FILES)


def test_an_export_that_fails_is_told_in_a_sentence(library, tmp_path):
    run("load_content", library)
    (tmp_path / "file").write_text("")

    with pytest.raises(CommandError, match="The export stopped: "):
        run("export_content", tmp_path / "file")
