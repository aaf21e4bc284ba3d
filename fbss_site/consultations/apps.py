from django.apps import AppConfig
from django.core import checks
from django.db.models.signals import post_migrate


class ConsultationsConfig(AppConfig):
    name = "fbss_site.consultations"
    verbose_name = "Consultation requests"

    def ready(self):
        from .checks import check_keys
        from .roles import make_group

        checks.register(check_keys)
        post_migrate.connect(make_group, dispatch_uid="consultations.make_group")
