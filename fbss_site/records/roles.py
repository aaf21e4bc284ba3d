"""Three groups of staff. Made with their rights where missing; whoever changes them later has the last word."""

from .registry import record_models

EDITORS, PUBLISHERS, CLINIC_MANAGERS = "Editors", "Publishers", "Clinic managers"
SHELF = ("citations.citation", "glossary.term", "search.synonym")
# By name, not by looking for a link to a clinic: patients' requests will have one too.
CLINIC_OWN = (
    *("clinics.hostname", "clinics.location", "clinics.openinghours", "clinics.holiday", "clinics.clinician"),
    *("clinics.callbackwindow", "treatments.offering", "home.homesection"),
)


def rights():
    """Group name -> set of (app label, codename)."""
    texts = [model._meta.label_lower for model in record_models()]
    reading = _rights(texts, "view")
    editing = {
        *_rights([*texts, *SHELF], "add", "change", "view"),
        *_rights(["clinics.clinician"], "view"),  # to name a reviewer
        *_rights(["search.missedsearch"], "view"),
        *_rights(["feedback.answer"], "view"),
    }
    return {
        EDITORS: editing,
        PUBLISHERS: editing | _rights(texts, "publish", "delete") | _rights(SHELF, "delete"),
        # Deleting a clinic takes everything of it along: that is left to a superuser.
        CLINIC_MANAGERS: reading
        | _rights(CLINIC_OWN, "add", "change", "delete", "view")
        | _rights(["clinics.clinic"], "add", "change", "view"),
    }


def make_groups(sender, using, apps, **kwargs):
    """Receiver of ``post_migrate``. Django makes the permissions app by app: the groups wait for the last."""
    try:
        group_model, permission_model = apps.get_model("auth", "Group"), apps.get_model("auth", "Permission")
    except LookupError:
        return
    groups = group_model.objects.using(using)
    missing = {name: wanted for name, wanted in rights().items() if not groups.filter(name=name).exists()}
    if not missing:
        return
    known = permission_model.objects.using(using).select_related("content_type")
    permissions = {(row.content_type.app_label, row.codename): row for row in known}
    for name, wanted in missing.items():
        if wanted <= permissions.keys():
            groups.create(name=name).permissions.set(permissions[right] for right in wanted)


def _rights(labels, *actions):
    pairs = (label.split(".") for label in labels)
    return {(app, f"{action}_{model}") for app, model in pairs for action in actions}
