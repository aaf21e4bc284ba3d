import shutil

import pytest
from django.conf import settings

from conditions.models import Symptom
from fbss_site.citations.models import Citation
from fbss_site.library import export_library, load_library
from tests.records.whole_records import make_whole_records

from .small_library import FILES, read_library, write_library

pytestmark = pytest.mark.django_db


def test_what_was_loaded_is_exported_as_it_was(library):
    load_library(library)

    assert export_library(library) == []
    assert read_library(library) == FILES


def test_an_empty_folder_becomes_the_library(library, tmp_path):
    load_library(library)

    assert export_library(tmp_path / "copy") == sorted(FILES)
    assert read_library(tmp_path / "copy") == FILES


def test_the_shipped_library_comes_back_byte_for_byte(tmp_path):
    content = tmp_path / "content"
    shutil.copytree(settings.CONTENT_DIR, content, ignore=shutil.ignore_patterns(".*"))
    before = {file: file.read_bytes() for file in content.rglob("*") if file.is_file()}

    load_library(content)
    changed = export_library(content)
    copied = export_library(tmp_path / "copy")

    assert changed == []
    assert {file: file.read_bytes() for file in content.rglob("*") if file.is_file()} == before
    assert len(copied) == len(before)
    assert all((tmp_path / "copy" / file.relative_to(content)).read_bytes() == text for file, text in before.items())
    assert not load_library(content).updated


def test_every_kind_of_record_survives_export_and_loading(tmp_path):
    records = make_whole_records()
    export_library(tmp_path)
    before = read_library(tmp_path)

    for model in reversed(list(records)):
        model.objects.all().delete()
    load_library(tmp_path, overwrite=True)
    export_library(tmp_path)

    assert read_library(tmp_path) == before


def test_only_what_changed_is_written(library):
    load_library(library)
    Symptom.objects.update(title="Fever and chills")

    assert export_library(library) == ["symptoms/fever.md"]
    assert read_library(library) == {
        **FILES,
        "symptoms/fever.md": FILES["symptoms/fever.md"].replace("title: Fever", "title: Fever and chills"),
    }


def test_the_file_of_a_record_that_is_gone_goes_too(library):
    load_library(library)
    Symptom.objects.all().delete()

    assert "symptoms/fever.md" in export_library(library)
    assert not (library / "symptoms" / "fever.md").exists()


def test_other_files_stay(library):
    load_library(library)
    write_library(library, **{"symptoms/notes.txt": "mine", "LICENSE": "mine", "drafts/a.md": "mine"})

    assert export_library(library) == []
    assert {"symptoms/notes.txt", "LICENSE", "drafts/a.md"} < set(read_library(library))


def test_a_shelf_is_in_the_order_of_its_keys(library, tmp_path):
    load_library(library)
    Citation.objects.filter(key="kumar2007").update(key="zumar2007")

    export_library(tmp_path / "copy")

    text = (tmp_path / "copy" / "citations.yaml").read_text()
    assert text.index("- key: niceta159") < text.index("- key: zumar2007")


def test_a_disk_that_is_full_leaves_the_old_file(library, monkeypatch):
    load_library(library)
    Symptom.objects.update(title="Fever and chills")

    def full(*args):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.replace", full)
    with pytest.raises(OSError, match="No space left on device"):
        export_library(library)

    assert read_library(library) == FILES
