"""The group of those who call patients back. Apart from content: no other group sees a request."""

FRONT_DESK = "Front desk"
RIGHTS = {
    f"{action}_consultationrequest"
    for action in (
        "view",
        "change",  # to call, book, close, release, assign
        "export",
        "delete",  # to erase at a person's wish
    )
}


def make_group(sender, using, apps, **kwargs):
    """Receiver of ``post_migrate``. Makes the group where it is missing; whoever changes it later has the last word."""
    try:
        group_model, permission_model = apps.get_model("auth", "Group"), apps.get_model("auth", "Permission")
    except LookupError:
        return
    groups = group_model.objects.using(using)
    rights = permission_model.objects.using(using).filter(content_type__app_label="consultations", codename__in=RIGHTS)
    if not groups.filter(name=FRONT_DESK).exists() and len(rights) == len(RIGHTS):
        groups.create(name=FRONT_DESK).permissions.set(rights)
