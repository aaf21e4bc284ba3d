from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "fbss_site.search"

    def ready(self):
        from .library import watch

        watch()
