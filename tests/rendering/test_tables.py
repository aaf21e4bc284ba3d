from fbss_site.rendering import Composer


def test_corner_without_words_is_no_heading():
    html = Composer().compose("| | Before |\n|---|---|\n| Pain | 5 |").html
    assert html.count("<th ") == 1
    assert html.count("<td>") == 3
    assert html.count("</th>") == 1
