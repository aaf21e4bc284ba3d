from django.urls import path

from . import views

app_name = "tools"
urlpatterns = [
    path("", views.tool_list, name="tool_list"),
    path("questions/", views.questions, name="questions"),
    path("visit-planner/", views.visit_planner, name="visit_planner"),
    path("records-checklist/", views.records_checklist, name="records_checklist"),
]
