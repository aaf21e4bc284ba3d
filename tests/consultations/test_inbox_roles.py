"""Who may see what: apart from content, each clinic its own."""

import pytest
from django.contrib.auth.models import Group, Permission, User
from django.core.management import call_command
from django.urls import reverse

from fbss_site.consultations.models import AccessLine, ConsultationRequest, StaffMembership
from fbss_site.consultations.roles import FRONT_DESK, RIGHTS
from tests import staff
from tests.factories import make_clinic

from .factories import make_front_desk, make_request, open_desk, signed_in

LIST = reverse("admin:consultations_consultationrequest_changelist")
FIND = reverse("admin:consultations_find")


@pytest.fixture
def request_here(desk_clinic):
    return make_request(clinic=desk_clinic)


@pytest.fixture
def request_elsewhere(desk_clinic):
    return make_request(clinic=open_desk(make_clinic()), name="Someone Elsewhere")


def pages_of(request):
    names = {"page": "consultationrequest_change", "history": "consultationrequest_history"}
    names |= {"person": "person", "erase": "erase"}
    return {key: reverse(f"admin:consultations_{name}", args=[request.pk]) for key, name in names.items()}


def statuses(browser, request):
    found = {key: browser.get(url).status_code for key, url in pages_of(request).items()}
    found["step"] = browser.post(reverse("admin:consultations_step", args=[request.pk]), {"step": "spam"}).status_code
    found["list"], found["find"] = browser.get(LIST).status_code, browser.get(FIND).status_code
    return found


ALL_OPEN = {"page": 200, "history": 200, "person": 200, "erase": 200, "step": 302, "list": 200, "find": 200}


def test_the_front_desk_opens_everything_of_its_clinic(desk, request_here):
    assert statuses(desk, request_here) == ALL_OPEN


@pytest.mark.parametrize("role", [staff.EDITORS, staff.PUBLISHERS, staff.CLINIC_MANAGERS, staff.NO_RIGHTS])
def test_who_works_on_content_sees_no_request(desk_clinic, request_here, role):
    browser = staff.sign_in(role)
    StaffMembership.objects.create(user=User.objects.get(username=role.replace(" ", "-")), clinic=desk_clinic)

    assert set(statuses(browser, request_here).values()) == {403}
    assert "Requests for a consultation" not in browser.get("/admin/").content.decode()
    assert ConsultationRequest.objects.get().status == "new"


@pytest.mark.parametrize("role", [staff.ANONYMOUS, staff.PLAIN_USER])
def test_strangers_are_asked_to_sign_in(desk_clinic, request_here, role):
    browser = staff.sign_in(role)

    for url in (*pages_of(request_here).values(), LIST, FIND):
        assert browser.get(url).url.startswith(reverse("admin:login"))
    assert ConsultationRequest.objects.get().status == "new"


def test_the_front_desk_sees_no_content_and_no_other_part(desk, clinic):
    for name in ("clinics_clinic", "citations_citation", "consultations_staffmembership", "consultations_accessline"):
        assert desk.get(reverse(f"admin:{name}_changelist")).status_code == 403


def test_a_clinic_sees_only_its_own(desk, request_here, request_elsewhere):
    rows = desk.get(f"{LIST}?status=all").context["cl"].result_list
    found = statuses(desk, request_elsewhere)

    assert list(rows) == [request_here]
    assert {found[key] for key in ("page", "person", "erase", "step")} == {404}
    assert found["history"] in {302, 404}
    request_elsewhere.refresh_from_db()
    assert request_elsewhere.status == "new"


def test_actions_reach_only_its_own(desk, request_here, request_elsewhere):
    chosen = {"action": "mark_spam", "_selected_action": [request_here.pk, request_elsewhere.pk]}
    desk.post(f"{LIST}?status=all", chosen)

    request_elsewhere.refresh_from_db()
    request_here.refresh_from_db()
    assert (request_here.status, request_elsewhere.status) == ("spam", "new")


def test_a_person_elsewhere_is_neither_found_nor_shown_beside(desk, desk_clinic, request_here, request_elsewhere):
    page = desk.get(pages_of(request_here)["page"]).content.decode()
    found = desk.post(FIND, {"who": "Someone Elsewhere"}).context["found"]

    assert request_elsewhere.reference not in page  # the same phone, another clinic
    assert found == []


