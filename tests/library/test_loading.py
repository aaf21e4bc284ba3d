import pytest
from django.apps import apps
from django.utils import timezone

from conditions.models import Cause, Condition, Symptom
from fbss_site.citations.models import Citation
from fbss_site.clinics.models import Clinic, Clinician
from fbss_site.glossary.models import Term
from fbss_site.library import LoadError, load_library
from tests.factories import make_clinic, make_symptom
from treatments.models import Outcome

from .small_library import FILES, PIECES, write_library

pytestmark = pytest.mark.django_db


LIBRARY = {"citations", "glossary", "clinics", "records", "pages", "conditions", "treatments", "home"}


def whole_database():
    """Every row of every model that the library writes."""
    return {
        model._meta.label: sorted(model._base_manager.values_list(), key=repr)
        for model in apps.get_models(include_auto_created=True)
        if model._meta.app_label in LIBRARY
    }


def loaded_file(path):
    return apps.get_model("records", "LoadedFile").objects.get(path=path)


def test_an_empty_database_becomes_the_library(library):
    report = load_library(library)

    assert len(report.created) == PIECES
    assert (report.updated, report.unchanged, report.left_alone) == ([], [], [])
    clinic = Clinic.objects.get()
    assert (clinic.slug, clinic.is_default, str(clinic.phone)) == ("sample", True, "+13125550142")
    assert [host.name for host in clinic.hostnames.all()] == ["sample.localhost", "www.sample.localhost"]
    assert [str(hours) for hours in clinic.hours.all()] == ["Monday 08:30–12:00", "Monday 13:00–17:00"]
    (offering,) = clinic.offerings.all()
    assert (offering.treatment.slug, offering.clinicians.get().slug) == ("stimulation", "rea-sample")
    assert [section.kind for section in clinic.home_sections.all()] == ["text", "condition", "records"]
    assert Term.objects.get().also == ["dura mater"]
    assert Citation.objects.get(key="kumar2007").authors == ["Kumar K", "Taylor RS"]
    assert Outcome.objects.get().treatment.slug == "stimulation"


def test_what_the_files_publish_is_public(library):
    load_library(library)

    fever = Symptom.objects.published().get()
    assert (fever.slug, fever.title, fever.urgency, fever.feels_like) == (
        "fever",
        "Fever",
        "emergency",
        "Hot, then cold.",
    )
    assert timezone.now() >= fever.published_at
    assert not Condition.objects.published().exists()


def test_records_may_refer_to_each_other_in_any_order(library):
    load_library(library)

    scar, wear = Condition.objects.get(slug="scar"), Condition.objects.get(slug="wear")
    assert list(scar.related_conditions.all()) == [wear]
    assert Cause.objects.get().condition == scar


def test_loading_again_changes_nothing(library):
    load_library(library)
    before = whole_database()

    report = load_library(library)

    assert len(report.unchanged) == PIECES
    assert (report.created, report.updated, report.left_alone) == ([], [], [])
    assert whole_database() == before


def test_a_changed_file_changes_its_record_alone(library):
    load_library(library)
    write_library(library, **{"symptoms/fever.md": FILES["symptoms/fever.md"].replace("Hot,", "Warm,")})

    report = load_library(library)

    assert report.updated == ["symptoms/fever.md"]
    assert len(report.unchanged) == PIECES - 1
    assert Symptom.objects.get().feels_like == "Warm, then cold."


def test_a_changed_entry_of_a_shelf_changes_that_entry_alone(library):
    load_library(library)
    write_library(library, **{"citations.yaml": FILES["citations.yaml"].replace(": guidance", ": advice")})

    assert load_library(library).updated == ["citations.yaml#niceta159"]


def test_a_new_file_is_added(library):
    load_library(library)
    write_library(library, **{"conditions/new.md": "---\ntitle: New\nstatus: draft\nregion: lumbar\n---\n"})

    assert load_library(library).created == ["conditions/new.md"]


def test_parts_of_a_clinic_that_its_file_no_longer_names_go(library):
    load_library(library)
    kept = Clinician.objects.get().pk
    text = FILES["clinics/sample.yaml"]
    text = text.replace("  - www.sample.localhost\n", "").replace("Spine surgeon", "Surgeon")
    write_library(
        library, **{"clinics/sample.yaml": text[: text.index("holidays:")] + text[text.index("locations:") :]}
    )

    load_library(library)

    clinic = Clinic.objects.get()
    assert [host.name for host in clinic.hostnames.all()] == ["sample.localhost"]
    assert not clinic.holidays.exists()
    assert [(person.pk, person.role) for person in clinic.clinicians.all()] == [(kept, "Surgeon")]


def test_the_order_of_a_clinics_list_is_that_of_its_file(library):
    load_library(library)
    hosts = "  - sample.localhost\n  - www.sample.localhost\n"
    text = FILES["clinics/sample.yaml"].replace(hosts, "  - www.sample.localhost\n  - sample.localhost\n")
    write_library(library, **{"clinics/sample.yaml": text})

    load_library(library)

    assert [host.name for host in Clinic.objects.get().hostnames.all()] == ["www.sample.localhost", "sample.localhost"]


