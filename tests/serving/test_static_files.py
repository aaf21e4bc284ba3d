import json
import os
import shutil
from importlib import metadata

import pytest

from fbss_site.serving.static_files import collect_when_changed


@pytest.fixture
def source(tmp_path, settings):
    """The one stylesheet of a site whose static files are collected for real."""
    sheet = tmp_path / "source" / "site.css"
    sheet.parent.mkdir()
    sheet.write_text("p { color: #111 }")
    settings.DATA_DIR = tmp_path
    settings.STATIC_ROOT = tmp_path / "static"
    settings.STATICFILES_DIRS = [sheet.parent]
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
    }
    collect_when_changed()
    return sheet


def collected(settings):
    """What patients get for the stylesheet."""
    manifest = json.loads((settings.STATIC_ROOT / "staticfiles.json").read_text())
    return (settings.STATIC_ROOT / manifest["paths"]["site.css"]).read_text()


def test_same_sources_are_not_collected_again(source):
    assert collect_when_changed() is False


def test_changed_source_is_collected_again(source, settings):
    source.write_text("p { color: #222222 }")
    assert collect_when_changed() is True
    assert collected(settings) == "p { color: #222222 }"


def test_source_older_than_the_collected_file_still_replaces_it(source, settings):
    source.write_text("p { color: #333333 }")
    os.utime(source, (0, 0))
    collect_when_changed()
    assert collected(settings) == "p { color: #333333 }"


def test_new_source_is_collected(source, settings):
    source.with_name("print.css").write_text("p { color: #000 }")
    assert collect_when_changed() is True


def test_upgraded_package_is_collected_again(source, monkeypatch):
    monkeypatch.setattr(metadata, "distributions", list)
    assert collect_when_changed() is True


def test_lost_collection_is_made_again(source, settings):
    shutil.rmtree(settings.STATIC_ROOT)
    assert collect_when_changed() is True
    assert collected(settings) == "p { color: #111 }"


def test_collection_that_broke_off_is_made_again(source, settings):
    times = source.stat()
    source.write_text("p { background: url(missing.png) }")
    with pytest.raises(ValueError, match="missing"):
        collect_when_changed()
    source.write_text("p { color: #111 }")
    os.utime(source, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert collect_when_changed() is True
    assert collected(settings) == "p { color: #111 }"


def test_manifest_that_was_cut_short_is_made_again(source, settings):
    (settings.STATIC_ROOT / "staticfiles.json").write_text('{"paths": {')
    (settings.DATA_DIR / "static.stamp").unlink()
    settings.STATIC_ROOT = settings.STATIC_ROOT.with_name("static")  # makes Django read the manifest anew
    assert collect_when_changed() is True
    assert collected(settings) == "p { color: #111 }"


def test_page_of_before_still_finds_its_stylesheet(source, settings):
    before = set(settings.STATIC_ROOT.glob("site.*.css"))
    source.write_text("p { color: #444444 }")
    collect_when_changed()
    assert before < set(settings.STATIC_ROOT.glob("site.*.css"))