def test_places_of_other_clinics_are_no_filter(desk, desk_clinic, request_here, request_elsewhere):
    filters = desk.get(LIST).context["cl"].filter_specs
    [places] = [spec for spec in filters if spec.parameter_name == "location"]

    assert {pk for pk, _ in places.lookup_choices} == set(desk_clinic.locations.values_list("pk", flat=True))


def test_who_works_for_two_clinics_sees_both(request_here, request_elsewhere):
    browser = signed_in(make_front_desk(request_here.clinic, request_elsewhere.clinic, name="both"))

    assert len(browser.get(LIST).context["cl"].result_list) == 2
    assert "column-clinic" in browser.get(LIST).content.decode()


def test_who_works_for_one_is_not_told_which(desk, request_here, request_elsewhere):
    assert "column-clinic" not in desk.get(LIST).content.decode()


def test_a_superuser_sees_all(admin_user, request_here, request_elsewhere):
    browser = signed_in(admin_user)

    assert len(browser.get(LIST).context["cl"].result_list) == 2
    assert statuses(browser, request_elsewhere) == ALL_OPEN


@pytest.mark.parametrize(
    ("missing", "closed"),
    [
        ("change_consultationrequest", {"step"}),
        ("export_consultationrequest", {"person"}),
        ("delete_consultationrequest", {"erase"}),
    ],
)
def test_each_right_opens_one_thing(desk, desk_user, request_here, missing, closed):
    Group.objects.get(name=FRONT_DESK).permissions.remove(Permission.objects.get(codename=missing))

    found = statuses(desk, request_here)

    assert {key for key, status in found.items() if status == 403} == closed


def test_without_the_right_to_export_there_is_no_such_action(desk, request_here):
    Group.objects.get(name=FRONT_DESK).permissions.remove(Permission.objects.get(codename="export_consultationrequest"))

    desk.post(LIST, {"action": "export_csv", "_selected_action": [request_here.pk]})

    assert not AccessLine.objects.filter(action="exported").exists()


def test_nobody_adds_changes_or_deletes_a_request_by_hand(admin_user, request_here):
    browser = signed_in(admin_user)

    assert browser.get(reverse("admin:consultations_consultationrequest_add")).status_code == 403
    assert (
        browser.post(reverse("admin:consultations_consultationrequest_change", args=[request_here.pk])).status_code
        == 405
    )
    delete = reverse("admin:consultations_consultationrequest_delete", args=[request_here.pk])
    assert browser.post(delete, {"post": "yes"}).status_code == 403
    browser.post(LIST, {"action": "delete_selected", "_selected_action": [request_here.pk], "post": "yes"})
    assert ConsultationRequest.objects.exists()


def test_the_access_log_is_read_only_even_for_superusers(admin_user, request_here):
    browser = signed_in(admin_user)
    browser.get(LIST)
    line = AccessLine.objects.get()

    assert browser.get(reverse("admin:consultations_accessline_changelist")).status_code == 200
    assert browser.get(reverse("admin:consultations_accessline_change", args=[line.pk])).status_code == 200
    assert (
        browser.post(reverse("admin:consultations_accessline_change", args=[line.pk]), {"count": 0}).status_code == 403
    )
    assert browser.post(reverse("admin:consultations_accessline_delete", args=[line.pk])).status_code == 403
    assert browser.get(reverse("admin:consultations_accessline_add")).status_code == 403


def test_only_a_superuser_says_who_works_where(admin_user, desk_clinic):
    browser = signed_in(admin_user)
    user = User.objects.create_user("new-here", is_staff=True)
    add = reverse("admin:consultations_staffmembership_add")
    browser.post(add, {"user": user.pk, "clinic": desk_clinic.pk})
    again = browser.post(add, {"user": user.pk, "clinic": desk_clinic.pk})

    assert StaffMembership.objects.get(user=user).clinic == desk_clinic
    assert "This person works for this clinic already." in again.content.decode()


def test_the_group_is_made_with_its_rights_and_no_others(db):
    group = Group.objects.get(name=FRONT_DESK)

    assert set(group.permissions.values_list("codename", flat=True)) == RIGHTS


def test_the_group_is_made_where_it_is_missing_and_left_as_someone_changed_it(db):
    Group.objects.get(name=FRONT_DESK).delete()
    call_command("migrate", verbosity=0)
    group = Group.objects.get(name=FRONT_DESK)
    group.permissions.clear()
    call_command("migrate", verbosity=0)

    assert not group.permissions.exists()
