from .checking import checks_on, words_found


def test_the_neck_is_another_library():
    assert words_found("region", "The neck may hurt, and so may an arm.") == ["neck", "arm"]


def test_it_may_be_named_to_send_people_for_help():
    assert checks_on("A stiff neck with fever is an emergency.") == set()


def test_selling_care_for_it_is_not_that():
    assert checks_on("Call us to schedule a visit for your neck.") == {"region"}


def test_a_list_of_signs_stands_under_its_call_for_help():
    assert checks_on("Call {{emergency_number}} for any of these:\n\n- a stiff neck") == set()


def test_sections_about_calling_are_about_getting_help():
    assert checks_on("- A stiff neck.", record="treatment", section="When to call") == set()


def test_a_record_about_the_whole_spine_may_speak_of_it():
    assert checks_on("The neck may hurt.", front={"region": "whole-spine"}) == set()
    assert checks_on("The neck may hurt.", front={"region": "lumbar"}) == {"region"}
