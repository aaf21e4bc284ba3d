"""Every fault in one run, and none that only follows from another."""

import pytest

from fbss_site.library import LoadError, load_library

from .refusals import faults
from .small_library import FILES, write_library

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("path", ["symptoms/fever.md", "treatment-groups/implants.md", "conditions/scar.md"])
def test_what_refers_to_a_faulty_record_is_no_fault(library, path):
    write_library(library, **{path: FILES[path].replace("title: ", "titel: ")})

    assert {(where, field) for where, _, field, _ in faults(library)} == {(path, "titel"), (path, "title")}


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("conditions/scar.md", "no front matter"),
        ("citations.yaml", "- key: ["),
        ("citations.yaml", FILES["citations.yaml"].replace("type: trial", "type: poem")),
        ("glossary.yaml", "- key: ["),
        ("glossary.yaml", FILES["glossary.yaml"].replace("key: dura", "key: du ra")),
    ],
)
def test_what_refers_to_something_in_a_faulty_file_is_no_fault(library, path, text):
    write_library(library, **{path: text})

    assert {where for where, *_ in faults(library)} == {path}


def test_what_refers_to_a_faulty_person_is_no_fault(library):
    text = FILES["clinics/sample.yaml"].replace("    role: Spine surgeon", "    role: ''")
    write_library(library, **{"clinics/sample.yaml": text})

    assert {(where, field) for where, _, field, _ in faults(library)} == {("clinics/sample.yaml", "clinicians.0.role")}


def test_a_reviewer_in_a_faulty_clinic_is_no_fault(library):
    reviewed = FILES["symptoms/fever.md"].replace(
        "also_known_as", "reviewed_by: rea-sample\nlast_reviewed: 2026-03-01\nalso_known_as"
    )
    write_library(
        library,
        **{
            "symptoms/fever.md": reviewed,
            "clinics/sample.yaml": FILES["clinics/sample.yaml"].replace("'#163a5f'", "teal"),
        },
    )

    assert {(where, field) for where, _, field, _ in faults(library)} == {("clinics/sample.yaml", "accent_colour")}


def test_every_fault_of_every_file_is_named_in_one_run(library):
    clinic = FILES["clinics/sample.yaml"]
    clinic = (
        clinic.replace("'#163a5f'", "teal").replace("www.sample.localhost", "www sample").replace("- fever", "- cold")
    )
    write_library(
        library,
        **{
            "citations.yaml": FILES["citations.yaml"]
            .replace("year: 2007", "year: then")
            .replace("volume: '132'", "tome: '132'")
            .replace("pmid: '17845835'", "pmid: PMID 17845835")
            .replace("type: guide", "type: g"),
            "glossary.yaml": FILES["glossary.yaml"].replace("also:\n    - dura mater", "also: x"),
            "clinics/sample.yaml": clinic,
            "conditions/wear.md": "no front matter",
            "conditions/scar.md": FILES["conditions/scar.md"]
            .replace("region: lumbar", "region: neck\ncolour: red")
            .replace("- fever", "- cold"),
            "symptoms/notes.txt": "",
        },
    )

    found = {(path, field.rstrip(".")) for path, _, field, _ in faults(library)}

    assert found >= {
        ("citations.yaml", "0.year"),
        ("citations.yaml", "0.tome"),
        ("citations.yaml", "0.pmid"),
        ("citations.yaml", "1.type"),
        ("glossary.yaml", "0.also"),
        ("clinics/sample.yaml", "accent_colour"),
        ("clinics/sample.yaml", "hostnames.1.name"),
        ("conditions/wear.md", "front matter"),
        ("conditions/scar.md", "region"),
        ("conditions/scar.md", "colour"),
        ("conditions/scar.md", "symptoms"),
        ("symptoms/notes.txt", "file"),
    }


def test_a_fault_is_printed_as_file_line_field_and_sentence(library):
    write_library(library, **{"pages/privacy.md": FILES["pages/privacy.md"].replace("kind: policy", "kind: blog")})

    with pytest.raises(LoadError) as refused:
        load_library(library)

    assert str(refused.value) == "pages/privacy.md:4: kind: Value 'blog' is not a valid choice."
    assert refused.value.args == ("1 faults in 1 files",)
