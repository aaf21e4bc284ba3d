from django import template

from fbss_site.guarding.passes import new_pass

from ..forms import AnswerForm
from ..views import PURPOSE

register = template.Library()


@register.inclusion_tag("feedback/ask.html", takes_context=True)
def ask_for_feedback(context):
    """The question at the end of a page. Staff who preview one are not asked."""
    request = context["request"]
    if context.get("preview"):
        return {}
    return {
        "form": AnswerForm(),
        "page": request.path,
        "given": new_pass(PURPOSE, request.get_host(), request.path),
    }
