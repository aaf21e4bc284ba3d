from django.apps import AppConfig
from django.db.models.signals import post_migrate


class RecordsConfig(AppConfig):
    name = "fbss_site.records"

    def ready(self):
        from .roles import make_groups

        post_migrate.connect(make_groups, dispatch_uid="records.make_groups")