def test_a_time_may_be_written_in_another_way(library):
    text = FILES["clinics/sample.yaml"].replace("opens: 08:30", "opens: '8:30'")
    write_library(library, **{"clinics/sample.yaml": text})
    load_library(library)
    before = [hours.pk for hours in Clinic.objects.get().hours.all()]
    write_library(library, **{"clinics/sample.yaml": text.replace("name: Sample Clinic", "name: A Clinic")})

    load_library(library)

    assert [hours.pk for hours in Clinic.objects.get().hours.all()] == before


def test_a_host_name_may_move_to_a_clinic_whose_file_is_read_first(library):
    load_library(library)
    sample = FILES["clinics/sample.yaml"]
    first = sample[: sample.index("hours:")].replace("  - sample.localhost\n", "")
    rest = sample.replace("  - www.sample.localhost\n", "").replace("is_default: true\n", "")
    write_library(library, **{"clinics/a-clinic.yaml": first, "clinics/sample.yaml": rest})

    load_library(library)

    assert Clinic.objects.for_host("www.sample.localhost").slug == "a-clinic"
    assert Clinic.objects.default().slug == "a-clinic"


# What staff did ------------------------------------------------------------------------


def changed(path, old, new):
    return {path: FILES[path].replace(old, new)}


def test_what_staff_changed_is_left_alone_when_its_file_changes(library):
    load_library(library)
    Symptom.objects.update(title="Fever and chills")
    write_library(library, **changed("symptoms/fever.md", "Hot,", "Warm,"))

    report = load_library(library)

    assert report.left_alone == [("symptoms/fever.md", "staff changed it since it was loaded")]
    assert (Symptom.objects.get().title, Symptom.objects.get().feels_like) == ("Fever and chills", "Hot, then cold.")


def test_what_staff_changed_is_left_alone_when_its_file_does_not(library):
    load_library(library)
    Symptom.objects.update(title="Fever and chills")

    assert len(load_library(library).unchanged) == PIECES
    assert Symptom.objects.get().title == "Fever and chills"


def test_a_relation_that_staff_changed_counts_as_a_change(library):
    load_library(library)
    Condition.objects.get(slug="scar").symptoms.clear()
    write_library(library, **changed("conditions/scar.md", "Tissue", "Scar tissue"))

    assert load_library(library).left_alone == [("conditions/scar.md", "staff changed it since it was loaded")]


@pytest.mark.parametrize(
    "part", ["hostnames", "hours", "holidays", "locations", "clinicians", "offerings", "home_sections"]
)
def test_a_part_of_a_clinic_that_staff_removed_counts_as_a_change(library, part):
    load_library(library)
    getattr(Clinic.objects.get(), part).all()[0].delete()
    write_library(library, **changed("clinics/sample.yaml", "name: Sample Clinic", "name: A Clinic"))

    assert load_library(library).left_alone == [("clinics/sample.yaml", "staff changed it since it was loaded")]


def test_what_staff_made_is_left_alone(library):
    make_symptom(slug="fever", title="Our fever")

    report = load_library(library)

    assert report.left_alone == [("symptoms/fever.md", "staff made a record of this name")]
    assert Symptom.objects.get().title == "Our fever"


def test_what_staff_deleted_stays_deleted(library):
    load_library(library)
    Cause.objects.all().delete()
    assert len(load_library(library).unchanged) == PIECES
    write_library(library, **changed("causes/scar-around-nerves.md", "phase: after", "phase: during"))

    report = load_library(library)

    assert report.left_alone == [("causes/scar-around-nerves.md", "staff deleted it")]
    assert not Cause.objects.exists()


def test_what_staff_brought_to_the_files_words_themselves_is_theirs_no_more(library):
    load_library(library)
    Symptom.objects.update(feels_like="Warm, then cold.")
    write_library(library, **changed("symptoms/fever.md", "Hot,", "Warm,"))

    load_library(library)
    write_library(library, **changed("symptoms/fever.md", "Hot,", "Cool,"))

    assert load_library(library).updated == ["symptoms/fever.md"]


def test_overwriting_brings_everything_to_the_files_words(library):
    load_library(library)
    before = {name: rows for name, rows in whole_database().items() if "Loaded" in name}
    Symptom.objects.update(title="Fever and chills")
    Cause.objects.all().delete()
    Clinic.objects.get().hostnames.all()[0].delete()

    report = load_library(library, overwrite=True)

    assert report.created == ["causes/scar-around-nerves.md"]
    assert report.updated == ["clinics/sample.yaml", "symptoms/fever.md"]
    assert Symptom.objects.get().title == "Fever"
    assert Clinic.objects.get().hostnames.count() == 2
    assert {name: rows for name, rows in whole_database().items() if "Loaded" in name} == before


def test_what_staff_added_elsewhere_stays(library):
    load_library(library)
    make_symptom(slug="ache")
    make_clinic(slug="other")

    load_library(library, overwrite=True)

    assert Symptom.objects.filter(slug="ache").exists()
    assert Clinic.objects.filter(slug="other").exists()


def test_what_was_loaded_is_remembered_by_its_sum(library):
    load_library(library)
    first = loaded_file("symptoms/fever.md")
    write_library(library, **changed("symptoms/fever.md", "Hot,", "Warm,"))
    load_library(library)

    assert loaded_file("symptoms/fever.md").file_sha256 != first.file_sha256


def test_a_folder_that_is_not_there_is_named(tmp_path):
    with pytest.raises(LoadError, match="There is no such folder"):
        load_library(tmp_path / "nowhere")
