from django.urls import path

from . import views

app_name = "conditions"
urlpatterns = [
    path("conditions/", views.condition_list, name="condition_list"),
    path("conditions/<slug:slug>/", views.condition_detail, name="condition_detail"),
    path("symptoms/", views.symptom_list, name="symptom_list"),
    path("symptoms/<slug:slug>/", views.symptom_detail, name="symptom_detail"),
    path("causes/", views.cause_list, name="cause_list"),
    path("causes/<slug:slug>/", views.cause_detail, name="cause_detail"),
    path("tests/", views.test_list, name="diagnostictest_list"),
    path("tests/<slug:slug>/", views.test_detail, name="diagnostictest_detail"),
]
