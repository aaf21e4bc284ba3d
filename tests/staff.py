"""Who works on a clinic's site, and what they do there: sign in, fill in a form of the admin, send it."""

from django.contrib.auth.models import Group, User
from django.test import Client
from django.urls import reverse

from .html import Page

ANONYMOUS, PLAIN_USER, NO_RIGHTS = "anonymous", "plain user", "staff without rights"
EDITORS, PUBLISHERS, CLINIC_MANAGERS = "Editors", "Publishers", "Clinic managers"
SUPERUSER = "superuser"
ROLES = (ANONYMOUS, PLAIN_USER, NO_RIGHTS, EDITORS, PUBLISHERS, CLINIC_MANAGERS, SUPERUSER)


def make_user(role):
    user = User.objects.create_user(
        role.replace(" ", "-"), password="a password", is_staff=role != PLAIN_USER, is_superuser=role == SUPERUSER
    )
    if role in {EDITORS, PUBLISHERS, CLINIC_MANAGERS}:
        user.groups.add(Group.objects.get(name=role))
    return user


def sign_in(role, **client_options):
    """A browser at the default clinic's host, signed in as someone of that role."""
    client = Client(SERVER_NAME="localhost", **client_options)
    if role != ANONYMOUS:
        client.force_login(make_user(role))
    return client


def admin_url(page, row):
    """The address of an admin page for a row, or for a model where the page is a list or the add form."""
    name = f"admin:{row._meta.app_label}_{row._meta.model_name}_{page}"
    return reverse(name, args=[] if isinstance(row, type) else [row.pk])


def form_values(page):
    """What a browser would send of the admin form on this page, without any button."""
    values = {}
    for element in page.elements:
        name, kind = element.attributes.get("name"), element.attributes.get("type")
        if not name or not any(parent.attributes.get("id", "").endswith("_form") for parent in element.parents):
            continue
        if element.tag == "textarea":
            values[name] = element.text.removeprefix("\n")
        elif element.tag == "select":
            options = [option for option in page.find("option") if element in option.parents]
            values[name] = [option.attributes["value"] for option in options if "selected" in option.attributes]
        elif element.tag == "input" and kind == "checkbox":
            values |= {name: "on"} if "checked" in element.attributes else {}
        elif element.tag == "input" and kind not in {"submit", "file"}:
            values[name] = element.attributes.get("value", "")
    return values


def send_form(client, url, button="_save", /, **changes):
    """Opens the admin form at ``url``, changes some fields and presses a button. The response, unfollowed."""
    values = form_values(Page(client.get(url).content))
    return client.post(url, {**values, **changes, button: "1"})


def errors_of(response):
    """Field name -> the texts that the form shows at that field."""
    return {name: " ".join(errors) for name, errors in response.context["adminform"].form.errors.items()}
