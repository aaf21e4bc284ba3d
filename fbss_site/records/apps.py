from django.apps import AppConfig


class RecordsConfig(AppConfig):
    name = "fbss_site.records"
