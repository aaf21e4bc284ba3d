from django.apps import AppConfig


class StructuredDataConfig(AppConfig):
    name = "fbss_site.structured_data"
