from fbss_site.glossary.models import Term
from tests import factories, staff


def test_a_term_is_found_by_its_other_names(clinic):
    wanted, _ = factories.make_term(term="spinal fusion", also=["fused spine"]), factories.make_term()

    response = staff.sign_in(staff.EDITORS).get(staff.admin_url("changelist", Term), {"q": "fused"})

    assert list(response.context["cl"].result_list) == [wanted]


def test_a_name_that_another_term_has_is_refused_at_its_field(clinic):
    factories.make_term(term="spinal fusion")
    term = factories.make_term(term="laminectomy")

    response = staff.send_form(staff.sign_in(staff.EDITORS), staff.admin_url("change", term), also="spinal fusion")

    assert "already belongs to the term “spinal fusion”" in staff.errors_of(response)["also"]
